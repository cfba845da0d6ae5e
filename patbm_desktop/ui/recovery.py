"""The recovery sheet, made when somebody asks for it and kept nowhere but on paper."""

from patbm_desktop.actions import papers, passphrases
from patbm_desktop.actions.workspace import Workspace


def sheet_pdf(ws: Workspace) -> bytes:
    """Return a new recovery sheet as a PDF that stays in memory; an older one opens no more."""
    return papers.pdf(papers.recovery_sheet(ws, passphrases.make_sheet(ws)))
