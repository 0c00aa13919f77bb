"""Where a plan cannot be opened its newest backup can be looked at, in a copy, to read only."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from weakref import finalize

from PySide6.QtWidgets import QWidget

from domain.errors import DamagedFile, FileInUse, KnownError, NewerFile, UnreadableFile
from domain.language import _
from domain.store import PlanFile
from domain.store.backups import backups_at, restore
from domain.store.keeping import Backup
from domain.unfinished import private_folder
from gui.dialogs.messages import QuestionDialog, SentenceDialog, WaysDialog
from gui.models.backup_table import made_text

Shown = Callable[[PlanFile], None]
"""Shows a plan file; raises KnownError."""


class NewestBackup:
    """Offers the newest backup of a plan that someone else has open, or that is damaged."""

    def __init__(
        self,
        window: QWidget,
        show: Shown,
        tell: Callable[[str], None],
        rescue: Callable[[Path], object],
    ) -> None:
        self._window, self._show, self._tell, self._rescue = window, show, tell, rescue

    def refuse(self, path: Path, error: KnownError) -> None:
        """Say why a plan was not opened, and offer what there is: its newest backup, a rescue."""
        title = _("The plan was not opened")
        backup = self._backup(path, error)
        if isinstance(error, DamagedFile) and path.is_file():
            self._offer_both(title, path, error, backup)
            return
        if backup is None:
            SentenceDialog.tell(self._window, title, error.sentence)
            return
        offer = _("The newest backup is of {moment}. You can look at it without touching the plan.")
        sentence = f"{error.sentence}\n\n{offer.format(moment=made_text(backup))}"
        if QuestionDialog.ask(self._window, title, sentence, _("Look at the backup")):
            self._look_at(backup)

    def _offer_both(self, title: str, path: Path, error: KnownError, backup: Backup | None) -> None:
        said = [error.sentence]
        ways: list[tuple[str, Callable[[], object]]] = []
        if backup is not None:
            offer = _("The newest backup is of {moment}; looking at it touches nothing.")
            said.append(offer.format(moment=made_text(backup)))
            ways.append((_("Look at the backup"), lambda: self._look_at(backup)))
        said.append(
            _("What can still be read can be saved into a new file; this one stays as it is.")
        )
        ways.append((_("Save what can be read…"), lambda: self._rescue(path)))
        way = WaysDialog.ask(self._window, title, "\n\n".join(said), [text for text, _do in ways])
        if way is not None:
            ways[way][1]()

    @staticmethod
    def _backup(path: Path, error: KnownError) -> Backup | None:
        offered = isinstance(error, FileInUse | UnreadableFile)
        if not offered or isinstance(error, NewerFile) or not path.is_file():
            return None
        return next(iter(backups_at(path)), None)

    def _look_at(self, backup: Backup) -> None:
        try:
            folder = private_folder()
            # It lies there as long as the window may show it.
            finalize(self, shutil.rmtree, folder, ignore_errors=True)
            copy = folder / (f"{backup.stem} {backup.made.astimezone():%Y-%m-%d %H%M}.kader")
            restore(backup, copy)
            file = PlanFile.open(copy, read_only=True)
            try:
                self._show(file)
            except KnownError:
                file.close()
                raise
        except KnownError as error:
            SentenceDialog.tell(self._window, _("The plan was not opened"), error.sentence)
            return
        said = _("This is the backup of {moment}; it can be looked at, not changed.")
        self._tell(said.format(moment=made_text(backup)))
