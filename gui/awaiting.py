"""Work beside the window that a dialog waits for: the window is painted, and it can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from domain.errors import Cancelled, KnownError
from domain.language import _
from gui.background import Background, Job, Progress

T = TypeVar("T")
_PATIENCE: Final = 500
"""Milliseconds in which keys and clicks only wait; after that there is a way to stop."""


def awaited(background: Background, over: QWidget, title: str, work: Callable[[Progress], T]) -> T:
    """What comes of work; raises KnownError as it does, or Cancelled when it was stopped.

    Nobody can do anything else in the window before that.
    """
    job = Job(work)
    waiting = _Waiting(job)
    background.start(job)
    waiting.wait(over, title)
    result: T = waiting.outcome()
    return result


class _Waiting(QObject):
    """Waits for one job."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job, self._loop = job, QEventLoop(self)
        self._results: list[Any] = []
        self._sentence = ""
        self._is_over = False
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)

    def wait(self, over: QWidget, title: str) -> None:
        """Come back when the job is over."""
        from gui.dialogs.progress import ProgressDialog

        QTimer.singleShot(_PATIENCE, self, self._loop.quit)
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if self._is_over:
            return
        dialog = ProgressDialog(over, title, self._job)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.show()
        while not self._is_over:
            self._loop.exec()

    def outcome(self) -> Any:  # noqa: ANN401 - whatever the work gave
        """What came of it."""
        if self._results:
            return self._results[0]
        if self._sentence:
            raise KnownError(self._sentence)
        raise Cancelled(_("Stopped; nothing was changed."))

    def _on_succeeded(self, result: object) -> None:
        self._results.append(result)

    def _on_failed(self, sentence: str) -> None:
        self._sentence = sentence

    def _on_ended(self) -> None:
        self._is_over = True
        self._loop.quit()
