"""What nobody foresaw: it is written down without anything of the plan, and the window goes on."""

from __future__ import annotations

import os
import sys
import threading
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from traceback import StackSummary, extract_tb
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from domain.errors import KnownError

PROGRAM: Final = Path(__file__).resolve().parent.parent
MOST_REPORTS: Final = 20
"""Older reports are thrown away."""
MOST_PER_START: Final = 10
"""After so many different problems in one go, no more are written."""


class Problems(QObject):
    """Takes up every exception that nobody caught."""

    reported = Signal(str)
    """A problem was met for the first time: the path of its report, empty if there is none."""
    known = Signal(str)
    """Something that the user can mend slipped through: its sentence."""
    _met = Signal(object)

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._chosen = folder
        self._times: Counter[str] = Counter()
        self._met.connect(self._on_met, Qt.ConnectionType.AutoConnection)

    @property
    def _folder(self) -> Path:
        from platformdirs import user_log_path

        return self._chosen or user_log_path("kader", appauthor=False)

    def take_over(self) -> None:
        """From now on get what falls through, on every thread."""
        sys.excepthook = self.meet
        threading.excepthook = self._meet_in_thread

    def meet(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        """Take up an exception; may be called on any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        self._met.emit(error.with_traceback(traceback))

    def _meet_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.meet(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_met(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            self.known.emit(error.sentence)
            return
        place = _place_of(error)
        self._times[place] += 1
        # Painting can fail a thousand times a minute: each place is told of once.
        if self._times[place] == 1 and len(self._times) <= MOST_PER_START:
            self.reported.emit(self._write(error))

    def _write(self, error: BaseException) -> str:
        path = self._folder / f"problem-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as report:
                report.write(report_of(error))
            self._thin()
        except OSError:
            return ""
        return str(path)

    def _thin(self) -> None:
        for old in sorted(self._folder.glob("problem-*.txt"))[:-MOST_REPORTS]:
            old.unlink(missing_ok=True)


def kinds_of_problems(folder: Path | None = None) -> Counter[str]:
    """How often each kind of fault was met, as the reports that are kept say."""
    from platformdirs import user_log_path

    kinds: Counter[str] = Counter()
    for report in (folder or user_log_path("kader", appauthor=False)).glob("problem-*.txt"):
        try:
            text = report.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        # After the facts about the system comes, alone on its line, the kind of what was met.
        kind = next((line for line in text.partition("\nQt ")[2].splitlines()[1:] if line), "")
        if kind.isascii() and kind.isidentifier():
            kinds[kind] += 1
    return kinds


def report_of(error: BaseException) -> str:
    """What went wrong and where in the program; never what the exception says of the plan."""
    import platform

    lines = [
        "Kader: report of a problem",
        "",
        "This file holds no names, notes, folders or numbers of a plan.",
        "",
        f"Time     {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"System   {platform.system()} {platform.release()} {platform.machine()}",
        f"Python   {platform.python_version()}",
        f"Qt       {qVersion()}",
        "",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines += [type(chain).__name__, *_steps(extract_tb(chain.__traceback__)), ""]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines)


def _steps(stack: StackSummary) -> list[str]:
    return [f"    {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in stack]


def _short(filename: str) -> str:
    """A file of the program by its place in it, any other by its name."""
    path = Path(filename)
    return str(path.relative_to(PROGRAM)) if path.is_relative_to(PROGRAM) else path.name


def _place_of(error: BaseException) -> str:
    steps = _steps(extract_tb(error.__traceback__))
    return f"{type(error).__name__} {steps[-1] if steps else ''}"
