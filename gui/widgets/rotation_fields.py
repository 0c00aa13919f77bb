"""The fields of a rotation as controls, each able to show a value and to give one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from heapq import nsmallest
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from domain.model import Plan, Rotation, Table
from domain.words.days import period_text
from gui.icons import Icons
from gui.models.columns import TITLES
from gui.widgets.choice_box import ChoiceBox, with_search
from gui.widgets.count_box import CountBox, StatusBox
from gui.widgets.day_field import DayField
from gui.widgets.plain_text import named, plain_action, without_mnemonic

COUNTS: Final = ("military", "civilian", "police")
OPTIONAL_COUNTS: Final = ("teams", "quantity")
LINKS: Final = ("relieves", "continues", "part_of")
_MOST_OFFERED: Final = 300
"""Of the rotations that another may be linked to, so many that end nearest to its first day."""


class RotationFields(QObject):
    """One control for each field of a rotation; it tells when a user has entered a value."""

    entered = Signal(str)
    """A value was entered in the field of this name."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan = Plan()
        self.controls: dict[str, QWidget] = {
            "name": self._line(),
            "mission": self._choice("mission", None),
            "first_day": self._day(icons),
            "last_day": self._day(icons),
            **{field: self._count(optional=False) for field in COUNTS},
            **{field: self._count(optional=True) for field in OPTIONAL_COUNTS},
            "force": self._choice("force", _("None")),
            "status": self._status(),
            **{field: self._choice(field, _("None")) for field in (*LINKS, "post")},
            "supports": self._missions(),
            "justification": self._text(),
            "note": self._text(),
        }
        for field, control in self.controls.items():
            named(control, f"field_{field}", _(TITLES[field]))

    def show_rotation(self, plan: Plan, rotation: Rotation) -> None:
        """Show the values of a rotation of a plan."""
        self._plan = plan
        for field in self.controls:
            self._show(field, getattr(rotation, field), rotation)

    def value(self, field: str) -> Any:  # noqa: ANN401 - each field has its own kind of value
        """The value that stands in a field."""
        control = self.controls[field]
        kind = next(kind for kind in _VALUES if isinstance(control, kind))
        return _VALUES[kind](control)

    def set_read_only(self, read_only: bool) -> None:
        """Let the values be changed or only looked at."""
        for control in self.controls.values():
            if isinstance(control, QLineEdit | CountBox | QPlainTextEdit):
                control.setReadOnly(read_only)
            else:
                control.setEnabled(not read_only)

    def _show(self, field: str, value: Any, rotation: Rotation) -> None:  # noqa: ANN401 - as above
        match self.controls[field]:
            case DayField() as control:
                control.set_day(value)
            case QLineEdit() as control:
                control.setText(value)
                control.setCursorPosition(0)
            case CountBox() as control:
                control.show_count(value)
            case ChoiceBox() as control:
                self._offer(control, field, rotation)
            case StatusBox() as control:
                control.show_status(value)
            case MissionsButton() as control:
                control.show_missions(self._plan, value)
            case TextField() as control:
                control.show_text(value)
            case _:
                raise KeyError(field)

    def _offer(self, box: ChoiceBox, field: str, rotation: Rotation) -> None:
        plan, chosen = self._plan, getattr(rotation, field)
        texts = {} if chosen is None else dict(candidates(plan, field, rotation, only=chosen))
        box.offer(lambda: candidates(plan, field, rotation), chosen, texts.get(chosen or "", ""))
        line: QLineEdit | None = box.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def _on_entered(self) -> None:
        control = self.sender()
        if control is not None:
            self.entered.emit(control.objectName().removeprefix("field_"))

    def _line(self) -> QLineEdit:
        control = QLineEdit()
        control.editingFinished.connect(self._on_entered)
        return control

    def _day(self, icons: Icons) -> DayField:
        control = DayField(icons)
        control.day_changed.connect(self._on_entered)
        return control

    def _count(self, *, optional: bool) -> CountBox:
        control = CountBox(optional=optional)
        control.editingFinished.connect(self._on_entered)
        return control

    def _choice(self, field: str, none_text: str | None) -> ChoiceBox:
        control = ChoiceBox(none_text)
        if field in LINKS:
            with_search(control)
        control.activated.connect(self._on_entered)
        return control

    def _status(self) -> StatusBox:
        control = StatusBox()
        control.activated.connect(self._on_entered)
        return control

    def _missions(self) -> MissionsButton:
        control = MissionsButton()
        control.chosen_changed.connect(self._on_entered)
        return control

    def _text(self) -> TextField:
        control = TextField()
        control.entered.connect(self._on_entered)
        return control


