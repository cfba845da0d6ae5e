"""Laptops: when each was heard last, with which version, and cutting one off."""

# ruff: noqa: ARG002, FBT001 (Django calls these methods and names their parameters)

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from patbm_desktop.server.admin import naming
from patbm_desktop.server.admin.office_pages import OfficePages
from patbm_desktop.server.log.models import Access, Device, Home, Member, Space, short_code
from patbm_desktop.server.people.models import Deed, remember

if TYPE_CHECKING:
    DeviceFields = forms.ModelForm[Device]
else:
    DeviceFields = forms.ModelForm


class DeviceForm(DeviceFields):
    """The one thing that may be changed of a laptop."""

    disabled = forms.BooleanField(
        required=False,
        label="Putuskan laptop ini",
        help_text="Sambungannya putus saat itu juga. Kuncinya tidak tersentuh: bila laptopnya "
        "hilang, minta koordinator mengeluarkannya di program.",
    )

    class Meta:
        """Which field."""

        model = Device
        fields = ("disabled",)

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        # The box shows any number as ticked, nought as well.
        self.initial["disabled"] = bool(self.instance.disabled)

    def clean_disabled(self) -> int:
        """Return the number that the table holds."""
        return int(self.cleaned_data["disabled"])


class IsCutOff(admin.SimpleListFilter):
    """Shows only laptops that are cut off, or only those that are not."""

    title = "keadaan"
    parameter_name = "putus"

    def lookups(self, _request: HttpRequest, _pages: Any) -> list[tuple[str, str]]:
        """Return the two states."""
        return [("0", "tersambung"), ("1", "diputus")]

    def queryset(self, _request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list to the state asked for."""
        return queryset.filter(disabled=self.value()) if self.value() else queryset


class DeviceAdmin(OfficePages):
    """The list of laptops and the page of one; every person of the office may cut one off.

    Nobody makes one: a laptop introduces itself, and an op of its kelurahan lets it in.
    """

    title = "Laptop"
    form = DeviceForm
    list_display = ("name", "state", "heard_at", "version", "places", "code")
    list_filter = (IsCutOff,)
    search_fields = ("label",)
    ordering = ("label", "dev")
    fields = ("name", "code", "places", "seats", "heard_at", "version", "disabled")
    readonly_fields = ("name", "code", "places", "seats", "heard_at", "version")

    def has_change_permission(self, request: HttpRequest, obj: Device | None = None) -> bool:
        """Let everybody cut a laptop off: it must not wait for a certain person."""
        return self.admin_site.has_permission(request)

    def save_model(
        self, request: HttpRequest, obj: Device, form: DeviceFields, change: bool
    ) -> None:
        """Write that one column, and the trail."""
        if "disabled" not in form.changed_data:
            return
        obj.save(update_fields=["disabled"])
        deed = Deed.CUT_OFF if obj.disabled else Deed.LET_IN
        remember(request.user.get_username(), deed, f"{obj.label} {short_code(obj.dev)}")

    @admin.display(description="nama", ordering="label")
    def name(self, device: Device) -> str:
        """Return what its owner calls it."""
        return device.label or "(tanpa nama)"

    @admin.display(description="kode")
    def code(self, device: Device) -> str:
        """Return the beginning of its twelve characters."""
        return short_code(device.dev)

    @admin.display(description="kelurahan")
    def places(self, device: Device) -> str:
        """Return where it is known."""
        codes = Access.objects.filter(dev=device.dev).order_by("kelurahan")
        return ", ".join(map(naming.kelurahan, codes.values_list("kelurahan", flat=True))) or "–"

    @admin.display(description="anggota dari")
    def seats(self, device: Device) -> str:
        """Return the spaces it reads now, with its role in each."""
        seats = Member.objects.filter(dev=device.dev, until=None).values_list("space", "role")
        return ", ".join(sorted(f"{_space(space)} ({role})" for space, role in seats)) or "–"

    @admin.display(description="terakhir terdengar", ordering="heard")
    def heard_at(self, device: Device) -> str:
        """Return when it was heard last, to the hour."""
        return naming.moment(device.heard)

    @admin.display(description="versi program", ordering="app")
    def version(self, device: Device) -> str:
        """Return which program it ran then."""
        return device.app or "–"

    @admin.display(description="keadaan", ordering="disabled")
    def state(self, device: Device) -> str:
        """Return whether it may connect."""
        return "diputus" if device.disabled else "tersambung"


def _space(space: str) -> str:
    rows = Space.objects.filter(id=space).values_list("kelurahan", "rt")
    is_office = Home.objects.filter(space=space, office=1).exists()
    return next((naming.space(*row, is_office=is_office) for row in rows), space[:8])
