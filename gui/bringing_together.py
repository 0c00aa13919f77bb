"""Scenarios from and to colleagues: sent as files of their own, and taken in again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from domain.errors import KnownError
from domain.language import _, plural
from domain.store import PlanFile
from domain.unfinished import private_folder
from gui.background import Background, Job, Progress

if TYPE_CHECKING:
    from domain.model import Plan
    from gui.models.arrival import Arrival, Met
    from gui.models.standing import Now
    from gui.window import Window

T = TypeVar("T")
_ENDING: Final = ".kader"


class BringingTogether(QObject):
    """Sends the open scenario, and takes in what a colleague made of it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._path, self._file = Path(), self._document.file
        self._aside = Background(self)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"send": self.send, "take_in": self.take_in}

    def send(self) -> None:
        """Ask for a file and write the open scenario to it, to be merged when it comes back."""
        from gui.dialogs.file_dialog import FileDialog
        from gui.dialogs.messages import SentenceDialog

        file = self._document.file
        if file is None:
            return
        plan = self._document.plan
        suggested = file.path.with_name(f"{file.path.stem} – {_as_name(plan.scenario)}{_ENDING}")
        path = FileDialog.ask_save(self._window, _("Send scenario"), _ENDING, suggested)
        if path is None:
            return
        try:
            write = file.parcel(plan, path)
        except KnownError as error:
            SentenceDialog.tell(self._window, _("The scenario was not sent"), error.sentence)
            return

        def work(_progress: Progress) -> tuple[Path, str]:
            write()
            with PlanFile.open(path, read_only=True) as sent:
                return path, sent.head()

        job = Job(work)
        job.succeeded.connect(self._on_sent)
        self._start(job, _("Writing {file}").format(file=path.name))

    def _on_sent(self, result: tuple[Path, str]) -> None:
        path, head = result
        marking = self._document.plan.settings.marking
        sentence = _("Scenario '{name}' is in {file}; head of its journal: {head}…").format(
            name=self._document.plan.scenario, file=path.name, head=head[:12]
        )
        if marking is not None:
            sentence += " " + _("Marking: {marking}.").format(marking=marking.text)
        self._window.notice.tell(sentence)

    def take_in(self) -> None:
        """Ask for a file of a colleague, have it looked at, and show what comes of a merge."""
        from gui.dialogs.file_dialog import FileDialog

        file = self._document.file
        if file is None:
            return
        title = _("Take in a colleague's scenario")
        path = FileDialog.ask_open(self._window, title, _ENDING, file.path.parent)
        if path is None:
            return
        if path.exists() and path.samefile(file.path):
            sentence = _("{file} is this plan itself. Choose a file that a colleague sent.")
            self._window.notice.refuse(sentence.format(file=path.name))
            return
        self._path, self._file = path, file
        job = Job(lambda progress: _received(path, progress))
        job.succeeded.connect(self._on_received)
        self._start(job, _("Looking at {file}").format(file=path.name))

    def _start(self, job: Job, title: str) -> None:
        from gui.dialogs.progress import ProgressDialog

        ProgressDialog(self._window, title, job)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        self._window.exchanging.background.start(job)

    def _on_failed(self, sentence: str) -> None:
        from gui.dialogs.messages import SentenceDialog

        SentenceDialog.tell(self._window, _("It was not done"), sentence)

    def _on_stopped(self) -> None:
        self._window.notice.tell(_("Stopped; nothing was changed."))

    def _on_received(self, folder: Path) -> None:
        """Let what came meet the open scenario, on a copy of all its pages beside other work."""
        from gui.models.arrival import OWN
        from gui.models.standing import Now

        file, plan = self._document.file, self._document.plan
        if file is None or self._file is not file:
            shutil.rmtree(folder, ignore_errors=True)
            return  # another plan was opened while the file was looked at
        try:
            folder.joinpath(OWN).unlink(missing_ok=True)
            file.copy_as_it_is(folder / OWN)
        except KnownError as error:
            shutil.rmtree(folder, ignore_errors=True)
            self._on_failed(error.sentence)
            return
        now = Now(self._document.findings, self._document.as_of)
        job = Job(lambda progress: _met(folder, plan, now, progress))
        job.succeeded.connect(partial(self._on_met, folder, plan))
        self._start(job, _("Finding out what both of you did"))

    def _on_met(self, folder: Path, plan: Plan, met: Met) -> None:
        from gui.dialogs.messages import SentenceDialog

        if self._document.plan is not plan:
            self._on_received(folder)  # the plan went on meanwhile: once more
            return
        try:
            self._merge(folder, met)
        except KnownError as error:
            SentenceDialog.tell(self._window, _("It was not taken in"), error.sentence)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _merge(self, folder: Path, met: Met) -> None:
        from gui.dialogs.merge_dialog import MergeDialog
        from gui.models.arrival import Arrival

        file = self._document.file
        if file is None:
            return
        arrival = Arrival(self._document, self._path, folder, met, self._elsewhere)
        taken = file.scenarios()
        wish = MergeDialog.ask(self._window, arrival, self._window.desk.icons, taken)
        if wish is None:
            return
        if wish.new_name:
            arrival.add_as(wish.new_name)
            sentence = _("Scenario '{name}' was added, and is open.").format(name=wish.new_name)
            self._window.notice.tell(sentence)
        elif arrival.take_in():
            self._window.notice.tell(_done(arrival))

    def _elsewhere(self, work: Callable[[Progress], T], /) -> T:
        """What comes of work that the dialog waits for."""
        from gui.awaiting import awaited

        over = QApplication.activeModalWidget() or self._window
        return awaited(self._aside, over, _("Merging"), work)


def _done(arrival: Arrival) -> str:
    """What was done, and what undoes it."""
    count = len(arrival.merge.conflicts)
    decided = plural("{count} conflict decided", "{count} conflicts decided", count)
    return _(
        "'{name}' was taken in, {decided}. Ctrl+Z takes it back; a backup is kept too."
    ).format(name=arrival.scenario, decided=decided.format(count=count))


def _received(path: Path, progress: Progress) -> Path:
    """A folder with a clean copy of a file, which another process has looked at."""
    from domain.store.receiving import receive
    from gui.models.arrival import CLEAN

    folder = private_folder()
    try:
        receive(path, folder / CLEAN, lambda: progress(0, 0))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _met(folder: Path, plan: Plan, now: Now, progress: Progress) -> Met:
    """What met in a folder, which goes when it did not."""
    from gui.models.arrival import meet

    try:
        progress(0, 0)
        return meet(folder, plan, None, now, progress)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _as_name(scenario: str) -> str:
    """The name of a scenario as part of the name of a file."""
    return "".join(one if one.isalnum() or one in " -_." else "_" for one in scenario).strip()
