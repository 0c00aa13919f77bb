"""The actions of the window, made once and used in menus, toolbar and context menus alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from domain.language import _
from gui.action_list import SPECS, VIEWS
from gui.action_spec import Spec
from gui.choice_actions import LANGUAGES, SIZES, THEMES
from gui.icons import Icons
from gui.table_actions import GROUPS

_SPECS: Final = {spec.name: spec for spec in SPECS}
_GROUP_OF: Final = {
    spec.name: number
    for number, group in enumerate((LANGUAGES, THEMES, SIZES, VIEWS, GROUPS))
    for spec in group
}
"""For each action of which one of several holds, in which group it is."""


class Actions(QObject):
    """All actions by name, in the current language; each is made when it is first asked for."""

    chosen = Signal(str)
    """An action was triggered: its name."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self._actions: dict[str, QAction] = {}
        self._groups: dict[int, QActionGroup] = {}
        self._is_open = self._can_edit = False

    def __getitem__(self, name: str) -> QAction:
        action = self._actions.get(name)
        if action is None:
            action = self._actions[name] = self._made(_SPECS[name])
        return action

    def __iter__(self) -> Iterator[QAction]:
        return (self[name] for name in _SPECS)

    def some(self, names: Iterable[str]) -> list[QAction]:
        """Actions in the order of their names."""
        return [self[name] for name in names]

    def allow(self, *, is_open: bool, can_edit: bool) -> None:
        """Switch on what can be done with a plan that is open, and that may be changed."""
        self._is_open, self._can_edit = is_open, can_edit
        for name, action in self._actions.items():
            action.setEnabled(self._allows(_SPECS[name]))

    def _allows(self, spec: Spec) -> bool:
        return (self._is_open or not spec.needs_plan) and (self._can_edit or not spec.edits)

    def _made(self, spec: Spec) -> QAction:
        action = QAction(_(spec.text), self)
        action.setObjectName(spec.name)
        keys = [QKeySequence(key) for key in spec.keys]
        action.setShortcuts(keys)
        action.setToolTip(tip_of(spec, keys))
        action.setStatusTip(_(spec.tip))
        action.setCheckable(spec.checkable)
        action.setEnabled(self._allows(spec))
        if spec.icon:
            action.setIcon(self._icons.icon(spec.icon))
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if spec.name in _GROUP_OF:
            self._group(_GROUP_OF[spec.name]).addAction(action)
        action.triggered.connect(self._on_triggered)
        return action

    def _group(self, number: int) -> QActionGroup:
        if number not in self._groups:
            self._groups[number] = QActionGroup(self)
        return self._groups[number]

    def _on_triggered(self) -> None:
        self.chosen.emit(self.sender().objectName())


def tip_of(spec: Spec, keys: Iterable[QKeySequence]) -> str:
    """What a tooltip says: what the action does, and its keys."""
    names = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
    return f"{_(spec.tip)} ({names[0]})" if names else _(spec.tip)
