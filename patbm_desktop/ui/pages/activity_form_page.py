"""The page where a volunteer logs, plans or corrects one activity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import ActivityRow, LastLike
from patbm_desktop.actions.attendance import Attendee
from patbm_desktop.actions.choices import Choices, Preset
from patbm_desktop.actions.photos import NewPhoto, PhotoRow
from patbm_desktop.domain.activity import (
    Activity,
    Count4,
    from_values,
    hints,
    outcome_of,
    reasons,
    to_values,
)
from patbm_desktop.domain.reason import Hint, Problem, Reason
from patbm_desktop.ui.page import FormPage, fill_with
from patbm_desktop.ui.parts.activity_body import ActivityBody
from patbm_desktop.ui.parts.activity_notes import Look
from patbm_desktop.ui.parts.activity_when import Asking
from patbm_desktop.ui.parts.activity_where import Where
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.parts.frame import BottomBar
from patbm_desktop.ui.parts.photo_strip import Photo
from patbm_desktop.ui.photo_reader import ReadPhoto
from patbm_desktop.ui.strings import clock_time, fill, language, plain_day
from patbm_desktop.ui.theme import Theme

ASK_AFTER_MS = 400
"""Whether the session stands already is asked this long after day, kind or place changed."""
