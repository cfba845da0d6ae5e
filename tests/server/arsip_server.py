"""The real command, on a server whose region files ship one more arsip laptop: that of a test.

Such keys stand in the program and nowhere else, so no setting of the server can add one.
"""

import os
import sys

from patbm_desktop.server.__main__ import main
from patbm_desktop.server.log import archivists, service

DEVICE, KEY = "TEST_ARSIP_DEVICE", "TEST_ARSIP_KEY"
"""Names of environment variables: the laptop's id and its signing key, both in hex."""


def shipped() -> archivists.Archivists:
    """Return the arsip laptops of the region files, and the one of the test."""
    known = archivists.shipped()
    keys = {**known.sign_pks, os.environ[DEVICE]: bytes.fromhex(os.environ[KEY])}
    return archivists.Archivists(keys, known.cities)


if __name__ == "__main__":
    service.shipped = shipped
    sys.exit(main())
