"""Requests to join: when one is answered, and so waits for nobody any more.

It is answered once an office of the kelurahan has the laptop among its members now, in the role it
was invited for, and the space that it brings is listed. What an office says of a laptop otherwise,
even that it is sent away, answers nothing.
"""

from patbm_desktop.server.log.connection import Connection
from patbm_desktop.wire.joining import NO_SPACE


def close_answered(connection: Connection, kelurahan: str) -> None:
    """Let the requests of `kelurahan` wait no longer that its offices have answered."""
    connection.execute(
        "UPDATE enrolment SET admitted = 1 WHERE kelurahan = %s AND admitted = 0"
        " AND (space = %s OR EXISTS (SELECT 1 FROM home WHERE home.space = enrolment.space"
        " AND home.kelurahan = enrolment.kelurahan))"
        " AND EXISTS (SELECT 1 FROM member"
        " JOIN home AS office ON office.space = member.space AND office.office = 1"
        " WHERE member.kelurahan = %s AND member.dev = enrolment.dev AND member.until IS NULL"
        " AND (enrolment.role <> 'koordinator' OR member.role = 'koordinator'))",
        (kelurahan, NO_SPACE, kelurahan),
    )
