"""The actions of the window, made once and used in menus, toolbar and context menus alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from domain.language import _
from gui.action_list import SPECS, VIEWS
from gui.action_spec import Spec
from gui.choice_actions import LANGUAGES, SIZES, THEMES
from gui.icons import Icons
from gui.table_actions import GROUPS


class Actions(QObject):
    """All actions by name, in the current language."""

    def __init__(self, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.name: self._made(spec, icons) for spec in SPECS}
        self._groups = [self._group(one) for one in (LANGUAGES, THEMES, SIZES, VIEWS, GROUPS)]

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def some(self, names: Iterable[str]) -> list[QAction]:
        """Actions in the order of their names."""
        return [self._actions[name] for name in names]

    def allow(self, *, is_open: bool, can_edit: bool) -> None:
        """Switch on what can be done with a plan that is open, and that may be changed."""
        for spec in SPECS:
            allowed = (is_open or not spec.needs_plan) and (can_edit or not spec.edits)
            self._actions[spec.name].setEnabled(allowed)

    def _made(self, spec: Spec, icons: Icons) -> QAction:
        action = QAction(_(spec.text), self)
        action.setObjectName(spec.name)
        keys = [QKeySequence(key) for key in spec.keys]
        action.setShortcuts(keys)
        action.setToolTip(tip_of(spec, keys))
        action.setStatusTip(_(spec.tip))
        action.setCheckable(spec.checkable)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon))
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        return action

    def _group(self, specs: Iterable[Spec]) -> QActionGroup:
        group = QActionGroup(self)
        for spec in specs:
            group.addAction(self._actions[spec.name])
        return group


def tip_of(spec: Spec, keys: Iterable[QKeySequence]) -> str:
    """What a tooltip says: what the action does, and its keys."""
    names = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
    return f"{_(spec.tip)} ({names[0]})" if names else _(spec.tip)
