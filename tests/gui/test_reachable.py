"""Everything can be reached without a mouse, and is named for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from gui.application import Kader


def own_parts(window: QWidget) -> list[QWidget]:
    """The parts in which the keyboard can stand, but for those that Qt makes inside its own."""
    parts = []
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QTabBar | QLineEdit)
        by_qt = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        unused = widget.window() is not window or widget.isHidden()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not (inner or by_qt or unused):
            parts.append(widget)
    return parts


def said(widget: QWidget) -> str:
    """What a screen reader can say of it."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_every_part_is_named(opened: Kader) -> None:
    opened.window.desk.selection.set_rotations(["a"])
    nameless = [
        f"{type(part).__name__} {part.objectName()} in {type(part.parent()).__name__}"
        for part in own_parts(opened.window)
        if not said(part).strip() or not part.objectName()
    ]
    assert nameless == []


def test_f6_goes_round_the_panes(opened: Kader) -> None:
    window = opened.window
    window.missions.tree.setFocus()
    seen = []
    for _time in range(5):
        window.actions_of_window["next_pane"].trigger()
        focus: QWidget | None = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    assert window.workspace.table in seen
    assert window.workspace.timeline.canvas in seen
    assert window.lower_pane.isAncestorOf(seen[2])
    assert window.inspector.isAncestorOf(seen[3]) or seen[3] is window.inspector.currentWidget()
    assert seen[4] is window.missions.tree
    window.actions_of_window["previous_pane"].trigger()
    assert QApplication.focusWidget() is seen[3]


def test_no_label_reads_markup(opened: Kader) -> None:
    opened.window.desk.selection.set_rotations(["a"])
    opened.window.going.to_mission("osc")
    marked_up = [
        label.objectName()
        for label in opened.window.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert marked_up == []
