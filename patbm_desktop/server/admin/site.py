"""The office's pages as one site: who comes in, what stands on it, and in which order."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import path, reverse

from patbm_desktop.server.admin import erasure_page, joining_pages, overview_pages
from patbm_desktop.server.admin.account_admin import AccountAdmin
from patbm_desktop.server.admin.device_admin import DeviceAdmin
from patbm_desktop.server.admin.listing import Page
from patbm_desktop.server.admin.trail_admin import TrailAdmin
from patbm_desktop.server.log import service
from patbm_desktop.server.log.models import Device
from patbm_desktop.server.people.forms import LogInForm, OwnPasswordForm
from patbm_desktop.server.people.models import Account, Deed, Trail, remember

BEGINNING = (
    Page("undangan", "Undangan", joining_pages.invite),
    Page("koordinator", "Koordinator pertama", joining_pages.coordinator),
)
SEEING = (
    Page.that_shows("kelurahan", overview_pages.KELURAHAN),
    Page.that_shows("ruang", overview_pages.SPACES),
    Page.that_shows("tertahan", overview_pages.HELD),
    Page.that_shows("penghapusan", erasure_page.ERASURES),
)


NOT_HERE = ("autocomplete", "view_on_site", "password_change_done")
"""Addresses of Django's admin that no page of ours leads to."""


class OwnPassword(PasswordChangeView):
    """The page on which somebody chooses a password."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Say on the next page that it was done."""
        messages.success(self.request, "Kata sandi sudah diganti.")
        return super().form_valid(form)


class Office(AdminSite):
    """Django's admin with the pages of `BEGINNING` and `SEEING`."""

    site_header = "PATBM · Kantor kota"
    site_title = "PATBM"
    index_title = "Pekerjaan kantor"
    site_url = None
    login_form = LogInForm
    logout_template = "kantor/logged_out.html"
    final_catch_all_view = False

    def get_urls(self) -> Any:
        """Add the pages to those of Django that are of use here."""
        made = [
            path(f"{page.slug}/", self.admin_view(self._view(page)), name=page.slug)
            for page in (*BEGINNING, *SEEING)
        ]
        of_django = super().get_urls()
        return [*made, *(each for each in of_django if getattr(each, "name", "") not in NOT_HERE)]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return the groups of the menu; what one may not open is not there."""
        account, device, trail = (self._entry(request, each) for each in (Account, Device, Trail))
        groups = (
            ("Memulai kelurahan", "memulai", [*map(_entry, BEGINNING)]),
            ("Melihat", "melihat", [*map(_entry, SEEING[:2]), *device, *map(_entry, SEEING[2:])]),
            ("Petugas", "people", [*account, *trail]),
        )
        return [
            {"name": name, "app_label": label, "app_url": reverse("admin:index"),
             "has_module_perms": True, "models": entries}
            for name, label, entries in groups
            if entries and app_label in (None, label)
        ]  # fmt: skip

    def index(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Show the menu, and above it what somebody should look after."""
        return super().index(request, {**(extra_context or {}), "cares": _cares()})

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> Any:  # noqa: ARG002 (Django's)
        """Send to the menu: the groups of Django are not ours."""
        return HttpResponseRedirect(reverse("admin:index"))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Let somebody choose a password."""
        context = {
            **self.each_context(request), "title": "Ganti kata sandi",
            "button": "Ganti kata sandi", **(extra_context or {}),
        }  # fmt: skip
        view = OwnPassword.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse("admin:index"),
            template_name="kantor/password.html",
            extra_context=context,
        )
        return view(request)

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Let somebody out."""
        if request.method == "POST" and request.user.is_authenticated:
            remember(request.user.get_username(), Deed.LOGGED_OUT)
        return super().logout(request, extra_context)

    def _entry(self, request: HttpRequest, model: Any) -> list[dict[str, Any]]:
        """Return the menu's line for a table of Django's own kind, none without the right."""
        pages: Any = self._registry[model]
        if not pages.has_view_permission(request):
            return []
        name = "_".join(model._meta.label_lower.split("."))  # noqa: SLF001 (Django's, and documented)
        address = reverse(f"admin:{name}_changelist")
        may_add = pages.has_add_permission(request)
        return [{
            "model": model, "name": pages.title, "object_name": model.__name__,
            "perms": {}, "admin_url": address, "view_only": True,
            "add_url": reverse(f"admin:{name}_add") if may_add else None,
        }]  # fmt: skip

    def _view(self, page: Page) -> Any:
        def view(request: HttpRequest) -> HttpResponseBase:
            answer = page.answer(self, request)
            return answer if isinstance(answer, HttpResponse) else HttpResponse(answer)

        return view


def _entry(page: Page) -> dict[str, Any]:
    return {
        "name": page.title, "object_name": page.slug, "perms": {}, "view_only": True,
        "admin_url": reverse(f"admin:{page.slug}"), "add_url": None,
    }  # fmt: skip


def _cares() -> list[tuple[str, str]]:
    """Return what somebody should look after: a sentence, and the page it stands on."""
    lonely = overview_pages.lonely_kelurahan()
    held = overview_pages.held_too_long(service.log().desk.now())
    waiting, due = joining_pages.waiting_coordinators(), erasure_page.due()
    found = (
        (waiting, f"{waiting} koordinator pertama menunggu kode laptopnya diketik", "koordinator"),
        (len(lonely), f"{len(lonely)} kelurahan belum punya dua laptop koordinator", "kelurahan"),
        (held, f"{held} catatan tertahan lebih dari seminggu", "tertahan"),
        (due, f"{due} permintaan penghapusan menunggu laptop arsip", "penghapusan"),
    )
    return [(sentence, reverse(f"admin:{slug}")) for many, sentence, slug in found if many]


office = Office()
office.register(Account, AccountAdmin)
office.register(Device, DeviceAdmin)
office.register(Trail, TrailAdmin)
