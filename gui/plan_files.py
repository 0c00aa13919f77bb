"""Plan files from the window: new, open, sample, save as, close."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from domain.errors import KnownError
from domain.language import _
from domain.store import PlanFile
from gui.document import Document
from gui.preferences import Preferences

if TYPE_CHECKING:
    from gui.newest_backup import NewestBackup

ENDING: Final = ".kader"
Opener = Callable[[], PlanFile]


class PlanFiles(QObject):
    """Opens and closes plan files in the document."""

    told = Signal(str)
    """Something was done: one sentence."""
    recent_changed = Signal()
    rescue_asked = Signal(object)
    """What can be read of a damaged plan is to be saved: its path."""

    def __init__(self, document: Document, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._preferences, self._window = document, preferences, window
        self._backup: NewestBackup | None = None

    def open(self) -> None:
        """Ask for a plan and open it."""
        from gui.dialogs.file_dialog import FileDialog

        path = FileDialog.ask_open(self._window, _("Open a plan"), ENDING, self._folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path, *, check_later: bool = False) -> bool:
        """Open a plan; where that cannot be, say why, and leave everything as it was.

        What is to be checked later is shown at once, without findings.
        """
        file = self._document.file
        if file is not None and file.path == path.absolute():
            return True
        return self._show(lambda: PlanFile.open(path), path, check_later=check_later)

    def new(self) -> None:
        """Ask for a baseline and a file, and open the new plan."""
        from gui.dialogs.new_plan import NewPlanDialog

        answer = NewPlanDialog.ask(self._window, self._folder())
        if answer is not None and self.make(*answer) and self._document.plan.missions:
            self.told.emit(
                _("Choose a mission: Ins adds a rotation, Ctrl+Shift+R fills it. F1 tells more.")
            )

    def make(self, baseline: str, path: Path) -> bool:
        """Make a plan file of a baseline and open it."""
        from domain.baselines import plans_of

        return self._show(lambda: PlanFile.create(path, plans_of(baseline)))

    def sample(self) -> None:
        """Open a fresh copy of the sample plan; earlier copies are kept."""
        from platformdirs import user_data_path

        from domain.baselines import SAMPLE

        folder = user_data_path("kader", appauthor=False)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            folder = self._folder()
        self.make(SAMPLE, free_sample_path(folder))

    def save(self) -> None:
        """Say that everything is saved, since it is."""
        file = self._document.file
        if file is None:
            return
        if file.read_only:
            sentence = _("{file} can only be read; save it as another file to change it.")
        else:
            sentence = _("Everything is saved in {file}: each step is on disk at once.")
        self.told.emit(sentence.format(file=file.path.name))

    def save_as(self) -> None:
        """Copy the plan to another file and go on in the copy, with all steps to undo."""
        from gui.dialogs.file_dialog import FileDialog
        from gui.dialogs.messages import SentenceDialog

        file = self._document.file
        if file is None:
            return
        # What may only be read may be a backup, in a folder that goes.
        place = self._folder() if file.read_only else file.path.parent
        suggested = place / f"{file.path.stem} 2{ENDING}"
        path = FileDialog.ask_save(self._window, _("Save the plan as"), ENDING, suggested)
        if path is None or path.absolute() == file.path:
            return
        try:
            file.save_as(path)
            copy = PlanFile.open(path)
        except KnownError as error:
            SentenceDialog.tell(self._window, _("The plan was not saved"), error.sentence)
            return
        try:
            self._document.continue_in(copy)
        except BaseException:
            if self._document.file is not copy:
                copy.close()
            raise
        self._remember(path)
        self.told.emit(_("You now work in {file}.").format(file=path.name))

    def close(self) -> None:
        """Close the plan."""
        self._document.close()
        self.recent_changed.emit()

    def switch_to(self, scenario: str) -> None:
        """Open another scenario of the plan."""
        from gui.dialogs.messages import SentenceDialog

        try:
            self._document.switch_to(scenario)
        except KnownError as error:
            SentenceDialog.tell(self._window, _("The scenario was not opened"), error.sentence)

    def _show(self, opened: Opener, path: Path | None = None, *, check_later: bool = False) -> bool:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        refusal: KnownError | None = None
        try:
            file = opened()
            try:
                self._document.open(file, check_later=check_later)
            except BaseException:
                file.close()
                raise
            self._remember(file.path)
        except KnownError as error:
            refusal = error
        finally:
            QGuiApplication.restoreOverrideCursor()
        if refusal is not None:
            self._refuse(refusal, path)
        return refusal is None

    def _refuse(self, error: KnownError, path: Path | None) -> None:
        """Say why a plan was not opened; one that is there may have a backup to look at."""
        if path is None:
            from gui.dialogs.messages import SentenceDialog

            SentenceDialog.tell(self._window, _("The plan was not opened"), error.sentence)
            return
        from gui.newest_backup import NewestBackup

        if self._backup is None:
            self._backup = NewestBackup(
                self._window, self._document.open, self.told.emit, self.rescue_asked.emit
            )
        self._backup.refuse(path, error)

    def _remember(self, path: Path) -> None:
        self._preferences.remember(path)
        self.recent_changed.emit()

    def _folder(self) -> Path:
        """The folder in which the user last had a plan, else that for documents."""
        from platformdirs import user_documents_path

        recent = self._preferences.recent
        if recent and recent[0].parent.is_dir():
            return recent[0].parent
        documents = user_documents_path()
        return documents if documents.is_dir() else Path.home()


def free_sample_path(folder: Path) -> Path:
    """A file for another copy of the sample."""
    number = 1
    while True:
        name = "sample" if number == 1 else f"sample-{number}"
        if not (folder / f"{name}{ENDING}").exists():
            return folder / f"{name}{ENDING}"
        number += 1
