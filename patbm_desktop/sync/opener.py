"""Open what is sealed: the space keys this laptop holds, and the boxes they fit."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from patbm_desktop.domain.kinds import KINDS, kept_as
from patbm_desktop.domain.op import SEALED, BadOp, Inner, Op, parse_inner
from patbm_desktop.seal import box
from patbm_desktop.store.keyring import HeldKey

EXPECTED = 256
"""Boxes sealed here and not read back yet; more than one transaction never makes."""


@dataclass(slots=True)
class Opener:
    """Opens boxes with the space keys of this laptop; `uses` says what each key is for."""

    keys: dict[str, bytes] = field(default_factory=dict, repr=False)
    uses: dict[str, str] = field(default_factory=dict)
    _expected: dict[str, Inner] = field(default_factory=dict, init=False, repr=False)

    def hold(self, keys: Iterable[HeldKey]) -> None:
        """Open with `keys` as well from now on."""
        for each in keys:
            self.keys[each.kid] = each.key
            self.uses[each.kid] = each.use

    def expect(self, op: Op, inner: Inner) -> None:
        """Know what stands in the box of `op`, which was sealed here a moment ago."""
        if len(self._expected) >= EXPECTED:
            self._expected.clear()
        self._expected[op.id] = inner

    def forget(self) -> None:
        """Hold no key any more."""
        self._expected = {}
        self.keys.clear()
        self.uses.clear()

    def open(self, op: Op) -> Inner | None:
        """Return what stands in the box of `op`; None when it stays locked.

        A box opened by a key of another use than its kind asks for stays locked, so that nobody
        can slip a record of cases under the key that all members hold. What the box calls a
        consent is kept under another name when it is one of a case.
        """
        if op.box is None:
            return None
        if op.id in self._expected:
            return self._expected.pop(op.id)
        try:
            opened = box.open_box(self.keys, op.box, op.aad)
            inner = parse_inner(opened.value, op)
        except (box.Unopened, BadOp):
            return None
        return _fitting(op, inner, self.uses[opened.kid])


def _fitting(op: Op, inner: Inner, use: str) -> Inner | None:
    if op.kind == SEALED:
        name = kept_as(inner.kind, use)
        if name is None:
            return None
        return inner if name == inner.kind else replace(inner, kind=name)
    kind = KINDS.get(op.kind)
    return inner if kind is None or (kind.use == use and not kind.sealed) else None
