"""A page that shows rows of a table of the log, and may have one form above them.

Tables keyed by kelurahan have composite keys, which Django's own lists cannot show.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.contrib.admin.sites import AdminSite
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest
from django.template.response import TemplateResponse

ROWS_A_PAGE = 100
TEMPLATE = "kantor/listing.html"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row; `needs_care` makes it stand out, `token` puts a button in it."""

    text: str
    needs_care: bool = False
    token: str = ""


Row = Sequence[Cell | str]
Wanted = Mapping[str, str]
"""The filter that the address of a page asks for: one kelurahan, or nothing for all of them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page shows. `note` says what may and may not be done here, in one or two sentences.

    `rows` reads the rows that are wanted whenever the page is opened.
    """

    title: str
    note: str
    columns: Sequence[str]
    rows: Callable[[Wanted], Iterable[Row]]
    when_empty: str
    is_by_kelurahan: bool = True
    """Whether the rows can be narrowed to one kelurahan."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the office: its address below the office's own, its name, and what answers."""

    slug: str
    title: str
    answer: Callable[[AdminSite, HttpRequest], Any]

    @classmethod
    def that_shows(cls, slug: str, listing: Listing) -> Self:
        """Return a page that shows `listing` and does nothing."""
        return cls(slug, listing.title, lambda site, request: show(site, request, listing))


def show(
    site: AdminSite,
    request: HttpRequest,
    listing: Listing,
    form: Form | None = None,
    **more: Any,
) -> TemplateResponse:
    """Return the page; `form` stands above the rows with `more["button"]` under it."""
    kelurahan = request.GET.get("kelurahan", "").strip() if listing.is_by_kelurahan else ""
    found = list(listing.rows({"kelurahan": kelurahan} if kelurahan else {}))
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("p"))
    rows = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in page]
    context: Mapping[str, Any] = {
        **site.each_context(request),
        "title": listing.title, "listing": listing, "page": page, "rows": rows, "form": form,
        "kelurahan": kelurahan, **more,
    }  # fmt: skip
    return TemplateResponse(request, TEMPLATE, dict(context))