def candidates(
    plan: Plan, field: str, rotation: Rotation, only: str | None = None
) -> Iterable[tuple[str, str]]:
    """The things that a field may name, or only the one that it does."""
    match field:
        case "mission":
            return [(m.id, m.name) for m in _some(plan.missions, only)]
        case "force":
            return [(f.id, f.name) for f in _some(plan.forces, only)]
        case "post":
            posts = _some(plan.posts, only)
            return [(p.id, p.title) for p in posts if p.mission == rotation.mission]
        case _:
            others = [r for r in _some(plan.rotations, only) if r.id != rotation.id]
            if field == "relieves":
                others = [r for r in others if r.mission == rotation.mission]
            near = nsmallest(_MOST_OFFERED, others, key=lambda r: abs(r.end - rotation.start))
            return [(r.id, f"{r.name} · {period_text(r.first_day, r.last_day)}") for r in near]


def _some(table: Table[Any], only: str | None) -> Iterable[Any]:
    if only is None:
        return table.things()
    return [table[only]] if only in table else []


class TextField(QPlainTextEdit):
    """A few lines of text, entered by leaving the field or with Ctrl+Enter."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 12)

    def show_text(self, text: str) -> None:
        """Show a text, unless it stands there already: the cursor stays where it is."""
        if self.toPlainText() != text:
            self.setPlainText(text)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class MissionsButton(QToolButton):
    """Some missions, chosen from a menu."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._before: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menu = named(QMenu(self), "missionsMenu", _("Missions"))
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._on_hidden)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def show_missions(self, plan: Plan, chosen: tuple[str, ...]) -> None:
        """Show the chosen missions of a plan."""
        self._names = {mission.id: mission.name for mission in plan.missions.things()}
        self.chosen = chosen
        self._show()

    def choose(self, missions: Iterable[str]) -> None:
        """Choose missions, as the user would."""
        wanted = frozenset(missions)
        self.chosen = tuple(name for name in self._names if name in wanted)
        self._show()

    def _show(self) -> None:
        names = ", ".join(self._names.get(name, name) for name in self.chosen)
        self.setText(without_mnemonic(names) or _("None"))

    def _fill(self) -> None:
        self._before = self.chosen
        self._menu.clear()
        for name, text in self._names.items():
            action = plain_action(self._menu, text)
            action.setCheckable(True)
            action.setChecked(name in self.chosen)
            action.setData(name)
        self._menu.triggered.connect(self._on_triggered, Qt.ConnectionType.UniqueConnection)

    def _on_triggered(self, action: QAction) -> None:
        name = str(action.data())
        self.choose({*self.chosen} ^ {name})

    def _on_hidden(self) -> None:
        if self.chosen != self._before:
            self.chosen_changed.emit()


_VALUES: Final[Mapping[type[QWidget], Callable[[Any], Any]]] = {
    DayField: attrgetter("day"),
    ChoiceBox: attrgetter("chosen"),
    MissionsButton: attrgetter("chosen"),
    CountBox: attrgetter("count"),
    StatusBox: attrgetter("status"),
    QLineEdit: lambda control: control.text().strip(),
    TextField: lambda control: control.toPlainText().strip(),
}
"""How a control gives its value; a narrower kind stands before a wider one."""
