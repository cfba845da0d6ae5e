"""What opens a vault for a person: her passphrase and her recovery sheet; her name at the lock."""

from enum import StrEnum

from patbm_desktop.actions.entrance import escrow
from patbm_desktop.actions.entrance.vault import open_held
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.seal import keyfile, passphrase, sheet


class SheetState(StrEnum):
    """How far the recovery sheet of a person has come."""

    NONE = "none"
    MADE = "made"
    TRIED = "tried"


def draw_passphrase() -> str:
    """Return three words drawn by chance."""
    return passphrase.draw()


def strength(text: str) -> passphrase.Strength:
    """Say how well `text` guards; three different words of the list count as drawn."""
    return passphrase.strength(text, _as_drawn(text))


def demand_strength(text: str) -> None:
    """Return only when `text` guards well enough.

    Raises:
        Fault: PASSPHRASE_WEAK.
    """
    passphrase.demand_strength(text, _as_drawn(text))


def _as_drawn(text: str) -> str:
    listed = set(passphrase.words())
    return text if all(word in listed for word in passphrase.normalise(text).split()) else ""


def change_passphrase(ws: Workspace, new: str) -> Workspace:
    """Give the person at the keyboard a new passphrase and the database a new key.

    Returns the vault opened anew; `ws` is closed. A kill at any step leaves a vault that opens with
    the old passphrase or with the new one.

    Raises:
        Fault: the passphrase is too weak (nothing changed), or the disk refused.
    """
    demand_strength(new)
    return escrow.with_new_key(ws, open_held, passphrases={ws.person: new})


def make_sheet(ws: Workspace) -> str:
    """Return the letters of a new recovery sheet, in groups of four; an older one opens no more.

    Raises:
        Fault: the key file cannot be written.
    """
    letters = keyfile.add_sheet(ws.folder, ws.unlocked.held, ws.person)
    return sheet.grouped(letters)


def try_sheet(ws: Workspace, letters: str) -> bool:
    """Say whether `letters`, typed in from the paper, open this vault."""
    return keyfile.is_sheet_right(ws.folder, ws.unlocked.held, letters)


def sheet_state(ws: Workspace) -> SheetState:
    """Say how far the recovery sheet of the person at the keyboard has come."""
    own = [each for each in keyfile.people(ws.folder) if each.ent == ws.person and each.has_sheet]
    if not own:
        return SheetState.NONE
    return SheetState.TRIED if own[0].has_tried_sheet else SheetState.MADE


def rename(ws: Workspace, call_name: str) -> None:
    """Show the person at the keyboard under another name on the unlock screen."""
    keyfile.rename(ws.folder, ws.unlocked.held, ws.person, call_name)


def hide_names(ws: Workspace, *, hidden: bool) -> None:
    """List no names on the unlock screen, or list them again."""
    keyfile.hide_names(ws.folder, ws.unlocked.held, hidden=hidden)
