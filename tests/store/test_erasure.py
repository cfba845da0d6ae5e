"""Erasure is final: no word of the record is left in any file, now or later."""

import itertools
import random

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import parse
from patbm_desktop.seal import key as space_keys
from patbm_desktop.store import (
    backup,
    bundles,
    connect,
    current,
    draft,
    erasure,
    full_backup,
    listing,
    oplog,
    outbox,
    part_book,
    parts,
    restoring,
    search,
    traces,
)
from patbm_desktop.store.draft import Draft
from patbm_desktop.store.lens import Lens
from patbm_desktop.wire.line import Stripped
from tests.store import raw
from tests.store.erasing import DAY, SECRET, Erasing, within
from tests.store.laptop import DATABASE_KEY, Author

WORDS = (SECRET.encode(), SECRET.lower().encode())


@pytest.fixture
def erasing(tmp_path):
    made = Erasing(tmp_path / "vault")
    made.session()
    yield made
    made.laptop.close()


def where_it_stands(erasing, words=WORDS):
    """Return the files of the vault, decrypted, that say one of `words`."""
    found = raw.texts(erasing.laptop.folder, DATABASE_KEY)
    return {name for name, text in found if any(word in text for word in words)}


def bodies(erasing, *ents):
    """Return the op bodies of records as they travel."""
    blobs = [bytes.fromhex(ent) for ent in ents]
    spots = ",".join("?" * len(blobs))
    rows = erasing.laptop.db.conn.execute(f"SELECT body FROM op WHERE ent IN ({spots})", blobs)
    return tuple(body[-60:] for (body,) in rows)


def test_the_secret_stands_in_the_files_before(erasing):
    assert where_it_stands(erasing) >= {"catatan.db-wal"}
    connect.close(erasing.laptop.db)
    assert where_it_stands(erasing) >= {"catatan.db"}
    erasing.laptop.db = erasing.laptop.opened()


def test_of_an_erased_record_no_word_is_left_in_any_file(erasing):
    backup.daily(erasing.laptop.db, erasing.laptop.folder, DATABASE_KEY, DAY.replace(day=1))
    sealed = bodies(erasing, *erasing.whole)
    assert where_it_stands(erasing, sealed)
    erasing.apply(*erasing.both(*erasing.whole))
    assert where_it_stands(erasing, (*WORDS, *sealed)) == set()
    connect.close(erasing.laptop.db)
    assert where_it_stands(erasing, (*WORDS, *sealed)) == set()
    erasing.laptop.db = erasing.laptop.opened()


def test_of_an_erased_op_its_name_and_place_are_kept(erasing):
    ops = oplog.counts(erasing.laptop.db).ops
    erasing.apply(*erasing.both(*erasing.whole))
    assert erasing.states(erasing.ent) == erasing.states(erasing.photo) == {"stripped"}
    assert oplog.counts(erasing.laptop.db).ops == ops + 2
    assert not {each.id for each in oplog.outbox(erasing.laptop.db)} & stripped(erasing)


def stripped(erasing):
    rows = erasing.laptop.db.conn.execute("SELECT id FROM op WHERE state = 'stripped'")
    return {id_.hex() for (id_,) in rows}


def test_an_erased_record_is_in_no_list_and_found_by_no_word(erasing):
    other = erasing.laptop.save(type="jejaring", result="Lain", date="2026-10-06")
    kinds = erasing.apply(*erasing.both(*erasing.whole))
    assert {"activity", "attendance", "attachment", "_erase"} <= kinds
    assert [row.ent for row in listing.rows(erasing.laptop.db, "activity")] == [other]
    assert search.find(erasing.laptop.db, SECRET) == []
    assert search.count(erasing.laptop.db, SECRET) == 0
    assert search.count(erasing.laptop.db, "lain") == 1


def test_what_is_left_is_whole_and_can_be_built_anew(erasing):
    erasing.apply(*erasing.both(*erasing.whole))
    assert erasing.laptop.is_sound()
    current.rebuild(erasing.laptop.db, erasing.laptop.lens, erasing.laptop.rights)
    assert erasing.laptop.is_sound()
    assert listing.rows(erasing.laptop.db, "activity") == []


def test_a_photo_that_another_record_names_as_well_stays(erasing):
    file = {"key": "0" * 64, "mime": "image/jpeg", "size": 9, "parts": [erasing.part]}
    erasing.laptop.save("attachment", of=erasing.laptop.save(type="jejaring"), file=file)
    erasing.apply(*erasing.both(*erasing.whole))
    assert parts.has(erasing.laptop.folder, erasing.part)


