"""What all tests share: no screen, no deadline, and the cast."""

import os
import sys

from hypothesis import HealthCheck, settings

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is not a fault: only a wrong answer fails a property, never a slow one.
settings.register_profile("patbm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patbm")
