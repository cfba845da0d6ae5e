"""The rights of every space, read once and again only when a control op has come.

A control op has a say only with its author's signature on it. It may lie here before its author is
known, when nobody could check it; so the check is made here, each time rights are read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import faults
from patbm_desktop.wire.signature import verify

_CONTROL = "SELECT body, sig FROM op WHERE space = ? AND kind < 'a' AND body IS NOT NULL ORDER BY n"
_NEWEST = "SELECT n, id FROM op WHERE space = ? AND kind < 'a' ORDER BY n DESC LIMIT 1"


@dataclass(slots=True)
class _Page:
    rights: Rights
    newest: tuple[int, bytes] | None


class RightsBook:
    """Hands out `Rights`; belongs to one connection and sees what another one committed."""

    def __init__(
        self, db: Database, archivists: Mapping[str, bytes] | frozenset[str] = frozenset()
    ) -> None:
        self._db = db
        self._archivists = archivists
        self._pages: dict[str, _Page] = {}
        self._signed: dict[tuple[str, bytes, bytes], bool] = {}

    def of(self, space: str) -> Rights:
        """Return the rights in `space` as all control ops here have them."""
        newest = self._newest(space)
        page = self._pages.get(space)
        if page is None or page.newest != newest:
            page = self._pages[space] = _Page(self._read(space), newest)
        return page.rights

    def forget(self, space: str) -> None:
        """Read the rights of `space` anew when they are asked for next."""
        self._pages.pop(space, None)

    def is_archivist(self, dev: str) -> bool:
        """Say whether `dev` is an arsip laptop, which reads every office."""
        return dev in self._archivists

    def is_signed(self, op: Op) -> bool:
        """Say whether `op` bears the signature of the device it names, as far as that is known."""
        sign_pk = self.of(op.space).sign_pk(op.dev)
        return sign_pk is not None and verify(sign_pk, op.body, op.sig)

    def _read(self, space: str) -> Rights:
        with faults.named():
            rows = self._db.conn.execute(_CONTROL, [bytes.fromhex(space)]).fetchall()
        ops = [parse(body, sig) for body, sig in rows]
        return Rights(space, ops, self._archivists, is_signed=self._fits)

    def _fits(self, op: Op, sign_pk: bytes) -> bool:
        asked = (op.id, op.sig, sign_pk)
        known = self._signed.get(asked)
        if known is None:
            known = self._signed[asked] = verify(sign_pk, op.body, op.sig)
        return known

    def _newest(self, space: str) -> tuple[int, bytes] | None:
        with faults.named():
            row = self._db.conn.execute(_NEWEST, [bytes.fromhex(space)]).fetchone()
        return tuple(row) if row else None