def test_a_half_typed_edit_of_it_goes_as_well(erasing):
    for name, content in (("a" * 32, {"ent": erasing.ent, "x": SECRET}), ("b" * 32, {"x": "y"})):
        draft.put(erasing.laptop.db, Draft(name, "activity", content, "2026-10-06", ""))
    erasing.apply(*erasing.both(*erasing.whole))
    assert [each.id for each in draft.every(erasing.laptop.db)] == ["b" * 32]


def test_a_form_still_open_on_it_keeps_no_draft(erasing):
    open_form = Draft("a" * 32, "activity", {"ent": erasing.ent, "x": SECRET}, "2026-10-06", "")
    draft.put(erasing.laptop.db, open_form)
    erasing.apply(*erasing.both(*erasing.whole))
    draft.put(erasing.laptop.db, open_form)
    draft.put(erasing.laptop.db, Draft("b" * 32, "activity", {"x": "y"}, "2026-10-06", ""))
    assert [each.id for each in draft.every(erasing.laptop.db)] == ["b" * 32]
    assert where_it_stands(erasing) == set()


def test_the_two_words_erase_in_any_order(tmp_path):
    for number, order in enumerate(itertools.permutations(range(4))):
        erasing = Erasing(tmp_path / str(number))
        ent = erasing.laptop.save("place", name=SECRET)
        again = [*erasing.both(ent), erasing.listing(), erasing.laptop.author.op(
            "place", ent, {"name": SECRET}, clk=60)]  # fmt: skip
        erasing.apply(*(again[at] for at in order))
        assert erasing.states(ent) == {"stripped"}
        erasing.laptop.close()


def test_an_edit_that_comes_late_is_stripped_as_it_comes(erasing):
    erasing.apply(*erasing.both(*erasing.whole))
    late = erasing.laptop.author.op("activity", erasing.ent, {"result": SECRET}, clk=99)
    erasing.laptop.apply([late])
    assert oplog.state_of(erasing.laptop.db, late.id) == "stripped"
    assert erasing.laptop.values("activity", erasing.ent) is None
    assert where_it_stands(erasing, (*WORDS, late.body[-60:])) == set()


def test_words_of_somebody_unknown_about_an_erased_record_are_not_kept_either(erasing):
    erasing.apply(*erasing.both(*erasing.whole))
    stranger = within(erasing.tono, erasing.laptop.space)
    late = stranger.op("place", erasing.ent, {"name": SECRET}, clk=99)
    erasing.laptop.apply([late])
    assert where_it_stands(erasing) == set()


def test_an_edit_in_the_very_transaction_of_the_erasure_is_not_kept(erasing):
    late = erasing.laptop.author.op("activity", erasing.ent, {"result": SECRET}, clk=99)
    erasing.laptop.apply([late, *erasing.both(*erasing.whole)])
    erasing.clear()
    assert where_it_stands(erasing) == set()
    assert erasing.laptop.is_sound()


def test_a_record_that_was_part_of_what_is_gone_is_hidden_and_asked_for_next(erasing):
    erasing.apply(*erasing.both(erasing.ent))
    late = erasing.laptop.author.op(
        "attendance", "c" * 32, {"activity_id": erasing.ent, "name": "Ani", "sex": "P"}, clk=99
    )
    erasing.laptop.apply([late])
    assert listing.rows(erasing.laptop.db, "attendance") == []
    assert listing.rows(erasing.laptop.db, "attachment", with_void=True) == []
    left = {each.ent for each in erasure.leftovers(erasing.laptop.db)}
    assert left == {erasing.name, erasing.photo, "c" * 32}
    assert erasing.laptop.is_sound()
    erasing.apply(*erasing.both(*left))
    assert erasure.leftovers(erasing.laptop.db) == []
    assert where_it_stands(erasing) == set()


def test_what_belongs_to_a_record_of_the_same_name_elsewhere_stays(erasing):
    other, laptop = Author(), erasing.laptop
    laptop.reader.keys |= {space_keys.kid(use, key): key for use, key in other.keys.items()}
    said = {"activity_id": erasing.ent, "name": "Ani", "sex": "P"}
    laptop.apply([
        *other.first_ops(),
        other.op("activity", erasing.ent, {"type": "jejaring"}, clk=20),
        other.op("attendance", "c" * 32, said, clk=21),
    ])  # fmt: skip
    erasing.apply(*erasing.both(erasing.ent))
    assert [row.ent for row in listing.rows(laptop.db, "attendance")] == ["c" * 32]
    late = other.op("attendance", "d" * 32, said, clk=22)
    laptop.apply([late])
    assert len(listing.rows(laptop.db, "attendance")) == 2
    assert laptop.is_sound()


