"""Boxes of cases: opened by the key of their kind, and kept apart from those of open things."""

from dataclasses import replace
from typing import Any

import pytest

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain import op as ops
from patbm_desktop.domain.op import SEALED, Op, Write
from patbm_desktop.seal import box, sign
from patbm_desktop.store import listing, oplog
from patbm_desktop.sync.laptop import APP

GIVEN = {"of": "a" * 32, "kind": "rujukan", "given_by": "wali", "form": "tertulis"}


def sealed(ws: Workspace, inner: str, use: str, values: dict[str, Any], ent: str = "") -> Op:
    """Write an op whose box says `inner`, sealed with the key of `use`, whatever that means."""
    header: dict[str, Any] = {
        "space": ws.space, "ent": ent or ids.fresh(), "kind": SEALED, "dev": ws.device.dev,
        "clk": oplog.highest_clk(ws.db, ws.space) + 1, "app": APP, "rnd": ops.fresh_rnd(),
    }  # fmt: skip
    writes = ops.writes_as_json({name: Write(value) for name, value in values.items()})
    aad = ops.box_aad(*(header[key] for key in ("space", "ent", "dev", "clk", "rnd")))
    content = {"kind": inner, "by": ws.person, "at": "2026-11-21", "set": writes}
    made = ops.compose(header, {}, box.seal_box(ws.opener.keys[ws.sealing[use]], aad, content))
    return replace(made, sig=sign.sign(ws.device, made.body))


def kept(ws: Workspace, op: Op) -> list[tuple[str, str]]:
    oplog.apply(ws.db, [op], ws.lens, ws.rights)
    state = oplog.state_of(ws.db, op.id)
    kinds = ("consent", "case_consent", "case_detail", "case", "activity", "rencana")
    return [(kind, str(state)) for kind in kinds if listing.rows(ws.db, kind)]


@pytest.mark.parametrize(
    ("inner", "use", "found"),
    [
        ("consent", "umum", [("consent", "applied")]),
        ("consent", "kasus", [("case_consent", "applied")]),
        ("case", "umum", [("case", "applied")]),
        ("case_detail", "kasus", [("case_detail", "applied")]),
        ("case_detail", "umum", []),
        ("case", "kasus", []),
        ("case_consent", "umum", []),
        ("case_consent", "kasus", []),
        ("activity", "kasus", []),
        ("rencana", "kasus", [("rencana", "applied")]),
    ],
)
def test_a_box_is_kept_under_the_row_of_its_key_or_stays_shut(
    ws: Workspace, inner: str, use: str, found: list[tuple[str, str]]
) -> None:
    op = sealed(ws, inner, use, GIVEN)
    assert kept(ws, op) == found
    assert found or oplog.state_of(ws.db, op.id) is oplog.State.LOCKED


def test_who_holds_the_key_of_all_members_cannot_touch_a_consent_of_a_case(ws: Workspace) -> None:
    given = sealed(ws, "consent", "kasus", GIVEN)
    oplog.apply(ws.db, [given], ws.lens, ws.rights)
    withdrawn = sealed(ws, "consent", "umum", {"withdrawn_on": "2026-11-21"}, given.ent)
    oplog.apply(ws.db, [withdrawn], ws.lens, ws.rights)
    (row,) = listing.rows(ws.db, "case_consent")
    assert "withdrawn_on" not in row.values
