"""The audit trail: who did what and when; it can be read and nothing else."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from patbm_desktop.server.admin.office_pages import OfficePages
from patbm_desktop.server.people.models import Deed, Trail


class DeedFilter(admin.SimpleListFilter):
    """Shows one kind of deed."""

    title = "apa"
    parameter_name = "apa"

    def lookups(self, _request: HttpRequest, _pages: Any) -> list[tuple[str, str]]:
        """Return every deed there is."""
        return [(str(value), str(label)) for value, label in Deed.choices]

    def queryset(self, _request: HttpRequest, queryset: Any) -> Any:
        """Narrow the list to the deed asked for."""
        return queryset.filter(what=self.value()) if self.value() else queryset


class TrailAdmin(OfficePages):
    """The list; there is no page of one line, for it says all there is."""

    title = "Jejak"
    list_display = ("at", "who", "deed", "about")
    list_display_links = None
    list_filter = (DeedFilter,)
    search_fields = ("who", "about")
    date_hierarchy = "at"

    def has_view_permission(self, request: HttpRequest, obj: Trail | None = None) -> bool:
        """Let everybody look at the list."""
        return obj is None and super().has_view_permission(request)

    @admin.display(description="apa", ordering="what")
    def deed(self, trail: Trail) -> str:
        """Return what was done, in words."""
        return trail.what_in_words()
