"""Steps of a server that is not ours: it puts into a log what nobody there wrote."""

from dataclasses import replace

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.seal import key as space_keys
from patbm_desktop.seal import sign
from tests.sim.hand import Hand
from tests.store.laptop import Author


class Strangers(Hand):
    """Somebody who has keys of his own and the hand of the server."""

    def stranger(self) -> None:
        """The server puts something into a log that nobody there wrote."""
        space = self.random.choice(self.world.spaces)
        stranger = Author(space)
        made = self.random.choice(
            (self._false_edit, self._false_member, self._false_key, self._false_number,
             self._false_removal, self._false_request, self._false_erasure)
        )(stranger)  # fmt: skip
        if made is None:
            return
        if self.random.random() < 0.4:
            made = _forged(made, self.someone().dev, stranger)
        if self.world.server.slip_in(made):
            self.world.ledger.strange.add(made.id)
            if not made.is_control:
                self.world.ledger.strange_at[made.id] = made.space, made.ent
            self.world.tell(made.kind, made.id[:6])

    def _false_edit(self, stranger: Author) -> Op | None:
        known = [each for each in self.world.ledger.by_record
                 if each.space == stranger.space and each.kind == "place"]  # fmt: skip
        if not known:
            return None
        record = self.random.choice(known)
        over = {"name": tuple(self.world.ledger.by_record[record][-20:])}
        return stranger.op("place", record.ent, {"name": "palsu"}, clk=99, over=over)

    def _false_member(self, stranger: Author) -> Op:
        return stranger.member(stranger, 99, role="koordinator", cases=True)

    def _false_removal(self, stranger: Author) -> Op:
        return stranger.op("_member", self.someone().dev, {"active": False}, clk=99)

    def _false_number(self, stranger: Author) -> Op:
        return stranger.op("contact", self._ent(), {"name": "Polsek", "phone": "0800"}, clk=99)

    def _false_request(self, stranger: Author) -> Op | None:
        known = [each for each in self.world.ledger.by_record if each.space == stranger.space]
        if not known:
            return None
        values = {"targets": [[stranger.space, self.random.choice(known).ent]],
                  "reason": "diminta", "basis": "pasal_43"}  # fmt: skip
        return self._in_office(stranger).op("_ask_erase", self._ent(), values, clk=99)

    def _false_erasure(self, stranger: Author) -> Op | None:
        """A stranger, or a coordinator who is no arsip, carries out what was asked in earnest."""
        asked = sorted(self.world.ledger.asked)
        if not asked:
            return None
        values = {"ask": self.random.choice(asked)}
        machine = self.someone()
        if self.random.random() < 0.5:
            return machine.laptop.control("_erase", self._ent(), values, space=self.world.office)
        return self._in_office(stranger).op("_erase", self._ent(), values, clk=99)

    def _in_office(self, stranger: Author) -> Author:
        stranger.space = self.world.office
        return stranger

    def _ent(self) -> str:
        return self.random.randbytes(16).hex()

    def _false_key(self, stranger: Author) -> Op:
        key = space_keys.make()
        readers = {each.dev: each.laptop.device.box_pk for each in self.world.machines}
        (fields,) = space_keys.as_fields("umum", key, readers)
        return stranger.op("_key", space_keys.kid("umum", key), fields, clk=99)


def _forged(op: Op, dev: str, stranger: Author) -> Op:
    """Return `op` as if `dev` had written it, under the signature of the stranger."""
    body = op.body.replace(stranger.dev.encode(), dev.encode())
    return replace(parse(body, b""), sig=sign.sign(stranger.device, body))
