"""What the pages over Django's own tables have in common: those of accounts, laptops and the trail.

Everybody of the office may look, nobody may make, change or delete; a page says what it allows
besides. What is done is written into the office's own trail and not into Django's.
"""

# ruff: noqa: ARG002 (Django calls these methods and names their parameters)

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern

if TYPE_CHECKING:
    ModelPages = admin.ModelAdmin[Any]
else:
    ModelPages = admin.ModelAdmin

HISTORY = "_history"
"""How Django names its page of a history, which would be empty here."""


class OfficePages(ModelPages):
    """A list and the page of one row; `title` is what the menu calls the list.

    `is_for_heads` keeps them for the people who look after accounts.
    """

    title: ClassVar[str]
    is_for_heads: ClassVar[bool] = False
    actions = None
    list_per_page = 100

    def get_urls(self) -> list[URLPattern]:
        """Return Django's addresses but for that of the history."""
        return [each for each in super().get_urls() if not str(each.name).endswith(HISTORY)]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Show the list under the name it has in the menu."""
        return super().changelist_view(request, {**(extra_context or {}), "title": self.title})

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Say whether they stand in the menu of whoever asks."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let everybody look who could log in, or who looks after accounts."""
        is_head = bool(getattr(request.user, "is_superuser", False))
        return self.admin_site.has_permission(request) and (is_head or not self.is_for_heads)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: what was done names it."""
        return False

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the trail."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Leave it to the trail."""
