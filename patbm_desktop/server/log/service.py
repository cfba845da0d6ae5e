"""The one log and the one gate of this process, made from Django's settings when first asked."""

import time
from functools import cache

from django.conf import settings

from patbm_desktop.server.log.archivists import shipped
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.django_connection import DjangoConnection
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.server.log.tokens import Tokens
from patbm_desktop.server.log.tries import Tries


@cache
def log() -> Log:
    """Return the log over Django's database; it may be shared between threads."""
    return Log(DjangoConnection(), archivists=shipped(), shelf=FolderShelf(settings.BLOBS))


@cache
def tokens() -> Tokens:
    """Return what lets devices in under the addresses of the settings."""
    return Tokens(settings.SECRET_KEY, settings.HOSTS, time.time)


@cache
def wrong_codes() -> Tries:
    """Return the count of invitation codes that did not exist, by address."""
    return Tries(time.time)
