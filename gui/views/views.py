"""The middle of the window: the switch, and below it the view that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.actions import Actions
from gui.preferences import Preferences
from gui.views.switch import ViewSwitch
from gui.views.view import Copying, View

MISSIONS: Final = "view_missions"
_KEY: Final = "view"

Builders = Mapping[str, Callable[[], View]]
"""For the name of an action the view that it shows; made when it is first asked for."""


class Views(QWidget):
    """One view at a time; the chosen one is remembered."""

    def __init__(
        self,
        builders: Builders,
        actions: Actions,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """Offer these views; the first one is shown unless another is remembered."""
        super().__init__(parent)
        self.setObjectName("views")
        self._builders, self._actions, self._preferences = builders, actions, preferences
        self._made: dict[str, View] = {}
        self._current = self._remembered()
        self._switch = ViewSwitch(actions.some(builders))
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(self._pages, 1)
        for name in builders:
            actions[name].triggered.connect(self._on_chosen)

    @property
    def current(self) -> str:
        """The name of the view that is shown, which is that of its action."""
        return self._current

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where the keyboard can stand in the view that is shown."""
        return self._view(self._current).stops

    def show_current(self) -> None:
        """Show the chosen view, as when a plan is opened."""
        view = self._view(self._current)
        self._actions[self._current].setChecked(True)
        view.enter()
        if self._pages.indexOf(view.page) < 0:
            self._pages.addWidget(view.page)
        self._pages.setCurrentWidget(view.page)
        self._switch.show_tools(view.tools)

    def show_view(self, name: str) -> None:
        """Show a view, and let the keyboard stand in it."""
        if name != self._current:
            self._view(self._current).leave()
            self._current = name
            self._preferences.keep_blob(_KEY, QByteArray(name.encode()))
        self.show_current()
        self.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def zoom_in(self) -> None:
        """Show fewer days."""
        self._view(self._current).zoom(1)

    def zoom_out(self) -> None:
        """Show more days."""
        self._view(self._current).zoom(-1)

    def fit(self) -> None:
        """Show all days of the plan."""
        self._view(self._current).fit()

    def go_to_today(self) -> None:
        """Bring today into sight."""
        self._view(self._current).go_to_today()

    def unfold(self) -> None:
        """Open every group of rows."""
        self._view(self._current).set_folded(False)

    def fold(self) -> None:
        """Close every group of rows."""
        self._view(self._current).set_folded(True)

    def show_rotation(self, rotation_id: str) -> None:
        """Bring a rotation into sight, in the view that is shown and by mission."""
        self._bring(rotation_id)

    def go_to_rotation(self, rotation_id: str) -> None:
        """Bring a rotation into sight, in another view if need be."""
        if not self._bring(rotation_id):
            self.show_view(MISSIONS)

    def _bring(self, rotation: str) -> bool:
        """Whether the view that is shown brought a rotation into sight."""
        shown = self._view(self._current).show_rotation(rotation)
        if self._current != MISSIONS:
            # Whoever goes there next finds it.
            self._view(MISSIONS).show_rotation(rotation)
        return shown

    def show_mission(self, mission: str) -> None:
        """Bring what belongs to a mission into sight in every view."""
        for view in self._made.values():
            view.show_mission(mission)

    def copy(self) -> int | None:
        """Copy the rows of the view that is shown; none where it has none of its own."""
        view = self._view(self._current)
        return view.copy() if isinstance(view, Copying) else None

    def _view(self, name: str) -> View:
        view = self._made.get(name)
        if view is None:
            view = self._made[name] = self._builders[name]()
        return view

    def _remembered(self) -> str:
        name = bytes(self._preferences.blob(_KEY).data()).decode(errors="replace")
        return name if name in self._builders else next(iter(self._builders))

    def _on_chosen(self) -> None:
        self.show_view(self.sender().objectName())
