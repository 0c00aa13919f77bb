"""What the process holds at some moment, and how long steps took."""

from __future__ import annotations

import gc
import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent

_PROCESS: Final = Path("/proc/self")
_OURS: Final = "kader-*"
"""So the folders for work under way are called."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the process holds at some moment."""

    megabytes: float
    handles: int
    children: int
    left_behind: int
    """Folders for work that is under way, in the folder for temporary files."""
    objects: int
    findings: int
    """Of the plan: it must be as much work at the end as it was at first."""


@dataclass(slots=True)
class Times:
    """How long steps took, by kind."""

    taken: dict[str, list[float]] = field(default_factory=dict)

    def add(self, kind: str, seconds: float) -> None:
        """One step more."""
        self.taken.setdefault(kind, []).append(seconds)

    def median(self, kind: str) -> float:
        """The median milliseconds of a kind."""
        return median(self.taken[kind]) * 1000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left behind: after the first part of it, and at its end."""

    steps: int
    rotations: int
    edits: int
    """So many of them can be undone at the end."""
    marks: tuple[Mark, Mark, Mark]
    """The last is what is left when the steps to undo are forgotten."""
    times: tuple[Times, Times]
    done: Counter[str]
    """How many steps of each kind there were."""
    faults: Sequence[str]
    """What a check of the file said at the end; nothing when it is whole."""
    is_fresh: bool
    """Whether the findings that were shown are those of a check from nothing."""

    def ratio(self, kind: str) -> float:
        """How much longer a step takes at the end than at first."""
        first, last = (times.median(kind) for times in self.times)
        return last / first

    def kinds(self, names: Sequence[str]) -> list[str]:
        """Of these the kinds of steps that were made both at first and at the end."""
        first, last = self.times
        return [kind for kind in names if kind in first.taken and kind in last.taken]


def mark(findings: int) -> Mark:
    """What this process holds now, when all that is no longer needed has gone."""
    settle()
    resident = int((_PROCESS / "statm").read_text("ascii").split()[1])
    children = (_PROCESS / "task").glob("*/children")
    temporary = Path(tempfile.gettempdir())
    return Mark(
        resident * os.sysconf("SC_PAGE_SIZE") / 1_048_576,
        sum(1 for _file in (_PROCESS / "fd").iterdir()),
        sum(len(one.read_text("ascii").split()) for one in children),
        sum(1 for _left in temporary.glob(_OURS)),
        objects(),
        findings,
    )


def settle() -> None:
    """Let go of what waits to be let go of."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def objects() -> int:
    """How many objects of Python there are, those that the collector passes over too."""
    return len(gc.get_objects()) + gc.get_freeze_count()
