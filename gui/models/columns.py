"""The columns of the table of rotations: what each shows, how it sorts, how it is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Final

from domain.language import N_, _
from domain.model import Plan, Rotation
from gui.days import day_text, full_length_text, length_text
from gui.words import word


class Editor(Enum):
    """How a cell is edited."""

    NONE = auto()
    TEXT = auto()
    DAY = auto()
    COUNT = auto()
    OPTIONAL_COUNT = auto()
    FORCE = auto()
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
    text: Callable[[Rotation, Plan], str]
    order: Callable[[Rotation], Any]
    to_the_right: bool = False

    @property
    def heading(self) -> str:
        """The heading in the current language."""
        return _(self.title)

    @property
    def explanation(self) -> str:
        """What the column holds, in the current language."""
        return _(self.tip)

    def shown(self, rotation: Rotation, plan: Plan) -> str:
        """What a cell of this column shows."""
        return self.text(rotation, plan)


def _count(field: str) -> Callable[[Rotation, Plan], str]:
    def text(rotation: Rotation, _plan: Plan) -> str:
        number: int | None = getattr(rotation, field)
        # Without teams and with none are two things; elsewhere a nought only hides the numbers.
        return str(number) if number or (number == 0 and field == "teams") else ""

    return text


def _order(field: str) -> Callable[[Rotation], Any]:
    def order(rotation: Rotation) -> tuple[Any, date, str]:
        value = getattr(rotation, field)
        blank = -1 if field == "teams" else ""
        return (blank if value is None else value), rotation.first_day, rotation.name

    return order


def _name_of_force(rotation: Rotation, plan: Plan) -> str:
    force = plan.forces.get(rotation.force or "")
    return rotation.force or "" if force is None else force.name


def _length(rotation: Rotation, _plan: Plan) -> str:
    return length_text(rotation.first_day, rotation.last_day)


NAME: Final = Column(
    "name",
    N_("Name"),
    N_("Name"),
    "Voorbeeld: staffunctionarissen",
    Editor.TEXT,
    lambda r, _p: r.name,
    _order("name"),
)
FINDINGS: Final = Column(
    "findings",
    N_("!"),
    N_("How many findings touch it, and the worst of them"),
    "88 88",
    Editor.NONE,
    lambda _r, _p: "",
    lambda r: (r.first_day, r.name),
)
COLUMNS: Final = (
    NAME,
    FINDINGS,
    Column(
        "first_day",
        N_("First day"),
        N_("First day, inside the rotation"),
        "88-88-8888",
        Editor.DAY,
        lambda r, _p: day_text(r.first_day),
        lambda r: (r.first_day, r.last_day, r.name),
    ),
    Column(
        "last_day",
        N_("Last day"),
        N_("Last day, inside the rotation"),
        "88-88-8888",
        Editor.DAY,
        lambda r, _p: day_text(r.last_day),
        lambda r: (r.last_day, r.first_day, r.name),
    ),
    Column(
        "length",
        N_("Length"),
        N_("Months (mo) where it is a whole number of them, else days (d)"),
        "888 mo",
        Editor.NONE,
        _length,
        lambda r: (r.days, r.first_day, r.name),
        to_the_right=True,
    ),
    Column(
        "military",
        N_("Mil"),
        N_("Military persons"),
        "8888",
        Editor.COUNT,
        _count("military"),
        _order("military"),
        to_the_right=True,
    ),
    Column(
        "civilian",
        N_("Civ"),
        N_("Civilian persons"),
        "8888",
        Editor.COUNT,
        _count("civilian"),
        _order("civilian"),
        to_the_right=True,
    ),
    Column(
        "police",
        N_("Pol"),
        N_("Police persons"),
        "8888",
        Editor.COUNT,
        _count("police"),
        _order("police"),
        to_the_right=True,
    ),
    Column(
        "teams",
        N_("Teams"),
        N_("Number of teams"),
        "8888",
        Editor.OPTIONAL_COUNT,
        _count("teams"),
        _order("teams"),
        to_the_right=True,
    ),
    Column(
        "force",
        N_("Force"),
        N_("The unit or pool that it draws on"),
        "Zr.Ms. Karel Doorman",
        Editor.FORCE,
        _name_of_force,
        _order("force"),
    ),
    Column(
        "status",
        N_("Status"),
        N_("How far it has come"),
        "Completed",
        Editor.STATUS,
        lambda r, _p: word(r.status),
        lambda r: (list(type(r.status)).index(r.status), r.first_day, r.name),
    ),
)
TITLES: Final = {
    "name": N_("Name"),
    "mission": N_("Mission"),
    "first_day": N_("First day"),
    "last_day": N_("Last day"),
    "military": N_("Military"),
    "civilian": N_("Civilian"),
    "police": N_("Police"),
    "teams": N_("Teams"),
    "force": N_("Force"),
    "quantity": N_("Quantity"),
    "post": N_("Post"),
    "relieves": N_("Relieves"),
    "continues": N_("Continues"),
    "part_of": N_("Part of"),
    "supports": N_("Supports"),
    "status": N_("Status"),
    "justification": N_("Justification"),
    "note": N_("Note"),
}
"""Every field of a rotation that can be edited, with its name in full."""


def tip_of_length(rotation: Rotation) -> str:
    """The length of a rotation in full."""
    return full_length_text(rotation.first_day, rotation.last_day)
