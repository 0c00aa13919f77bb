"""The timeline as one pane: header, canvas and scroll bars, with what the window may ask of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from domain.language import _
from gui.document import Document
from gui.row import ROW_HEIGHT
from gui.rows import Rows
from gui.selection import Selection
from gui.theme import Colours
from gui.timeline.axis import TimeAxis
from gui.timeline.canvas import TimelineCanvas
from gui.timeline.days_bar import DaysBar
from gui.timeline.header import HEADER_HEIGHT, TimelineHeader
from gui.timeline.scene import Scene
from gui.timeline.today import today_of
from gui.timeline.wheel import ZOOM_STEP
from gui.widgets.plain_text import named


class TimelinePanel(QWidget):
    """The middle of the window: rotations over time."""

    vertical_offset_changed = Signal(int)
    """Other rows stand at the upper edge: so many pixels of rows lie above it."""
    draw_requested = Signal(object)
    """A rotation was drawn: the rotation as it would be."""
    edit_requested = Signal(str)
    """A rotation is to be edited: its id."""
    remove_requested = Signal()
    """The selected rotations are to be removed."""
    menu_requested = Signal(str, str, QPoint)
    """A menu is asked for: of a rotation, mission, header or empty; the id; where on the screen."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the window shares among its panes
        self,
        document: Document,
        rows: Rows,
        selection: Selection,
        axis: TimeAxis,
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        """Show the rows of a document."""
        super().__init__(parent)
        named(self, "timeline", _("Timeline with its calendar"))
        self._document, self._rows, self._axis = document, rows, axis
        self._selection = selection
        self._scene = self.made_scene(colours)
        self._scene.set_font(self.font())
        self.canvas = self.made_canvas()
        self.header = TimelineHeader(document, axis, colours, self)
        self._across = DaysBar(document, axis, self)
        self._down = named(
            QScrollBar(Qt.Orientation.Vertical, self), "timeline-rows", _("Scroll through rows")
        )
        self._lay_out()
        self._connect()

    def made_scene(self, colours: Colours) -> Scene:
        """What there is to draw."""
        return Scene(self._document, self._rows, self._selection, colours)

    def made_canvas(self) -> TimelineCanvas:
        """What draws it."""
        return TimelineCanvas(self._scene, self._axis, self)

    @property
    def vertical_offset(self) -> int:
        """How many pixels of rows lie above the upper edge."""
        return self.canvas.offset

    def set_vertical_offset(self, offset: int) -> None:
        """Scroll the rows, as the table beside it was scrolled."""
        self.canvas.set_offset(offset)

    def set_colours(self, colours: Colours) -> None:
        """Draw in other colours."""
        self.canvas.set_colours(colours)
        self.header.set_colours(colours)

    def set_row_height(self, height: int) -> None:
        """Make rows and header higher or lower, as text grows or shrinks."""
        self.canvas.set_row_height(height)
        self.header.setFixedHeight(round(HEADER_HEIGHT * height / ROW_HEIGHT))

    def fit(self) -> None:
        """Show all rotations of the shown missions."""
        days = self.days_of_plan()
        if days is not None:
            self._axis.show(*days, self.canvas.width())

    def zoom_in(self) -> None:
        """Make days wider."""
        self._axis.zoom(ZOOM_STEP, self.canvas.width() / 2)

    def zoom_out(self) -> None:
        """Make days narrower."""
        self._axis.zoom(1 / ZOOM_STEP, self.canvas.width() / 2)

    def go_to_today(self) -> None:
        """Bring today to the middle."""
        self._axis.centre_on(today_of(self._document) + 0.5)

    def show_days(self, first_day: date, last_day: date) -> None:
        """Scroll through time as little as needed to show some days."""
        self._axis.reveal(first_day.toordinal(), last_day.toordinal() + 1)

    def show_rotation(self, rotation: str) -> None:
        """Bring a rotation into sight, both its row and its days."""
        found = self._document.plan.rotations.get(rotation)
        row = self._rows.reveal(rotation)
        if found is not None and row is not None:
            self.canvas.reveal_row(row)
            self._axis.reveal(found.start, found.end)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.header, 0, 0)
        grid.addWidget(self.canvas, 1, 0)
        grid.addWidget(self._down, 0, 1, 2, 1)
        grid.addWidget(self._across, 2, 0)
        grid.setRowStretch(1, 1)
        self.setFocusProxy(self.canvas)

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.offset_changed.connect(self._on_offset_changed)
        canvas.edit_requested.connect(self.edit_requested)
        canvas.draw_requested.connect(self.draw_requested)
        canvas.menu_requested.connect(self.menu_requested)
        canvas.keyboard.remove_requested.connect(self.remove_requested)
        canvas.reach_changed.connect(self._set_range)
        self.header.menu_requested.connect(self._on_header_menu)
        self._down.valueChanged.connect(canvas.set_offset)
        self._set_range()

    def days_of_plan(self) -> tuple[date, date] | None:
        """The first and last day of the rotations of the shown missions."""
        shown = frozenset(self._rows.missions)
        found = [r for r in self._document.plan.rotations.things() if r.mission in shown]
        if not found:
            return None
        return min(r.first_day for r in found), max(r.last_day for r in found)

    def _set_range(self) -> None:
        """Let the scroll bar of rows show which of them are in sight."""
        self._down.setPageStep(self.canvas.height())
        self._down.setSingleStep(self.canvas.row_height)
        self._down.setRange(0, self.canvas.most_offset)

    def _on_offset_changed(self, offset: int) -> None:
        self._down.setValue(offset)
        self.vertical_offset_changed.emit(offset)

    def _on_header_menu(self, point: QPoint) -> None:
        self.menu_requested.emit("header", "", point)
