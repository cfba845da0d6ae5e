"""The one place that names the driver: SQLCipher, encrypted SQLite with the DB-API.

Plain SQLite would take `PRAGMA key` without a word and write plain text, so `open_keyed` refuses to
hand out a connection that does not name its cipher.
"""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

KEY_BYTES = 32
BUSY_SECONDS = 5.0
STATEMENTS_KEPT = 512

Error: type[Exception] = dbapi2.Error
"""Every error of the driver; it does not descend from the standard library's."""

DatabaseError: type[Exception] = dbapi2.DatabaseError

# Else the driver asks each `bytes` parameter for two protocols it does not have: a tenth of all
# that taking in a page costs.
dbapi2.register_adapter(bytes, bytes)


def number_of(error: Exception) -> int:
    """Return SQLite's extended result code, 0 for an error that has none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0)


def open_keyed(path: Path, key: bytes, *, read_only: bool = False) -> Any:
    """Return a connection to `path` under a raw key of 32 bytes; it belongs to this thread.

    Nothing is read from the file yet, so a key that does not fit shows itself at the first query.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a database key is 32 bytes")
    mode = "ro" if read_only else "rwc"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        cached_statements=STATEMENTS_KEPT,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # else a wrong key writes to stderr
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    _demand_cipher(connection)
    return connection


def change_key(connection: Any, key: bytes) -> None:
    """Encrypt the open database anew, in place; it must not be in WAL mode."""
    if len(key) != KEY_BYTES:
        raise ValueError("a database key is 32 bytes")
    connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")


def _demand_cipher(connection: Any) -> None:
    named = connection.execute("PRAGMA cipher_version").fetchone()
    if not named or not named[0]:
        connection.close()
        raise RuntimeError("the database driver does not encrypt")
