"""Long work beside the window, on one worker thread: it shows progress and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from domain.errors import Cancelled, KnownError
from domain.language import _

_PAUSE: Final = 0.05
"""Seconds between two signs of progress."""
Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much; raises Cancelled when the user stopped."""


class Job(QObject):
    """One piece of work: a function of values, which gets a ``Progress`` and gives a result."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(str)
    """It could not be done: one sentence."""
    stopped = Signal()
    ended = Signal()
    """It is over, whatever came of it."""
    _broke = Signal(object)

    def __init__(self, work: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._told = 0.0
        self._broke.connect(self._on_broke, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; called on the worker thread."""
        try:
            self.succeeded.emit(self._work(self._progress))
        except Cancelled:
            self.stopped.emit()
        except KnownError as error:
            self.failed.emit(error.sentence)
        except Exception as error:  # noqa: BLE001 - a bug is raised again where the window sees it
            self._broke.emit(error)
        self.ended.emit()

    def _progress(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Cancelled(_("Stopped; nothing was changed."))
        # A window that is told of every row has no time left to show any.
        now = monotonic()
        if now >= self._told + _PAUSE:
            self._told = now
            self.progressed.emit(done, of)

    @staticmethod
    def _on_broke(error: Exception) -> None:
        raise error


class Background(QObject):
    """The worker thread of the window: jobs are done one after another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: set[Job] = set()

    def start(self, job: Job) -> None:
        """Have a job done."""
        job.setParent(self)
        self._jobs.add(job)
        job.ended.connect(self._on_ended)
        self._pool.start(job.run)

    @property
    def is_busy(self) -> bool:
        """Whether a job is being done or waits."""
        return bool(self._jobs)

    def finish(self) -> None:
        """Stop every job and wait until the thread is free."""
        for job in tuple(self._jobs):
            job.stop()
        self._pool.waitForDone()

    def _on_ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.discard(job)
            job.deleteLater()
