"""The bars in sight, one by one, as those get them who do not look at the canvas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from domain.model import Kind, Plan, Ref, Rotation
from domain.session import Change
from domain.values import dataclass
from gui.row import Row, RowKind
from gui.timeline.geometry import ARROW, View, rect_of
from gui.timeline.hits import place_rect, points_to
from gui.timeline.scene import Scene

if TYPE_CHECKING:
    from gui.timeline.canvas import TimelineCanvas


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, or the arrow that points to one, and where it stands on the canvas."""

    key: str
    """The same bar has the same key for as long as it exists."""
    rotation: str | None
    rect: QRectF
    beyond: bool = False
    """It is out of sight: this is the arrow that points to it."""


class BarHandle(QObject):
    """Stands for one bar: it lives as long as the bar is in sight."""

    def __init__(self, bars: VisibleBars, key: str) -> None:
        """Stand for the bar with a key."""
        super().__init__(bars.canvas)
        self.bars, self.key = bars, key

    @property
    def bar(self) -> Bar | None:
        """The bar as it is now; none when it is in sight no more."""
        return self.bars.bar(self.key)


class VisibleBars(QObject):
    """The bars in sight on a canvas; nothing is worked out before somebody asks."""

    def __init__(self, scene: Scene, canvas: TimelineCanvas) -> None:
        """Look at what a canvas shows."""
        super().__init__(canvas)
        self.canvas = canvas
        self._scene = scene
        self._bars: dict[str, Bar] = {}
        self._order: list[str] = []
        self._handles: dict[str, BarHandle] = {}
        self._seen: tuple[View, Plan] | None = None
        scene.document.changed.connect(self._on_changed)
        scene.ground.rebuilt.connect(self.forget)
        scene.selection.rotations_changed.connect(self.tell_focus)

    def __len__(self) -> int:
        self._look()
        return len(self._order)

    def bar(self, key: str) -> Bar | None:
        """The bar with a key; none while it is out of sight."""
        self._look()
        return self._bars.get(key)

    def handle(self, number: int) -> BarHandle | None:
        """What stands for the bar with a number, from top left to bottom right."""
        self._look()
        return self._handle_of(self._order[number]) if 0 <= number < len(self._order) else None

    def handle_at(self, point: QPointF) -> BarHandle | None:
        """What stands for the uppermost bar at a point of the canvas."""
        self._look()
        for key in reversed(self._order):
            if self._bars[key].rect.contains(point):
                return self._handle_of(key)
        return None

    def index_of(self, handle: BarHandle) -> int:
        """The number of a bar; -1 when it is out of sight."""
        self._look()
        return self._order.index(handle.key) if handle.key in self._bars else -1

    @property
    def current(self) -> BarHandle | None:
        """What stands for the bar at which the keyboard stands."""
        self._look()
        chosen = self._scene.selection.current
        found = (b.key for b in self._bars.values() if b.rotation == chosen)
        key = None if chosen is None else next(found, None)
        return None if key is None else self._handle_of(key)

    def is_selected(self, bar: Bar) -> bool:
        """Whether its rotation is selected."""
        return bar.rotation is not None and bar.rotation in self._scene.selection.rotations

    def has_focus(self, bar: Bar) -> bool:
        """Whether the keyboard stands there."""
        chosen = self._scene.selection.current
        return self.canvas.hasFocus() and chosen is not None and bar.rotation == chosen

    def name_of(self, bar: Bar) -> str:
        """What a bar is called: mission, rotation, days, people, what is wrong."""
        rotation = self._scene.rotation(bar.rotation) if bar.rotation is not None else None
        return "" if rotation is None else spoken(rotation, self._scene)

    def description_of(self, bar: Bar) -> str:
        """Everything about a bar."""
        from gui.timeline.tips import tip_of

        return tip_of(self._scene, bar.rotation)

    def place_of(self, bar: Bar) -> QRect:
        """Where a bar stands on the screen, as far as it is in sight."""
        seen = bar.rect.intersected(QRectF(self.canvas.rect())).toAlignedRect()
        return QRect(self.canvas.mapToGlobal(seen.topLeft()), seen.size())

    def choose(self, bar: Bar) -> None:
        """Select the rotation of a bar, and let the keyboard stand there."""
        if bar.rotation is not None:
            self.canvas.setFocus()
            self._scene.selection.set_rotations((bar.rotation,))

    def open_menu(self, bar: Bar) -> None:
        """Ask for the menu of a bar."""
        if bar.rotation is not None:
            place: QPoint = self.place_of(bar).center()
            self.choose(bar)
            self.canvas.menu_requested.emit("rotation", bar.rotation, place)

    def forget(self) -> None:
        """Other bars are in sight now."""
        self._seen = None

    def tell_focus(self) -> None:
        """Say where the keyboard stands, if somebody listens."""
        handle = self.current if QAccessible.isActive() and self.canvas.hasFocus() else None
        if handle is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(handle, QAccessible.Event.Focus))

    def in_sight(self, view: View) -> Iterator[Bar]:
        """The bars of the rows in sight."""
        scene = self._scene
        for number in view.rows_between(0, view.height - 1, len(scene.rows)):
            row = scene.rows.row(number)
            if row.kind is RowKind.ROTATION:
                yield from self._bar_in_row(view, row, number)
            elif row.mission in scene.rows.collapsed:
                yield from self._bars_in_lanes(view, row.mission, number)

    def _bar_in_row(self, view: View, row: Row, number: int) -> Iterator[Bar]:
        """The bar in the row of a rotation; the arrow that points to it, if it is out of sight."""
        rotation = self._scene.rotation(row.id)
        if rotation is None:
            return
        rect = rect_of(view, rotation.start, rotation.end, number)
        arrow = QRectF(0, rect.y(), ARROW, rect.height())
        if points_to(rect, view, 0):
            yield Bar(row.id, row.id, arrow, beyond=True)
        elif points_to(rect, view, view.width):
            arrow.moveRight(view.width)
            yield Bar(row.id, row.id, arrow, beyond=True)
        else:
            yield Bar(row.id, row.id, rect)

    def _bars_in_lanes(self, view: View, mission: str, number: int) -> Iterator[Bar]:
        bars = self._scene.row_bars(mission)
        for place in bars.places:
            if place.start < view.end and place.end > view.first:
                rect = place_rect(view, place, number, bars.lanes)
                yield Bar(place.rotation, place.rotation, rect)

    def _look(self) -> None:
        """See what is in sight, if that is something else than before."""
        seen = self.canvas.view, self._scene.plan
        if self._seen is not None and self._seen[0] == seen[0] and self._seen[1] is seen[1]:
            return
        self._bars = {bar.key: bar for bar in self.in_sight(seen[0])}
        self._order = list(self._bars)
        self._seen = seen
        self._let_go(key for key in [*self._handles] if key not in self._bars)

    def _let_go(self, keys: Iterable[str]) -> None:
        for key in keys:
            # Not at once: whoever asks may hold what stands for it.
            self._handles.pop(key).deleteLater()

    def _handle_of(self, key: str) -> BarHandle:
        if key not in self._handles:
            self._handles[key] = BarHandle(self, key)
        return self._handles[key]

    def _on_changed(self, change: Change) -> None:
        """Say what the bar is called now at which the keyboard stands."""
        self.forget()
        current = self._scene.selection.current
        if not QAccessible.isActive() or not self.canvas.hasFocus() or current is None:
            return
        handle, rotation = self.current, self._scene.rotation(current)
        if handle is None or rotation is None or Ref(Kind.ROTATION, current) not in change.touched:
            return
        renamed = QAccessibleEvent(handle, QAccessible.Event.NameChanged)
        QAccessible.updateAccessibility(renamed)
        told = QAccessibleAnnouncementEvent(self.canvas, news_of(rotation, self._scene))
        QAccessible.updateAccessibility(told)


def spoken(rotation: Rotation, scene: Scene) -> str:
    """A rotation in one line: mission, name, days, people, what is wrong."""
    mission = scene.plan.missions[rotation.mission].name
    parts = [mission, rotation.name, news_of(rotation, scene)]
    return ", ".join(part for part in parts if part)


def news_of(rotation: Rotation, scene: Scene) -> str:
    """What an edit may change of a rotation: days, people, what is wrong."""
    from gui.timeline.tooltip import days_line, finding_lines, people_line

    troubles = finding_lines(scene.troubles.findings_of(rotation.id))
    parts = [days_line(rotation), people_line(rotation), *troubles]
    return ", ".join(part for part in parts if part)
