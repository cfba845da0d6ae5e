"""Whatever is typed, brought or signed by anybody: it is what it says, or it is said to be none."""

import contextlib
import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import BadOp
from patbm_desktop.seal import picture, sign
from patbm_desktop.sync import enrolment, erasing, held_notes, readers, receipt, stick
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.exchange import Met
from patbm_desktop.sync.offices import all_listed, rts
from patbm_desktop.sync.repair import repair
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.joining import enrol_bytes, enrol_line
from tests.examples import examples
from tests.sync.village import Village, joins
from tests.wire.test_line import JSON

KEYS = sign.restore(bytes(range(64)))
CARD = {"dev": KEYS.dev, "label": "Rina", "sign_pk": KEYS.sign_pk.hex(),
        "box_pk": KEYS.box_pk.hex()}  # fmt: skip


def refusal(act, *words):
    """Return why `act` is refused, None where it is not; nothing else may be raised."""
    try:
        act(*words)
    except Fault as fault:
        return fault.refusal
    return None


# -- what people type ------------------------------------------------------------------------


@given(st.text(max_size=60) | st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZoil -", max_size=30))
def test_any_text_is_an_invitation_or_is_said_to_be_none(typed):
    said = refusal(enrolment.read_invitation_code, typed)
    assert said in {None, Refusal.CODE_UNREADABLE}
    if said is None:
        own, drawn = enrolment.read_invitation_code(typed)
        assert (len(own), len(drawn)) == (12, 8)


HOST = st.text("abc019.:/[]@%?#-_\u212a\u0131 ", max_size=30)


@given(st.text(max_size=300) | HOST | HOST.map("https://{}".format) | HOST.map("http://{}".format))
@example("https://[v1.a]")
@example("https://a:99999")
@example("//[::1")
def test_any_text_is_an_address_or_is_said_to_be_none(typed):
    assert refusal(parse_address, typed) in {None, Refusal.SERVER_ADDRESS}
    with contextlib.suppress(Fault):
        found = parse_address(typed)
        assert parse_address(found.url) == found
        assert found.url.startswith("https://") or found.is_plain


# -- what comes in files and from a server ---------------------------------------------------

INVITATION = st.fixed_dictionaries(
    {
        "patbm": JSON | st.just(1), "kelurahan": JSON, "office": JSON | st.just("a" * 32),
        "rt": JSON, "code": JSON, "server": JSON, "card": JSON | st.just(CARD),
    }
)  # fmt: skip


@given(st.binary(max_size=200) | (INVITATION | JSON).map(lambda each: json.dumps(each).encode()))
def test_any_file_is_an_invitation_or_is_said_to_be_none(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "undangan"
    path.write_bytes(raw)
    assert refusal(enrolment.read_invitation, path) in {None, Refusal.INVITATION_UNREADABLE}


def test_an_invitation_file_without_end_is_read_no_further_than_any_may_be(tmp_path):
    path = tmp_path / "undangan"
    with path.open("wb") as file:
        file.truncate(2**31)
    tracemalloc.start()
    assert refusal(enrolment.read_invitation, path) == Refusal.INVITATION_UNREADABLE
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1024 * 1024


NAMES = ("code", "name", "sign_pk", "box_pk", "space", "rt", "person")
ENROLMENT = st.fixed_dictionaries({name: JSON | st.text(max_size=70) for name in NAMES})
TRUE = {"sign_pk": KEYS.sign_pk.hex(), "box_pk": KEYS.box_pk.hex(), "space": "a" * 32}


@given(ENROLMENT, st.sets(st.sampled_from(sorted(TRUE))))
def test_whatever_is_signed_is_a_request_or_is_said_to_be_none(said, true):
    body = json.dumps({**said, **{name: TRUE[name] for name in true}}).encode()
    line = enrol_line(sign.sign_bytes(KEYS, enrol_bytes(body)), body)
    with contextlib.suppress(BadMessage):
        found = enrolment.read_request(line)
        assert (found.dev, found.card.fits()) == (KEYS.dev, True)
    assert all(each.dev == KEYS.dev for each in enrolment.read_requests([line, line[:-3]]))


@given(JSON | st.text(max_size=60), st.binary(max_size=90))
def test_no_key_and_no_bytes_make_a_photo_raise(key, ciphertext):
    assert picture.open_sealed(key, ciphertext) is None


# -- what those sign who may ------------------------------------------------------------------


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    """Rina coordinates, Sari has RT 901; both have all, and the server has it as well."""
    made = Village(tmp_path_factory.mktemp("village"))
    rina, sari = made.coordinator("Rina"), made.person("Sari", "901")
    joins(sari, rina)
    made.rounds()
    made.ent = sari.session("Asli")
    made.rounds()
    yield made
    made.close()


WORDS = {
    "_member": ("person", "label", "role", "active", "keep", "cases", "pact", "since", "sign_pk",
                "box_pk", "seed"),
    "_key": ("use", "for." + "a" * 32, "for."), "_accept": ("ok", "why"),
    "_space": ("rt", "founder"),
    "_ask_erase": ("targets", "reason", "basis", "no_proceedings"), "_erase": ("ask",),
    "_unheard_of": ("ok",),
}  # fmt: skip
VALUE = JSON.filter(lambda value: "." not in json.dumps(value) and "e" not in json.dumps(value))
ODD = st.sampled_from([True, False, None, 0, 2**53, [], [[]], {}, "", "kasus", "koordinator"])


@st.composite
def said(draw):
    """Return a control kind and values of any shape for its fields."""
    kind = draw(st.sampled_from(sorted(WORDS)))
    fields = draw(st.sets(st.sampled_from(WORDS[kind]), min_size=1, max_size=4))
    about = draw(st.sampled_from(["own", "other", "b" * 32]))
    return kind, about, {name: draw(ODD | VALUE) for name in sorted(fields)}


def is_no_farewell(word):
    """Say whether a word takes nobody away, which a coordinator may do."""
    kind, about, values = word
    return kind != "_member" or about == "b" * 32 or values.get("active") is not False


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(word=said().filter(is_no_farewell), in_office=st.booleans())
@example(word=("_member", "other", {"since": 2**53, "cases": True}), in_office=False)
@example(word=("_ask_erase", "b" * 32, {"targets": [["a"], [1, 2], "x"]}), in_office=True)
@example(word=("_member", "own", {"seed": True}), in_office=True)
def test_no_word_of_a_coordinator_raises_on_a_laptop_or_on_the_server(village, word, in_office):
    """She may write it, and her program may be any: every reader goes on, and reads the rest."""
    rina, sari = village.people
    kind, about, values = word
    space = rina.space if in_office else sari.space
    ent = {"own": rina.dev, "other": sari.dev}.get(about, about)
    with contextlib.suppress(BadOp):
        rina.laptop.keep([rina.laptop.control(kind, ent, values, space=space)])
    village.rounds(times=2)
    for each in village.people:
        look_at_everything(each)
    stick.save(sari.laptop, sari.folder / "any.patbm")
    stick.load(rina.laptop, sari.folder / "any.patbm")
    assert sari.reads_session(village.ent)
    assert {rina.dev, sari.dev} <= sari.now(space) == rina.now(space)


def look_at_everything(who):
    """Ask a laptop all that a window asks of rights, keys, spaces and erasures."""
    laptop = who.laptop
    repair(laptop)
    for space in laptop.trusted():
        rights = laptop.rights.of(space)
        for dev in rights.ever:
            rights.role(dev), rights.persons(dev), rights.label(dev), rights.since(dev)
        for use in ("umum", "kasus"):
            readers.readers(laptop, space, use)
    for ask in (all_listed, rts, held_notes.waiting, erasing.requests, erasing.left_over):
        ask(laptop)
    receipt.write(laptop, Met())
