"""The fields in which cells of the table of rotations are edited, one for each kind of value."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QWidget

from domain.language import _
from domain.model import Plan, Rotation, Status
from gui.icons import Icons
from gui.models.columns import Column, Editor
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.count_box import CountBox, StatusBox
from gui.widgets.day_field import DayField
from gui.widgets.rotation_fields import candidates

_LEAST_WIDTHS: Final = {DayField: 112, ChoiceBox: 200, StatusBox: 120, CountBox: 72}


class Wrong(Exception):
    """What stands in an editor is no value; the text says why in one sentence."""


def editor_of(column: Column, icons: Icons, parent: QWidget) -> QWidget:
    """An empty editor for a column."""
    match column.editor:
        case Editor.DAY:
            editor: QWidget = DayField(icons, parent)
        case Editor.COUNT | Editor.OPTIONAL_COUNT:
            editor = CountBox(parent, optional=column.editor is Editor.OPTIONAL_COUNT)
        case Editor.CHOICE:
            editor = ChoiceBox(_none_text(column.key), parent)
        case Editor.STATUS:
            editor = StatusBox(parent)
        case _:
            editor = QLineEdit(parent)
    editor.setAccessibleName(column.full_name)
    editor.setObjectName(f"cell_{column.key}")
    return editor


def _none_text(key: str) -> str | None:
    """What stands for none in a list; nothing where there must be one."""
    if key == "mission":
        return None
    return _("No force") if key == "force" else _("None")


def offer_choices(editor: ChoiceBox, column: Column, rotation: Rotation, plan: Plan) -> None:
    """Let an editor choose among the things that a field may name."""
    key = column.key
    chosen = getattr(rotation, key)
    editor.offer(lambda: candidates(plan, key, rotation), chosen, column.shown(rotation, plan))


def show_value(editor: QWidget, value: Any) -> None:  # noqa: ANN401 - each editor has its own kind of value
    """Show a value, ready to be typed over."""
    match editor:
        case DayField():
            editor.set_day(value)
            editor.selectAll()
        case CountBox():
            editor.show_count(value)
            editor.selectAll()
        case ChoiceBox():
            editor.choose(value)
        case StatusBox():
            editor.show_status(Status(value))
        case QLineEdit():
            editor.setText(str(value or ""))


def value_of(editor: QWidget, before: Any) -> Any:  # noqa: ANN401 - as above
    """The value in an editor; raises Wrong where something else stands there."""
    match editor:
        case DayField():
            if editor.day is None:
                raise Wrong(
                    _("'{text}' is no day: type 31-12-2027 or 2027-12-31.").format(
                        text=editor.text()
                    )
                )
            return editor.day
        case CountBox():
            return editor.count
        case ChoiceBox():
            return editor.chosen
        case StatusBox():
            return editor.status
        case QLineEdit():
            # A text of several lines stays as it is until something is typed.
            return editor.text().strip() if editor.isModified() else before
        case _:
            return before


def least_width(editor: QWidget) -> int:
    """How wide an editor must be at least to show what is typed in it."""
    return _LEAST_WIDTHS.get(type(editor), 0)
