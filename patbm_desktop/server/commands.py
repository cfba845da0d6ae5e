"""What the administrator can ask for at the server's own machine."""

# ruff: noqa: PLC0415 (Django is imported only once its settings stand)

import argparse
import os
import sys
from pathlib import Path
from socket import socket

import django
from django.core.management import call_command

from patbm_desktop.server import folder, safety, serving

DONE, REFUSED = 0, 1
FIRST_ACCOUNT = "petugas"
OCCUPIED = (
    "Server sedang berjalan dengan folder data ini, atau cadangan sedang dipulihkan. Tidak ada "
    "yang diubah. Hentikan dulu server itu."
)


def serve(options: argparse.Namespace) -> int:
    """Make the folder and the tables where they are missing, and serve until told to stop."""
    try:
        listening = serving.listen(options.listen)
    except (ValueError, OSError) as error:
        return refuse(f"Alamat {options.listen} tidak dapat dipakai: {error}")
    host, port = listening.getsockname()[:2]
    open_folder(options.data)
    if safety.is_private(host) and not safety.trusted_proxy(os.environ):
        _answer_to_loopback(port)
    django.setup()
    from django.conf import settings

    found = list(safety.dangers(_set_up(host)))
    if found:
        listening.close()
        return refuse("\n".join(found))
    try:
        with settings.DATA.alone():
            prepare()
            return _serve(listening, host, port)
    except folder.Occupied:
        listening.close()
        return refuse(OCCUPIED)


def invite(options: argparse.Namespace) -> int:
    """Print eight characters with which the first coordinator of a kelurahan can ask to join."""
    from patbm_desktop.server.log import invitations, service
    from patbm_desktop.wire.joining import InviteRequest

    _open(options)
    asked = InviteRequest(options.kelurahan, "", "koordinator")
    try:
        code = invitations.invite(service.log().desk, invitations.ADMINISTRATOR, asked)
    except invitations.NotAllowed:
        return refuse(f"{options.kelurahan} bukan kode kelurahan, misalnya 64.71.03.1001")
    _remember("undangan", options.kelurahan)
    say(f"{code[:4]} {code[4:]}")
    return DONE


def approve(options: argparse.Namespace) -> int:
    """Let in the coordinator whose twelve characters were read out."""
    from patbm_desktop.server.log import invitations, offices, service

    _open(options)
    try:
        made = invitations.approve(service.log().desk, " ".join(options.code))
    except invitations.NoSuchRequest:
        return refuse(
            "Tidak ada permintaan dengan dua belas huruf itu. Minta dibacakan sekali lagi; laptop "
            "itu harus sudah memakai undangan dari patbm-server invite."
        )
    except offices.SpaceTaken:
        return refuse("Ruang itu sudah terdaftar di tempat lain; tidak ada yang diubah.")
    _remember("koordinator", f"{made.kelurahan} {made.name}")
    first = "" if made.is_second else " pertama"
    say(f"{made.name} menjadi koordinator{first} kelurahan {made.kelurahan}.")
    if made.is_second:
        say("Kelurahan ini sudah punya kantor; yang baru berdiri di sampingnya.")
    return DONE


def rehome(options: argparse.Namespace) -> int:
    """Move an RT to another kelurahan, and print what went with it."""
    from patbm_desktop.server.log import rehoming, service
    from patbm_desktop.server.log.rehoming import Moved

    _open(options)
    desk = service.log().desk

    def remember(each: Moved) -> None:
        _remember("ruang dipindah", f"{each.source} ke {each.target}: {each.space}")

    try:
        spaces = _named(options)
        moved = rehoming.rehome(desk, spaces, options.kelurahan, remember)
    except rehoming.StaysHere as error:
        return refuse(STAYS_BECAUSE[error.why].format(kelurahan=options.kelurahan))
    for each in moved:
        say(
            f"Ruang {each.space[: rehoming.FEW]} pindah dari {each.source} ke {each.target}: "
            f"{each.lines} baris, {each.parts} bagian foto."
        )
    say(
        "Koordinator kelurahan baru mengundang kader RT itu. Di laptopnya kader memilih: RT ini "
        "pindah. Sesudah itu koordinator baru mengeluarkan laptop kelurahan lama."
    )
    return DONE


