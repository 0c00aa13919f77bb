"""The steps that come a few times a day: files out and in, scenarios, snapshots, dialogs.

Each goes by the actions of the window. The dialogs are opened as always; only the one of the
system that asks for a file is answered beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMessageBox

from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.name_dialog import NameDialog

_PAUSE: Final = 5
_LOOKED_AT: Final = ("settings", "shortcuts", "about", "palette", "edit", "fill", "snapshots")
_DAY: Final = "day"
_NAME: Final = "Snapshot"


class Rare:
    """Someone who brings work in, sends it out, and tries another way."""

    def __init__(self, program: Kader, dice: Random, folder: Path) -> None:
        """Keep files in a folder; one workbook and one JSON file are there at once."""
        self._program, self._dice, self._folder = program, dice, folder
        self._window = program.window
        self._dialogs = cycle(_LOOKED_AT)
        self._names = list(program.document.plan.rotations)
        self._export()

    def steps(self) -> Mapping[str, Callable[[], object]]:
        """What there is to do, by name."""
        return {
            "export": self._export,
            "import": self._import,
            "scenario": self._scenario,
            "snapshot": self._snapshot,
            "comparison": self._compare,
            "dialog": self._look_at_dialog,
        }

    def _do(self, action: str, *, agree: bool = True) -> None:
        """Trigger an action, answer its dialogs, and wait until all work is done."""
        with answered(agree=agree):
            self._window.actions_of_window[action].trigger()
            QApplication.processEvents()
            while self._window.exchanging.background.is_busy:
                QApplication.processEvents()
            QApplication.processEvents()

    def _export(self) -> None:
        for action, ending in (("export_excel", ".xlsx"), ("export_json", ".json")):
            with file_is(self._folder / f"{_DAY}{ending}"):
                self._do(action)

    def _import(self) -> None:
        """Take in what was exported some time ago: what was done since is undone by it."""
        with file_is(self._folder / f"{_DAY}{self._dice.choice(('.xlsx', '.json'))}"):
            self._do("import")

    def _scenario(self) -> None:
        """Copy the scenario, look at the copy, and delete it."""
        file, here = self._program.document.file, self._program.document.plan.scenario
        if file is not None:
            before = set(file.scenarios())
            self._do("scenario_duplicate")
            (copy,) = set(file.scenarios()) - before
            self._window.files.switch_to(copy)
            QApplication.processEvents()
            self._do("scenario_delete")
            self._window.files.switch_to(here)

    def _snapshot(self) -> None:
        self._do("snapshot")
        self._do("save")

    def _compare(self) -> None:
        for action in ("view_compare", "view_missions"):
            self._do(action)

    def _look_at_dialog(self) -> None:
        self._window.desk.selection.set_rotations([self._dice.choice(self._names)])
        self._do(next(self._dialogs), agree=False)


@contextmanager
def answered(*, agree: bool) -> Iterator[None]:
    """Agree to every dialog that comes up meanwhile, or close it; a message is an error."""
    timer, messages = QTimer(interval=_PAUSE), list[str]()

    def answer() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QMessageBox) and dialog.isVisible():
                messages.append(dialog.text())
                dialog.reject()
            elif isinstance(dialog, QDialog) and dialog.isVisible() and dialog.isModal():
                close(dialog, agree=agree)

    timer.timeout.connect(answer)
    timer.start()
    try:
        yield
        QApplication.processEvents()
        answer()
    finally:
        timer.stop()
    if messages:
        raise AssertionError(messages)


def close(dialog: QDialog, *, agree: bool) -> None:
    """Agree to a dialog where that is offered, else call it off."""
    if isinstance(dialog, NameDialog):
        dialog.name.setText(_NAME)
    buttons = dialog.findChild(QDialogButtonBox)
    agreed = None if buttons is None else buttons.button(QDialogButtonBox.StandardButton.Ok)
    if agree and agreed is not None and agreed.isEnabled():
        dialog.accept()
    else:
        dialog.reject()


@contextmanager
def file_is(path: Path) -> Iterator[None]:
    """Whatever file is asked for, it is this one."""
    before = FileDialog.ask_open, FileDialog.ask_save
    FileDialog.ask_open = lambda *_asked: path  # type: ignore[method-assign]
    FileDialog.ask_save = lambda *_asked: path  # type: ignore[method-assign]
    try:
        yield
    finally:
        FileDialog.ask_open, FileDialog.ask_save = before  # type: ignore[method-assign]
