"""Snapshots and backups of the open plan, and the check of its file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from domain.errors import KnownError, UnreadableFile
from domain.language import _
from domain.store import PlanFile
from domain.store.keeping import Backup
from domain.unfinished import private_folder
from gui.background import Job, Progress
from gui.models.backup_table import made_text

if TYPE_CHECKING:
    from domain.store.restoring import Prepared
    from gui.window import Window

_ENDING: Final = ".kader"
_COPY: Final = "copy.kader"


class Copies(QObject):
    """Makes and puts back copies of the plan that is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._told = ""
        self._document.changed.connect(self._tell_trouble)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"snapshot": self.snapshot, "snapshots": self.show_all, "verify": self.verify}

    def snapshot(self) -> None:
        """Ask for a name, and make a snapshot under it."""
        from gui.dialogs.messages import SentenceDialog
        from gui.dialogs.name_dialog import NameDialog

        file = self._document.file
        if file is None:
            return
        name = NameDialog.ask(
            self._window,
            _("Make a snapshot"),
            _("Name"),
            _("The whole plan with all its scenarios as it is now, kept until you delete it."),
        )
        if name is None:
            return
        try:
            file.back_up(name)
        except KnownError as error:
            SentenceDialog.tell(self._window, _("There is no snapshot"), error.sentence)
            return
        self._window.notice.tell(_("Snapshot '{name}' was made and checked.").format(name=name))

    def show_all(self) -> None:
        """Show all snapshots and backups, and do what is asked with one."""
        from gui.dialogs.backups_dialog import BackupsDialog, What

        file = self._document.file
        if file is None:
            return
        wish = BackupsDialog.ask(
            self._window,
            file.backups(),
            self._window.exchanging.background,
            can_edit=self._document.can_edit,
        )
        if wish is None:
            return
        if wish.what is What.MAKE:
            self.snapshot()
        elif wish.backup is not None and wish.what is What.PUT_BACK:
            self._put_back(wish.backup)
        elif wish.backup is not None:
            self._save_copy(wish.backup)

    def _put_back(self, backup: Backup) -> None:
        """Find out what has to be written, on a copy of all pages beside other work, and write it.

        A plan that was changed meanwhile is left alone, and that is said.
        """
        file = self._document.file
        if file is None:
            return
        folder = self._copied(file)
        if folder is None:
            return
        path = file.path
        job = Job(lambda progress: _prepared(backup, folder, path, progress))
        job.succeeded.connect(partial(self._on_prepared, file, backup))
        job.stopped.connect(self._on_stopped)
        self._start(job, _("Reading the backup of {moment}").format(moment=made_text(backup)))

    def _on_prepared(self, file: PlanFile, backup: Backup, prepared: Prepared) -> None:
        scenario = self._document.plan.scenario
        if file is not self._document.file:
            return  # another plan was opened while the backup was read
        try:
            file.put_back(backup, prepared)
            self._document.open(file, scenario)
        except KnownError as error:
            self._on_failed(error.sentence)
            return
        sentence = _(
            "The plan is as it was on {moment}; what it was before is a backup. "
            "Ctrl+Z takes the open scenario back."
        )
        self._window.notice.tell(sentence.format(moment=made_text(backup)))

    def _save_copy(self, backup: Backup) -> None:
        from domain.store.backups import restore
        from gui.dialogs.file_dialog import FileDialog

        file = self._document.file
        if file is None:
            return
        stamp = f"{backup.made.astimezone():%Y-%m-%d %H%M}"
        suggested = file.path.with_name(f"{backup.stem} {stamp}{_ENDING}")
        path = FileDialog.ask_save(self._window, _("Save the backup as"), _ENDING, suggested)
        if path is None:
            return
        job = Job(lambda _progress: restore(backup, path))
        job.succeeded.connect(partial(self._on_copied, path))
        self._start(job, _("Writing {file}").format(file=path.name))

    def _on_copied(self, path: Path, _nothing: object) -> None:
        sentence = _("{file} is written.").format(file=path.name)
        self._window.notice.tell(sentence, _("Open it"), partial(self._open, path))

    def _open(self, path: Path) -> None:
        self._window.files.open_path(path)

    def verify(self) -> None:
        """Look whether the file is whole, on a copy of all its pages, beside other work."""
        file = self._document.file
        if file is None:
            return
        folder = self._copied(file)
        if folder is None:
            return
        try:
            facts = (file.path, file.last_entry, file.head(), file.is_as_it_was_sent)
        except KnownError as error:
            shutil.rmtree(folder, ignore_errors=True)
            self._on_failed(error.sentence)
            return
        path, entries, head, as_sent = facts
        job = Job(lambda _progress: _faults(folder, path, as_sent=as_sent))
        job.succeeded.connect(partial(self._on_verified, path, entries, head))
        self._start(job, _("Checking {file}").format(file=path.name))

    def _copied(self, file: PlanFile) -> Path | None:
        """A private folder with a copy of all pages; none when that is not possible, and said."""
        folder = None
        try:
            folder = private_folder()
            file.copy_as_it_is(folder / _COPY)
        except KnownError as error:
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
            self._on_failed(error.sentence)
            return None
        return folder

    def _on_verified(self, path: Path, entries: int, head: str, faults: Sequence[str]) -> None:
        from gui.dialogs.verify_dialog import Verified, VerifyDialog

        found = Verified(path.name, faults, entries, head)
        VerifyDialog.tell(self._window, self._window.desk.icons, found)

    def _start(self, job: Job, title: str) -> None:
        from gui.dialogs.progress import ProgressDialog

        ProgressDialog(self._window, title, job)
        job.failed.connect(self._on_failed)
        self._window.exchanging.background.start(job)

    def _on_stopped(self) -> None:
        self._window.notice.tell(_("Stopped; nothing was changed."))

    def _on_failed(self, sentence: str) -> None:
        from gui.dialogs.messages import SentenceDialog

        SentenceDialog.tell(self._window, _("It was not done"), sentence)

    def _tell_trouble(self) -> None:
        """Say once why the backup could not be made that is made by itself."""
        file = self._document.file
        trouble = "" if file is None else file.backup_trouble
        if trouble and trouble != self._told:
            text = _("Your change is saved, but there is no backup of before: {reason}")
            self._window.notice.refuse(text.format(reason=trouble))
        self._told = trouble


def _prepared(backup: Backup, folder: Path, path: Path, progress: Progress) -> Prepared:
    """What has to be written to put a backup back; the folder with the copy goes."""
    from domain.store.restoring import prepare

    try:
        prepared = prepare(backup, folder / _COPY, path, lambda: progress(0, 0))
        progress(0, 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return prepared


def _faults(folder: Path, path: Path, *, as_sent: bool) -> tuple[str, ...]:
    """What is wrong with the file of which a copy lies in a folder; the folder goes."""
    copy = folder / _COPY
    try:
        with PlanFile.open(copy, read_only=True) as file:
            faults = file.verify()
    except UnreadableFile as error:
        faults = (error.sentence.replace(str(copy), str(path)),)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return faults if as_sent else (_("The file is damaged: it is not as it was sent."), *faults)