def _named(options: argparse.Namespace) -> list[str]:
    """Return the spaces that the administrator named, one by itself or all of an RT."""
    from patbm_desktop.server.log import rehoming, service

    connection = service.log().desk.connection
    if options.space:
        return [rehoming.named(connection, options.space)]
    number = options.rt.strip().lstrip("0").zfill(3)
    return rehoming.of_rt(connection, options.source or "", number)


STAYS_BECAUSE = {
    "no_space": (
        "Tidak ada ruang RT dengan sebutan itu. Tidak ada yang diubah. Nomor tiap ruang ada di "
        "patbm-server check; dengan --rt perlu --from kelurahan lamanya."
    ),
    "no_office": (
        "Kelurahan {kelurahan} belum punya kantor di server ini. Tidak ada yang diubah. Undang "
        "dulu koordinatornya: patbm-server invite."
    ),
    "is_office": "Itu kantor kelurahan, bukan RT. Tidak ada yang diubah; kantor tidak dipindah.",
    "is_there": "Ruang itu sudah di kelurahan {kelurahan}. Tidak ada yang diubah.",
}


def open_folder(data: Path | None) -> None:
    """Make the server's folder and point the settings at it."""
    root = (data or folder.standard()).resolve()
    folder.DataFolder(root).make()
    os.environ["PATBM_DATA"] = str(root)
    os.environ["DJANGO_SETTINGS_MODULE"] = "patbm_desktop.server.settings"


def prepare() -> None:
    """Bring the tables up to date, and make the first account with a password told once."""
    from django.conf import settings

    with settings.DATA.turn():
        _prepare()


def _prepare() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("clearsessions")
    from patbm_desktop.server.people.models import Account
    from patbm_desktop.server.people.passwords import one_time

    if not Account.objects.exists():
        password = one_time()
        Account.objects.create_superuser(FIRST_ACCOUNT, password=password, must_change=True)
        say(f"Akun pertama: {FIRST_ACCOUNT}\nKata sandi sekali pakai: {password}")


def say(sentence: str) -> None:
    """Print one sentence for the administrator."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def refuse(sentence: str) -> int:
    """Print why nothing was done and return the status for it."""
    sys.stderr.write(f"{sentence}\n")
    return REFUSED


def _remember(deed: str, about: str) -> None:
    """Write into the trail what was done at this machine; `deed` is the value of a `Deed`."""
    from patbm_desktop.server.people.models import MACHINE, Deed, remember

    remember(MACHINE, Deed(deed), about)


def _open(options: argparse.Namespace) -> None:
    open_folder(options.data)
    django.setup()
    prepare()


def _serve(listening: socket, host: str, port: int) -> int:
    from patbm_desktop.server.wsgi import application

    running = serving.Serving(application, listening, safety.trusted_proxy(os.environ))
    running.obey_signals()
    say(f"Melayani di http://{host}:{port}")
    running.run()
    say("Berhenti.")
    return DONE


def _set_up(host: str) -> safety.SetUp:
    from django.conf import settings

    return safety.SetUp(
        host, settings.DEBUG, settings.SECRET_KEY, settings.BEHIND_TLS,
        os.environ.get("PATBM_TRUSTED_PROXY", ""), settings.HOSTS, settings.DATA.root,
        settings.DATA.is_open_to_others(),
    )  # fmt: skip


def _answer_to_loopback(port: int) -> None:
    """Without a list of our own, we are reached under the names of this machine alone."""
    names = ",".join(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
    os.environ.setdefault("PATBM_HOSTS", names)
