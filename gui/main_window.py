"""The window: it puts the panes together and lets the actions reach them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import Shiboken
from typing_extensions import override

from domain.language import _, current_language
from gui.actions import Actions
from gui.desk import desk_for
from gui.document import Document
from gui.following import Following
from gui.going import Going
from gui.layout import Layout
from gui.menus import Menus
from gui.plan_files import PlanFiles
from gui.preferences import Preferences
from gui.scenario_words import title_of
from gui.theme import Colours, ThemeChoice
from gui.views.all_views import builders_of
from gui.views.requests import Requests
from gui.views.views import Views
from gui.widgets.marking_strip import MarkingStrip
from gui.widgets.pages import Pages
from gui.widgets.status_pane import StatusPane
from gui.widgets.workspace import Workspace
from gui.window import Window

if TYPE_CHECKING:
    from domain.model import Rotation
    from gui.widgets.welcome import WelcomePage


class MainWindow(Window):
    """One document in one window."""

    language_chosen = Signal(str)
    theme_chosen = Signal(object)
    text_size_chosen = Signal(int)
    settings_asked = Signal()
    closed = Signal()
    furnished = Signal()
    """Every pane and every command is there."""

    def __init__(self, document: Document, preferences: Preferences, colours: Colours) -> None:
        super().__init__()
        try:
            self._build(document, preferences, colours)
        except BaseException:
            # Half a window must not go on following the plan.
            Shiboken.delete(self)
            raise

    def _build(self, document: Document, preferences: Preferences, colours: Colours) -> None:
        self.setObjectName("mainWindow")
        self.document, self._preferences = document, preferences
        self.desk = desk_for(document, colours, self)
        self.actions_of_window = Actions(self.desk.icons, self)
        self.workspace = Workspace(self.desk)
        self.requests = Requests(self)
        builders = builders_of(self.desk, self.workspace, self.requests)
        self.views = Views(builders, self.actions_of_window, preferences)
        self.pages = Pages()
        self.pages.addWidget(self.views)
        self.setCentralWidget(self.pages)
        self._build_bars()
        self._build_docks()
        self.following = Following(self.desk, self.views, self)
        self.going = Going(self)
        self.files = PlanFiles(document, preferences, self)
        self._pieces: Iterator[None] | None = self.pieces()
        self._handlers = self._own_handlers()
        self._connect()
        self.layout_of_panes.restore()
        if document.is_open:
            self._on_replaced()
            self.furnish()
        else:
            self._show_all()
            # A plan that opens right away needs no page that says how to open one.
            QTimer.singleShot(0, self, self._show_page)

    def furnish(self) -> None:
        """Make everything that is not made yet."""
        if self._pieces is not None:
            for _piece in self._pieces:
                pass
            self._finish()

    def furnish_slowly(self) -> None:
        """Make everything piece by piece, so that the user comes first in between, and say so."""
        if self._pieces is None:
            self.furnished.emit()
        elif next(self._pieces, self) is self:
            self._finish()
        else:
            QTimer.singleShot(0, self, self.furnish_slowly)

    def _finish(self) -> None:
        self._pieces = None
        for dock in self.layout_of_panes.docks:
            self.menus.panes.addAction(dock.toggleViewAction())
        self.menus.recent.chosen.connect(self.open_recent)
        actions, preferences = self.actions_of_window, self._preferences
        actions[f"language_{current_language()}"].setChecked(True)
        actions[f"theme_{preferences.theme.value}"].setChecked(True)
        actions[f"text_{preferences.text_size}"].setChecked(True)
        self._show_allowed()
        self._show_recent()
        self.furnished.emit()

    @cached_property
    def welcome(self) -> WelcomePage:
        """What stands in the window while no plan is open."""
        from gui.widgets.welcome import WelcomePage

        page = WelcomePage(self.actions_of_window, self.desk.icons)
        page.plan_chosen.connect(self.open_recent)
        page.show_recent(self._preferences.recent)
        self.pages.addWidget(page)
        return page

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
        for name, title, area in (
            ("missionsDock", _("Missions"), sides.LeftDockWidgetArea),
            ("inspectorDock", _("Inspector"), sides.RightDockWidgetArea),
            ("findingsDock", _("Findings and history"), sides.BottomDockWidgetArea),
        ):
            self.layout_of_panes.add(name, title, area)

    def _own_handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do that are there from the first."""
        stack = self.document.undo_stack
        return {
            "new": self.files.new,
            "open": self.files.open,
            "sample": self.files.sample,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "close": self.files.close,
            "quit": self.close,
            "undo": stack.undo,
            "redo": stack.redo,
            "edit": self._on_edit,
            "copy": self._on_copy,
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
        }

    def _on_action(self, name: str) -> None:
        handler = self._handlers.get(name) or self.handler(name)
        if handler is not None:
            handler()
        else:
            self._on_choice(*name.split("_", 1))

    def _on_choice(self, kind: str, value: str) -> None:
        if kind == "language":
            self.language_chosen.emit(value)
        elif kind == "theme":
            self.theme_chosen.emit(ThemeChoice(value))
        elif kind == "text":
            self.text_size_chosen.emit(int(value))

    def _connect(self) -> None:
        document, timeline, stack = self.document, self.workspace.timeline, self.document.undo_stack
        self.actions_of_window.chosen.connect(self._on_action)
        stack.canUndoChanged.connect(self._show_allowed)
        stack.canRedoChanged.connect(self._show_allowed)
        stack.indexChanged.connect(self._show_allowed)
        document.replaced.connect(self._on_replaced)
        document.checked.connect(self.going.to_what_matters)
        document.moved.connect(self._on_moved)
        document.changed.connect(self._on_moved)
        document.failed.connect(self._refuse)
        self.workspace.menu_requested.connect(self._on_menu)
        for asks in (timeline, self.requests):
            asks.draw_requested.connect(self._on_drawn)
            asks.edit_requested.connect(self._on_edit_asked)
            asks.remove_requested.connect(self._on_remove_asked)
        self.requests.menu_requested.connect(self._on_menu)
        self.requests.drill_requested.connect(self.going.to_drill)
        self.requests.limit_requested.connect(self.going.to_limit)
        self.files.told.connect(self.status.tell)
        self.files.recent_changed.connect(self._show_recent)
        self.status.severity_chosen.connect(self.going.to_severity)

    def _refuse(self, sentence: str) -> None:
        self.notice.refuse(sentence)

    def _on_drawn(self, rotation: Rotation) -> None:
        self.editing.ask_new(rotation)

    def _on_edit_asked(self, rotation: str) -> None:
        self.editing.edit(rotation)

    def _on_remove_asked(self) -> None:
        self.editing.remove()

    def _on_replaced(self) -> None:
        document = self.document
        self.going.leave()
        self._show_page()
        self._show_all()
        if "notice" in vars(self):
            self.notice.hide()
        if document.is_open:
            self.views.show_current()
            self.workspace.timeline.fit()
            self.going.to_what_matters()
            self.going.to_last_view(self._preferences)
            self.views.stops[0].setFocus()

    def _show_page(self) -> None:
        self.pages.setCurrentWidget(self.views if self.document.is_open else self.welcome)

    def _show_all(self) -> None:
        """Show what is said of the plan at the edges of the window."""
        self.layout_of_panes.show_panes(self.document.is_open)
        self._marking.show_marking(self.document.plan.settings.marking)
        self._show_title()
        self._show_allowed()
        self._show_recent()

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
        if "welcome" in vars(self):
            self.welcome.show_recent(self._preferences.recent)
        if self._pieces is None:
            self.menus.recent.show_plans(self._preferences.recent)

    def open_recent(self, path: str) -> None:
        """Open a plan that was open before; one that is gone is forgotten."""
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

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for do in (self._finish_work, self.layout_of_panes.keep, self._keep_view):
            try:
                do()
            except Exception:  # noqa: BLE001 - whatever it is, it is told
                # A fault on the way out is told, and keeps nobody in; Qt must not meet it here.
                sys.excepthook(*sys.exc_info())
        event.accept()
        self.closed.emit()

    def _finish_work(self) -> None:
        if "exchanging" in vars(self):
            self.exchanging.background.finish()

    def _keep_view(self) -> None:
        self.going.keep_view(self._preferences)


def _step_text(verb: str, step: str) -> str:
    return f"{verb} {step.replace('&', '&&')}".rstrip()
