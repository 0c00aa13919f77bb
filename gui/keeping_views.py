"""The commands of saved views: keeping what is in sight, and coming back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from domain.language import _
from gui.views.views import MISSIONS
from gui.widgets.plain_text import plain_action

if TYPE_CHECKING:
    from gui.preferences import Preferences
    from gui.saved_views import SavedView, SavedViews
    from gui.window import Window


class KeepingViews(QObject):
    """Fills the menu of saved views, and does what it offers."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._menu = window.menus.saved_views
        self._menu.aboutToShow.connect(self._fill)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of saved views do, by name."""
        return {"save_view": self._keep}

    def names(self) -> tuple[str, ...]:
        """What the saved views are called, in the order of the menu."""
        return tuple(sorted(self._views().all(), key=str.casefold))

    def show_view(self, name: str) -> None:
        """Show the plan as it was shown when a view was kept."""
        view = self._views().all().get(name)
        if view is None:
            return
        self._window.views.show_view(MISSIONS)
        self._show(view)
        self._window.status.tell(_("View '{name}'").format(name=name))

    def _views(self) -> SavedViews:
        from gui.saved_views import SavedViews  # nobody needs them at the start

        return SavedViews(self._preferences)

    def _keep(self) -> None:
        from gui.dialogs.name_dialog import NameDialog

        name = NameDialog.ask(
            self._window,
            _("Save this view"),
            _("&Name"),
            _(
                "Kept are filters, groups, order, columns and the scale of the timeline. It is "
                "yours, and not part of the plan; a view with the same name is replaced."
            ),
        )
        if name is not None:
            self._views().keep(name, self._now())
            self._window.status.tell(_("View '{name}' is saved").format(name=name))

    def _now(self) -> SavedView:
        from gui.saved_views import SavedView

        desk, table = self._window.desk, self._window.workspace.table
        return SavedView(
            desk.filters.asked,
            self._window.missions.filter.text(),
            desk.rows.shows_cancelled,
            desk.rows.grouping,
            table.sorting.sorts,
            table.columns.text(),
            desk.axis.pixels_per_day,
        )

    def _show(self, view: SavedView) -> None:
        window, desk = self._window, self._window.desk
        window.workspace.table.group_by(view.grouping)
        window.workspace.table.columns.take(view.columns)
        window.workspace.table.sorting.sort_by(view.sorts)
        cancelled = window.actions_of_window["cancelled"]
        cancelled.setChecked(view.cancelled)
        desk.rows.set_show_cancelled(view.cancelled)
        window.missions.filter.setText(view.text)
        desk.rows.set_text(view.text)
        desk.filters.ask(view.asked)
        middle = desk.axis.day_at(desk.axis.width / 2)
        desk.axis.set_view(middle - desk.axis.width / 2 / view.pixels_per_day, view.pixels_per_day)

    def _fill(self) -> None:
        menu, names = self._menu, self.names()
        menu.clear()
        for old in menu.findChildren(QMenu):
            old.setParent(None)
            old.deleteLater()
        menu.addAction(self._window.actions_of_window["save_view"])
        if not names:
            return
        menu.addSeparator()
        for name in names:
            plain_action(menu, name).triggered.connect(self._showing(name))
        menu.addSeparator()
        self._add_removal(menu.addMenu(_("&Remove")), names)

    def _add_removal(self, menu: QMenu, names: tuple[str, ...]) -> None:
        menu.setObjectName("removeViewMenu")
        for name in names:
            plain_action(menu, name).triggered.connect(self._removing(name))

    def _showing(self, name: str) -> Callable[[], None]:
        return lambda: self.show_view(name)

    def _removing(self, name: str) -> Callable[[], None]:
        return lambda: self._views().forget(name)
