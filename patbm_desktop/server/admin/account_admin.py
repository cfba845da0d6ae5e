"""Accounts: made with a one-time password, never deleted, looked after by superusers."""

# ruff: noqa: ARG002, FBT001 (Django calls these methods and names their parameters)

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from patbm_desktop.server.admin.office_pages import OfficePages
from patbm_desktop.server.people.forms import AccountForm
from patbm_desktop.server.people.models import Account, Deed, remember
from patbm_desktop.server.people.passwords import give_one_time


class AccountAdmin(OfficePages):
    """The list of accounts and the page of one, for superusers alone."""

    title = "Akun petugas"
    is_for_heads = True
    form = AccountForm
    list_display = ("username", "full_name", "may_come", "may_look_after", "state", "last_login")
    search_fields = ("username", "first_name")
    ordering = ("username",)

    def get_urls(self) -> list[URLPattern]:
        """Add the page that gives a one-time password."""
        view = self.admin_site.admin_view(self.give_password)
        return [path("<int:pk>/sekali-pakai/", view, name="one_time"), *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Account | None = None) -> Any:
        """Show the way to a new one-time password on the page of an account."""
        fields = ("username", "first_name", "is_active", "is_superuser")
        return (*fields, "password_link") if obj else fields

    def get_readonly_fields(self, request: HttpRequest, obj: Account | None = None) -> Any:
        """Keep a name as it is: the trail is written with it."""
        return ("username", "password_link") if obj else ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Let them make accounts."""
        return self.has_view_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Account | None = None) -> bool:
        """Let them change accounts, which are closed and never deleted."""
        return self.has_view_permission(request)

    def save_model(
        self, request: HttpRequest, obj: Account, form: "ModelForm[Account]", change: bool
    ) -> None:
        """Write the account and the trail."""
        who = request.user.get_username()
        if change:
            obj.save()
            remember(who, Deed.ACCOUNT_CHANGED, obj.username)
            return
        obj.is_staff = True
        obj.set_unusable_password()
        obj.save()
        remember(who, Deed.ACCOUNT_MADE, obj.username)

    def response_add(
        self, request: HttpRequest, obj: Account, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Show the one-time password, once."""
        return self._show(request, obj, give_one_time(obj))

    def give_password(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask whether to give a one-time password, and give it."""
        account = self.get_object(request, str(pk))
        if account is None or not self.has_change_permission(request, account):
            raise Http404
        if request.method != "POST":
            return self._show(request, account, "")
        password = give_one_time(account)
        remember(request.user.get_username(), Deed.ONE_TIME, account.username)
        return self._show(request, account, password)

    def _show(self, request: HttpRequest, account: Account, password: str) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Kata sandi sekali pakai", "account": account, "password": password,
        }  # fmt: skip
        return TemplateResponse(request, "kantor/one_time.html", context)

    @admin.display(description="kata sandi")
    def password_link(self, account: Account) -> SafeString:
        """Return the way to a new one-time password."""
        return format_html('<a href="../sekali-pakai/">{}</a>', "Beri kata sandi sekali pakai")

    @admin.display(description="nama lengkap", ordering="first_name")
    def full_name(self, account: Account) -> str:
        """Return the name of the owner."""
        return account.first_name

    @admin.display(description="boleh masuk", boolean=True, ordering="is_active")
    def may_come(self, account: Account) -> bool:
        """Say whether the owner may log in."""
        return account.is_active

    @admin.display(description="mengurus akun", boolean=True, ordering="is_superuser")
    def may_look_after(self, account: Account) -> bool:
        """Say whether the owner looks after accounts."""
        return account.is_superuser

    @admin.display(description="kata sandi")
    def state(self, account: Account) -> str:
        """Say whose password it is."""
        return "sekali pakai" if account.must_change else "milik sendiri"