def test_a_place_that_is_gone_takes_no_session_with_it(erasing):
    session = erasing.laptop.save(type="jejaring", place_id=erasing.place)
    erasing.apply(*erasing.both(erasing.place))
    assert session in {row.ent for row in listing.rows(erasing.laptop.db, "activity")}


# -- who may ---------------------------------------------------------------------------------


def still_there(erasing):
    return erasing.states(erasing.ent) == {"applied"} and not erasure.every(erasing.laptop.db)


def test_a_coordinator_alone_erases_nothing(erasing):
    ask = erasing.ask(*erasing.whole)
    erasing.apply(ask, erasing.erase(ask, by=erasing.rina))
    assert still_there(erasing)


def test_an_arsip_laptop_alone_erases_nothing(erasing):
    ask = erasing.ask(*erasing.whole, by=erasing.at_office)
    erasing.apply(ask, erasing.erase(ask))
    assert still_there(erasing)


def test_a_stranger_erases_nothing(erasing):
    stranger = within(erasing.tono, erasing.rina.space)
    ask = erasing.ask(*erasing.whole)
    forged = erasing.erase(ask, by=stranger)
    erasing.apply(ask, forged, erasing.ask(*erasing.whole, by=stranger))
    assert still_there(erasing)


def test_an_arsip_laptop_that_coordinates_as_well_does_not_answer_its_own_request(erasing):
    made_coordinator = erasing.rina.member(erasing.at_office, 15, role="koordinator")
    ask = erasing.ask(*erasing.whole, by=erasing.at_office)
    erasing.apply(made_coordinator, ask, erasing.erase(ask))
    assert still_there(erasing)
    erasing.apply(*erasing.both(*erasing.whole))
    assert not still_there(erasing)


def test_a_request_of_a_reader_or_a_stranger_is_none_even_if_it_is_carried_out(erasing):
    reader = within(Author(), erasing.rina.space)
    erasing.apply(erasing.rina.member(reader, 15, role="pembaca"))
    for by in (reader, within(erasing.tono, erasing.rina.space)):
        ask = erasing.ask(*erasing.whole, by=by)
        erasing.apply(ask, erasing.erase(ask))
    assert still_there(erasing)


def test_an_office_reaches_only_the_spaces_it_lists(erasing):
    other = Author()
    member = within(erasing.arsip, other.space)
    founding = [op for op in other.first_ops("koordinator") if op.kind == "_member"]
    ask = erasing.ask(*erasing.whole, by=other)
    erasing.apply(*founding, ask, erasing.erase(ask, by=member))
    assert still_there(erasing)


def test_a_stripped_line_that_lies_about_its_record_keeps_no_body_away(erasing):
    """A faulty server names the erased record for an op of another one."""
    laptop = erasing.laptop
    op = laptop.author.op("place", "e" * 32, {"name": "Balai"}, clk=99)
    bundles.keep_stubs(laptop.db, [Stripped(laptop.space, None, op.id, erasing.ent, "place")])
    erasing.apply(*erasing.both(*erasing.whole))
    laptop.apply([op])
    assert laptop.values("place", "e" * 32) == {"name": "Balai"}


def test_words_about_members_and_keys_are_never_erased(erasing):
    erasing.apply(*erasing.both(erasing.laptop.author.dev))
    assert erasing.states(erasing.laptop.author.dev) == {"applied"}


# -- what is left on the disk ----------------------------------------------------------------


def test_while_somebody_reads_the_log_waits_and_is_emptied_the_next_time(erasing):
    reader = erasing.laptop.opened()
    reader.conn.execute("PRAGMA busy_timeout = 1")
    erasing.laptop.db.conn.execute("PRAGMA busy_timeout = 1")
    reader.conn.execute("BEGIN")
    reader.conn.execute("SELECT count(*) FROM op").fetchone()
    with pytest.raises(Fault) as caught:
        erasing.apply(*erasing.both(*erasing.whole))
    assert caught.value.refusal is Refusal.DATABASE_BUSY
    assert traces.is_due(erasing.laptop.db)
    connect.close(reader)
    erasing.clear()
    assert where_it_stands(erasing) == set()
    assert not traces.is_due(erasing.laptop.db)


