"""The window: it puts the panes together and lets the actions reach them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from domain.language import _, current_language
from gui.actions import Actions
from gui.compare_commands import CompareCommands
from gui.desk import desk_for
from gui.document import Document
from gui.dropping import Dropping
from gui.editing import Editing
from gui.exchanging import Exchanging
from gui.following import Following
from gui.going import Going
from gui.helping import Helping
from gui.importing import Importing
from gui.keeping_views import KeepingViews
from gui.layout import Layout
from gui.menus import Menus
from gui.plan_files import PlanFiles
from gui.planning import Planning
from gui.preferences import Preferences
from gui.printing.printing import Printing
from gui.safety import Safety
from gui.scenarios import Scenarios, title_of
from gui.tabling import Tabling
from gui.theme import TEXT_SIZES, Colours, ThemeChoice
from gui.touring import Touring
from gui.views.all_views import builders_of
from gui.views.requests import Requests
from gui.views.views import Views
from gui.widgets.inspector import Inspector
from gui.widgets.lower_pane import LowerPane
from gui.widgets.marking_strip import MarkingStrip
from gui.widgets.mission_panel import MissionPanel
from gui.widgets.notice import Notice
from gui.widgets.pages import Pages
from gui.widgets.status_pane import StatusPane
from gui.widgets.welcome import WelcomePage
from gui.widgets.workspace import Workspace


class MainWindow(QMainWindow):
    """One document in one window."""

    language_chosen = Signal(str)
    theme_chosen = Signal(object)
    text_size_chosen = Signal(int)
    settings_asked = Signal()
    closed = Signal()

    def __init__(self, document: Document, preferences: Preferences, colours: Colours) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.document, self._preferences = document, preferences
        self.desk = desk_for(document, colours, self)
        self.actions_of_window = Actions(self.desk.icons, self)
        self.workspace = Workspace(self.desk)
        self.requests = Requests(self)
        builders = builders_of(self.desk, self.workspace, self.requests)
        self.views = Views(builders, self.actions_of_window, preferences)
        self.welcome = WelcomePage(self.actions_of_window, self.desk.icons)
        self.missions = MissionPanel(self.desk)
        self.inspector = Inspector(self.desk)
        self.lower_pane = LowerPane(self.desk)
        self._build_centre()
        self._build_bars()
        self._build_docks()
        self.following = Following(self.desk, self.views, self)
        self.going = Going(self)
        self.files = PlanFiles(document, preferences, self)
        self.editing = Editing(self.desk, self.workspace.table.shown_columns, self)
        self.exchanging = Exchanging(self.desk, self.notice, self)
        background = self.exchanging.background
        self.importing = Importing(self.desk, self.notice, preferences, background, self)
        self.dropping = Dropping(self, self.files.open_path, self.importing.take)
        self.planning = Planning(self, preferences)
        self.touring, self.helping = Touring(self), Helping(self, preferences)
        self.printing = Printing(self)
        self.scenarios = Scenarios(self)
        self.safety = Safety(self)
        self.tabling = Tabling(self)
        self.compare_commands = CompareCommands(self)
        self.keeping_views = KeepingViews(self, preferences)
        self._connect_actions()
        self._connect_panes()
        self.layout_of_panes.restore()
        self._on_replaced()

    def _build_centre(self) -> None:
        self._pages = Pages()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.views)
        self.setCentralWidget(self._pages)
        self.notice = Notice(self.desk.icons, self._pages)

    def _build_bars(self) -> None:
        self.menus = Menus(self.actions_of_window, self.desk.icons, self)
        self._marking = MarkingStrip()
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._marking)
        column.addWidget(self.menus.menu_bar())
        self.setMenuWidget(top)
        self.addToolBar(self.menus.tool_bar())
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        # The layout of Qt's own bar leaves a gap at the left and above.
        bar.setContentsMargins(-2, -3, 0, -3)
        self.status = StatusPane(self.desk, bar)
        bar.addPermanentWidget(self.status, 1)

    def _build_docks(self) -> None:
        self.layout_of_panes = Layout(self, self.workspace, self._preferences)
        sides = Qt.DockWidgetArea
        for name, title, widget, area in (
            ("missionsDock", _("Missions"), self.missions, sides.LeftDockWidgetArea),
            ("inspectorDock", _("Inspector"), self.inspector, sides.RightDockWidgetArea),
            (
                "findingsDock",
                _("Findings and history"),
                self.lower_pane,
                sides.BottomDockWidgetArea,
            ),
        ):
            dock = self.layout_of_panes.add(name, title, widget, area)
            self.menus.panes.addAction(dock.toggleViewAction())

    def _connect_actions(self) -> None:
        stack = self.document.undo_stack
        handlers: dict[str, Callable[[], object]] = {
            "new": self.files.new,
            "open": self.files.open,
            "sample": self.files.sample,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "close": self.files.close,
            "quit": self.close,
            "export_excel": self.exchanging.export_excel,
            "export_json": self.exchanging.export_json,
            "import": self.importing.ask,
            "undo": stack.undo,
            "redo": stack.redo,
            "add": self.editing.add,
            "edit": self._on_edit,
            "duplicate": self.editing.duplicate,
            "remove": self.editing.remove,
            "copy": self._on_copy,
            "select_all": self.editing.select_all,
            "find": self.going.to_filter,
            "zoom_in": self.views.zoom_in,
            "zoom_out": self.views.zoom_out,
            "fit": self.views.fit,
            "today": self.views.go_to_today,
            "expand": self.views.unfold,
            "collapse": self.views.fold,
            "cancelled": self._on_cancelled_toggled,
            "reset_layout": self.layout_of_panes.reset,
            "next_finding": self.going.to_next_finding,
            "previous_finding": self.going.to_previous_finding,
            "reveal": self.going.to_rotation,
            "next_pane": self.going.to_next_pane,
            "previous_pane": self.going.to_previous_pane,
            "settings": self.settings_asked.emit,
            "shortcuts": self._on_shortcuts,
            **self.planning.handlers(),
            **self.touring.handlers(),
            **self.helping.handlers(),
            **self.printing.handlers(),
            **self.scenarios.handlers(),
            **self.safety.handlers(),
            **self.tabling.handlers(),
            **self.compare_commands.handlers(),
            **self.keeping_views.handlers(),
        }
        for name, handler in handlers.items():
            self.actions_of_window[name].triggered.connect(handler)
        for name in ("language_nl", "language_en", *_THEME_ACTIONS, *_SIZE_ACTIONS):
            self.actions_of_window[name].triggered.connect(self._on_chosen)
        self.actions_of_window[f"language_{current_language()}"].setChecked(True)
        self.actions_of_window[f"theme_{self._preferences.theme.value}"].setChecked(True)
        self.actions_of_window[f"text_{self._preferences.text_size}"].setChecked(True)
        stack.canUndoChanged.connect(self._show_allowed)
        stack.canRedoChanged.connect(self._show_allowed)
        stack.indexChanged.connect(self._show_allowed)

    def _connect_panes(self) -> None:
        document, timeline = self.document, self.workspace.timeline
        document.replaced.connect(self._on_replaced)
        document.checked.connect(self.going.to_what_matters)
        document.moved.connect(self._on_moved)
        document.changed.connect(self._on_moved)
        document.failed.connect(self.notice.refuse)
        self.workspace.menu_requested.connect(self._on_menu)
        timeline.draw_requested.connect(self.editing.ask_new)
        timeline.edit_requested.connect(self.editing.edit)
        timeline.remove_requested.connect(self.editing.remove)
        self.editing.added.connect(self.views.show_rotation)
        self._connect_requests()
        self.editing.refused.connect(self.notice.refuse)
        self.editing.told.connect(self.status.tell)
        self.files.told.connect(self.status.tell)
        self.files.recent_changed.connect(self._show_recent)
        self.menus.recent.chosen.connect(self._on_recent)
        self.welcome.plan_chosen.connect(self._on_recent)
        self.missions.scenario_chosen.connect(self.files.switch_to)
        self.missions.mission_chosen.connect(self.going.to_mission)
        self.missions.filtered.connect(self.desk.rows.set_text)
        self.lower_pane.mission_chosen.connect(self.going.to_mission)
        self.lower_pane.findings.chosen.connect(self.following.choose)
        self.inspector.limit_chosen.connect(self.desk.selection.set_limit)
        self.status.severity_chosen.connect(self.going.to_severity)

    def _connect_requests(self) -> None:
        requests, editing = self.requests, self.editing
        requests.menu_requested.connect(self._on_menu)
        requests.draw_requested.connect(editing.ask_new)
        requests.edit_requested.connect(editing.edit)
        requests.remove_requested.connect(editing.remove)
        requests.drill_requested.connect(self.going.to_drill)
        requests.limit_requested.connect(self.going.to_limit)

    def _on_replaced(self) -> None:
        document = self.document
        self.going.leave()
        self._pages.setCurrentWidget(self.views if document.is_open else self.welcome)
        self.layout_of_panes.show_panes(document.is_open)
        self._marking.show_marking(document.plan.settings.marking)
        self.notice.hide()
        self._show_title()
        self._show_allowed()
        self._show_recent()
        if document.is_open:
            self.views.show_current()
            self.workspace.timeline.fit()
            self.going.to_what_matters()
            self.going.to_last_view(self._preferences)
            self.views.stops[0].setFocus()

    def _on_moved(self) -> None:
        self._marking.show_marking(self.document.plan.settings.marking)
        self._show_title()
        self._show_allowed()

    def _show_title(self) -> None:
        file = self.document.file
        if file is None:
            self.setWindowTitle("Kader")
            return
        title = title_of(file, self.document.plan.scenario)
        if file.read_only:
            title = _("{title} (read only)").format(title=title)
        self.setWindowTitle(f"{title} – Kader")

    def _show_allowed(self) -> None:
        document, stack, actions = self.document, self.document.undo_stack, self.actions_of_window
        actions.allow(is_open=document.is_open, can_edit=document.can_edit)
        undo, redo = actions["undo"], actions["redo"]
        undo.setEnabled(document.can_edit and stack.canUndo())
        redo.setEnabled(document.can_edit and stack.canRedo())
        undo.setText(_step_text(_("&Undo"), stack.undoText()))
        redo.setText(_step_text(_("&Redo"), stack.redoText()))

    def _show_recent(self) -> None:
        self.welcome.show_recent(self._preferences.recent)
        self.menus.recent.show_plans(self._preferences.recent)

    def _on_recent(self, path: str) -> None:
        if not self.files.open_path(Path(path)) and not Path(path).exists():
            self._preferences.forget(Path(path))
            self._show_recent()

    def _on_edit(self) -> None:
        if self.workspace.table.hasFocus() and self.workspace.table.edit_current():
            return
        self.editing.edit()

    def _on_copy(self) -> None:
        count = self.views.copy()
        if count is None:
            self.editing.copy()
        else:
            self.status.tell(_("Copied {count} rows").format(count=count))

    def _on_cancelled_toggled(self) -> None:
        self.desk.rows.set_show_cancelled(self.actions_of_window["cancelled"].isChecked())

    def _on_shortcuts(self) -> None:
        from gui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog.show_for(self, self.actions_of_window)

    def _on_menu(self, kind: str, name: str, place: QPoint) -> None:
        selection = self.desk.selection
        if kind == "rotation" and name not in selection.rotations:
            selection.set_rotations([name])
        elif kind == "mission":
            self.following.choose_mission(name)
        self.menus.open_context_menu(kind, place)

    def _on_chosen(self) -> None:
        kind, _line, value = self.sender().objectName().partition("_")
        if kind == "language":
            self.language_chosen.emit(value)
        elif kind == "theme":
            self.theme_chosen.emit(ThemeChoice(value))
        elif kind == "text":
            self.text_size_chosen.emit(int(value))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for do in (self.exchanging.background.finish, self.layout_of_panes.keep, self._keep_view):
            try:
                do()
            except Exception:  # noqa: BLE001 - whatever it is, it is told
                # A fault on the way out is told, and keeps nobody in; Qt must not meet it here.
                sys.excepthook(*sys.exc_info())
        event.accept()
        self.closed.emit()

    def _keep_view(self) -> None:
        self.going.keep_view(self._preferences)


_SIZE_ACTIONS = tuple(f"text_{size}" for size in TEXT_SIZES)
_THEME_ACTIONS = tuple(f"theme_{choice.value}" for choice in ThemeChoice)


def _step_text(verb: str, step: str) -> str:
    return f"{verb} {step.replace('&', '&&')}".rstrip()
