"""Values to pages: Typst is handed everything in memory, so nothing that is printed is ever stored.

A report of many pages is compiled by a child process, for Typst keeps the memory it once took
(560 MiB after 92 pages). They talk through pipes; run as ``python -m``, this module is the child.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

from patbm_desktop.assets import PACKAGE, asset
from patbm_desktop.reports.paper import Document
from patbm_desktop.reports.picture import wrapped

PAGES_IN_PROCESS = 20
"""Longer reports are made by a child process."""


class BrokenTemplate(RuntimeError):
    """Raised when a sheet cannot be compiled: always our own bug, never the reader's doing."""


def render_pdf(document: Document) -> bytes:
    """Return the tagged PDF of `document`; the same document gives the same bytes.

    Raises:
        BrokenTemplate: a template does not compile.
    """
    return _rendered(document, "pdf", document.ppi)[0]


def render_png(document: Document, ppi: float | None = None) -> list[bytes]:
    """Return every page of `document` as PNG, at `ppi` dots an inch; by default its own.

    Raises:
        BrokenTemplate: a template does not compile.
    """
    return _rendered(document, "png", ppi or document.ppi)


def sources(document: Document) -> dict[str, str]:
    """Return every file that Typst may see, by name; there is no other."""
    language = document.data["language"]
    templates = {path.name: path.read_text("utf-8") for path in asset("reports").glob("*.typ")}
    pictures = {each.name: wrapped(each.data) for each in document.pictures}
    return {
        **templates,
        **pictures,
        "words.toml": asset(f"reports/labels.{language}.toml").read_text("utf-8"),
        "data.json": json.dumps(document.data),
    }


def _rendered(document: Document, form: str, ppi: float) -> list[bytes]:
    job = {
        "sources": sources(document),
        "form": form,
        "ppi": ppi,
        "at": int(document.at.timestamp()),
    }
    return _in_child(job) if document.pages > PAGES_IN_PROCESS else _compiled(job)


@cache
def _fonts() -> Any:
    from typst import Fonts  # noqa: PLC0415 - 30 MB that a session without printing never needs

    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(asset("fonts"))],
    )


def _compiled(job: Mapping[str, Any]) -> list[bytes]:
    import typst  # noqa: PLC0415 - 30 MB that a session without printing never needs

    files = {name: text.encode() for name, text in job["sources"].items()}
    entry = {"main.typ": files.pop("main.typ")}
    try:
        made, warnings = typst.compile_with_warnings(
            entry | files,
            font_paths=_fonts(),
            format=job["form"],
            ppi=job["ppi"],
            timestamp=job["at"],
        )
    except typst.TypstError as broken:
        raise BrokenTemplate(broken.message) from None
    if warnings:
        raise BrokenTemplate(warnings[0].message)
    return made if isinstance(made, list) else [made]


def _in_child(job: Mapping[str, Any]) -> list[bytes]:
    child = subprocess.run(
        [sys.executable, "-m", "patbm_desktop.reports.render"],
        cwd=PACKAGE.parent,
        input=json.dumps(job).encode(),
        capture_output=True,
        check=False,
    )
    if child.returncode:
        raise BrokenTemplate(f"the child ended with {child.returncode}")
    return [base64.b64decode(page) for page in json.loads(child.stdout)]


def main() -> None:
    """Compile the job that comes in on standard input and write the pages to standard output."""
    pages = _compiled(json.load(sys.stdin.buffer))
    json.dump([base64.b64encode(page).decode("ascii") for page in pages], sys.stdout)


if __name__ == "__main__":
    main()
