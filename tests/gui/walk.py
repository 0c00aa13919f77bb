"""A walk through all that the window can show: every view, pane, page, menu and dialog.

Dialogs are reached as a user reaches them. None of them is waited for: each is shown, looked at
and called off. ``Walk.unseen`` tells which dialogs of the program were not met on the way.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QHeaderView,
    QMenu,
    QMessageBox,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import gui
from domain.exchange.plan_json import write_plan
from domain.model import ChangeRotations, Plan, RemoveRotations
from domain.store import PlanFile
from gui.action_list import SPECS, VIEWS
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.name_dialog import NameDialog
from gui.menus import CONTEXT
from gui.models.columns import COLUMNS
from gui.views.compare_view import CompareView
from tests.gui.driving import find

Look = Callable[[QWidget, str], None]
ENDS = {"quit", "language_nl", "language_en", "close", "sample", "open", "new"}
"""They close the window or the plan, build it anew, or open another one."""


def every_dialog() -> set[type[QDialog]]:
    """The classes of all dialogs of the program."""
    for module in pkgutil.walk_packages(gui.__path__, "gui."):
        import_module(module.name)
    return set(_own_below(QDialog))


def _own_below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("gui."):
            yield below
        yield from _own_below(below)


@dataclass(slots=True)
class Walk:
    """A user who looks at everything."""

    program: Kader
    qtbot: QtBot
    monkeypatch: pytest.MonkeyPatch
    folder: Path
    plan: Plan
    look: Look
    seen: set[type] = field(default_factory=set)
    _at: str = ""
    _met: list[QDialog] = field(default_factory=list)

    @property
    def unseen(self) -> set[str]:
        """The dialogs that were not met, by name."""
        return {kind.__name__ for kind in every_dialog() - self.seen}

    def go(self) -> None:
        """Look at everything once."""
        self._call_dialogs_off()
        self._without_a_plan()
        self._open()
        for spec in VIEWS:
            self._look_at_view(spec.name)
        self._look_at_selections()
        self._edit_cells()
        self._look_at_menus()
        self._look_at_all_actions()
        self._look_at_files()
        self._look_at_comparison()
        self._look_at_troubles()

    # -- how dialogs are met ---------------------------------------------------------------

    def _call_dialogs_off(self) -> None:
        def met(dialog: QDialog) -> int:
            self._meet(dialog)
            return 0

        for kind in (QDialog, QMessageBox):
            for method in ("exec", "open"):
                self.monkeypatch.setattr(kind, method, met)
        for method in ("getOpenFileName", "getSaveFileName"):
            self.monkeypatch.setattr(QFileDialog, method, lambda *_about: ("", ""))
        self.monkeypatch.setattr(QApplication, "aboutQt", lambda: None)

    def _meet(self, dialog: QDialog) -> None:
        if any(dialog is other for other in self._met):
            return
        self._met.append(dialog)
        self.seen.add(type(dialog))
        dialog.setVisible(True)
        QApplication.processEvents()
        self.look(dialog, f"{type(dialog).__name__} at {self._at}")
        for bar in dialog.findChildren(QTabBar):
            for tab in range(bar.count()):
                bar.setCurrentIndex(tab)
                self.look(dialog, f"{type(dialog).__name__}, tab {tab}, at {self._at}")
        dialog.reject()

    def _meet_all(self) -> None:
        """Look at dialogs that nobody waits for, and close them."""
        for widget in QApplication.allWidgets():
            if isinstance(widget, QDialog) and type(widget).__module__.startswith("gui."):
                self._meet(widget)
        self._done()

    def _done(self) -> None:
        background = self.program.window.exchanging.background
        self.qtbot.waitUntil(lambda: not background.is_busy, timeout=60_000)
        QApplication.processEvents()

    def _act(self, name: str, at: str = "") -> None:
        self._at = at or name
        self.program.window.actions_of_window[name].trigger()
        self._meet_all()
        self._look_here()

    def _look_here(self) -> None:
        QApplication.processEvents()
        self.look(self.program.window, self._at)

    def _answer(self, method: str, path: Path) -> None:
        self.monkeypatch.setattr(FileDialog, method, lambda *_about: path)

    # -- where one goes --------------------------------------------------------------------

    def _without_a_plan(self) -> None:
        self._at = "welcome"
        self.program.window.furnish()  # what is made a little at a time
        self._look_here()
        self._act("new")
        self._act("open")

    def _open(self) -> None:
        path = self.folder / f"{self.plan.name[:20].replace('/', '_')}.kader"
        other = replace(self.plan, scenario=f"{self.plan.scenario[:80]} 2")
        first = next(iter(self.plan.rotations))
        other = RemoveRotations((first,)).apply(other).plan
        second = next(iter(other.rotations))
        other = ChangeRotations((second,), {"military": 77, "note": "later"}).apply(other).plan
        PlanFile.create(path, [self.plan, other]).close()
        assert self.program.window.files.open_path(path)
        self._at = "opened"
        self._look_here()

    def _look_at_view(self, name: str) -> None:
        self._act(name)
        view = self.program.window.views
        for button in view.findChildren(QToolButton):
            if button.isVisible() and button.isCheckable() and not button.isChecked():
                button.click()
                self._at = f"{name}, {button.objectName()}"
                self._look_here()
                self._look_at_rows(view)
        self._look_at_rows(view)

    def _look_at_rows(self, inside: QWidget) -> None:
        """Choose rows of each list that is in sight."""
        view = self.program.window.views.current
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        flags |= QItemSelectionModel.SelectionFlag.Rows
        for table in inside.findChildren(QAbstractItemView):
            model = table.model()
            seen = table.isVisible() and not isinstance(table, QHeaderView)
            for row in range(min(model.rowCount(), 8) if seen else 0):
                table.selectionModel().setCurrentIndex(model.index(row, 0), flags)
                table.clicked.emit(model.index(row, 0))
                self._at = f"{view}, {table.objectName()}, row {row}"
                self._look_here()
                if self.program.window.views.current != view:
                    self.program.window.actions_of_window[view].trigger()

    def _look_at_selections(self) -> None:
        window, plan = self.program.window, self.program.document.plan
        self._act("view_missions")
        for mission in list(plan.missions)[:12]:
            window.going.to_mission(mission)
            self._at = f"mission {mission}"
            self._look_here()
        for rotation in list(plan.rotations)[:6]:
            window.desk.selection.set_rotations([rotation])
            self._at = f"rotation {rotation}"
            self._look_here()
        window.desk.selection.set_rotations(list(plan.rotations)[:3])
        self._look_here()
        codes: set[str] = set()
        for finding in self.program.document.findings:
            if finding.code not in codes:
                codes.add(finding.code)
                window.desk.selection.set_finding(finding)
                self._at = f"finding {finding.code}"
                self._look_here()
        rotation = next(iter(plan.rotations))
        self.program.document.submit(ChangeRotations((rotation,), {"note": "n"}))
        for bar in window.findChildren(QTabBar):
            for tab in range(bar.count() if bar.isVisible() else 0):
                bar.setCurrentIndex(tab)
                self._at = f"tab {bar.tabText(tab)}"
                self._look_here()
                pages = bar.parent()
                if isinstance(pages, QTabWidget):
                    self._look_at_rows(pages)

    def _edit_cells(self) -> None:
        window = self.program.window
        window.actions_of_window["group_none"].trigger()
        table = window.workspace.table
        for number, column in enumerate(COLUMNS):
            table.setColumnHidden(number, False)
            index: QModelIndex = table.model().index(0, number)
            if table.model().flags(index) & index.flags().ItemIsEditable:
                table.setCurrentIndex(index)
                table.edit(index)
                self._at = f"cell {column.key}"
                self._look_here()
                for editor in table.viewport().findChildren(QWidget):
                    if editor.objectName() == f"cell_{column.key}":
                        table.closePersistentEditor(index)
                        editor.deleteLater()
                window.actions_of_window["group_mission"].trigger()
                window.actions_of_window["group_none"].trigger()
        window.actions_of_window["group_mission"].trigger()

    def _look_at_menus(self) -> None:
        window = self.program.window
        with self.monkeypatch.context() as saying:
            saying.setattr(NameDialog, "ask", lambda *_about: "<b>Mine</b> &Naam")
            window.actions_of_window["save_view"].trigger()
        for kind in CONTEXT:
            self._at = f"context menu {kind}"
            menu = window.menus.open_context_menu(kind, window.pos())
            self.look(menu, self._at)
            menu.close()
        for menu in window.findChildren(QMenu):
            self._at = f"menu {menu.objectName()}"
            menu.aboutToShow.emit()
            self.look(menu, self._at)

    def _look_at_all_actions(self) -> None:
        window = self.program.window
        for name in (spec.name for spec in SPECS):
            if name in ENDS or name.startswith(("theme_", "text_")):
                continue
            self._prepare()
            self._act(name)
        window.notice.hide()
        for ask in (window.workspace.filters.ask_period, window.workspace.filters.ask_conditions):
            ask()
            self._meet_all()

    def _prepare(self) -> None:
        desk = self.program.window.desk
        findings = self.program.document.findings
        desk.selection.set_rotations([next(iter(self.program.document.plan.rotations))])
        if findings:
            desk.selection.set_finding(findings[0])
        QGuiApplication.clipboard().setText("Name\tMilitary\n<b>New</b> & old\tx\n")

    def _look_at_files(self) -> None:
        document = self.program.document
        sent = self.folder / "theirs & <b>ours.kader"
        self._answer("ask_save", sent)
        self._act("send")
        with PlanFile.open(sent) as file:
            plan = file.load()
            edit = ChangeRotations((next(iter(plan.rotations)),), {"note": "theirs"})
            file.keeper(plan.scenario).save(plan, edit.apply(plan), edit.label)
        document.submit(ChangeRotations((next(iter(document.plan.rotations)),), {"note": "mine"}))
        self._answer("ask_open", sent)
        self._act("take_in")
        path = self.folder / "plan & <b>bold.json"
        write_plan(edit.apply(document.plan).plan, path)
        self._answer("ask_open", path)
        self._act("import", "import of a plan")
        path = self.folder / "table & <b>bold.csv"
        path.write_text("<b>Naam</b>;M\n<img src=x>;3\n", encoding="utf-8")
        self._answer("ask_open", path)
        self._act("import", "import of a table")
        assert document.file is not None
        document.file.back_up("<b>Before</b> & after")
        self._act("snapshots")
        self._act("verify")
        name = document.file.scenarios()[-1]
        document.file.duplicate(document.plan.scenario, "<b>Gone</b> & away")
        document.file.remove_scenario("<b>Gone</b> & away")
        self._act("scenario_take_back")
        assert name in document.file.scenarios()

    def _look_at_comparison(self) -> None:
        self._act("view_compare")
        view = find(self.program.window, CompareView, "compareView")
        view.list.table.selectAll()
        self._at = "taking over"
        view.take_over()
        self._meet_all()

    def _look_at_troubles(self) -> None:
        window = self.program.window
        self._at = "a fault"
        self.program.problems.meet(ZeroDivisionError, ZeroDivisionError(), None)
        self._meet_all()
        broken = self.folder / "broken & <b>bold.kader"
        with PlanFile.create(broken, [self.plan]) as file:
            file.back_up("Whole")
        self._at = "a damaged plan"
        broken.write_bytes(b"<b>nothing</b>")
        assert not window.files.open_path(broken)
        self._meet_all()
        self._at = "a plan of which a part is damaged"
        hurt = self.folder / "hurt & <b>bold.kader"
        PlanFile.create(hurt, [self.plan, replace(self.plan, scenario="B")]).close()
        content = bytearray(hurt.read_bytes())
        place = content.index(list(self.plan.rotations)[-1].encode(), len(content) // 3)
        content[place // 4096 * 4096 : place // 4096 * 4096 + 4096] = bytes(4096)
        hurt.write_bytes(content)
        assert not window.files.open_path(hurt)
        self._meet_all()
        self._answer("ask_save", self.folder / "rescued & <b>bold.kader")
        window.files.rescue_asked.emit(hurt)
        self._meet_all()
        self._at = "no plan"
        assert not window.files.open_path(self.folder / "none & <b>bold.kader")
        self._meet_all()
        self._at = "refused"
        window.notice.refuse("<b>No</b> & no")
        self._look_here()
