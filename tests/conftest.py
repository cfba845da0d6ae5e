"""What all tests share: no screen, no deadline, examples that are the same every time."""

import os
import sys
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from nacl.pwhash import argon2id
from nacl.utils import random

from patbm_desktop.seal import slot

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is not a fault: only a wrong answer fails a property, never a slow one.
settings.register_profile(
    "patbm",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    derandomize=True,
)
# For the night: other examples each time, and what failed is tried first the next time. Said
# outright, since Hypothesis takes the other for its own default where it sees a CI service.
settings.register_profile(
    "search",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    derandomize=False,
    max_examples=2000,
)
settings.load_profile("patbm")

# The same words and the same salt give the same key, so it is stretched once a process: most tests
# unlock a copy of one vault, or found one that opens with the same words. The first time it costs
# what it costs a thief.
argon2id.kdf = lru_cache(maxsize=None)(argon2id.kdf)
SALT = random(slot.SALT_BYTES)
slot.random = lambda size: SALT if size == slot.SALT_BYTES else random(size)


def pytest_configure(config: pytest.Config) -> None:
    """Let an example depend on its test alone, and not on which modules were imported before.

    Hypothesis puts constants of our own modules into what it draws; a search keeps them.
    """
    if settings.default is not None and settings.default.derandomize:
        providers._get_local_constants = lambda: providers._local_constants
