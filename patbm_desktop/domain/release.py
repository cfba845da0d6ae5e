"""Which release this is, and the day it was built."""

from datetime import date

VERSION = "0.1.0"

BUILD_DATE = date(2026, 11, 21)
"""No laptop clock can honestly show a day before this one; V1 in `clock` leans on it."""
