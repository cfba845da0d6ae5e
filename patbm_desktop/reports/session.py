"""One session on paper: invitation, attendance list, minutes and report, alone or as one pack."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import Language, long_date, month_year, plain_date, time_words
from patbm_desktop.domain.summary import SheetActivity, next_step_of, result_of
from patbm_desktop.reports.label import NOT_GIVEN, clean, code_label, plain, words
from patbm_desktop.reports.month_table import name_of
from patbm_desktop.reports.paper import (
    Document,
    Letterhead,
    Photo,
    Picture,
    Printing,
    Rt,
    Titles,
    circumstances,
    code_of,
    content_hash,
    head,
    letterhead_of,
    printable,
    signer,
)

PHOTOS = 2
"""How many photos a session's report shows."""

BLANK_ROWS = 20
PEOPLE_A_PAGE = 22
CHILD_AGES = frozenset({"0-5", "6-12", "13-17"})


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of an attendance list, as the record `attendance` holds it."""

    name: str
    sex: str
    age_group: str | None = None
    element: str | None = None
    rt_text: str = ""
    disability: bool = False

    @property
    def is_child(self) -> bool:
        """Whether this is somebody under 18."""
        return self.age_group in CHILD_AGES or self.element == "anak"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSheet:
    """Everything the papers of one session are made from; `session` None makes blank ones.

    `blank_rows` is how many lines an attendance list has when nobody stands on it yet;
    `letter_no` is the number from the office's agenda book, a line to write on when empty.
    """

    rt: Rt
    titles: Titles
    session: SheetActivity | None = None
    maker_name: str = ""
    head_name: str = ""
    letterhead: Letterhead | None = None
    photos: tuple[Photo, ...] = field(default=(), repr=False)
    attendance: tuple[Attendee, ...] = field(default=(), repr=False)
    letter_no: str = ""
    blank_rows: int = BLANK_ROWS

    @property
    def activity(self) -> Activity:
        """The session's record; an empty one for a blank sheet."""
        return self.session.activity if self.session else Activity()


def session_document(sheet: SessionSheet, printing: Printing) -> Document:
    """Lay out the report of one session, with up to two photos."""
    return _document(sheet, printing, "document_session", ("session",))


def attendance_document(sheet: SessionSheet, printing: Printing) -> Document:
    """Lay out the list that participants sign, blank or with the names already known."""
    return _document(sheet, printing, "document_attendance", ("attendance",))


def pack_document(sheet: SessionSheet, printing: Printing) -> Document:
    """Lay out the four papers of one session as one print."""
    papers = ("invitation", "attendance", "minutes", "session")
    return _document(sheet, printing, "document_pack", papers)


def _document(
    sheet: SessionSheet, printing: Printing, title: str, papers: Sequence[str]
) -> Document:
    name = content_hash(sheet)
    day = sheet.activity.date
    code = code_of(
        f"RT{sheet.rt.number}-{day.isoformat()}" if day else f"RT{sheet.rt.number}", name
    )
    kop = sheet.letterhead or letterhead_of(sheet.rt)
    shown = _photos(sheet) if "session" in papers else ()
    pictures = [Picture("logo.svg", kop.logo)] if kop.logo else []
    pictures += [Picture(f"photo-{at}.svg", each.data) for at, each in enumerate(shown, 1)]
    common = {
        "letterhead": head(kop, "logo.svg" if kop.logo else None),
        "versions": _versions(sheet, printing.language),
    }
    made = {"invitation": _invitation, "attendance": _attendance,
            "minutes": _minutes, "session": _session}  # fmt: skip
    return Document(
        data={
            **circumstances(printing, code),
            "title": words(printing.language, "session")[title].format(rt=sheet.rt.number),
            "parts": [{"sheet": each, **common, **made[each](sheet, printing)} for each in papers],
        },
        at=printing.at,
        pictures=tuple(pictures),
        pages=len(papers) + ceil(len(sheet.attendance) / PEOPLE_A_PAGE),
        code=code,
        content_hash=name,
    )


def _versions(sheet: SessionSheet, language: Language) -> list[str]:
    """Return the line that says that two versions of the session still stand."""
    still = sheet.session is not None and sheet.session.has_two_versions
    return [words(language, "session")["versions"]] if still else []


# -- what the four papers share ----------------------------------------------------------------


def _name(sheet: SessionSheet, language: Language) -> str:
    if sheet.session is None:
        return ""
    activity = sheet.activity
    if activity.is_visit:
        return code_label(language, "type_short", activity.type)
    return name_of(activity, language)


def _day(activity: Activity, language: Language) -> str:
    return long_date(activity.date, language) if activity.date else ""


