"""Where the actions stand: menu bar, toolbar, context menus."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from domain.language import _
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
        self._actions, self._window = actions, window
        self.recent = RecentMenu(_("Open &recent"), icons, window)
        self.panes = QMenu(_("&Panes"), window)
        self._submenus: dict[str, QMenu] = {}
        self._submenus |= {
            "recent": self.recent,
            "panes": self.panes,
            "keeping": self._submenu(_("&Backups"), _KEEPING),
            "table": self._submenu(_("Ta&ble"), _TABLE),
            "language": self._submenu(_("Lan&guage"), ("language_nl", "language_en")),
            "theme": self._submenu(
                _("T&heme"),
                ("theme_system", "theme_light", "theme_dark", "theme_high_contrast"),
            ),
        }
        self.saved_views = self._submenu(_("Sa&ved views"), ("save_view",))
        self._submenus["saved_views"] = self.saved_views
        self._submenus["text_size"] = self._submenu(
            _("Text si&ze"), tuple(spec.name for spec in SIZES)
        )
        for name, menu in self._submenus.items():
            menu.setObjectName(f"menu_{name}")
        self._submenus["language"].setIcon(icons.icon("languages"))
        self._submenus["keeping"].setIcon(icons.icon("archive-restore"))

    def menu_bar(self) -> QMenuBar:
        """The menu bar, with every action in it."""
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
            self._fill(menu, entries)
        return bar

    def tool_bar(self) -> QToolBar:
        """The toolbar, with what is used most."""
        bar = QToolBar(_("Toolbar"), self._window)
        bar.setObjectName("toolBar")
        bar.setIconSize(QSize(SIZE, SIZE))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._fill(bar, _TOOLS)
        for name in _WITH_TEXT:
            button = bar.widgetForAction(self._actions[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setObjectName(f"tool_{action.objectName()}")
                button.setAccessibleName(action.text().replace("&", ""))
        return bar

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
            elif isinstance(target, QMenu) and name in self._submenus:
                target.addMenu(self._submenus[name])
            else:
                target.addAction(self._actions[name])

    def _submenu(self, title: str, names: tuple[str, ...]) -> QMenu:
        menu = QMenu(title, self._window)
        self._fill(menu, names)
        return menu


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
