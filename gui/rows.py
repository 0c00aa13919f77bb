"""The rows that table and timeline both show: each mission, and below it its rotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, overload

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from domain.model import Kind, Plan, Rotation
from domain.session import Change
from gui.document import Document
from gui.row_groups import Group, Order, Wanted, by_days, missions_in_order

ROW_HEIGHT: Final = 26
"""Pixels at a text size of 100 %; the same in table and timeline."""
MOST_TOUCHED: Final = 1000
"""A change of more things than this is quicker read anew than followed."""


class RowKind(Enum):
    """What a row is about."""

    MISSION = auto()
    ROTATION = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the heading of a mission, or one of its rotations."""

    kind: RowKind
    id: str
    mission: str


class Rows(QObject):
    """What stands in which row; it follows the document and the filters."""

    rebuilt = Signal()
    """There are other rows, or they stand in another order."""
    wanted_changed = Signal()
    """The filters let other missions and rotations through."""
    contents_changed = Signal(list)
    """The rows are the same, but these show something else: a list of row numbers."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Show everything but cancelled rotations."""
        super().__init__(parent)
        self._document = document
        self._wanted = Wanted()
        self._order: Order = by_days
        self._descending = False
        self._collapsed: set[str] = set()
        self._groups: dict[str, Group] = {}
        self._shown: list[Group] = []
        self._starts: list[int] = []
        self._length = 0
        document.changed.connect(self._on_changed)
        document.replaced.connect(self.read)
        self.read()

    def __len__(self) -> int:
        return self._length

    @property
    def rows(self) -> Sequence[Row]:
        """All rows from top to bottom."""
        return RowList(self)

    @property
    def missions(self) -> tuple[str, ...]:
        """The ids of the shown missions from top to bottom."""
        return tuple(group.mission for group in self._shown)

    @property
    def collapsed(self) -> frozenset[str]:
        """The missions of which only the heading is shown."""
        return frozenset(self._collapsed)

    @property
    def picks(self) -> bool:
        """Whether the filters ask for some rotations only."""
        return self._wanted.picks

    def takes(self, rotation: Rotation) -> bool:
        """Whether the filters let a rotation through."""
        missions = self._wanted.missions
        shown = missions is None or rotation.mission in missions
        return shown and self._wanted.takes(rotation)

    def names(self, thing: str) -> bool:
        """Whether a mission or a force bears the text in its name that is asked for."""
        return thing in self._wanted.named

    @property
    def shows_cancelled(self) -> bool:
        """Whether cancelled rotations are shown."""
        return self._wanted.cancelled

    def row(self, number: int) -> Row:
        """The row with a number from the top, the first being 0."""
        group = self._shown[bisect_right(self._starts, number) - 1]
        if number == group.start:
            return Row(RowKind.MISSION, group.mission, group.mission)
        return Row(RowKind.ROTATION, self._sorted(group)[number - group.start - 1], group.mission)

    def row_of(self, kind: RowKind, name: str) -> int | None:
        """The number of the row of a mission or a rotation; none while it is not shown."""
        if kind is RowKind.MISSION:
            heading = self._groups.get(name)
            return heading.start if heading is not None and heading.is_shown else None
        rotation = self._document.plan.rotations.get(name)
        group = self._groups.get(rotation.mission) if rotation else None
        if group is None or group.mission in self._collapsed or not group.is_shown:
            return None
        self._sorted(group)
        place = group.place(name)
        return None if place is None else group.start + 1 + place

    def end_of_mission(self, number: int) -> int:
        """The number of the row after those of the mission to which a row belongs."""
        after = bisect_right(self._starts, number)
        return self._starts[after] if after < len(self._starts) else self._length

    def rotations_of(self, mission: str) -> Sequence[str]:
        """The ids of a mission's rotations that the filters let through, in order."""
        group = self._groups.get(mission)
        return self._sorted(group) if group else ()

    def rotations_between(self, row: int, other: int) -> list[str]:
        """The rotations in the rows from one to another, both inside."""
        first, last = sorted((row, other))
        rows = (self.row(number) for number in range(first, last + 1))
        return [row.id for row in rows if row.kind is RowKind.ROTATION]

    def show_missions(self, missions: frozenset[str] | None) -> None:
        """Show only these missions; none shows all."""
        if missions != self._wanted.missions:
            self._wanted.missions = missions
            self._lay_out()
            self.wanted_changed.emit()

    def show_rotations(self, matches: Callable[[Rotation], bool] | None) -> None:
        """Show only rotations that match; none shows all."""
        self._wanted.matches = matches
        self.read()
        self.wanted_changed.emit()

    def set_text(self, text: str) -> None:
        """Show only rotations with a text in their name or that of their mission or force."""
        text = text.strip().casefold()
        if text != self._wanted.text:
            self._wanted.text = text
            self.read()
            self.wanted_changed.emit()

    def set_show_cancelled(self, shown: bool) -> None:
        """Show cancelled rotations, or hide them."""
        if shown != self._wanted.cancelled:
            self._wanted.cancelled = shown
            self.read()
            self.wanted_changed.emit()

    def sort_by(self, order: Order | None, *, descending: bool = False) -> None:
        """Sort the rotations within their missions; none sorts by days and name."""
        self._order, self._descending = order or by_days, descending
        for group in self._groups.values():
            group.is_sorted = False
        self.rebuilt.emit()

    def toggle(self, mission: str) -> None:
        """Hide the rotations of a mission, or show them again."""
        self.set_collapsed(self._collapsed ^ {mission})

    def set_collapsed(self, missions: Iterable[str]) -> None:
        """Show only the headings of these missions, and the rotations of all others."""
        collapsed = set(missions)
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self._lay_out()

    def reveal(self, rotation: str) -> int | None:
        """The row of a rotation, its mission opened if need be; none if a filter hides it."""
        found = self._document.plan.rotations.get(rotation)
        if found is not None and found.mission in self._collapsed:
            self.toggle(found.mission)
        return self.row_of(RowKind.ROTATION, rotation)

    def read(self) -> None:
        """Read the whole plan anew."""
        plan, wanted = self._document.plan, self._wanted
        wanted.read(plan)
        self._groups = {mission.id: Group(mission.id) for mission in missions_in_order(plan)}
        for rotation in plan.rotations.things():
            if wanted.takes(rotation):
                self._groups[rotation.mission].ids.append(rotation.id)
        self._lay_out()

    def _lay_out(self) -> None:
        """Give each shown mission its rows."""
        for group in self._groups.values():
            group.is_shown = self._wanted.takes_group(group)
        self._shown = [group for group in self._groups.values() if group.is_shown]
        self._starts = []
        self._length = 0
        for group in self._shown:
            group.start = self._length
            self._starts.append(self._length)
            self._length += 1 if group.mission in self._collapsed else 1 + len(group.ids)
        self.rebuilt.emit()

    def _sorted(self, group: Group) -> list[str]:
        if not group.is_sorted:
            group.sort(self._document.plan, self._order, descending=self._descending)
        return group.ids

    def _on_changed(self, change: Change) -> None:
        kinds = {ref.kind for ref in change.touched}
        renamed = kinds & {Kind.MISSION, Kind.FORCE}
        if (
            Kind.MISSION in kinds
            or len(change.touched) > MOST_TOUCHED
            or (renamed and self._wanted.text)
        ):
            self.read()
            return
        touched = [ref.id for ref in change.touched if ref.kind is Kind.ROTATION]
        if touched:
            self._follow(change, touched)

    def _follow(self, change: Change, touched: list[str]) -> None:
        """Sort only the missions of the touched rotations anew."""
        groups = {group.mission: group for group in self._groups_of(change, touched)}
        before = {mission: self._rows_of(group, change.before) for mission, group in groups.items()}
        for group in groups.values():
            self._take_up(group, change.after, touched)
        comes_or_goes = any(g.is_shown != self._wanted.takes_group(g) for g in groups.values())
        if comes_or_goes or any(
            self._rows_of(groups[mission], change.after) != rows for mission, rows in before.items()
        ):
            self._lay_out()
            return
        rows = [self.row_of(RowKind.ROTATION, name) for name in touched]
        rows += [self.row_of(RowKind.MISSION, mission) for mission in groups]
        self.contents_changed.emit(sorted(row for row in rows if row is not None))

    def _rows_of(self, group: Group, plan: Plan) -> list[str]:
        """What stands below the heading of a mission."""
        if not group.is_sorted:
            group.sort(plan, self._order, descending=self._descending)
        return [] if group.mission in self._collapsed else list(group.ids)

    def _groups_of(self, change: Change, touched: list[str]) -> Iterator[Group]:
        for name in touched:
            for plan in (change.before, change.after):
                rotation = plan.rotations.get(name)
                if rotation is not None:
                    yield self._groups[rotation.mission]

    def _take_up(self, group: Group, plan: Plan, touched: list[str]) -> None:
        """Add, drop and sort the touched rotations of a mission."""
        present = set(group.ids)
        for name in touched:
            rotation = plan.rotations.get(name)
            belongs = rotation is not None and rotation.mission == group.mission
            if belongs and rotation is not None and self._wanted.takes(rotation):
                present.add(name)
            else:
                present.discard(name)
        if present != set(group.ids):
            group.ids = [name for name in group.ids if name in present]
            group.ids += [name for name in touched if name in present - set(group.ids)]
        group.sort(plan, self._order, descending=self._descending)


class RowList(Sequence[Row]):
    """The rows as a sequence; each is made when it is looked at."""

    def __init__(self, rows: Rows) -> None:
        """Look at these rows."""
        self._rows = rows

    @override
    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    @override
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self._rows.row(number) for number in range(*index.indices(len(self)))]
        number = index + len(self) if index < 0 else index
        if not 0 <= number < len(self):
            raise IndexError(index)
        return self._rows.row(number)