def _time(activity: Activity, language: Language) -> str:
    said = words(language, "session")
    start = time_words(activity.start, language) if activity.start else ""
    if start and activity.minutes:
        return str(said["time_with_length"].format(start=start, minutes=activity.minutes))
    if activity.minutes:
        return str(said["time_length"].format(minutes=activity.minutes))
    return str(said["time_from"].format(start=start)) if start else ""


def _labels(language: Language, codes: str, keys: Sequence[str]) -> str:
    return ", ".join(code_label(language, codes, key) for key in keys)


def _place(sheet: SessionSheet) -> str:
    return plain(sheet.session.place_name) if sheet.session else ""


def _signers(sheet: SessionSheet, printing: Printing) -> list[dict[str, str]]:
    said = words(printing.language, "signature")
    return [
        signer(said["knowing"], said["head"].format(rt=sheet.rt.number), sheet.head_name),
        signer(
            said["place_open"].format(town=sheet.rt.town),
            said["maker"].format(kader=sheet.titles.kader, rt=sheet.rt.number),
            sheet.maker_name,
        ),
    ]


def _where_and_when(sheet: SessionSheet, language: Language) -> list[tuple[str, str]]:
    said, activity = words(language, "session"), sheet.activity
    if activity.is_visit:
        return [(said["fact_month"], month_year(activity.date, language) if activity.date else "")]
    return [
        (said["fact_day"], _day(activity, language)),
        (said["fact_time"], _time(activity, language)),
        (said["fact_place"], _place(sheet)),
    ]


# -- invitation --------------------------------------------------------------------------------


