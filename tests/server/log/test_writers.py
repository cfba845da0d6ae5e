"""Many write into one space at once, over HTTP on both engines, while others read its log."""

import threading
from concurrent.futures import ThreadPoolExecutor

from patbm_desktop.wire import chain
from tests.server.cast import within
from tests.server.conftest import fresh_code
from tests.server.running import HttpLaptop, founded
from tests.store.laptop import Author

WRITERS, READERS, PUSHES, OPS = 8, 2, 4, 5


def joined(made, writers):
    """Let all `writers` into the RT."""
    ops = [made.rina.member(each, 20, role="pembaca") for each in writers]
    ops += [made.rina_rt.member(within(each, made.rt), 21) for each in writers]
    assert made.reader(made.rina).round(ops).put == {}


def test_places_have_no_gap_and_never_change_while_eight_write(server):
    made = founded(server, fresh_code())
    writers = [Author(made.office) for _ in range(WRITERS)]
    joined(made, writers)
    together, finished = threading.Barrier(WRITERS), threading.Event()

    def write(author: Author) -> list[str]:
        laptop = HttpLaptop(server, author).known()
        own = within(author, made.rt)
        pushes = [[made.note(own, 50 + n) for _ in range(OPS)] for n in range(PUSHES)]
        together.wait()
        for ops in pushes:
            assert laptop.turn(ops).put == {}
        return [op.id for ops in pushes for op in ops]

    def read() -> dict[int, str]:
        laptop = HttpLaptop(server, made.sari).known()
        while not finished.is_set():
            laptop.turn(max_kib=64)
        laptop.round()
        return dict(enumerate(laptop.read[made.rt]))

    with ThreadPoolExecutor(WRITERS + READERS) as pool:
        readers = [pool.submit(read) for _ in range(READERS)]
        try:
            written = list(pool.map(write, writers))
        finally:
            together.abort()
            finished.set()
        seen = [reader.result() for reader in readers]
    log = rows(made)
    assert [seq for seq, _, _ in log] == list(range(1, len(log) + 1))
    assert all(each == dict(enumerate(op for _, op, _ in log)) for each in seen)
    stored = [op for _, op, _ in log]
    assert all(stored.count(op) == 1 for ops in written for op in ops)
    assert is_whole(made.rt, log)
    assert end(made) == [log[-1][::2]]


def end(made):
    """Return (seq, chain) as the row of the RT's space names them."""
    return made.connection.execute(
        "SELECT seq, chain FROM space WHERE kelurahan = %s AND id = %s", (made.code, made.rt)
    )


def rows(made):
    """Return (seq, id, chain) of the RT's log as it stands in the database."""
    return made.connection.execute(
        "SELECT seq, id, chain FROM op WHERE kelurahan = %s AND space = %s ORDER BY seq",
        (made.code, made.rt),
    )


def is_whole(space, log):
    """Say whether every line carries the hash of all before it."""
    at = chain.start(space)
    for seq, op, link in log:
        at = chain.after(at, [op])
        if at != (seq, link):
            return False
    return True
