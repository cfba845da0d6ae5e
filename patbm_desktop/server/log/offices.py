"""Founding: how the first laptop of a kelurahan becomes known to the server."""

from patbm_desktop.server.log.connection import Connection
from patbm_desktop.wire.joining import Card


class SpaceTaken(Exception):
    """Raised when the space that is to be an office is another office or an RT already."""


def register_office(connection: Connection, kelurahan: str, space: str, founder: Card) -> None:
    """Make `space` the office of `kelurahan` and let the laptop of its founder in.

    Call it after a person typed the founder's twelve characters; it may be repeated.

    Raises:
        SpaceTaken: nothing was changed.
    """
    dev = founder.dev
    with connection.writing():
        connection.execute(
            "INSERT INTO device (dev, sign_pk, box_pk, label) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (dev) DO NOTHING",
            (dev, founder.sign_pk, founder.box_pk, founder.label),
        )
        connection.execute(
            "INSERT INTO access (dev, kelurahan) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            (dev, kelurahan),
        )
        connection.execute(
            "INSERT INTO home (space, kelurahan, office) VALUES (%s, %s, 1) ON CONFLICT DO NOTHING",
            (space, kelurahan),
        )
        home = connection.execute("SELECT kelurahan, office FROM home WHERE space = %s", (space,))
        if home != [(kelurahan, 1)]:
            raise SpaceTaken
        connection.execute(
            "INSERT INTO space (kelurahan, id, seq, chain, founder) VALUES (%s, %s, 0, %s, %s)"
            " ON CONFLICT (kelurahan, id) DO NOTHING",
            (kelurahan, space, space, dev),
        )
