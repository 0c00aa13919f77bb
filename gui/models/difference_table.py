"""The table of what an import would change: a row for each thing that comes, goes, or a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from domain.engine.comparison import Difference, FieldChange, How
from domain.exchange.arriving import Arrival
from domain.exchange.compared_words import summary_of
from domain.language import N_, _
from domain.model import Kind, Plan
from domain.words.things import name_of
from domain.words.titles import field_text, kind_text
from gui.icons import Icons
from gui.models.table_of_rows import TableOfRows
from gui.value_words import value_text

HEADINGS: Final = (
    N_("What happens"),
    N_("Mission"),
    N_("What"),
    N_("Field"),
    N_("Now"),
    N_("Will be"),
)
HOW, MISSION, THING, FIELD, OLD, NEW = range(6)
_HOWS: Final = {How.ADDED: N_("Added"), How.CHANGED: N_("Changed"), How.REMOVED: N_("Removed")}
_ICONS: Final = {How.ADDED: "plus", How.CHANGED: "pencil", How.REMOVED: "trash-2"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a thing, and of a changed one the field; of the settings no thing."""

    how: How
    thing: Difference | None
    change: FieldChange | None


class DifferenceTable(TableOfRows[Line]):
    """What differs, as filtered."""

    def __init__(self, arrival: Arrival, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._arrival, self._icons = arrival, icons
        self._all = tuple(_lines(arrival))
        self.rows = list(self._all)
        self._haystacks: dict[int, str] = {}

    @property
    def counts(self) -> Mapping[How, int]:
        """How many things come, change and go; the settings are one thing."""
        counts = Counter(thing.how for thing in self._arrival.things)
        counts[How.CHANGED] += bool(self._arrival.settings)
        return counts

    def show_only(self, hows: Collection[How], text: str) -> None:
        """Show only what comes, changes or goes, and of that what holds a text."""
        words = text.casefold().split()
        self.show_rows(
            [
                line
                for place, line in enumerate(self._all)
                if line.how in hows and all(word in self._haystack(place) for word in words)
            ]
        )

    def _haystack(self, place: int) -> str:
        found = self._haystacks.get(place)
        if found is None:
            line = self._all[place]
            texts = (self.text_of(line, column) for column in range(len(HEADINGS)))
            found = self._haystacks[place] = "\n".join(texts).casefold()
        return found

    @override
    def look_of(self, row: Line, column: int, role: int) -> QIcon | QColor | None:
        if role == Qt.ItemDataRole.DecorationRole and column == HOW:
            return self._icons.icon(_ICONS[row.how])
        if role == Qt.ItemDataRole.ForegroundRole and column == OLD:
            return self._icons.colours.muted
        return None

    @override
    def text_of(self, row: Line, column: int) -> str:
        thing, change = row.thing, row.change
        match column:
            case 0:
                return _(_HOWS[row.how])
            case 1 | 2:
                gone = row.how is How.REMOVED
                plan = self._arrival.before if gone else self._arrival.after
                return _settings_text(column) if thing is None else _about(thing, plan, column)
            case 3:
                return "" if change is None else field_text(change.field)
            case _:
                return self._value(row, column)

    def _value(self, line: Line, column: int) -> str:
        """What stands under now and under will be: the value of a field, or a thing in brief."""
        plan = self._arrival.before if column == OLD else self._arrival.after
        sides = line.thing if line.change is None else line.change
        if sides is None:
            return ""
        side = sides.before if column == OLD else sides.after
        if line.change is None:
            return summary_of(side, plan)
        return value_text(line.change.field, side, partial(name_of, plan=plan))


def _settings_text(column: int) -> str:
    return _("Settings of the plan") if column == THING else ""


def _about(thing: Difference, plan: Plan, column: int) -> str:
    what, ref = thing.after or thing.before, thing.ref
    if column == MISSION:
        mission = plan.missions.get(getattr(what, "mission", ""))
        return "" if mission is None else mission.name
    name = name_of(ref, plan)
    name = name if name == ref.id else f"{name} ({ref.id})"
    return name if ref.kind is Kind.ROTATION else f"{kind_text(ref.kind)}: {name}"


def _lines(arrival: Arrival) -> Iterator[Line]:
    for change in arrival.settings:
        yield Line(How.CHANGED, None, change)
    for thing in arrival.things:
        if thing.how is How.CHANGED:
            for change in thing.fields:
                yield Line(thing.how, thing, change)
        else:
            yield Line(thing.how, thing, None)
