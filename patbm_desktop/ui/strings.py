"""Words of the window: the language in force, forms of address, dates and numbers.

Source strings are Indonesian and stand in the code; `en.ts` is the translation. Qt brings no
Indonesian for its own dialogs, so `qtbase_id.ts` is ours. Both are compiled beside their source
(`python -m tests.strings --write`), which a checkout and a wheel both find without a build step.
"""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from patbm_desktop.assets import asset
from patbm_desktop.domain import clock
from patbm_desktop.domain.clock import Language

COMPILED = {"id": ("i18n/qtbase_id.qm",), "en": ("i18n/en.qm",)}
LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Tongue:
    """The language of the window; `speak` changes it for everything built from then on."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def speak(self, code: str) -> None:
        """Take `code` ("id" or "en") for strings, dates and Qt's own dialogs."""
        self.hush()
        self._installed = [_loaded(name) for name in COMPILED[code]]
        QLocale.setDefault(LOCALES[code])
        for translator in self._installed:
            self._app.installTranslator(translator)

    def hush(self) -> None:
        """Take every translation out again."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []


def _loaded(name: str) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(asset(name))):
        raise RuntimeError(f"{name} could not be read")
    return translator


def language() -> Language:
    """Return the language in force."""
    return "en" if QLocale().language() == QLocale.Language.English else "id"


def fill(text: str, *values: object) -> str:
    """Return `text` with %1, %2 and so on replaced by `values`, each read once."""
    parts = text.split("%")
    filled = [parts[0]]
    for part in parts[1:]:
        at = int(part[0]) if part[:1].isdigit() else 0
        known = 1 <= at <= len(values)
        filled.append(f"{values[at - 1]}{part[1:]}" if known else f"%{part}")
    return "".join(filled)


ADDRESSES = frozenset({"bu", "ibu", "pak", "bapak", "kak", "kakak"})
"""The words of address with which a name may begin already."""


def address(form: str, *, short: bool = False) -> str:
    """Return the word for the form of address `form`, as in front of a name when `short`."""
    translate = QCoreApplication.translate
    if short:
        return {
            "ibu": translate("Sapaan", "Bu"),
            "bapak": translate("Sapaan", "Pak"),
            "kakak": translate("Sapaan", "Kak"),
        }.get(form, "")
    return {
        "ibu": translate("Sapaan", "Ibu"),
        "bapak": translate("Sapaan", "Bapak"),
        "kakak": translate("Sapaan", "Kakak"),
    }.get(form, "")


def addressed(form: str, with_sapaan: str, without: str) -> str:
    """Return the sentence for somebody addressed as `form`; `without` is for Tanpa sapaan."""
    word = address(form)
    return with_sapaan.replace("%sapaan", word) if word else without


def name_of(form: str, call_name: str) -> str:
    """Return how the program calls somebody: ``Bu Rahmawati``, or the bare name.

    Who wrote herself down as *Bu Rina* is not called *Bu Bu Rina*.
    """
    has_address = call_name.partition(" ")[0].rstrip(".").casefold() in ADDRESSES
    return call_name if has_address else f"{address(form, short=True)} {call_name}".strip()


def day(moment: date) -> str:
    """Return ``Sabtu, 21 November 2026``."""
    return clock.long_date(moment, language())


def plain_day(moment: date) -> str:
    """Return ``21 November 2026``."""
    return clock.plain_date(moment, language())


def day_short(moment: date) -> str:
    """Return ``Sab, 21 Nov``."""
    return clock.short_date(moment, language())


def clock_time(moment: datetime) -> str:
    """Return ``20.14``."""
    return clock.time_words(moment, language())


def number(value: int) -> str:
    """Return ``1.846``."""
    return clock.whole(value, language())


def month_name(month: str) -> str:
    """Return the month written ``2026-10`` as ``Oktober 2026``."""
    return clock.month_year(date.fromisoformat(f"{month}-01"), language())


def rt_short(rt_number: str) -> str:
    """Return an RT number as people say it: ``24`` for ``024``."""
    return rt_number.lstrip("0") or rt_number


def shortened(text: str, most: int) -> str:
    """Return `text`, or its beginning and an ellipsis where it has more than `most` letters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def initials(name: str) -> str:
    """Return one or two letters for a disc: ``SR`` for ``Siti Rahmawati``."""
    words = [word for word in name.split() if word[:1].isalpha()]
    if len(words) > 1:
        return (words[0][0] + words[-1][0]).upper()
    return name.strip()[:2].upper()


def month_short(month: str) -> str:
    """Return the month written ``2026-10`` as ``Okt``."""
    return clock.SHORT_MONTHS[language()][int(month[5:]) - 1]


def day_without_year(moment: date) -> str:
    """Return ``Sabtu, 21 November``."""
    return day(moment).rsplit(" ", 1)[0]


def day_without_weekday(moment: date) -> str:
    """Return ``21 November``."""
    return plain_day(moment).rsplit(" ", 1)[0]


def moment(text: str) -> datetime:
    """Return the time that an action wrote as ``2026-11-21T20:14:00+08:00``."""
    return datetime.fromisoformat(text)