def moved_about(folder, seed):
    """Let rows grow, shrink and move within their pages, and erase some; return what they said."""
    chance, erasing = random.Random(seed), Erasing(folder / str(seed))
    words = [f"Kangkung{at:03}sawah" for at in range(60)]
    ents = [
        erasing.laptop.save("place", name=f"{word} {'x' * chance.randrange(400)}") for word in words
    ]
    for _ in range(200):
        ent, answer = chance.randrange(60), "y" * chance.choice((0, 3, 10, 200, 600))
        asked = [f"later:{answer}", bytes.fromhex(ents[ent])]
        erasing.laptop.db.conn.execute("UPDATE op SET answer = ? WHERE ent = ?", asked)
    gone = chance.sample(range(60), 8)
    erasing.laptop.apply(erasing.both(*(ents[at] for at in gone)))
    erasing.laptop.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return erasing, [words[at].encode() for at in gone]


def test_of_rows_that_sqlite_moved_within_a_page_no_copy_is_left_there(tmp_path):
    for seed in (11, 18, *range(100, 200)):
        erasing, words = moved_about(tmp_path, seed)
        if where_it_stands(erasing, words):
            break
        erasing.laptop.close()
    assert where_it_stands(erasing, words) == {"catatan.db"}
    erasing.clear()
    assert where_it_stands(erasing, words) == set()
    erasing.laptop.close()


def test_local_backups_are_made_anew(erasing):
    folder, db = erasing.laptop.folder, erasing.laptop.db
    for day in (1, 2, 6):
        backup.daily(db, folder, DATABASE_KEY, DAY.replace(day=day))
    erasing.apply(*erasing.both(*erasing.whole))
    assert [path.name for path in backup.every(folder)] == ["catatan-2026-12-06.db"]
    assert backup.last_good(folder, DATABASE_KEY) is not None


def test_a_damaged_database_that_lies_aside_goes_as_well(erasing):
    folder = erasing.laptop.folder
    backup.daily(erasing.laptop.db, folder, DATABASE_KEY, DAY)
    connect.close(erasing.laptop.db)
    (good,) = backup.every(folder)
    restoring.put_in_place(folder, good, DAY)
    reopened(erasing)
    assert restoring.set_aside(folder)
    erasing.apply(*erasing.both(*erasing.whole))
    assert not restoring.set_aside(folder)
    assert where_it_stands(erasing) == set()


def reopened(erasing):
    known = erasing.laptop.rights._archivists
    erasing.laptop.db = erasing.laptop.opened()
    erasing.laptop.rights = type(erasing.laptop.rights)(erasing.laptop.db, known)


# -- what is taken back in -------------------------------------------------------------------


def test_a_full_backup_brings_nothing_back_that_was_erased(erasing, tmp_path):
    laptop, file = erasing.laptop, tmp_path / "salinan.patbm"
    (laptop.folder / "kunci.json").write_bytes(b"{}")
    draft.put(laptop.db, Draft("d" * 32, "activity", {"ent": erasing.ent}, "2026-10-06", SECRET))
    full_backup.write(laptop.db, laptop.folder, file)
    erasing.apply(*erasing.both(*erasing.whole))
    restoring.merge(file, DATABASE_KEY, laptop.db, laptop.folder, laptop.lens, laptop.rights)
    erasing.clear()
    assert where_it_stands(erasing) == set()
    assert not parts.has(laptop.folder, erasing.part)


def test_a_backup_that_knows_of_an_erasure_brings_it(erasing, tmp_path):
    laptop, file = erasing.laptop, tmp_path / "salinan.patbm"
    twin = Erasing(tmp_path / "twin", laptop.author)
    twin.laptop.rights = type(laptop.rights)(twin.laptop.db, laptop.rights._archivists)
    twin.laptop.apply([*erasing.founding(), erasing.listing()])
    for op in ops_of(erasing):
        twin.laptop.apply([op])
    (laptop.folder / "kunci.json").write_bytes(b"{}")
    erasing.apply(*erasing.both(*erasing.whole))
    full_backup.write(laptop.db, laptop.folder, file)
    parts.write(twin.laptop.folder, f"photo of {SECRET}".encode())
    restoring.merge(
        file, DATABASE_KEY, twin.laptop.db, twin.laptop.folder, twin.laptop.lens,
        twin.laptop.rights,
    )  # fmt: skip
    twin.clear()
    assert where_it_stands(twin) == set()
    twin.laptop.close()


def ops_of(erasing):
    return [parse(*each) for each in oplog.ops_of(erasing.laptop.db)]


