"""The recovery sheet, made when somebody asks for it and kept nowhere but on paper."""

from patbm_desktop.actions.entrance import passphrases
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers


def sheet_pdf(ws: Workspace) -> bytes:
    """Return a new recovery sheet as a PDF that stays in memory; an older one opens no more."""
    return papers.pdf(papers.recovery_sheet(ws, passphrases.make_sheet(ws)))
