"""The rows of the forces: each force has as many as its uses need to lie beside each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from domain.model import Rotation
from domain.session import Change
from gui.document import Document
from gui.models.force_group import ForceGroup, forces_in_order, is_own, is_pool, lanes_by_mission
from gui.models.force_state import ForceState, can_follow
from gui.models.force_uses import Use, in_lanes
from gui.rows import Rows


class ForceRows(QObject):
    """What stands in which row, while somebody looks; what is dragged keeps its row."""

    rebuilt = Signal()
    """There are other rows, or they stand in another order."""
    relaid = Signal()
    """The rows hold other uses; there are as many as before."""

    def __init__(self, document: Document, rows: Rows, parent: QObject | None = None) -> None:
        """Show the rotations that the filters of the missions let through."""
        super().__init__(parent)
        self._document, self._filters = document, rows
        self._state: ForceState | None = None
        self._all: list[ForceGroup] = []
        self._shown: list[ForceGroup] = []
        self._starts: list[int] = []
        self._length = 0
        self._places: dict[str, tuple[ForceGroup, int]] = {}
        self._by_force: dict[str | None, ForceGroup] = {}
        self._folded: set[str] = set()
        self._is_asleep = True
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_replaced)
        rows.wanted_changed.connect(self._on_replaced)

    def __len__(self) -> int:
        return self._length

    @property
    def groups(self) -> Sequence[ForceGroup]:
        """The shown forces from top to bottom; the last one may be no force."""
        return self._shown

    @property
    def state(self) -> ForceState | None:
        """The plan as the forces see it; none while nobody looks."""
        return self._state

    def wake(self) -> None:
        """Follow the document from now on: someone looks."""
        self._is_asleep = False
        if self._state is None:
            self._read()

    def sleep(self) -> None:
        """Nobody looks: what changes is read when someone does."""
        self._is_asleep = True

    def group_at(self, row: int) -> ForceGroup | None:
        """The force to which a row belongs; none where there is no row."""
        if not 0 <= row < self._length:
            return None
        return self._shown[bisect_right(self._starts, row) - 1]

    def group_of(self, force: str | None) -> ForceGroup | None:
        """The group of a force while it is shown."""
        return self._by_force.get(force)

    def row_of(self, rotation: str) -> int | None:
        """The row in which a rotation stands on its own force; none while it is not shown."""
        group, lane = self._places.get(rotation, (None, 0))
        if group is None or lane >= len(group.shown_lanes):
            return None
        return group.first + group.strip_rows + lane

    def rotations_in(self, row: int) -> list[str]:
        """The rotations in a row from left to right, not those through other forces."""
        group = self.group_at(row)
        lane = None if group is None else group.lane_at(row)
        return [use.thing.id for use in lane or () if is_own(use)]

    def toggle(self, force: str) -> None:
        """Hide what lies inside a force, or show it again."""
        self._fold(self._folded ^ {force})

    def set_folded(self, folded: bool) -> None:
        """Fold every force that can be, or none."""
        self._fold({g.force for g in self._all if g.force and g.can_fold} if folded else set())

    def reveal(self, rotation: str) -> int | None:
        """The row of a rotation, its force unfolded if need be; none if a filter hides it."""
        found = self._document.plan.rotations.get(rotation)
        if found is not None and found.force is not None and self._state is not None:
            above = (force.id for force in self._state.situation.standing.ancestors(found.force))
            self._fold(self._folded - {found.force, *above})
        return self.row_of(rotation)

    def _fold(self, folded: set[str]) -> None:
        if folded != self._folded:
            self._folded = folded
            self._lay_out()

    def _read(self) -> None:
        """Look at every force anew."""
        plan = self._document.plan
        state = self._state = ForceState(plan)
        children = state.situation.standing.children
        self._all = [
            ForceGroup(name, depth, bool(children.get(name)) or is_pool(plan, name))
            for name, depth in forces_in_order(plan, children)
        ]
        if plan.rotations:
            self._all.append(ForceGroup(None, 0, can_fold=False))
        for group in self._all:
            self._fill(group, state)
        self._lay_out()

    def _fill(self, group: ForceGroup, state: ForceState) -> None:
        """Put the uses of a force into lanes."""
        wanted = [r for r in state.rotations_on(group.force) if self._filters.takes(r)]
        if group.force is None:
            group.lanes = lanes_by_mission(state.plan, wanted)
            return
        group.lanes = in_lanes(filter(self._takes_use, state.uses_of(group.force, wanted)))
        if is_pool(state.plan, group.force):
            group.strip = state.strip_of(group.force)

    def _lay_out(self) -> None:
        """Give each shown force its rows."""
        hidden = 0
        self._shown, self._starts, self._length = [], [], 0
        self._places, self._by_force = {}, {}
        for group in self._all:
            if hidden and group.depth >= hidden:
                continue
            hidden = 0
            if not self._takes(group):
                continue
            group.is_folded = group.force in self._folded
            if group.is_folded:
                hidden = group.depth + 1
            group.first = self._length
            self._shown.append(group)
            self._starts.append(group.first)
            self._by_force[group.force] = group
            self._length += group.count
            self._place(group)
        self.rebuilt.emit()

    def _place(self, group: ForceGroup) -> None:
        for number, lane in enumerate(group.lanes):
            for use in lane:
                if use.rotation is not None and is_own(use):
                    self._places[use.rotation] = group, number

    def _takes_use(self, use: Use) -> bool:
        """Whether the filters let a use through; commitments always are."""
        return not isinstance(use.thing, Rotation) or self._filters.takes(use.thing)

    def _takes(self, group: ForceGroup) -> bool:
        """Whether a force is shown: only some are while a text is asked for."""
        if not self._filters.picks or any(map(is_own, group.uses)):
            return True
        return group.force is not None and self._filters.names(group.force)

    def _on_replaced(self) -> None:
        self._state = None
        if not self._is_asleep:
            self._read()

    def _on_changed(self, change: Change) -> None:
        state = self._state
        if state is None:
            return
        first_or_last = bool(change.after.rotations) != bool(change.before.rotations)
        if self._is_asleep or state.is_cut or first_or_last or not can_follow(change):
            self._on_replaced()
            return
        concerned = state.go_to(change.after, change.touched)
        self._refill(group for group in self._all if group.force in concerned)

    def _refill(self, groups: Iterable[ForceGroup]) -> None:
        state = self._state
        if state is None:
            return
        touched, are_as_many = list(groups), True
        for group in touched:
            before = group.count
            for use in filter(is_own, group.uses):
                self._places.pop(use.thing.id, None)
            self._fill(group, state)
            are_as_many = are_as_many and group.count == before
        if self._filters.picks or not are_as_many:
            self._lay_out()
            return
        for group in touched:
            if self._by_force.get(group.force) is group:
                self._place(group)
        self.relaid.emit()
