"""Many laptops at one server at once: each lets itself in and pushes what it wrote."""

import math
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import Op
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.wire.joining import Card
from tests.bench.table import Measured
from tests.server.postgres import Cluster
from tests.server.running import HttpLaptop, Running
from tests.store.laptop import Author

RECORDS = 25
KELURAHAN = "64.71.99.1001"
CROWDS = {34: "1.0 s", 170: "4.0 s"}
TEXT = "Warga sepakat jam bebas gawai pukul enam sampai delapan malam. " * 5


def measured(folder: Path) -> Iterator[Measured]:
    """Let the laptops of a kelurahan and of a kecamatan push at once, on PostgreSQL."""
    cluster = Cluster(fsync="on", shared_buffers="128MB")
    try:
        for many, target in CROWDS.items():
            database = cluster.create(f"crowd{many}")
            server = Running(folder / f"crowd-{many}", database=database)
            yield _push(server, many, target)
            server.stop()
    finally:
        cluster.stop()


def _push(server: Running, many: int, target: str) -> Measured:
    authors = [Author() for _ in range(many)]
    work = [[*each.first_ops(), *_records(each)] for each in authors]
    _register(server, authors)
    laptops = [HttpLaptop(server, each).known() for each in authors]
    began = Barrier(many + 1)

    def push(at: int) -> float:
        began.wait()
        start = time.perf_counter()
        answer = laptops[at].offer(work[at])
        assert len(answer.lines) == len(work[at]), "each op is read back once"
        return time.perf_counter() - start

    with ThreadPoolExecutor(many) as pool:
        pushed = [pool.submit(push, at) for at in range(many)]
        began.wait()
        start = time.perf_counter()
        single = sorted(each.result() for each in pushed)
        whole = time.perf_counter() - start
    _nothing_is_lost(server, work)
    worst = single[math.ceil(many * 0.99) - 1]
    what = f"{many} laptops push {RECORDS} records each, PostgreSQL"
    return Measured(what, target, f"{whole:.2f} s (99 % within {worst:.2f} s)")


def _records(author: Author) -> list[Op]:
    values = {"type": "jejaring", "program": "ppatbm", "date": "2026-11-20", "result": TEXT}
    return [author.op("activity", ids.fresh(), values, clk=clk) for clk in range(10, 10 + RECORDS)]


def _register(server: Running, authors: list[Author]) -> None:
    connection = server.connection()
    for each in authors:
        keys = each.device.sign_pk.hex(), each.device.box_pk.hex()
        register_office(connection, KELURAHAN, each.space, Card(each.dev, "laptop", *keys))


def _nothing_is_lost(server: Running, work: list[list[Op]]) -> None:
    connection = server.connection()
    rows = connection.execute("SELECT id FROM op WHERE kelurahan = %s", [KELURAHAN])
    kept = sorted(str(id_) for (id_,) in rows)
    assert kept == sorted(op.id for ops in work for op in ops), "nothing lost, nothing twice"
