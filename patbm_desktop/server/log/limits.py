"""How much one device may bring, so that no laptop can fill the server.

Source: protocol, section 5 (quotas, invitations, tokens) and 9 (fourteen days in sight of all).
"""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB
DAY = 24 * 3600
"""Seconds."""

BUSY_WAIT = 5
"""Seconds after which a laptop that found the server busy may try again."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The quotas; above them the answer is ``later:kuota``, or 429 for a part of a photo."""

    ops_a_day: int = 50_000
    bytes_a_day: int = 100 * MIB
    part_bytes_a_week: int = 200 * MIB
    held_an_author: int = 1_000
    """Of one author in one space."""

    erasure_days: int = 14
    """For so many days a request for erasure stands in sight of all members."""

    invitation_days: int = 14


LIMITS = Limits()
