"""The tables of the server, one text for SQLite and PostgreSQL, with or without Django.

Every table is keyed by `kelurahan` first, so that a kelurahan is a shard; `device`, `home` and
`access` are small, written only by joining, and copied to every node. Ids are lower-case hex,
moments are whole seconds since 1970.

Decided 2026-11-21: the statements stand here and Django's migration runs them, so that the
simulation makes the very same tables on a plain `sqlite3`. Rejected: tables made by the models
alone, which would need a configured Django wherever the log runs.
"""

from collections.abc import Iterator

from patbm_desktop.server.log.connection import Connection, Engine

REFERENCE_TABLES = ("device", "home", "access")
"""Copied to every node; every other table is asked with its kelurahan."""

_BINARY = {Engine.SQLITE: "blob", Engine.POSTGRESQL: "bytea"}

_TABLES = {
    "device": """
        dev varchar(32) NOT NULL PRIMARY KEY,
        sign_pk varchar(64) NOT NULL, box_pk varchar(64) NOT NULL, label varchar(200) NOT NULL,
        disabled smallint NOT NULL DEFAULT 0,
        heard bigint NULL, app varchar(40) NOT NULL DEFAULT ''""",
    "home": """
        space varchar(32) NOT NULL PRIMARY KEY, kelurahan varchar(13) NOT NULL,
        office smallint NOT NULL DEFAULT 0""",
    "access": """
        dev varchar(32) NOT NULL, kelurahan varchar(13) NOT NULL,
        PRIMARY KEY (dev, kelurahan)""",
    "space": """
        kelurahan varchar(13) NOT NULL, id varchar(32) NOT NULL,
        seq bigint NOT NULL, chain varchar(32) NOT NULL, founder varchar(32) NOT NULL,
        rt varchar(32) NOT NULL DEFAULT '', clk bigint NOT NULL DEFAULT 0,
        ruling varchar(32) NOT NULL DEFAULT '', erased smallint NOT NULL DEFAULT 0,
        PRIMARY KEY (kelurahan, id)""",
    "op": """
        kelurahan varchar(13) NOT NULL, space varchar(32) NOT NULL, seq bigint NOT NULL,
        id varchar(32) NOT NULL, chain varchar(32) NOT NULL, ent varchar(32) NOT NULL,
        kind varchar(41) NOT NULL, dev varchar(32) NOT NULL, control smallint NOT NULL,
        at bigint NOT NULL, body {binary} NULL, sig {binary} NULL,
        PRIMARY KEY (kelurahan, space, seq)""",
    "held": """
        kelurahan varchar(13) NOT NULL, space varchar(32) NOT NULL, id varchar(32) NOT NULL,
        why varchar(20) NOT NULL, ent varchar(32) NOT NULL, dev varchar(32) NOT NULL,
        at bigint NOT NULL, refused smallint NOT NULL DEFAULT 0,
        body {binary} NOT NULL, sig {binary} NOT NULL,
        PRIMARY KEY (kelurahan, space, id)""",
    "member": """
        kelurahan varchar(13) NOT NULL, space varchar(32) NOT NULL, dev varchar(32) NOT NULL,
        role varchar(20) NOT NULL, until bigint NULL, until_chain varchar(32) NULL,
        PRIMARY KEY (kelurahan, space, dev)""",
    "erased": """
        kelurahan varchar(13) NOT NULL, space varchar(32) NOT NULL, ent varchar(32) NOT NULL,
        by_op varchar(32) NOT NULL, at bigint NOT NULL,
        PRIMARY KEY (kelurahan, space, ent)""",
    "blob": """
        kelurahan varchar(13) NOT NULL, space varchar(32) NOT NULL, ent varchar(32) NOT NULL,
        sha varchar(64) NOT NULL, size bigint NOT NULL, dev varchar(32) NOT NULL,
        at bigint NOT NULL,
        PRIMARY KEY (kelurahan, space, ent, sha)""",
    "usage": """
        kelurahan varchar(13) NOT NULL, dev varchar(32) NOT NULL, day bigint NOT NULL,
        ops bigint NOT NULL, bytes bigint NOT NULL,
        PRIMARY KEY (kelurahan, dev, day)""",
    "nonce": """
        kelurahan varchar(13) NOT NULL, nonce varchar(64) NOT NULL, at bigint NOT NULL,
        PRIMARY KEY (kelurahan, nonce)""",
    "invitation": """
        kelurahan varchar(13) NOT NULL, code varchar(8) NOT NULL, rt varchar(32) NOT NULL,
        role varchar(20) NOT NULL, by_dev varchar(32) NOT NULL, at bigint NOT NULL,
        used_by varchar(32) NOT NULL DEFAULT '',
        PRIMARY KEY (kelurahan, code)""",
    "enrolment": """
        kelurahan varchar(13) NOT NULL, dev varchar(32) NOT NULL, space varchar(32) NOT NULL,
        name varchar(200) NOT NULL, rt varchar(32) NOT NULL, role varchar(20) NOT NULL,
        code varchar(8) NOT NULL, at bigint NOT NULL, admitted smallint NOT NULL DEFAULT 0,
        body {binary} NOT NULL, sig {binary} NOT NULL,
        PRIMARY KEY (kelurahan, dev)""",
}

_INDEXES = (
    "CREATE UNIQUE INDEX op_id ON op (kelurahan, space, id)",
    "CREATE INDEX op_control ON op (kelurahan, space, seq) WHERE control = 1",
    "CREATE INDEX op_ent ON op (kelurahan, space, ent)",
    "CREATE INDEX home_kelurahan ON home (kelurahan)",
    "CREATE INDEX held_author ON held (kelurahan, space, dev)",
    "CREATE INDEX member_dev ON member (kelurahan, dev)",
    "CREATE INDEX blob_dev ON blob (kelurahan, dev, at)",
    "CREATE INDEX nonce_at ON nonce (kelurahan, at)",
    "CREATE INDEX invitation_code ON invitation (code)",
)


def statements(engine: Engine) -> Iterator[str]:
    """Yield the statements that make every table and index on an empty database."""
    for name, columns in _TABLES.items():
        yield f"CREATE TABLE {name} ({columns.format(binary=_BINARY[engine])})"
    yield from _INDEXES


def make(connection: Connection) -> None:
    """Make every table on the empty database behind `connection`."""
    for statement in statements(connection.engine):
        connection.execute(statement)