def _invitation(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    language = printing.language
    said = words(language, "session")
    by_rt = sheet.activity.held_by == "rt"
    day = plain_date(printing.at.date(), language)
    return {
        "place_and_day": words(language, "signature")["place_and_day"].format(
            town=sheet.rt.town, day=day
        ),
        "letter": _letter(sheet, language),
        "opening": said["opening" if by_rt else "opening_wide"].format(
            kader=sheet.titles.kader, rt=sheet.rt.number
        ),
        "facts": [
            *_where_and_when(sheet, language),
            (said["fact_agenda"], _name(sheet, language)),
            (said["fact_topics"], _labels(language, "topic", sheet.activity.topics)),
            *_given([(said["fact_speakers"], plain(sheet.activity.speakers))]),
        ],
        "signers": _letter_signers(sheet, printing),
    }


def _letter(sheet: SessionSheet, language: Language) -> list[tuple[str, str]]:
    said = words(language, "session")
    subject = said["letter_subject_value"].format(activity=_name(sheet, language))
    return [
        (said["letter_number"], plain(sheet.letter_no)),
        (said["letter_nature"], said["letter_nature_value"]),
        (said["letter_attached"], said["letter_attached_value"]),
        (said["letter_subject"], subject),
    ]


def _letter_signers(sheet: SessionSheet, printing: Printing) -> list[dict[str, str]]:
    head_of_rt, maker = _signers(sheet, printing)
    return [head_of_rt, maker | {"over": ""}]


def _given(facts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in facts if value]


# -- attendance list ---------------------------------------------------------------------------


def _attendance(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    language = printing.language
    said = words(language, "session")
    blanks = max(sheet.blank_rows - len(sheet.attendance), 0)
    people = [_attendee(each, language) for each in sheet.attendance]
    return {
        "facts": [
            (said["fact_activity"], _name(sheet, language)),
            *_where_and_when(sheet, language),
            (said["fact_speakers"], plain(sheet.activity.speakers)),
        ],
        "people": people + [dict.fromkeys(("name", "sex", "age", "rt", "element"), "")] * blanks,
        "totals": _totals(sheet.attendance, language),
        "signers": _signers(sheet, printing),
    }


def _attendee(each: Attendee, language: Language) -> dict[str, str]:
    name = plain(each.name)
    sexes = {"L": "male", "P": "female"}
    return {
        "name": name.split(" ")[0] if each.is_child else name,
        "sex": words(language, "session")[sexes[each.sex]] if each.sex in sexes else "",
        "age": code_label(language, "age_group", each.age_group) if each.age_group else "",
        "rt": plain(each.rt_text),
        "element": code_label(language, "element", each.element) if each.element else "",
    }


def _totals(people: Sequence[Attendee], language: Language) -> list[tuple[str, str]]:
    said = words(language, "session")
    counts = {
        "total_male": sum(each.sex == "L" for each in people),
        "total_female": sum(each.sex == "P" for each in people),
        "total_children": sum(each.is_child for each in people),
        "total_disability": sum(each.disability for each in people),
    }
    return [(said[key], str(count) if people else "") for key, count in counts.items()]


# -- minutes -----------------------------------------------------------------------------------


def _minutes(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    language = printing.language
    said, activity = words(language, "session"), sheet.activity
    topic = {"title": "", "hint": "", "value": "", "lines": 3}
    return {
        "facts": [
            (said["fact_activity"], _name(sheet, language)),
            *_where_and_when(sheet, language),
            (said["fact_speakers"], plain(activity.speakers)),
            (said["fact_people"], _heads_line(activity.participants, language)),
        ],
        "topics": [
            topic | {"title": said["topic_opening"], "lines": 1},
            topic | {"title": said["topic_matter"],
                     "hint": _labels(language, "topic", activity.topics)},
            topic | {"title": said["topic_questions"], "lines": 4},
            topic | {"title": said["topic_agreed"], "value": plain(result_of(activity))},
            topic | {"title": said["topic_next"], "hint": said["hint_next"],
                     "value": plain(next_step_of(activity)), "lines": 2},
        ],
        "signers": [
            signer("", said["chair"], ""),
            signer("", said["note_taker"], sheet.maker_name),
            signer("", said["delegate"], ""),
        ],
    }  # fmt: skip


def _heads_line(heads: Count4 | None, language: Language) -> str:
    if heads is None:
        return ""
    return str(words(language, "session")["heads_line"].format(**heads.as_dict()))


# -- report of the session ---------------------------------------------------------------------


def _session(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    language = printing.language
    said, activity = words(language, "session"), sheet.activity
    return {
        "month": month_year(activity.date, language) if activity.date else "",
        "facts": _report_facts(sheet, language),
        "attended": said["attended" if activity.held_by == "rt" else "attended_ours"],
        "heads": _heads(sheet),
        "note": _note(sheet, language),
        "texts": [] if activity.is_visit else [
            {"title": said["result"], "value": clean(result_of(activity)).strip(), "lines": 4},
            {"title": said["next_step"], "value": clean(next_step_of(activity)).strip(),
             "lines": 2},
        ],
        "photos": _photo_boxes(sheet),
        "signers": _signers(sheet, printing),
    }  # fmt: skip


def _report_facts(sheet: SessionSheet, language: Language) -> list[tuple[str, str]]:
    said, activity = words(language, "session"), sheet.activity
    program = code_label(language, "program", activity.program) if activity.program else ""
    held_by = code_label(language, "held_by", activity.held_by) if sheet.session else ""
    always = [
        (said["fact_activity"], _name(sheet, language)),
        (said["fact_program"], program),
        (said["fact_topics"], _labels(language, "topic", activity.topics)),
        *_where_and_when(sheet, language),
        (said["fact_held_by"], held_by),
    ]
    if activity.is_visit:
        return always
    lead = plain(sheet.session.lead_name) if sheet.session else ""
    cost = code_label(language, "cost_source", activity.cost_source) if activity.cost_source else ""
    more = [
        (said["fact_speakers"], plain(activity.speakers)),
        (said["fact_partners"], _labels(language, "partner", activity.partners)),
        (said["fact_cost"], cost),
    ]
    return [*always, (said["fact_lead"], lead), *(more if _is_open(sheet) else _given(more))]


def _is_open(sheet: SessionSheet) -> bool:
    return sheet.session is None or sheet.activity.planned


def _heads(sheet: SessionSheet) -> list[str]:
    activity = sheet.activity
    if _is_open(sheet):
        return [""] * 6
    if activity.participants is None:
        return [NOT_GIVEN] * 6
    rough = "±" if activity.estimated else ""
    heads = [f"{rough}{number}" for number in activity.participants.as_dict().values()]
    disability = NOT_GIVEN if activity.disability is None else str(activity.disability)
    return [*heads, disability, f"{rough}{activity.participants.total}"]


def _note(sheet: SessionSheet, language: Language) -> str:
    said, activity = words(language, "session"), sheet.activity
    held = {
        "estimated": activity.estimated and activity.participants is not None,
        "ours": activity.held_by != "rt",
        "visit": activity.is_visit,
    }
    return " ".join(said[key] for key, holds in held.items() if holds)


def _photos(sheet: SessionSheet) -> tuple[Photo, ...]:
    return () if sheet.activity.is_visit else printable(sheet.photos)[:PHOTOS]


def _photo_boxes(sheet: SessionSheet) -> list[dict[str, str]]:
    shown = [
        {"name": f"photo-{at}.svg", "caption": plain(photo.caption)}
        for at, photo in enumerate(_photos(sheet), 1)
    ]
    if shown or not _is_open(sheet):
        return shown
    return [{"name": "", "caption": ""}] * PHOTOS
