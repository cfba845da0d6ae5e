"""A second laptop beside Sari's: the pendamping kasus, or a member who may not read cases."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from patbm_desktop.actions.cases import case_moves, case_noting, follow_ups, referrals
from patbm_desktop.actions.cases.case_consents import Consent, give
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.opened.workspace import Unlocked, Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain import op as ops
from patbm_desktop.domain.clock import WITA, Clock, FixedClock
from patbm_desktop.domain.op import Op, Write, parse
from patbm_desktop.seal import keyfile, sign
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.store import connect, keyring, oplog, setting
from patbm_desktop.store.folder import DATABASE
from patbm_desktop.store.lens import BLIND
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.sync.laptop import APP, DEVICE
from patbm_desktop.sync.repair import repair
from tests.case_samples import Sample

KEY = bytes(range(32))
NOON = {"hour": 12, "minute": 0}


def admit(
    ws: Workspace, device: DeviceKeys, person: str, *, may_read: bool, label: str = ""
) -> None:
    """Let the founder of a space take in a coordinator's laptop, with or without the cases."""
    values: dict[str, Any] = {"label": label} if label else {}
    values |= {
        "person": person, "role": "koordinator", "active": True, "cases": may_read,
        "sign_pk": device.sign_pk.hex(), "box_pk": device.box_pk.hex(),
    }  # fmt: skip
    header: dict[str, Any] = {
        "space": ws.space, "ent": device.dev, "kind": "_member", "dev": ws.device.dev,
        "by": ws.person, "clk": oplog.highest_clk(ws.db, ws.space) + 1, "app": APP,
        "at": "2026-11-21T20:14:00", "rnd": ops.fresh_rnd(),
    }  # fmt: skip
    made = ops.compose(header, {name: Write(value) for name, value in values.items()}, None)
    signed = replace(made, sig=sign.sign(ws.device, made.body))
    oplog.apply(ws.db, [signed], ws.lens, ws.rights)


def laptop(
    ws: Workspace, folder: Path, clock: Clock, uses: Iterable[str], label: str = ""
) -> Workspace:
    """Return a laptop of its own that holds the keys of `uses` and every op of `ws`."""
    device, person = sign.make(), ids.fresh()
    uses = frozenset(uses)
    admit(ws, device, person, may_read="kasus" in uses, label=label)
    folder.mkdir()
    db = connect.create(folder / DATABASE, KEY)
    keyring.remember_device(db, DEVICE, device.secret)
    for name in ("space", "rt", "region"):
        setting.write(db, name, setting.read(ws.db, name))
    oplog.apply(db, every_op(ws)[:1], BLIND, RightsBook(db))
    connect.close(db)
    held_keys = keyfile.create(folder, KEY, person, "Rina", "kucing hijau malam")
    made = vault._workspace(
        folder, folder / DATABASE, Unlocked(held_keys, KEY), clock, read_only=False
    )
    repair(ws.laptop)
    carry(ws, made)
    made.laptop.refresh()
    return made


def every_op(ws: Workspace) -> list[Op]:
    return [parse(body, sig) for body, sig in oplog.ops_of(ws.db)]


def carry(source: Workspace, target: Workspace) -> None:
    """Bring everything `source` knows to `target`, as an exchange would."""
    known = every_op(source)
    for at in range(0, len(known), 200):
        oplog.apply(target.db, known[at : at + 200], target.lens, target.rights)
    oplog.settle(target.db, target.lens, target.rights)


def withdraw_cases(ws: Workspace) -> None:
    """Let a coordinator, on a laptop of her own, take the cases from the person at the keyboard."""
    device = sign.make()
    admit(ws, device, ids.fresh(), may_read=True)
    values = {"cases": False, "role": "anggota", "person": ws.person}
    header = {
        "space": ws.space, "ent": ws.device.dev, "kind": "_member", "dev": device.dev,
        "by": ids.fresh(), "clk": oplog.highest_clk(ws.db, ws.space) + 1, "app": APP,
        "at": "2026-11-21T20:14:00", "rnd": ops.fresh_rnd(),
    }  # fmt: skip
    made = ops.compose(header, {name: Write(value) for name, value in values.items()}, None)
    signed = replace(made, sig=sign.sign(device, made.body))
    oplog.apply(ws.db, [signed], ws.lens, ws.rights)


def enter(ws: Workspace, clock: FixedClock, sample: Sample) -> str:
    """Enter a sample as its kader would, day by day; return the case."""
    clock.moment = clock.moment.replace(**NOON).combine(sample.noted, clock.moment.timetz())
    ent = case_noting.note(ws, replace(sample.detail, learned_on=sample.noted)).ent
    way = list(sample.way)
    for giver in sample.given:
        give(ws, page(ws, ent), Consent(kind="rujukan", given_by=giver, form="lisan_tercatat"))
    for letter in sample.letters:
        _send(ws, ent, letter)
    if sample.letters and not sample.letters[0].refused_by:
        way = [step for step in way if step not in {"dirujuk", "diterima_layanan"}]
    if way[:1] == ["didampingi"]:
        case_moves.move(ws, page(ws, ent), way.pop(0))
    for done in sample.follow_ups:
        assert done.date is not None
        clock.moment = clock.moment.combine(done.date, clock.moment.time(), WITA)
        follow_ups.record(ws, page(ws, ent), done)
    for step in way:
        case_moves.move(ws, page(ws, ent), step, sample.reason if step == "selesai" else None)
    return ent


def _send(ws: Workspace, ent: str, letter: Any) -> None:
    made = replace(letter, sent=None, receipt=None, outcome=None, refused_by=None, means=None)
    of = referrals.make(ws, page(ws, ent), made).ent
    if letter.refused_by:
        referrals.refused(ws, of, letter.refused_by)
    if letter.sent:
        referrals.handed(ws, of, letter.means, on=letter.sent.on, at=letter.sent.at)
    if letter.receipt:
        referrals.received(ws, of, letter.receipt)
