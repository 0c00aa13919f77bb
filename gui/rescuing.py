"""What can be read of a damaged plan is saved in a new file, beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from domain.language import _
from gui.background import Job, Progress

if TYPE_CHECKING:
    from domain.store.rescue import Rescued
    from gui.window import Window

_ENDING: Final = ".kader"


class Rescuing(QObject):
    """Asks where to, saves, and says what is saved and what is lost."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def save(self, damaged: Path) -> None:
        """Ask for a new file, and save there what can be read of a damaged one."""
        from gui.dialogs.file_dialog import FileDialog
        from gui.dialogs.progress import ProgressDialog

        title = _("Save what can be read")
        target = FileDialog.ask_save(self._window, title, _ENDING, _free_name(damaged))
        if target is None:
            return
        job = Job(lambda progress: _rescued(damaged, target, progress))
        ProgressDialog(self._window, _("Reading {file}").format(file=damaged.name), job)
        job.succeeded.connect(partial(self._on_rescued, damaged, target))
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self._window.exchanging.background.start(job)

    def _on_rescued(self, damaged: Path, target: Path, rescued: Rescued) -> None:
        from gui.dialogs.rescue_dialog import RescueDialog, Saved

        saved = Saved(damaged.name, target.name, rescued.kept, rescued.said)
        if RescueDialog.ask(self._window, self._window.desk.icons, saved):
            self._window.files.open_path(target)

    def _on_failed(self, sentence: str) -> None:
        from gui.dialogs.messages import SentenceDialog

        SentenceDialog.tell(self._window, _("Nothing was saved"), sentence)

    def _on_stopped(self) -> None:
        self._window.notice.tell(_("Stopped; nothing was written."))


def _rescued(damaged: Path, target: Path, progress: Progress) -> Rescued:
    from domain.store.rescue import rescue

    return rescue(damaged, target, lambda: progress(0, 0))


def _free_name(damaged: Path) -> Path:
    """A name beside the damaged file that nothing has."""
    stem = _("{file} – what could be read").format(file=damaged.stem)
    path, number = damaged.with_name(f"{stem}{_ENDING}"), 1
    while path.exists():
        number += 1
        path = damaged.with_name(f"{stem} {number}{_ENDING}")
    return path
