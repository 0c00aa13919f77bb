"""Where the actions stand: menu bar, toolbar, context menus."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from domain.language import N_, _
from domain.model import Kind
from gui.action_list import VIEWS
from gui.actions import Actions
from gui.choice_actions import SIZES
from gui.icons import SIZE, Icons
from gui.scenario_actions import SCENARIO_MENU
from gui.widgets.plain_text import named, plain_action

LINE: Final = "-"
_FILE: Final = ("new", "open", "sample", "recent", LINE, "save", "save_as", LINE, "export_excel")
_FILE_END: Final = (
    *("export_json", "export_pdf", "import", LINE, "send", "take_in", "keeping", LINE),
    *("print", LINE, "settings", LINE, "close", "quit"),
)
_KEEPING: Final = ("snapshot", "snapshots", LINE, "verify")
_EDIT: Final = (
    *("undo", "redo", LINE, "add", "edit", "duplicate", "fill", "remove", LINE),
    *("accept", "take_back", LINE),
    *("copy", "paste", "fill_down", "select_all", LINE, "find"),
)
_VIEW: Final = (
    *(*(spec.name for spec in VIEWS), LINE),
    *("zoom_in", "zoom_out", "fit", "today", LINE, "expand", "collapse", "cancelled", LINE),
    *("table", "saved_views", "panes", "reset_layout", LINE, "language", "theme", "text_size"),
)
_TABLE: Final = (
    *("group_mission", "group_force", "group_status", "group_none", LINE),
    *("filter", "clear_filters", LINE, "sort_column", "columns"),
)
_GO: Final = (
    *("palette", LINE, "next_finding", "previous_finding", "reveal", LINE),
    *("next_pane", "previous_pane"),
)
_HELP: Final = ("manual", "tour", "shortcuts", LINE, "diagnostics", "about")
_TOOLS: Final = (
    *("open", LINE, "undo", "redo", LINE, "add", "edit", "remove", LINE),
    *("zoom_out", "zoom_in", "fit", "today", LINE, "previous_finding", "next_finding", LINE),
    "export_excel",
)
_SUBMENUS: Final = {
    "keeping": (N_("&Backups"), _KEEPING, "archive-restore"),
    "table": (N_("Ta&ble"), _TABLE, ""),
    "language": (N_("Lan&guage"), ("language_nl", "language_en"), "languages"),
    "theme": (
        N_("T&heme"),
        ("theme_system", "theme_light", "theme_dark", "theme_high_contrast"),
        "",
    ),
    "saved_views": (N_("Sa&ved views"), ("save_view",), ""),
    "text_size": (N_("Text si&ze"), tuple(spec.name for spec in SIZES), ""),
}
"""For each menu in a menu its title, what is in it, its icon."""
_WITH_TEXT: Final = ("add", "export_excel")
CONTEXT: Final = {
    Kind.ROTATION.value: (
        *("edit", "duplicate", "fill", "remove", LINE),
        *("copy", "paste", "fill_down", "reveal", LINE, "add"),
    ),
    Kind.MISSION.value: ("add", "fill", LINE, "expand", "collapse", LINE, "cancelled"),
    "scenario": SCENARIO_MENU,
    "finding": ("accept", "take_back", LINE, "next_finding", "previous_finding"),
    "empty": ("add", LINE, "fit", "today", LINE, "cancelled", "select_all"),
    "header": ("zoom_in", "zoom_out", "fit", "today"),
}


class Menus:
    """Builds the menus of the window out of its actions."""

    def __init__(self, actions: Actions, icons: Icons, window: QMainWindow) -> None:
        self._actions, self._icons, self._window = actions, icons, window
        self._unfilled: dict[QMenu, tuple[str, ...]] = {}
        self._submenus: dict[str, QMenu] = {}

    def menu_bar(self) -> QMenuBar:
        """The menu bar; each of its menus is filled when it opens, at the latest by `fill`."""
        bar = named(QMenuBar(self._window), "menuBar", _("Menu bar"))
        for name, title, entries in (
            ("file", _("&File"), (*_FILE, *_FILE_END)),
            ("edit", _("&Edit"), _EDIT),
            ("view", _("&View"), _VIEW),
            ("scenario", _("&Scenario"), SCENARIO_MENU),
            ("go", _("&Go"), _GO),
            ("help", _("&Help"), _HELP),
        ):
            menu = bar.addMenu(title)
            menu.setObjectName(f"menu_{name}")
            self._unfilled[menu] = entries
            menu.aboutToShow.connect(self.fill)
        return bar

    def fill(self) -> None:
        """Put every action into its menus, if they are not there yet."""
        unfilled, self._unfilled = self._unfilled, {}
        for menu, names in unfilled.items():
            self._fill(menu, names)

    @cached_property
    def recent(self) -> RecentMenu:
        """The plans that were open."""
        menu = RecentMenu(_("Open &recent"), self._icons, self._window)
        menu.setObjectName("menu_recent")
        return menu

    @cached_property
    def panes(self) -> QMenu:
        """The panes, to be shown and hidden."""
        menu = QMenu(_("&Panes"), self._window)
        menu.setObjectName("menu_panes")
        return menu

    @property
    def saved_views(self) -> QMenu:
        """The saved views."""
        return self._own_submenu("saved_views")

    def _submenu(self, name: str) -> QMenu | None:
        """The menu of a name in a menu; made when it is first asked for."""
        if name == "recent":
            return self.recent
        if name == "panes":
            return self.panes
        return self._own_submenu(name) if name in _SUBMENUS else None

    def _own_submenu(self, name: str) -> QMenu:
        if name not in self._submenus:
            title, names, icon = _SUBMENUS[name]
            menu = self._submenus[name] = QMenu(_(title), self._window)
            menu.setObjectName(f"menu_{name}")
            self._fill(menu, names)
            if icon:
                menu.setIcon(self._icons.icon(icon))
        return self._submenus[name]

    def tool_bar(self) -> QToolBar:
        """The toolbar, with what is used most."""
        bar = QToolBar(_("Toolbar"), self._window)
        bar.setObjectName("toolBar")
        bar.setIconSize(QSize(SIZE, SIZE))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        # What is of low priority has no text beside its icon.
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in _TOOLS:
            if name != LINE and name not in _WITH_TEXT:
                self._actions[name].setPriority(QAction.Priority.LowPriority)
        self._fill(bar, _TOOLS)
        self._bar = bar
        return bar

    def name_tools(self) -> None:
        """Name the buttons of the toolbar, for those who do not see them."""
        bar = self._bar
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setObjectName(f"tool_{action.objectName()}")
                button.setAccessibleName(action.text().replace("&", ""))

    def open_context_menu(self, kind: str, place: QPoint) -> QMenu:
        """The menu that belongs to a thing, opened at a place on the screen."""
        menu = named(QMenu(self._window), f"context_{kind}", _("Context menu"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, CONTEXT.get(kind, CONTEXT["empty"]))
        menu.popup(place)
        return menu

    def _fill(self, target: QMenu | QToolBar, names: tuple[str, ...]) -> None:
        for name in names:
            if name == LINE:
                target.addSeparator()
            elif isinstance(target, QMenu) and (menu := self._submenu(name)) is not None:
                target.addMenu(menu)
            else:
                target.addAction(self._actions[name])


class RecentMenu(QMenu):
    """The plans that were open; those that are gone cannot be chosen."""

    chosen = Signal(str)

    def __init__(self, title: str, icons: Icons, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setIcon(icons.icon("history"))
        self.triggered.connect(self._on_triggered)

    def show_plans(self, plans: tuple[Path, ...]) -> None:
        """Show these plans."""
        self.clear()
        for plan in plans:
            action = plain_action(self, f"{plan.stem} – {plan.parent}")
            action.setData(str(plan))
            action.setEnabled(plan.is_file())
        self.setEnabled(bool(plans))

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
