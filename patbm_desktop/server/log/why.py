"""The verdicts an op can get besides *stored*, as they travel: ``verdict:why``.

A laptop shows the number of each, so the words behind the colon are few and lasting.
"""

UNREADABLE = "bad:bentuk"
"""The bytes are not an op of a format that we know."""

TOO_LARGE = "bad:ukuran"
SIGNATURE = "bad:tanda"
REGISTERED = "bad:ruang-terdaftar"
"""Another office registered this space before."""

SETTLED = "bad:sudah"
"""An erasure whose request was taken back, or a taking back of what was erased: the log has the
other word already, so this one comes too late for good."""

SPACE = "later:ruang"
"""No office registered this space, or not yet."""

DEVICE = "later:perangkat"
"""The author's keys are not known, or not yet."""

FORMAT = "later:format"
"""Written by a newer program; this server must be brought up to date first."""

RIGHT = "later:hak"
"""It does not count, or its author may not write it now."""

DAYS = "later:hari"
"""An erasure before the fifteenth day after it was asked for."""

QUOTA = "later:kuota"

HELD = "held:"
LEFT = "keluar"
"""Its author is no longer a member."""

ROLE = "peran"
"""Its author is a member whose role does not write here."""

AHEAD = "jam"
"""Its counter runs far ahead of the space."""