def test_a_local_backup_put_in_place_is_told_what_was_erased(erasing):
    folder = erasing.laptop.folder
    backup.daily(erasing.laptop.db, folder, DATABASE_KEY, DAY)
    (good,) = backup.every(folder)
    kept = good.read_bytes()
    erasing.apply(*erasing.both(*erasing.whole))
    connect.close(erasing.laptop.db)
    good.write_bytes(kept)
    restoring.put_in_place(folder, good, DAY)
    reopened(erasing)
    restoring.erase_again(erasing.laptop.db, folder, DATABASE_KEY)
    erasing.clear()
    assert where_it_stands(erasing) == set()


def test_a_photo_that_a_damaged_database_alone_named_goes_with_its_record(erasing):
    folder = erasing.laptop.folder
    backup.daily(erasing.laptop.db, folder, DATABASE_KEY, DAY)
    (good,) = backup.every(folder)
    part = parts.write(folder, b"photo of nobody")
    file = {"key": "0" * 64, "mime": "image/jpeg", "size": 9, "parts": [part]}
    photo = erasing.laptop.save("attachment", of=erasing.place, file=file)
    connect.close(erasing.laptop.db)
    restoring.put_in_place(folder, good, DAY)
    reopened(erasing)
    restoring.erase_again(erasing.laptop.db, folder, DATABASE_KEY)
    assert parts.has(folder, part)
    erasing.apply(*erasing.both(photo))
    assert not parts.has(folder, part)
    assert parts.has(folder, erasing.part)


def test_what_was_erased_here_names_no_photo_because_a_damaged_database_did(erasing):
    folder, db = erasing.laptop.folder, erasing.laptop.db
    named = part_book.every(db)
    erasing.apply(*erasing.both(*erasing.whole))
    part_book.take_over(db, named)
    assert part_book.every(db) == []
    assert not parts.has(folder, erasing.part)


def test_nothing_of_an_erased_record_waits_to_be_sent(erasing):
    before = sum(outbox.undelivered(erasing.laptop.db))
    erasing.apply(*erasing.both(*erasing.whole))
    assert sum(outbox.undelivered(erasing.laptop.db)) == before + 2 - len(stripped(erasing))


def test_no_word_finds_a_hidden_record_whenever_it_came(erasing):
    laptop = erasing.laptop
    laptop.lens = Lens(laptop.reader, lambda _kind, values, _name_of: str(values.get("name", "")))
    early = laptop.save("attendance", activity_id=erasing.ent, name="Sejakawal", sex="P")
    assert search.count(laptop.db, "sejakawal", "attendance") == 1
    erasing.apply(*erasing.both(erasing.ent))
    laptop.save("attendance", activity_id=erasing.ent, name="Terlambat", sex="P")
    laptop.save("attendance", early, name="Sejakawal juga")
    assert search.count(laptop.db, "sejakawal", "attendance") == 0
    assert search.count(laptop.db, "terlambat", "attendance") == 0


def test_what_is_no_name_of_a_photo_part_keeps_no_trace_from_being_cleared(erasing):
    laptop, file = erasing.laptop, {"key": "0", "mime": "image/jpeg", "size": 9, "parts": ["../x"]}
    ent = laptop.save("attachment", of=erasing.ent, caption="Contoh", file=file)
    erasing.apply(*erasing.both(ent))
    assert not traces.is_due(laptop.db)


def test_a_file_that_cannot_be_removed_is_told_and_tried_again(erasing):
    erasing.laptop.apply(erasing.both(*erasing.whole))
    stuck = erasing.laptop.folder / "rusak-2026-01-01.db"
    stuck.mkdir()
    with pytest.raises(Fault):
        erasing.clear()
    assert traces.is_due(erasing.laptop.db)
    stuck.rmdir()
    erasing.clear()
    assert where_it_stands(erasing) == set()


def test_what_is_erased_while_another_lane_clears_up_is_cleared_up_as_well(erasing, monkeypatch):
    laptop, renew = erasing.laptop, backup.renew
    backup.daily(laptop.db, laptop.folder, DATABASE_KEY, DAY)

    def meanwhile(*words):
        renew(*words)
        monkeypatch.undo()
        laptop.apply(erasing.both(*erasing.whole))

    traces.remember(laptop.db)
    monkeypatch.setattr(backup, "renew", meanwhile)
    erasing.clear()
    assert traces.is_due(laptop.db)
    erasing.clear()
    assert where_it_stands(erasing) == set()


def test_a_photo_part_that_is_named_again_is_not_removed(erasing):
    traces.remember(erasing.laptop.db, [erasing.part])
    erasing.clear()
    assert parts.has(erasing.laptop.folder, erasing.part)
