"""Kill a program that saves, again and again, and see that no step it acknowledged is lost."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import Final

from domain.errors import KnownError
from domain.exchange.plan_json import read_plan
from domain.store import PlanFile
from domain.store.backups import backups_at
from domain.store.driver import connect_immutable, require_whole
from tests.domain.store.plans import everything, long_plan
from tests.reliability.saving import SCENARIO, save, stamps_of

ROTATIONS: Final = 300
OLD: Final = Path(__file__).resolve().parents[1] / "domain/store/kept/version-1.kader"
_DATA: Final = "XDG_DATA_HOME"
_SHORTEST, _LONGEST = 0.15, 1.0
"""Seconds after which a program is killed at the latest, as it needs them for some steps."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found after some kills."""

    kills: int
    steps: int
    writing: int
    """So many of the programs were killed while they wrote: something half done was left."""
    lost: int
    half: int
    faults: tuple[str, ...]

    @property
    def is_fine(self) -> bool:
        """Whether all was as it should be."""
        return not (self.lost or self.half or self.faults)


@dataclass(frozen=True, slots=True)
class _Look:
    steps: int
    acknowledged: int
    first: int
    last: int
    writing: bool
    faults: list[str]


def _program(path: str, kind: str, data: str | None, ears: Connection) -> None:
    if data is not None:
        os.environ[_DATA] = data
    save(Path(path), kind, None, ears.send)


@dataclass(frozen=True, slots=True)
class Killed:
    """A program that was killed: the step before its first one, its last one, and its seconds."""

    began: int
    acknowledged: int
    took: float


def _context() -> ForkServerContext | SpawnContext:
    """How a program is started: from a process that has the modules, where the system can."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


def killed(path: Path, kind: str, seconds: float | None) -> Killed:
    """Start a program that saves, and kill it so many seconds after it is ready.

    Without seconds it is killed when it has acknowledged three steps, or one after an upgrade.
    """
    context = _context()
    hear, say = context.Pipe(duplex=False)
    process = context.Process(target=_program, args=(str(path), kind, os.environ.get(_DATA), say))
    process.start()
    say.close()
    began = last = int(hear.recv())
    start = time.perf_counter()
    if seconds is None:
        for _turn in range(1 if kind == "upgrade" else 3):
            last = int(hear.recv())
    else:
        time.sleep(seconds)
    process.kill()
    took = time.perf_counter() - start
    try:
        while True:
            last = int(hear.recv())
    except EOFError:
        process.join()
    return Killed(began, last, took)


def kill(folder: Path, kind: str, kills: int, seed: int) -> Outcome:
    """Kill so many programs that do one thing with a plan, and look at the plan after each."""
    return _summed(list(_looks(folder / "a.kader", kind, kills, random.Random(seed))))


def _looks(path: Path, kind: str, kills: int, dice: random.Random) -> Iterator[_Look]:
    _prepare(path, kind)
    span = min(_LONGEST, max(_SHORTEST, killed(path, kind, None).took))
    exported = 0
    for _turn in range(kills):
        if kind == "upgrade":
            _prepare(path, kind)
        program = killed(path, kind, dice.uniform(0, span))
        if program.acknowledged > program.began:
            exported = program.acknowledged
        yield _look(path, kind, program, exported)


def _prepare(path: Path, kind: str) -> None:
    if kind == "upgrade":
        for one in path.parent.glob(f"{path.name}*"):
            one.unlink()
        path.write_bytes(OLD.read_bytes())
        return
    with PlanFile.create(path, [long_plan(ROTATIONS)]) as file:
        if kind == "merge":
            file.send(SCENARIO, path.with_name("theirs.kader"))


def _look(path: Path, kind: str, program: Killed, exported: int) -> _Look:
    acknowledged, steps = program.acknowledged, program.acknowledged - program.began
    writing = _left_half_done(path.parent)
    try:
        with PlanFile.open(path) as file:
            first, last = stamps_of(file.load(SCENARIO))
            faults = list(file.verify())
            if kind == "upgrade" and file.load("Plan A").missions != everything().missions:
                faults.append("the upgrade changed something")
        if kind == "export" and exported > 0:
            faults += _faults_of_files(path.parent, range(exported, first + 1))
        _require_whole_backup(path)
    except KnownError as error:
        return _Look(steps, acknowledged, acknowledged, acknowledged, writing, [error.sentence])
    return _Look(steps, acknowledged, first, last, writing, faults)


def _left_half_done(folder: Path) -> bool:
    """Whether a program left something half done; what is of no use to anybody is removed."""
    parts = list(folder.glob(".*.part*"))
    for part in parts:
        part.unlink()
    return bool(parts) or any(one.stat().st_size for one in folder.glob("*-journal"))


def _faults_of_files(folder: Path, steps: range) -> Iterator[str]:
    """What is wrong with the files that were sent and exported: older than was said, or half."""
    with PlanFile.open(folder / "sent.kader", read_only=True) as file:
        sent, exported = file.load(), read_plan(folder / "plan.json")
    for name, plan in (("sent", sent), ("exported", exported)):
        first, last = stamps_of(plan)
        if first != last or first not in steps:
            yield f"{name} was step {steps.start} or later, and {first} and {last} are there"


def _require_whole_backup(path: Path) -> None:
    for backup in backups_at(path)[:1]:
        with closing(connect_immutable(backup.path)) as connection:
            require_whole(connection, backup.path)


def _summed(looks: list[_Look]) -> Outcome:
    return Outcome(
        kills=len(looks),
        steps=sum(one.steps for one in looks),
        writing=sum(one.writing for one in looks),
        lost=sum(one.first < one.acknowledged for one in looks),
        half=sum(one.first != one.last or one.first > one.acknowledged + 1 for one in looks),
        faults=tuple(fault for one in looks for fault in one.faults),
    )
