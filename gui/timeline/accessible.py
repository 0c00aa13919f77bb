"""The canvas for screen readers: a list, of which each item is a bar in sight.

Qt keeps what stands for an object as long as the object lives. A bar is no object; so a
``BarHandle`` stands for it, and goes when the bar is in sight no more.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken
from typing_extensions import override

from gui.timeline.canvas import TimelineCanvas
from gui.timeline.visible_bars import Bar, BarHandle


@cache
def install() -> None:
    """From now on tell screen readers of every canvas what it shows."""
    QAccessible.installFactory(made_for)


def made_for(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    """What tells screen readers of a canvas or a bar; none for anything else."""
    if isinstance(thing, BarHandle):
        return AccessibleBar(thing)
    if isinstance(thing, TimelineCanvas):
        return AccessibleCanvas(thing)
    return None


class AccessibleCanvas(QAccessibleWidget):
    """A canvas as a list of bars."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.List)
        self._bars = canvas.bars

    @override
    def childCount(self) -> int:
        return len(self._bars)

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return _of(self._bars.handle(index))

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        canvas = self._bars.canvas
        return _of(self._bars.handle_at(QPointF(canvas.mapFromGlobal(QPointF(x, y)))))

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        handle = child.object()
        return self._bars.index_of(handle) if isinstance(handle, BarHandle) else -1

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        if not self._bars.canvas.hasFocus():
            return None
        return _of(self._bars.current) or QAccessible.queryAccessibleInterface(self._bars.canvas)


class AccessibleBar(QAccessibleObject):
    """A bar as an item of the list."""

    def __init__(self, handle: BarHandle) -> None:
        super().__init__(handle)
        self._handle = handle
        self._actions = BarActions(handle)

    @property
    def _bar(self) -> Bar | None:
        return self._handle.bar if Shiboken.isValid(self._handle) else None

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def text(self, t: QAccessible.Text) -> str:
        bar, bars = self._bar, self._handle.bars
        if bar is None:
            return ""
        if t is QAccessible.Text.Name:
            return bars.name_of(bar)
        return bars.description_of(bar) if t is QAccessible.Text.Description else ""

    @override
    def rect(self) -> QRect:
        bar = self._bar
        return QRect() if bar is None else self._handle.bars.place_of(bar)

    @override
    def state(self) -> QAccessible.State:
        state, bar, bars = QAccessible.State(), self._bar, self._handle.bars
        if bar is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = bar.rotation is not None
        state.focused, state.selected = bars.has_focus(bar), bars.is_selected(bar)
        state.offscreen = bar.beyond
        return state

    @override
    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._handle.bars.canvas)

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        return -1

    @override
    def interface_cast(  # type: ignore[override]
        self, arg__1: QAccessible.InterfaceType
    ) -> object:
        if arg__1 is QAccessible.InterfaceType.ActionInterface:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(self._actions)[0])
        # None or 0 would be taken for an address.
        return Shiboken.VoidPtr(0)


class BarActions(QAccessibleActionInterface):
    """What can be done with a bar."""

    def __init__(self, handle: BarHandle) -> None:
        super().__init__()
        self._handle = handle

    @override
    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.showMenuAction(), self.setFocusAction()]

    @override
    def doAction(self, actionName: str) -> None:
        bar = self._handle.bar if Shiboken.isValid(self._handle) else None
        if bar is None:
            return
        if actionName == self.showMenuAction():
            self._handle.bars.open_menu(bar)
        elif actionName in self.actionNames():
            self._handle.bars.choose(bar)

    @override
    def keyBindingsForAction(self, actionName: str) -> list[str]:
        return []


def _of(handle: BarHandle | None) -> QAccessibleInterface | None:
    return None if handle is None else QAccessible.queryAccessibleInterface(handle)
