"""Every control of every view, pane, menu and dialog has a name, for programs and for people.

What a screen reader says of it is asked of Qt as a screen reader asks: a name of its own, what
stands on it, or the label that belongs to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from domain.baselines import plans_of
from gui.application import Kader
from tests.gui.walk import Walk

CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QDialog),
    *(QDockWidget, QGroupBox, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QProgressBar),
    *(QTabBar, QTabWidget, QTextEdit, QToolBar),
)
WITH_PARTS = (QAbstractSpinBox, QCalendarWidget, QComboBox, QLineEdit, QTabBar)
"""What Qt puts together itself: who reaches the whole reaches its parts."""


def controls_in(root: QWidget) -> Iterator[QWidget]:
    """What can be reached or opened in a window, but for the parts that Qt makes by itself."""
    for widget in (root, *root.findChildren(QWidget)):
        is_control = isinstance(widget, CONTROLS) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        is_here = widget.window() is root.window() or isinstance(widget, QMenu)
        if is_control and is_here and not is_of_qt(widget):
            yield widget


def is_of_qt(widget: QWidget) -> bool:
    """Whether a widget is a part that Qt makes inside one of ours."""
    if isinstance(widget, QHeaderView | QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, WITH_PARTS):
            return True
        parent = parent.parentWidget()
    if type(widget) is QMenu and isinstance(parent := widget.parentWidget(), QMenuBar):
        return not widget.title()  # it holds what has no room on the bar
    is_corner = isinstance(widget.parentWidget(), QAbstractItemView) and type(widget) is (
        QAbstractButton
    )
    is_tab_bar = isinstance(widget, QTabBar) and isinstance(widget.parentWidget(), QTabWidget)
    return is_corner or is_tab_bar


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    if isinstance(widget, QMenu):
        return widget.title() or widget.accessibleName()
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip()


def described(widget: QWidget) -> str:
    parent = widget.parentWidget()
    inside = f" in {type(parent).__name__} {parent.objectName()}" if parent is not None else ""
    return f"{type(widget).__name__} '{widget.objectName()}'{inside}"


def faults_in(root: QWidget) -> Iterator[str]:
    """The controls of a window without a name, and those that share one."""
    controls = list(controls_in(root))
    for widget in controls:
        if not widget.objectName():
            yield f"{described(widget)} has no name"
        if not spoken(widget):
            yield f"{described(widget)} says nothing"
    times = Counter(widget.objectName() for widget in controls if widget.objectName())
    yield from (f"{name} is there {count} times" for name, count in times.items() if count > 1)
    for view in controls:
        if isinstance(view, QAbstractItemView):
            yield from faults_of_headings(view)


def faults_of_headings(view: QAbstractItemView) -> Iterator[str]:
    """Headings of a table that a screen reader does not call as they are called on the screen."""
    model = view.model()
    headings = getattr(view, "horizontalHeader", lambda: None)()
    if headings is None or headings.isHidden():
        return
    for section in range(min(model.columnCount(), 40)):
        role = Qt.ItemDataRole
        shown, said = (
            str(model.headerData(section, Qt.Orientation.Horizontal, one) or "")
            for one in (role.DisplayRole, role.AccessibleTextRole)
        )
        if headings.isSectionHidden(section):
            continue
        if not (shown or said):
            yield f"{described(view)}: heading {section} says nothing"
        elif said and not is_title(said, shown):
            yield f"{described(view)}: heading {section} says '{said}' for '{shown}'"


def is_title(said: str, shown: str) -> bool:
    """Whether what is said is the heading that is shown, perhaps in full, and how it sorts."""
    title, _between, _sorting = said.partition(", ")
    if not any(letter.isalpha() for letter in shown):
        return 1 <= len(title.split()) <= 2  # a sign, which has a name
    return title.casefold().startswith(shown.rstrip(".").casefold())


def test_every_control_has_names_and_no_two_of_a_window_share_one(
    program: Kader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program.speak("nl")
    found: dict[str, str] = {}

    def look(root: QWidget, at: str) -> None:
        for fault in faults_in(root):
            found.setdefault(fault, at)

    walk = Walk(program, qtbot, monkeypatch, tmp_path, plans_of("sample")[-1], look)
    walk.go()
    assert found == {}
    assert walk.unseen == set()
