"""The canvas: rotations as bars in rows over time, to be looked at, dragged and drawn."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from domain.language import _
from domain.model import Kind
from domain.session import Change, Preview
from gui.row import ROW_HEIGHT
from gui.theme import Colours
from gui.timeline.axis import TimeAxis
from gui.timeline.geometry import View
from gui.timeline.hits import Target
from gui.timeline.keyboard import Keyboard
from gui.timeline.overlay import area_of_drag, draw_drag, draw_focus
from gui.timeline.painter import Painter, TimelinePainter
from gui.timeline.scene import Scene
from gui.timeline.sheet import Sheet
from gui.timeline.successors import draw_successors
from gui.timeline.today import today_of
from gui.timeline.visible_bars import VisibleBars
from gui.timeline.wheel import turned
from gui.widgets.plain_text import named, plain_tip

if TYPE_CHECKING:
    from gui.timeline.gestures import Gestures


class TimelineCanvas(QWidget):
    """Draws the scene, and hands mouse and keys on."""

    menu_requested = Signal(str, str, QPoint)
    """A menu is asked for: of a rotation, a mission or empty; the id; where on the screen."""
    edit_requested = Signal(str)
    draw_requested = Signal(object)
    """A rotation was drawn, or would fill a need: the rotation as it would be."""
    offset_changed = Signal(int)
    reach_changed = Signal()
    """The rows can be scrolled further, or less far."""

    def __init__(self, scene: Scene, axis: TimeAxis, parent: QWidget | None = None) -> None:
        """Show a scene on an axis."""
        super().__init__(parent)
        named(self, "timeline-canvas", _("Timeline"))
        self._scene, self._axis = scene, axis
        self._painter = self.made_painter()
        self._offset = 0
        self._area_of_drag = QRect()
        self.row_height = ROW_HEIGHT
        self.keyboard = self.made_keyboard()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._connect()
        self.bars = self.made_bars()

    def made_painter(self) -> Painter:
        """What draws the scene."""
        return TimelinePainter(self._scene)

    def made_keyboard(self) -> Keyboard:
        """What the keys do."""
        return Keyboard(self._scene, self)

    def made_bars(self) -> VisibleBars:
        """The bars in sight, for those who do not look at them."""
        return VisibleBars(self._scene, self)

    def _connect(self) -> None:
        document, selection = self._scene.document, self._scene.selection
        document.changed.connect(self._on_changed)
        document.previewed.connect(self._on_previewed)
        document.replaced.connect(self._on_replaced)
        document.checked.connect(self._on_checked)
        self._scene.ground.rebuilt.connect(self._on_rebuilt)
        selection.rotations_changed.connect(self._on_selected)
        selection.mission_changed.connect(self.update)
        self._axis.changed.connect(self.update)
        self.keyboard.row_reached.connect(self.reveal_row)
        self.keyboard.edit_requested.connect(self.edit_requested)

    @cached_property
    def gestures(self) -> Gestures:
        """What the mouse does; made when it first comes."""
        from gui.timeline.gestures import Gestures

        gestures = Gestures(self._scene, self._axis, self)
        gestures.dragging.moved.connect(self._on_dragged)
        gestures.dragging.drawn.connect(self.draw_requested)
        gestures.band_changed.connect(self.update)
        gestures.pulled.connect(self._on_pulled)
        gestures.scrolled.connect(self._on_scrolled)
        return gestures

    @property
    def _made_gestures(self) -> Gestures | None:
        return vars(self).get("gestures")

    @property
    def offset(self) -> int:
        """How many pixels of rows lie above the upper edge."""
        return self._offset

    @property
    def most_offset(self) -> int:
        """The offset at which the last row stands at the lower edge."""
        return max(len(self._scene.ground) * self.row_height - self.height(), 0)

    @property
    def view(self) -> View:
        """What is in sight."""
        axis = self._axis
        return View(
            axis.first,
            axis.pixels_per_day,
            self._offset,
            self.row_height,
            self.width(),
            self.height(),
        )

    def set_offset(self, offset: int) -> None:
        """Scroll the rows."""
        offset = min(max(offset, 0), self.most_offset)
        if offset != self._offset:
            self._offset = offset
            self.update()
            self.offset_changed.emit(offset)

    def set_row_height(self, height: int) -> None:
        """Make rows higher or lower, as text grows or shrinks."""
        self.row_height = height
        self._reach()

    def set_colours(self, colours: Colours) -> None:
        """Draw in other colours."""
        self._scene.set_colours(colours)
        self._painter.read_colours()
        self.update()

    def reveal_row(self, row: int) -> None:
        """Scroll the rows as little as needed to show one of them."""
        top = row * self.row_height
        if top < self._offset:
            self.set_offset(top)
        elif top + self.row_height > self._offset + self.height():
            self.set_offset(top + self.row_height - self.height())

    def update_rows(self, rows: set[int]) -> None:
        """Draw some rows anew, with the edges of trouble above and below them."""
        view, region = self.view, QRegion()
        for row in rows:
            region += QRect(0, view.y_of(row), self.width(), self.row_height)
        self.update(region)

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 20 * self.row_height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, view, today = QPainter(self), self.view, today_of(self._scene.document)
        for area in cast("Iterable[QRect]", event.region()):
            painter.setClipRect(area)
            self._painter.paint(painter, view, area, today)
        painter.setClipRegion(event.region())
        sheet = Sheet(painter, self._scene, view, event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            draw_focus(sheet, self.keyboard.current_row())
        draw_successors(sheet)
        if self._made_gestures is not None:
            draw_drag(sheet, self._made_gestures)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._axis.set_width(self.width())
        self._reach()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._scene.set_font(self.font())
            self.update()
        super().changeEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        from gui.timeline.gestures import Press

        view, point = self.view, event.position()
        target = self._scene.ground.target_at(view, point)
        if target.row is not None:
            self.keyboard.row = target.row
        self.gestures.press(Press(view, point, target, event.modifiers()), event.button())
        self._show_cursor(view, point)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        view, point = self.view, event.position()
        self._axis.point_at(view.day_at(point.x()))
        self.gestures.move(view, point, event.modifiers())
        self._show_cursor(view, point)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.gestures.release(self.view)
        self._show_cursor(self.view, event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        target = self._scene.ground.target_at(self.view, event.position())
        if target.rotation is not None:
            self.edit_requested.emit(target.rotation)
        else:
            self.open_at(target, event.position())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._axis.point_at(None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        rows = turned(event, self._axis)
        if rows:
            self.set_offset(self._offset - rows)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.gestures.cancel():
            return
        if not self.gestures.is_idle or not self.keyboard.press(event, self._axis.pixels_per_day):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        self.bars.tell_focus()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from gui.timeline.menus import choose_for_menu, menu_of

        if self.gestures.cancel():
            return
        scene, point = self._scene, QPointF(event.pos())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_key:
            choose_for_menu(scene.selection, scene.ground.target_at(self.view, point))
        target = None if by_key else scene.ground.target_at(self.view, point)
        self.menu_requested.emit(*menu_of(scene.selection, target), event.globalPos())

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        text = ""
        if self.gestures.is_idle:
            text = self.tip_at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), plain_tip(text), self)

    def _show_cursor(self, view: View, point: QPointF) -> None:
        shape = self.gestures.cursor_at(view, point)
        if shape != self.cursor().shape():
            self.setCursor(shape)

    def _reach(self) -> None:
        self.reach_changed.emit()
        self.set_offset(self._offset)
        self.update()

    def open_at(self, target: Target, point: QPointF) -> None:
        """What a double click does where no bar is: it fills a need, or closes a mission."""
        from gui.models.need import rotation_for

        scene = self._scene
        row = scene.rows.row(target.row) if target.row is not None else None
        if row is None or not row.is_heading:
            return
        day = self.view.day_at(point.x())
        need = scene.needs.at(row.mission, day) if row.mission and scene.document.can_edit else None
        if need is None:
            scene.rows.toggle(row.id)
        else:
            self.draw_requested.emit(rotation_for(scene.document.plan, need, int(day)))

    def tip_at(self, point: QPointF) -> str:
        """What is said about what the mouse rests on."""
        from gui.timeline.tips import tip_at

        return tip_at(self._scene, self.view, point)

    def _on_changed(self, change: Change) -> None:
        if any(ref.kind is not Kind.ROTATION for ref in change.touched):
            self._scene.follow(change)
            self.update()
            return
        self.update_rows(self._scene.ground.rows_of(self._scene.follow(change)))

    def _on_dragged(self) -> None:
        """Draw anew where the drag was seen, and where it is seen now."""
        area = area_of_drag(self._scene, self.view, self.gestures)
        self.update(area.united(self._area_of_drag))
        self._area_of_drag = area

    def _on_previewed(self, preview: Preview | None) -> None:
        self.update_rows(self._scene.ground.rows_of(self._scene.preview(preview)))

    def _on_replaced(self) -> None:
        if self._made_gestures is not None:
            self._made_gestures.cancel()
        self._scene.read()
        self.update()

    def _on_checked(self) -> None:
        self._scene.read()
        self.update()

    def _on_rebuilt(self) -> None:
        self._scene.forget_rows()
        self._reach()

    def _on_selected(self) -> None:
        from gui.timeline.tips import tip_of

        self.setAccessibleDescription(tip_of(self._scene, self._scene.selection.current))
        self.update()

    def _on_pulled(self, right: float, down: float) -> None:
        self._axis.scroll_by(-right)
        self.set_offset(self._offset - round(down))

    def _on_scrolled(self) -> None:
        self.gestures.move(self.view, self.gestures.last, Qt.KeyboardModifier.NoModifier)
