"""A bug, met once: noted without a word of any record, and told calmly with a code to read out."""

import hashlib
import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE = "catatan-program.log"
LONGEST_LOG = 200_000
log = logging.getLogger("patbm")

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def log_file(folder: Path) -> Path:
    """Return where the program notes its own troubles."""
    return folder / FILE


def keep_log(folder: Path) -> logging.Handler:
    """Note troubles beside the vault from now on, in a file that stays small."""
    handler = RotatingFileHandler(
        log_file(folder), maxBytes=LONGEST_LOG, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return handler


def note(error: BaseException) -> str:
    """Note where `error` happened and return its code.

    Neither the words of the error nor any value is noted, for they may be of a record: only the
    kind of error, and the files and lines it came through.
    """
    way = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    kind = type(error).__name__
    digest = hashlib.blake2b("|".join([kind, *way]).encode(), digest_size=3).hexdigest()
    code = digest.upper()
    log.error("%s %s <- %s", code, kind, " <- ".join(reversed(way)) or "?")
    return code


def catch_the_rest(tell: Callable[[str], None]) -> Hook:
    """Let `tell` have the code of every bug that nothing else caught; return the hook before it."""
    before = sys.excepthook

    def met(kind: type[BaseException], error: BaseException, way: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            before(kind, error, way)
            return
        tell(note(error))

    sys.excepthook = met
    return before
