"""The rows that table and timeline both show: headings, and below each its rotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from domain.model import Kind, Plan, Rotation
from domain.session import Change
from gui.document import Document
from gui.row import Row, RowKind, RowList
from gui.row_groups import (
    Group,
    Grouping,
    Sorting,
    SortKey,
    Wanted,
    group_of,
    groups_in_order,
)

MOST_TOUCHED: Final = 1000
"""A change of more things than this is quicker read anew than followed."""


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
        self._sorting = Sorting()
        self._grouping = Grouping.MISSION
        self._closed: dict[Grouping, set[str]] = {grouping: set() for grouping in Grouping}
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
        return RowList(len(self), self.row)

    @property
    def grouping(self) -> Grouping:
        """By what the rows are grouped."""
        return self._grouping

    @property
    def headings(self) -> tuple[str, ...]:
        """The ids of the shown groups from top to bottom."""
        return tuple(group.id for group in self._shown)

    @property
    def missions(self) -> tuple[str, ...]:
        """The ids of the shown missions, from top to bottom where they are the groups."""
        if self._grouping is Grouping.MISSION:
            return self.headings
        rotations = self._document.plan.rotations
        shown = (rotations[name].mission for group in self._shown for name in group.ids)
        return tuple(dict.fromkeys(shown))

    @property
    def collapsed(self) -> frozenset[str]:
        """The groups of which only the heading is shown."""
        return frozenset(self._closed[self._grouping])

    @property
    def count(self) -> int:
        """How many rotations the filters let through, whether their group is open or not."""
        return sum(len(group.ids) for group in self._shown)

    @property
    def count_of_all(self) -> int:
        """How many rotations would be shown without filters."""
        return sum(map(self._wanted.counts, self._document.plan.rotations.things()))

    @property
    def text(self) -> str:
        """The text that is asked for; empty for none."""
        return self._wanted.text

    @property
    def picks(self) -> bool:
        """Whether the filters ask for some rotations only."""
        return self._wanted.picks

    def takes(self, rotation: Rotation) -> bool:
        """Whether the filters let a rotation through."""
        return self._wanted.takes_at(rotation)

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
        by_mission = self._grouping is Grouping.MISSION
        place = number - group.start - group.heads
        if place < 0:
            kind = RowKind.MISSION if by_mission else RowKind.GROUP
            return Row(kind, group.id, group.id if by_mission else "")
        name = self._sorted(group)[place]
        mission = group.id if by_mission else self._document.plan.rotations[name].mission
        return Row(RowKind.ROTATION, name, mission)

    def row_of(self, kind: RowKind, name: str) -> int | None:
        """The number of the row of a heading or a rotation; none while it is not shown."""
        if kind is not RowKind.ROTATION:
            if (kind is RowKind.MISSION) != (self._grouping is Grouping.MISSION):
                return None
            heading = self._groups.get(name)
            is_there = heading is not None and heading.is_shown and heading.heads
            return heading.start if heading is not None and is_there else None
        rotation = self._document.plan.rotations.get(name)
        group = self._groups.get(self.group_of(rotation)) if rotation else None
        if group is None or group.id in self._closed[self._grouping] or not group.is_shown:
            return None
        self._sorted(group)
        place = group.place(name)
        return None if place is None else group.start + group.heads + place

    def group_of(self, rotation: Rotation) -> str:
        """The id of the group in which a rotation stands."""
        return group_of(self._grouping, rotation)

    def end_of_mission(self, number: int) -> int:
        """The number of the row after those of the mission to which a row belongs.

        Where the rows are not grouped by mission, each row stands by itself.
        """
        if self._grouping is not Grouping.MISSION:
            return number + 1
        return self.end_of_group(number)

    def end_of_group(self, number: int) -> int:
        """The number of the row after those of the group to which a row belongs."""
        after = bisect_right(self._starts, number)
        return self._starts[after] if after < len(self._starts) else self._length

    def rotations_of(self, mission: str) -> Sequence[str]:
        """The ids of a mission's rotations that the filters let through, in order of the rows."""
        if self._grouping is Grouping.MISSION:
            return self.rotations_in(mission)
        rotations = self._document.plan.rotations
        shown = (name for group in self._shown for name in self._sorted(group))
        return [name for name in shown if rotations[name].mission == mission]

    def rotations_in(self, heading: str) -> Sequence[str]:
        """The ids of the rotations of a group that the filters let through, in order."""
        group = self._groups.get(heading)
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

    def take_again(self, rotations: Collection[str] | None = None) -> None:
        """Ask of rotations again whether they are to be shown; by default of all."""
        if rotations is None or len(rotations) > MOST_TOUCHED:
            self.read()
        else:
            plan = self._document.plan
            self._follow(plan, plan, [name for name in rotations if name in plan.rotations])
        self.wanted_changed.emit()

    def group_by(self, grouping: Grouping) -> None:
        """Put the rotations under other headings, or under none."""
        if grouping is not self._grouping:
            self._grouping = grouping
            self.read()

    def sort_by(self, *keys: SortKey) -> None:
        """Sort the rotations within their groups; without keys they stand by days and name."""
        self._sorting = Sorting(keys)
        for group in self._groups.values():
            group.is_sorted = False
        self.rebuilt.emit()

    def toggle(self, heading: str) -> None:
        """Hide the rotations of a group, or show them again."""
        self.set_collapsed(self._closed[self._grouping] ^ {heading})

    def set_collapsed(self, headings: Iterable[str]) -> None:
        """Show only the headings of these groups, and the rotations of all others."""
        collapsed = set(headings)
        if collapsed != self._closed[self._grouping] and self._grouping is not Grouping.NONE:
            self._closed[self._grouping] = collapsed
            self._lay_out()

    def reveal(self, rotation: str) -> int | None:
        """The row of a rotation, its mission opened if need be; none if a filter hides it."""
        found = self._document.plan.rotations.get(rotation)
        if found is not None and self.group_of(found) in self._closed[self._grouping]:
            self.toggle(self.group_of(found))
        return self.row_of(RowKind.ROTATION, rotation)

    def read(self) -> None:
        """Read the whole plan anew."""
        plan, wanted, grouping = self._document.plan, self._wanted, self._grouping
        wanted.read(plan)
        heads = 0 if grouping is Grouping.NONE else 1
        self._groups = {name: Group(name, heads) for name in groups_in_order(grouping, plan)}
        for rotation in plan.rotations.things():
            if self._takes(rotation):
                self._groups[group_of(grouping, rotation)].ids.append(rotation.id)
        self._lay_out()

    def _takes(self, rotation: Rotation) -> bool:
        # A mission that is not shown keeps its rotations, which are shown again with it.
        if self._grouping is Grouping.MISSION:
            return self._wanted.takes(rotation)
        return self._wanted.takes_at(rotation)

    def _takes_group(self, group: Group) -> bool:
        if self._grouping is Grouping.MISSION:
            return self._wanted.takes_mission(group)
        return bool(group.ids)

    def _lay_out(self) -> None:
        """Give each shown group its rows."""
        closed = self._closed[self._grouping]
        for group in self._groups.values():
            group.is_shown = self._takes_group(group)
        self._shown = [group for group in self._groups.values() if group.is_shown]
        self._starts = []
        self._length = 0
        for group in self._shown:
            group.start = self._length
            self._starts.append(self._length)
            self._length += group.heads + (0 if group.id in closed else len(group.ids))
        self.rebuilt.emit()

    def _sorted(self, group: Group) -> list[str]:
        if not group.is_sorted:
            group.sort(self._document.plan, self._sorting)
        return group.ids

    def _on_changed(self, change: Change) -> None:
        kinds = {ref.kind for ref in change.touched}
        renamed = kinds & {Kind.FORCE, Kind.POST}
        if (
            Kind.MISSION in kinds
            or len(change.touched) > MOST_TOUCHED
            or (renamed and (self._wanted.picks or self._grouping is Grouping.FORCE))
        ):
            self.read()
            return
        touched = [ref.id for ref in change.touched if ref.kind is Kind.ROTATION]
        if touched:
            self._follow(change.before, change.after, touched)

    def _follow(self, was: Plan, now: Plan, touched: list[str]) -> None:
        """Sort only the touched rotations anew, in their groups."""
        groups = {group.id: group for group in self._groups_of((was, now), touched)}
        before = {name: self._rows_of(group, was) for name, group in groups.items()}
        for group in groups.values():
            self._take_up(group, now, touched)
        comes_or_goes = any(g.is_shown != self._takes_group(g) for g in groups.values())
        if comes_or_goes or any(
            self._rows_of(groups[name], now) != rows for name, rows in before.items()
        ):
            self._lay_out()
            return
        rows = [self.row_of(RowKind.ROTATION, name) for name in touched]
        rows += [group.start for group in groups.values() if group.is_shown and group.heads]
        self.contents_changed.emit(sorted(row for row in rows if row is not None))

    def _rows_of(self, group: Group, plan: Plan) -> list[str]:
        """What stands below the heading of a group."""
        if not group.is_sorted:
            group.sort(plan, self._sorting)
        return [] if group.id in self._closed[self._grouping] else group.ids

    def _groups_of(self, plans: Iterable[Plan], touched: list[str]) -> Iterator[Group]:
        for plan in plans:
            for name in touched:
                rotation = plan.rotations.get(name)
                if rotation is not None:
                    yield self._groups[self.group_of(rotation)]

    def _take_up(self, group: Group, plan: Plan, touched: list[str]) -> None:
        """Add, drop and sort the touched rotations of a group."""
        come = []
        for name in touched:
            rotation = plan.rotations.get(name)
            belongs = rotation is not None and self.group_of(rotation) == group.id
            if belongs and rotation is not None and self._takes(rotation):
                come.append(name)
        group.exchange(set(touched), come, plan, self._sorting)
