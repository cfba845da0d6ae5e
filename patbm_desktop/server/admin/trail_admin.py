"""The audit trail: who did what and when; it can be read and nothing else."""

# ruff: noqa: ARG002 (Django calls these methods and names their parameters)

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from patbm_desktop.server.people.models import Deed, Trail

if TYPE_CHECKING:
    TrailPages = admin.ModelAdmin[Trail]
else:
    TrailPages = admin.ModelAdmin


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


class TrailAdmin(TrailPages):
    """The list; there is no page of one line, for it says all there is."""

    list_display = ("at", "who", "deed", "about")
    list_display_links = None
    list_filter = (DeedFilter,)
    search_fields = ("who", "about")
    date_hierarchy = "at"
    list_per_page = 100
    actions = None

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Show the list under the name it has in the menu."""
        return super().changelist_view(request, {**(extra_context or {}), "title": "Jejak"})

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Let everybody in who could log in."""
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Trail | None = None) -> bool:
        """Let everybody look."""
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: it is written by what is done."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Trail | None = None) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Trail | None = None) -> bool:
        """Refuse."""
        return False

    @admin.display(description="apa", ordering="what")
    def deed(self, trail: Trail) -> str:
        """Return what was done, in words."""
        return trail.what_in_words()
