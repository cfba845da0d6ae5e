"""Pages by which a kelurahan begins: invitations, and the first coordinator's twelve characters.

There is nothing to click beside a request: the twelve characters are typed as they were heard, so
whoever types them has spoken with their owner.
"""

from collections.abc import Iterator
from hmac import compare_digest

from django import forms
from django.contrib import messages
from django.contrib.admin.sites import AdminSite
from django.http import HttpRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.crypto import salted_hmac

from patbm_desktop.server.admin import naming
from patbm_desktop.server.admin.listing import Cell, Listing, Row, Wanted, show
from patbm_desktop.server.log import invitations, offices, service
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.models import Enrolment, Invitation
from patbm_desktop.server.people.models import Deed, remember
from patbm_desktop.wire.joining import InviteRequest

Answer = TemplateResponse | HttpResponseRedirect


class InviteForm(forms.Form):
    """Which kelurahan is to begin."""

    kelurahan = forms.RegexField(
        invitations.KELURAHAN, label="Kode kelurahan", strip=True,
        help_text="Misalnya 64.71.03.1001",
        error_messages={"invalid": "Tulis kodenya seperti 64.71.03.1001."},
    )  # fmt: skip


class CodeForm(forms.Form):
    """The twelve characters, in whatever groups they were written down."""

    code = forms.CharField(
        label="Dua belas huruf laptopnya", max_length=40,
        widget=forms.TextInput(attrs={
            "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false",
            "size": 24, "autofocus": True,
        }),
        help_text="Ketik seperti dibacakan pemiliknya, bertatap muka atau lewat nomor yang sudah "
        "dikenal. Spasi dan tanda hubung boleh.",
    )  # fmt: skip


def invite(site: AdminSite, request: HttpRequest) -> Answer:
    """Show the invitations; make one, or withdraw one that nobody used."""
    if request.method == "POST" and "token" in request.POST:
        _withdraw(request, request.POST["token"])
        return HttpResponseRedirect(request.path)
    form = InviteForm(request.POST or None)
    made = _invite(request, form.cleaned_data["kelurahan"]) if form.is_valid() else ""
    return show(
        site, request, INVITATIONS, InviteForm() if made else form,
        button="Buat undangan", made=made, row_button="Tarik",
        made_note="Serahkan kepada koordinator pertama. Berlaku sekali, empat belas hari. "
        "Huruf ini tidak dapat ditampilkan lagi.",
    )  # fmt: skip


def coordinator(site: AdminSite, request: HttpRequest) -> Answer:
    """Take the twelve characters of a first coordinator."""
    form = CodeForm(request.POST or None)
    if form.is_valid() and _approve(request, form):
        return HttpResponseRedirect(request.path)
    return show(site, request, ASKING, form, button="Terima koordinator")


def waiting_coordinators() -> int:
    """Return how many laptops wait for their twelve characters to be typed."""
    return len(_waiting())


def _invite(request: HttpRequest, kelurahan: str) -> str:
    asked = InviteRequest(kelurahan, "", "koordinator")
    code = invitations.invite(service.log().desk, invitations.ADMINISTRATOR, asked)
    remember(request.user.get_username(), Deed.INVITED, kelurahan)
    return f"{code[:4]} {code[4:]}"


def _withdraw(request: HttpRequest, token: str) -> None:
    for each in Invitation.objects.filter(used_by=""):
        if compare_digest(_token(each.code), token):
            gone = service.log().desk.connection.execute(
                "DELETE FROM invitation WHERE kelurahan = %s AND code = %s AND used_by = ''"
                " RETURNING code",
                (each.kelurahan, each.code),
            )
            if gone:
                remember(request.user.get_username(), Deed.WITHDRAWN, each.kelurahan)
                messages.success(request, "Undangan ditarik; hurufnya tidak berlaku lagi.")


def _approve(request: HttpRequest, form: CodeForm) -> bool:
    try:
        made = invitations.approve(service.log().desk, form.cleaned_data["code"])
    except invitations.NoSuchRequest:
        form.add_error("code", (
            "Belum ada permintaan dengan dua belas huruf itu. Minta dibacakan sekali lagi; laptop "
            "itu harus sudah memakai undangan dari halaman Undangan."
        ))  # fmt: skip
        return False
    except offices.SpaceTaken:
        form.add_error("code", "Ruang itu sudah terdaftar di tempat lain; tidak ada yang diubah.")
        return False
    remember(request.user.get_username(), Deed.APPROVED, f"{made.kelurahan} {made.name}")
    where = naming.kelurahan(made.kelurahan)
    first = "" if made.is_second else " pertama"
    messages.success(request, f"{made.name} menjadi koordinator{first} kelurahan {where}.")
    if made.is_second:
        messages.warning(
            request, "Kelurahan ini sudah punya kantor; yang baru berdiri di sampingnya."
        )
    return True


def _invitation_rows(wanted: Wanted) -> Iterator[Row]:
    desk = service.log().desk
    found = list(Invitation.objects.filter(**wanted).order_by("-at", "kelurahan"))
    laptops = naming.laptops(each.by_dev for each in found if each.by_dev)
    for each in found:
        is_over = desk.now() >= each.at + desk.limits.invitation_days * DAY
        state = "dipakai" if each.used_by else "lewat waktu" if is_over else "belum dipakai"
        by = laptops.get(each.by_dev, "kantor kota")
        whom = f"RT {each.rt}" if each.rt else each.role
        token = _token(each.code) if state == "belum dipakai" else ""
        yield (
            naming.kelurahan(each.kelurahan), whom, by, naming.moment(each.at), state,
            Cell("", token=token),
        )  # fmt: skip


def _token(code: str) -> str:
    """Return what names an invitation on a page without telling its characters."""
    return salted_hmac("patbm-invitation", code).hexdigest()


def _asking_rows(_wanted: Wanted) -> Iterator[Row]:
    for each in _waiting():
        yield naming.kelurahan(each.kelurahan), each.name, naming.moment(each.at)


def _waiting() -> list[Enrolment]:
    """Return the requests that only the office can answer, the oldest first."""
    by_office = Invitation.objects.filter(by_dev=invitations.ADMINISTRATOR)
    codes = set(by_office.exclude(used_by="").values_list("kelurahan", "code"))
    asking = Enrolment.objects.filter(admitted=0).order_by("at", "dev")
    return [each for each in asking if (each.kelurahan, each.code) in codes]


INVITATIONS = Listing(
    "Undangan",
    "Kantor kota mengundang koordinator pertama sebuah kelurahan; koordinator mengundang "
    "laptop RT-nya sendiri. Huruf undangan hanya tampak sekali, saat dibuat.",
    ("Kelurahan", "Untuk", "Diundang oleh", "Dibuat", "Keadaan", ""),
    _invitation_rows,
    "Belum ada undangan.",
)
ASKING = Listing(
    "Koordinator pertama",
    "Ketik dua belas huruf yang dibacakan koordinator dari laptopnya. Tidak ada tombol setuju "
    "di samping permintaan: siapa yang mengetik, ia sudah mendengarnya sendiri.",
    ("Kelurahan", "Nama", "Meminta sejak"),
    _asking_rows,
    "Tidak ada yang menunggu.",
    is_by_kelurahan=False,
)
