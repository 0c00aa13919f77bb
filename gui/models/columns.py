"""The columns of the table of rotations: what each shows, how it sorts, how it is edited."""

from __future__ import annotations

from enum import Enum, auto
from operator import attrgetter
from typing import Final

from domain.language import N_, _
from domain.model import Plan, Rotation, Status
from domain.values import dataclass
from domain.words.days import day_text
from domain.words.titles import FIELD_TITLES
from gui.days import full_length_text, length_text
from gui.models.column_values import (
    OrderIn,
    Text,
    by_field,
    by_text,
    by_value,
    force_name,
    mission_name,
    post_title,
    region_name,
    relieved_name,
    text_in_one_line,
    text_of_count,
    text_of_optional,
)
from gui.words import word


class Editor(Enum):
    """How a cell is edited."""

    NONE = auto()
    TEXT = auto()
    DAY = auto()
    COUNT = auto()
    OPTIONAL_COUNT = auto()
    CHOICE = auto()
    STATUS = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field of a rotation, its heading, and how it is shown and edited."""

    key: str
    title: str
    tip: str
    widest: str
    """As wide a text as the column has room for at first."""
    editor: Editor
    text: Text
    order_in: OrderIn
    to_the_right: bool = False
    at_first: bool = True
    """It is shown before anyone chose columns."""

    @property
    def heading(self) -> str:
        """The heading in the current language."""
        return _(self.title)

    @property
    def explanation(self) -> str:
        """What the column holds, in the current language."""
        return _(self.tip)

    @property
    def full_name(self) -> str:
        """Its name in full, in the current language."""
        return _("Findings") if self.key == "findings" else _(TITLES.get(self.key, self.title))

    @property
    def spoken(self) -> str:
        """Its heading for who hears it: without abbreviations and signs."""
        return self.heading if self.key == "name" else self.full_name

    def shown(self, rotation: Rotation, plan: Plan) -> str:
        """What a cell of this column shows."""
        return self.text(rotation, plan)


def _days(field: str, title: str, tip: str) -> Column:
    return Column(
        field,
        title,
        tip,
        "88-88-8888",
        Editor.DAY,
        lambda r, _p: day_text(getattr(r, field)),
        by_value(attrgetter(field)),
    )


def _people(field: str, title: str, tip: str) -> Column:
    shown, order = text_of_count(field), by_field(field)
    return Column(field, title, tip, "8888", Editor.COUNT, shown, order, to_the_right=True)


def _optional(field: str, title: str, tip: str, *, at_first: bool) -> Column:
    return Column(
        field,
        title,
        tip,
        "8888",
        Editor.OPTIONAL_COUNT,
        text_of_optional(field),
        by_field(field, -1),
        to_the_right=True,
        at_first=at_first,
    )


def _choice(field: str, title: str, tip: str, text: Text, *, at_first: bool = False) -> Column:
    widest = "Zr.Ms. Karel Doorman"
    order = by_text(text)
    return Column(field, title, tip, widest, Editor.CHOICE, text, order, at_first=at_first)


def _written(field: str, title: str, tip: str) -> Column:
    text = text_in_one_line(field)
    widest = "Voorbeeld: staffunctionarissen"
    return Column(field, title, tip, widest, Editor.TEXT, text, by_text(text), at_first=False)


_STATUSES: Final = {status: number for number, status in enumerate(Status)}
NAME: Final = Column(
    "name",
    N_("Name"),
    N_("Name"),
    "Voorbeeld: staffunctionarissen",
    Editor.TEXT,
    lambda r, _p: r.name,
    by_text(lambda r, _p: r.name),
)
FINDINGS: Final = Column(
    "findings",
    N_("!"),
    N_("How many findings touch it, and the worst of them"),
    "88 88",
    Editor.NONE,
    lambda _r, _p: "",
    by_value(attrgetter("first_day")),
)
MISSION: Final = _choice(
    "mission", N_("Mission"), N_("The mission that it belongs to"), mission_name
)
COLUMNS: Final = (
    NAME,
    FINDINGS,
    MISSION,
    _days("first_day", N_("First day"), N_("First day, inside the rotation")),
    _days("last_day", N_("Last day"), N_("Last day, inside the rotation")),
    Column(
        "length",
        N_("Length"),
        N_("Months (mo) where it is a whole number of them, else days (d)"),
        "888 mo",
        Editor.NONE,
        lambda r, _p: length_text(r.first_day, r.last_day),
        by_value(attrgetter("days")),
        to_the_right=True,
    ),
    _people("military", N_("Mil"), N_("Military persons")),
    _people("civilian", N_("Civ"), N_("Civilian persons")),
    _people("police", N_("Pol"), N_("Police persons")),
    _optional("teams", N_("Teams"), N_("Number of teams"), at_first=True),
    _choice(
        "force", N_("Force"), N_("The unit or pool that it draws on"), force_name, at_first=True
    ),
    Column(
        "status",
        N_("Status"),
        N_("How far it has come"),
        "Completed",
        Editor.STATUS,
        lambda r, _p: word(r.status),
        by_value(lambda r: _STATUSES[r.status]),
    ),
    Column(
        "region",
        N_("Region"),
        N_("The region of its mission"),
        "Middle East",
        Editor.NONE,
        region_name,
        by_text(region_name),
        at_first=False,
    ),
    Column(
        "headcount",
        N_("Total"),
        N_("Persons of all categories together"),
        "8888",
        Editor.NONE,
        text_of_count("headcount"),
        by_value(attrgetter("headcount")),
        to_the_right=True,
        at_first=False,
    ),
    _optional("quantity", N_("Quantity"), N_("How much of the pool it takes"), at_first=False),
    _choice("post", N_("Post"), N_("The post that it fills"), post_title),
    _choice("relieves", N_("Relieves"), N_("The rotation that it relieves"), relieved_name),
    _written("justification", N_("Justification"), N_("Why it is needed")),
    _written("note", N_("Note"), N_("What else should be known about it")),
    Column(
        "id",
        N_("Id"),
        N_("The id by which files and other rotations refer to it"),
        "osc-2026-12-88",
        Editor.NONE,
        lambda r, _p: r.id,
        by_value(attrgetter("id")),
        at_first=False,
    ),
)
_EDITED: Final = (
    *("name", "mission", "first_day", "last_day"),
    *("military", "civilian", "police", "teams"),
    *("force", "quantity", "post", "relieves", "continues", "part_of", "supports"),
    *("status", "justification", "note"),
)
TITLES: Final = {name: FIELD_TITLES[name] for name in _EDITED}
"""Every field of a rotation that can be edited, with its name in full."""


def tip_of_length(rotation: Rotation) -> str:
    """The length of a rotation in full."""
    return full_length_text(rotation.first_day, rotation.last_day)
