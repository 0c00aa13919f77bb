"""The middle of the window: table and timeline side by side, the strength of a limit below."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.desk import Desk
from gui.timeline.header import HEADER_HEIGHT
from gui.timeline.panel import TimelinePanel
from gui.widgets.filter_bar import FilterBar
from gui.widgets.plain_text import named
from gui.widgets.rotation_view import RotationView

if TYPE_CHECKING:
    from gui.timeline.strip import StrengthStrip
    from gui.widgets.limit_legend import LimitLegend

_LAST_IN_SIGHT: Final = "length"
_TIMELINE: Final = 460
_HEIGHTS: Final = [560, 170]


class Workspace(QWidget):
    """Table, timeline and strip: the same rows, the same days, one selection."""

    menu_requested = Signal(str, str, QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self._desk = desk
        self.table = RotationView(desk)
        self.table.set_header_height(HEADER_HEIGHT)
        self.timeline = TimelinePanel(
            desk.document, desk.rows, desk.selection, desk.axis, desk.colours
        )
        self._upper = self._side_by_side("upperSplitter", self.table, self.timeline)
        self._below: list[QWidget] = []
        self._lower = self._side_by_side("lowerSplitter", QWidget(), QWidget())
        self._whole = named(QSplitter(Qt.Orientation.Vertical), "workspaceSplitter", "")
        self._whole.setChildrenCollapsible(False)
        self._uppers = QStackedWidget()
        self._uppers.addWidget(self._upper)
        self._whole.addWidget(self._uppers)
        self._whole.addWidget(self._lower)
        self._whole.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.filters = FilterBar(desk)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._whole, 1)
        self._connect()
        self.reset()

    @cached_property
    def legend(self) -> LimitLegend:
        """Which limit the strip shows; it can wait until something is on the screen."""
        from gui.widgets.limit_legend import LimitLegend

        legend = LimitLegend(self._desk)
        legend.chosen.connect(self._desk.selection.set_limit)
        self._put_below(0, legend)
        return legend

    @cached_property
    def strip(self) -> StrengthStrip:
        """The strength of a limit; it can wait as well."""
        from gui.timeline.strip import StrengthStrip

        desk = self._desk
        strip = StrengthStrip(desk.document, desk.selection, desk.axis, desk.colours)
        self._put_below(1, self._with_margin(strip))
        return strip

    def _put_below(self, place: int, part: QWidget) -> None:
        # The splitter shows a part that replaces another, but does not keep it alive.
        self._below.append(part)
        sizes, before = self._lower.sizes(), self._lower.replaceWidget(place, part)
        if before is not None:
            part.setMinimumWidth(before.minimumWidth())
            before.deleteLater()
        self._lower.setStretchFactor(place, 1 + place)
        self._lower.setSizes(sizes)

    def _with_margin(self, strip: StrengthStrip) -> QWidget:
        """The strip, as wide as the canvas above it: the scroll bar of the rows takes room."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        extent = QScrollBar(Qt.Orientation.Vertical).sizeHint().width()
        line.setContentsMargins(0, 0, extent, 0)
        line.addWidget(strip)
        return holder

    @staticmethod
    def _side_by_side(name: str, left: QWidget, right: QWidget) -> QSplitter:
        splitter = named(QSplitter(Qt.Orientation.Horizontal), name, "")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 2)
        left.setMinimumWidth(160)
        right.setMinimumWidth(200)
        return splitter

    def add_upper(self, name: str, left: QWidget, right: QWidget) -> QSplitter:
        """Other rows over the same days, to be shown in the place of the missions."""
        upper = self._side_by_side(name, left, right)
        upper.splitterMoved.connect(self._on_splitter_moved)
        self._uppers.addWidget(upper)
        return upper

    def show_upper(self, upper: QSplitter | None) -> None:
        """Show other rows, or those of the missions again."""
        shown = upper or self._upper
        self._uppers.setCurrentWidget(shown)
        shown.setSizes(self._lower.sizes())

    def _connect(self) -> None:
        for splitter in (self._upper, self._lower):
            splitter.splitterMoved.connect(self._on_splitter_moved)
        self.table.vertical_offset_changed.connect(self.timeline.set_vertical_offset)
        self.timeline.vertical_offset_changed.connect(self.table.set_vertical_offset)
        self.table.menu_requested.connect(self.menu_requested)
        self.timeline.menu_requested.connect(self.menu_requested)

    def show_rotation(self, rotation_id: str) -> None:
        """Bring a rotation into sight in table and timeline."""
        self.table.show_row_of(rotation_id)
        self.timeline.show_rotation(rotation_id)

    def show_mission(self, mission: str) -> None:
        """Bring the heading of a mission into sight."""
        self.table.show_heading_of(mission)

    def reset(self) -> None:
        """Give every part its own size."""
        sides = [self.table.width_until(_LAST_IN_SIGHT) + 1, _TIMELINE]
        self._upper.setSizes(sides)
        self._lower.setSizes(sides)
        self._whole.setSizes(_HEIGHTS)

    def state(self) -> tuple[QByteArray, QByteArray, QByteArray]:
        """Where the splitters and the columns stand."""
        columns = self.table.kept_columns()
        return self._upper.saveState(), self._whole.saveState(), columns

    def restore(self, upper: QByteArray, whole: QByteArray, columns: QByteArray) -> None:
        """Put splitters and columns where they stood."""
        if not upper.isEmpty():
            self._upper.restoreState(upper)
            self._lower.restoreState(upper)
        if not whole.isEmpty():
            self._whole.restoreState(whole)
        self.table.restore_columns(columns)

    def _on_splitter_moved(self) -> None:
        """What stands left and right is as wide above as below."""
        moved = self.sender()
        shown = self._uppers.currentWidget()
        for splitter in (shown, self._lower):
            if isinstance(moved, QSplitter) and isinstance(splitter, QSplitter):
                splitter.setSizes(moved.sizes())
