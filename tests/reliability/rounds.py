"""All kinds of work, each killed and without power in turn, some of them beside each other."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from tests.reliability import power, saving
from tests.reliability.kills import Outcome, kill
from tests.reliability.power import Left, can_watch, lose_power


@dataclass(frozen=True, slots=True)
class Wish:
    """How often each kind of work is killed and loses power, which kinds, and how many at once."""

    kills: int
    points: int
    seed: int
    kinds: tuple[str, ...] = saving.KINDS
    workers: int = 1


def rounds(wish: Wish, tell: Callable[[str], object]) -> tuple[dict[str, Outcome], dict[str, Left]]:
    """What was found of each kind of work that was killed, and of each that lost power."""
    began = monotonic()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(wish.workers, context, max_tasks_per_child=1) as workers:
        lefts = {
            kind: workers.submit(_without_power, kind, wish.points, wish.seed)
            for kind in power.KINDS
            if kind in wish.kinds and can_watch()
        }
        outcomes = {
            kind: workers.submit(_killed, kind, wish.kills, wish.seed)
            for kind in saving.KINDS
            if kind in wish.kinds
        }
        tasks: dict[Future[Any], str] = {task: f"{kind} killed" for kind, task in outcomes.items()}
        tasks |= {task: f"{kind} without power" for kind, task in lefts.items()}
        for done in as_completed(tasks):
            tell(f"{(monotonic() - began) / 60:5.1f} min  {tasks[done]}: {done.result()}")
    return (
        {kind: task.result() for kind, task in outcomes.items()},
        {kind: task.result() for kind, task in lefts.items()},
    )


def _killed(kind: str, kills: int, seed: int) -> Outcome:
    with _folder() as place:
        return kill(place, kind, kills, seed)


def _without_power(kind: str, points: int, seed: int) -> Left:
    with _folder() as place:
        return lose_power(place, points, seed, kind)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_DATA_HOME"] = str(Path(place, "data"))
        yield Path(place)
