"""The scenarios of the plan as a list: which is open, which is the plan of record."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from domain.language import _
from domain.store import PlanFile
from gui.desk import Desk
from gui.scenario_words import scenario_text
from gui.widgets.plain_text import named, plain_tip

NAME_ROLE: Final = Qt.ItemDataRole.UserRole
_MOST_ROWS: Final = 6
_ROW: Final = 26
_KEYS: Final = {
    Qt.Key.Key_F2: "scenario_rename",
    Qt.Key.Key_Delete: "scenario_delete",
}


class ScenarioList(QListWidget):
    """A click or Enter opens a scenario; F2 renames it, Del takes it out."""

    chosen = Signal(str)
    """A scenario is to be opened."""
    action_asked = Signal(str)
    """An action is asked for by its key: its name."""
    menu_asked = Signal(QPoint)
    """A menu is asked for at a place on the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "scenarios", _("Scenarios"))
        self._desk = desk
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustIgnored)
        self.customContextMenuRequested.connect(self._on_menu)
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)

    @property
    def current(self) -> str:
        """The scenario at which the keyboard stands, else the open one."""
        if self.currentRow() < 0:
            return self._desk.document.plan.scenario
        return str(self.currentItem().data(NAME_ROLE))

    @property
    def names(self) -> list[str]:
        """The scenarios that are listed."""
        return [str(self.item(row).data(NAME_ROLE)) for row in range(self.count())]

    def refresh(self) -> None:
        """Show the scenarios of the document."""
        file, here = self._desk.document.file, self._desk.document.plan.scenario
        record = None if file is None else file.record
        self.clear()
        for name in () if file is None else file.scenarios():
            self.addItem(self._item(file, name, is_open=name == here, is_record=name == record))
            if name == here:
                self.setCurrentRow(self.count() - 1)
        rows = min(max(self.count(), 1), _MOST_ROWS)
        self.setFixedHeight(rows * self._row_height() + 2 * self.frameWidth())

    def _row_height(self) -> int:
        return max(_ROW, self.fontMetrics().height() + 8)

    def _item(
        self, file: PlanFile | None, name: str, *, is_open: bool, is_record: bool
    ) -> QListWidgetItem:
        icons = self._desk.icons
        item = QListWidgetItem(scenario_text(name))
        item.setData(NAME_ROLE, name)
        item.setSizeHint(QSize(0, self._row_height()))
        ink = icons.colours.accent if is_record else icons.colours.muted
        item.setIcon(icons.icon("star" if is_record else "layers", ink))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if is_open else QFont.Weight.Normal)
        item.setFont(font)
        states = [_("open")] if is_open else []
        states += [_("plan of record")] if is_record else []
        said = "" if file is None else file.description(name)
        tip = "\n".join(filter(None, (scenario_text(name), ", ".join(states), said)))
        item.setToolTip(plain_tip(tip))
        spoken = [scenario_text(name), *states]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        return item

    @override
    def event(self, event: QEvent) -> bool:
        # Otherwise the keys would be those of the rotations.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _action_of(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = _action_of(event)
        if name is None:
            super().keyPressEvent(event)
        else:
            self.action_asked.emit(name)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        name = str(item.data(NAME_ROLE))
        if name != self._desk.document.plan.scenario:
            self.chosen.emit(name)

    def _on_menu(self, place: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(place))


def _action_of(event: QKeyEvent) -> str | None:
    """The action that a key asks for in the list."""
    alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return _KEYS.get(Qt.Key(event.key())) if alone else None
