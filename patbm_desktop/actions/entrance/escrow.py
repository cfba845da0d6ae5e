"""Who besides its people can open this vault: the slots `titip`, kept up with the office.

A new coordinator is given a slot as soon as she is known here. One who no longer counts is taken
out by a new key of the database, which is done when the vault opens: then nobody waits for a note.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from patbm_desktop.actions.kelurahan import roll
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault
from patbm_desktop.seal import keyfile, unlock_help
from patbm_desktop.seal.escrow import Owner, Trustee
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.slot import SlotKind
from patbm_desktop.store import backup, rekeying, setting
from patbm_desktop.store import folder as names
from patbm_desktop.sync import escrow as sync_escrow

Open = Callable[[Path, Held, Clock], Workspace]
Dropped = Collection[tuple[SlotKind, str]]


def keep_up(ws: Workspace) -> None:
    """Give every coordinator who may have one a slot; a disk that refuses is asked again later."""
    if ws.is_read_only or not keyfile.exists(ws.folder):
        return
    with suppress(Fault):
        known = {each.dev: each.person for each in keyfile.holders(ws.folder)}
        for each in sync_escrow.trustees(ws.laptop):
            if known.get(each.dev) != each.person:
                _give(ws, each)


def _give(ws: Workspace, trustee: Trustee) -> None:
    owner = Owner(
        dev=ws.device.dev,
        person=str(setting.read(ws.db, "person")),
        space=str(setting.read(ws.db, "space")),
        made=ws.today().isoformat(),
    )
    name = str(ws.values("person", trustee.person).get("name", ""))
    keyfile.add_trustee(ws.folder, ws.unlocked.held, trustee, owner, name)


def date_pact(ws: Workspace, dev: str, pact: date | None) -> frozenset[str]:
    """Write down when the pact of a coordinator was signed; return the kinds that changed.

    From then on the laptops of the kelurahan give hers a slot.

    Raises:
        Fault: NOT_COORDINATOR, NO_SUCH_MEMBER or PACT_MISSING.
    """
    signed = pact.isoformat() if pact else ""
    return sync_escrow.date_pact(ws.laptop, roll.office_of(ws), dev, signed)


def overdue(ws: Workspace) -> frozenset[str]:
    """Return the laptops that have a slot here and may have none any more."""
    if ws.is_read_only:
        return frozenset()
    may = {each.dev for each in sync_escrow.trustees(ws.laptop)}
    return frozenset(each.dev for each in keyfile.holders(ws.folder)) - may


def lock_out(ws: Workspace, open_: Open) -> Workspace:
    """Give the database a new key where somebody has a slot who may have none any more.

    Returns the vault, opened anew if need be. Where the disk refuses, it opens with what stands,
    and the next opening tries again.
    """
    gone = overdue(ws)
    if not gone:
        return ws
    try:
        new = _NewKey(ws)
    except Fault:
        return ws
    ws.close()
    with suppress(Fault):
        new.finish(dropped={(SlotKind.ESCROW, dev) for dev in gone})
    opened = new.open(open_)
    with suppress(Fault):
        new.remake_backups(opened)
    return opened


def with_new_key(
    ws: Workspace, open_: Open, *, passphrases: Mapping[str, str] | None = None
) -> Workspace:
    """Give the database a new key, write all slots anew, and return the vault opened with `open_`.

    `ws` is closed. A kill at any step leaves a vault that opens, with what opened it before or with
    what opens it afterwards. A request for help that waits is overtaken by it.

    Raises:
        Fault: the disk refused.
    """
    new = _NewKey(ws)
    ws.close()
    new.finish(passphrases=passphrases)
    opened = new.open(open_)
    new.remake_backups(opened)
    return opened


class _NewKey:
    """A change of the database key: begun with the vault open, finished with it closed.

    Raises:
        Fault: the key file cannot be written; nothing was changed.
    """

    def __init__(self, ws: Workspace) -> None:
        self.folder, self.clock, self.old = ws.folder, ws.clock, ws.unlocked.key
        self.key = keyfile.new_key()
        self.held = keyfile.begin_rekey(self.folder, ws.unlocked.held, self.key)

    def finish(
        self, *, passphrases: Mapping[str, str] | None = None, dropped: Dropped = ()
    ) -> None:
        """Encrypt the database anew and leave the new key as the only one.

        Raises:
            Fault: the disk refused; the keys in the file open what stands.
        """
        rekeying.rekey(self.folder / names.DATABASE, self.old, self.key)
        self.held = keyfile.finish_rekey(
            self.folder, self.held, self.key, passphrases=passphrases, dropped=dropped
        )
        unlock_help.forget(self.folder)

    def open(self, open_: Open) -> Workspace:
        """Open the vault with whichever key fits."""
        return open_(self.folder, self.held, self.clock)

    def remake_backups(self, ws: Workspace) -> None:
        """Leave no local backup that the old key opens.

        Raises:
            Fault: the disk refused; the old ones stand.
        """
        backup.remake(ws.db, self.folder, ws.unlocked.key, self.clock.now().date())
