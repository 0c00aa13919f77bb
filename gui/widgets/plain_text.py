"""Text as it is: whatever stands in a plan is shown, never read as markup."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLayout, QMenu, QWidget

W = TypeVar("W", bound=QWidget)


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class Paragraph(PlainLabel):
    """Text over several lines that can be selected and copied."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class Heading(PlainLabel):
    """A heading within a pane."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, steps: int = 0) -> None:
        super().__init__(text, parent)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() + steps)
        self.setFont(font)
        self.setWordWrap(True)


def fit(dialog: QDialog, width: int) -> None:
    """Make a dialog as wide as this, and as high as its wrapped texts then need."""
    dialog.setMinimumWidth(width)
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.resize(width, layout.totalHeightForWidth(width))


def plain_tip(text: str) -> str:
    """A text as a tooltip that shows it as it is, on several lines if need be."""
    # The module html would do the same, and takes longer to load than all tips to be made.
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{safe.replace(chr(10), '<br>')}</qt>" if text else ""


def without_mnemonic(text: str) -> str:
    """A text for a button or menu in which no letter is taken for a key."""
    return text.replace("&", "&&")


def plain_action(menu: QMenu, text: str) -> QAction:
    """A new entry of a menu that shows a name as it is."""
    action = menu.addAction(without_mnemonic(text))
    action.setToolTip(plain_tip(text))
    return action


def add_row(form: QFormLayout, text: str, field: QWidget | QLayout) -> None:
    """Put a field at the end of a form, with a label that says what it is."""
    label = PlainLabel(text)
    if isinstance(field, QWidget):
        label.setBuddy(field)
        form.addRow(label, field)
    else:
        form.addRow(label, field)


def named(widget: W, name: str, spoken: str) -> W:
    """The widget with a name for programs and one for a screen reader.

    A label is called what it says: there the spoken name only tells what that is about.
    """
    widget.setObjectName(name)
    if isinstance(widget, QLabel):
        widget.setAccessibleDescription(spoken)
    else:
        widget.setAccessibleName(spoken)
    return widget
