"""The forms of accounts: logging in, changing one's password, looking after the others."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm, AdminPasswordChangeForm
from django.core.exceptions import ValidationError

from patbm_desktop.server.people.gate import Gate
from patbm_desktop.server.people.models import Account, Deed, remember

if TYPE_CHECKING:
    AccountFields = forms.ModelForm[Account]
else:
    AccountFields = forms.ModelForm


class LogInForm(AdminAuthenticationForm):
    """Name and password, behind the growing delay."""

    error_messages = {  # noqa: RUF012 (Django's)
        **AdminAuthenticationForm.error_messages,
        "invalid_login": "Nama atau kata sandi belum cocok. Huruf besar dan kecil dibedakan.",
        "wait": "Terlalu sering mencoba. Tunggu %(wait)s detik, lalu coba lagi.",
    }

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self.fields["username"].label = "Nama untuk masuk"
        self.fields["password"].label = "Kata sandi"

    def clean(self) -> dict[str, Any]:
        """Let the try pass the gate before the password is looked at.

        Raises:
            ValidationError: it was wrong, or came too soon.
        """
        name, address = self.cleaned_data.get("username") or "", self._asker()
        gate = Gate(name, address)
        wait = gate.knock()
        if wait:
            raise ValidationError(self.error_messages["wait"], "wait", {"wait": wait})
        try:
            cleaned = super().clean()
        except ValidationError:
            remember(self._known(name), Deed.KEPT_OUT, address)
            raise
        gate.open()
        remember(name, Deed.LOGGED_IN, address)
        return cleaned

    def _asker(self) -> str:
        return str(self.request.META.get("REMOTE_ADDR", "")) if self.request else ""

    def _known(self, name: str) -> str:
        """Return a name only when there is such an account: people type passwords there."""
        return name if Account.objects.filter(username=name).exists() else "tidak dikenal"


class OwnPasswordForm(AdminPasswordChangeForm):
    """The old password and a new one, which must be another."""

    LABELS: ClassVar[dict[str, str]] = {
        "old_password": "Kata sandi yang sekarang",
        "new_password1": "Kata sandi baru",
        "new_password2": "Kata sandi baru, sekali lagi",
    }
    error_messages = {  # noqa: RUF012 (Django's)
        **AdminPasswordChangeForm.error_messages,
        "password_mismatch": "Keduanya belum sama. Ketik sekali lagi.",
        "password_incorrect": "Itu bukan kata sandi yang sekarang. Ketik sekali lagi.",
    }

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        for name, label in self.LABELS.items():
            self.fields[name].label, self.fields[name].help_text = label, ""
        self.fields["new_password1"].help_text = (
            "Paling sedikit 12 huruf; beberapa kata biasa pun boleh. Bukan yang banyak dipakai "
            "orang, dan tidak mirip nama sendiri."
        )

    def clean_new_password1(self) -> str:
        """Refuse the password that was there before."""
        typed = str(self.cleaned_data["new_password1"])
        if self.user.check_password(typed):
            raise ValidationError("Itu kata sandi yang lama. Buat yang lain.")
        return typed

    def save(self, commit: bool = True) -> Account:  # noqa: FBT001, FBT002 (Django's)
        """Keep the new password; the one-time one is used up."""
        account = self.user
        if not isinstance(account, Account):
            raise TypeError(type(account))
        account.must_change = False
        super().save(commit)
        remember(account.username, Deed.PASSWORD)
        return account


class AccountForm(AccountFields):
    """What one may set of an account; passwords are given by the server and changed by owners."""

    class Meta:
        """Which fields, and what they are called."""

        model = Account
        fields = ("username", "first_name", "is_active", "is_superuser")
        labels: ClassVar[dict[str, str]] = {
            "username": "Nama untuk masuk",
            "first_name": "Nama lengkap",
            "is_active": "Boleh masuk",
            "is_superuser": "Boleh mengurus akun petugas lain",
        }
        help_texts: ClassVar[dict[str, str]] = {
            "username": "Huruf, angka, dan @ . + - _",
            "first_name": "Tampak di jejak bagi petugas lain.",
            "is_active": "Hapus centangnya bila orang ini tidak bertugas lagi. Akun tidak dihapus, "
            "agar jejaknya tetap bernama.",
            "is_superuser": "Selalu sisakan dua orang.",
        }

    def clean(self) -> dict[str, Any]:
        """Keep one account that can look after the others.

        Raises:
            ValidationError: this is the last one.
        """
        cleaned = super().clean() or {}
        others = Account.objects.filter(is_active=True, is_superuser=True)
        stays = cleaned.get("is_active") and cleaned.get("is_superuser")
        if not stays and not others.exclude(pk=self.instance.pk).exists():
            raise ValidationError("Sisakan satu petugas yang dapat mengurus akun.")
        return cleaned
