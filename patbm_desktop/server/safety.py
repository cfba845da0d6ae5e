"""Set-ups in which the server refuses to start, each with the sentence that mends it."""

import ipaddress
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

LEAST_SECRET = 32
"""Characters."""

KNOWN_SECRETS = ("django-insecure", "changeme", "change-me", "secret", "rahasia")


class SetUp(NamedTuple):
    """What is about to be started; `host` is the address to listen on.

    `trusted_proxy` is the proxy that was named, not the one that is believed unless one is.
    """

    host: str
    debug: bool
    secret: str
    behind_tls: bool
    trusted_proxy: str
    hosts: tuple[str, ...]
    data: Path
    is_open_to_others: bool


def dangers(made: SetUp) -> Iterator[str]:
    """Yield a sentence for everything that must be mended before anybody may connect."""
    if made.debug:
        yield (
            "PATBM_DEBUG menyala, sehingga halaman kesalahan memperlihatkan isi server. "
            "Hapus PATBM_DEBUG dari lingkungan, lalu jalankan lagi."
        )
    if len(made.secret) < LEAST_SECRET or made.secret.lower().startswith(KNOWN_SECRETS):
        yield (
            f"Kunci rahasia server terlalu pendek atau bawaan. Hapus PATBM_SECRET agar server "
            f"membuatnya sendiri di {made.data}, atau isi dengan {LEAST_SECRET} karakter acak."
        )
    if made.is_open_to_others:
        yield f"Folder data dapat dibaca akun lain. Jalankan: chmod -R go-rwx {made.data}"
    if not is_private(made.host) and not (made.behind_tls and made.trusted_proxy):
        yield (
            f"Alamat {made.host} terbuka bagi jaringan tanpa TLS. Dengarkan di 127.0.0.1 saja di "
            "belakang proksi TLS, atau isi PATBM_BEHIND_TLS=1 dan PATBM_TRUSTED_PROXY dengan "
            "alamat proksi itu. Contohnya ada di README server."
        )
    if not made.hosts:
        yield (
            "PATBM_HOSTS kosong. Isi dengan alamat yang diketik orang, misalnya "
            "PATBM_HOSTS=patbm.contoh.go.id"
        )


def is_private(host: str) -> bool:
    """Say whether only this machine can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def trusted_proxy(environment: Mapping[str, str]) -> str:
    """Return the address whose word on the asker's address is believed, empty for nobody's."""
    given = environment.get("PATBM_TRUSTED_PROXY", "")
    behind = environment.get("PATBM_BEHIND_TLS", "") not in ("", "0")
    return given or ("127.0.0.1" if behind else "")
