"""Kill a program that saves, again and again, and see that no step it acknowledged is lost."""

from __future__ import annotations

import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import Final

from domain.errors import KnownError
from domain.store import PlanFile
from domain.store.backups import backups_at
from tests.domain.store.plans import everything, long_plan
from tests.reliability.copies import faults_of_backups
from tests.reliability.outputs import FILES_OF, faults_of_files
from tests.reliability.saving import SCENARIO, save, stamps_of

ROTATIONS: Final = 300
FEW: Final = 30
"""So many where each step is exported, which takes longer than to save it."""
_MODULES: Final = (
    "tests.reliability.saving",
    "domain.exchange.workbook",
    "domain.exchange.csv_rotations",
    "domain.exchange.paper.booklet",
    "reportlab.pdfgen.canvas",
)
"""What programs have from the beginning, so that they are not killed while they load it."""
OLD: Final = Path(__file__).resolve().parents[1] / "domain/store/kept/version-1.kader"
DATA: Final = "XDG_DATA_HOME"
_PARTS: Final = ".*.part*"
_BACKUPS: Final = 6
"""So many of the newest backups are looked at."""
_SHORTEST, _LONGEST = 0.15, 5.0
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
        os.environ[DATA] = data
        tempfile.tempdir = str(_private(data))
    save(Path(path), kind, None, ears.send)


def _private(data: str) -> Path:
    """Where programs have their private folders."""
    return Path(data).with_name("private")


@dataclass(frozen=True, slots=True)
class Killed:
    """A program that was killed: the step before its first one, its last one, and its seconds."""

    began: int
    acknowledged: int
    took: float


def _context() -> ForkServerContext | SpawnContext:
    """How a program is started: from a process that has the modules, where the system can."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(_MODULES))
        return context
    return multiprocessing.get_context("spawn")


def killed(path: Path, kind: str, seconds: float | None) -> Killed:
    """Start a program that saves, and kill it so many seconds after it is ready.

    Without seconds it is killed when it has acknowledged three steps, or one after an upgrade.
    """
    context = _context()
    if DATA in os.environ:
        _private(os.environ[DATA]).mkdir(parents=True, exist_ok=True)
    hear, say = context.Pipe(duplex=False)
    process = context.Process(target=_program, args=(str(path), kind, os.environ.get(DATA), say))
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
    rotations = FEW if kind in FILES_OF and kind != "export" else ROTATIONS
    prepare(path, kind, rotations)
    span = min(_LONGEST, max(_SHORTEST, killed(path, kind, None).took))
    exported = 0
    for _turn in range(kills):
        if kind == "upgrade":
            prepare(path, kind, rotations)
        program = killed(path, kind, dice.uniform(0, span))
        if program.acknowledged > program.began:
            exported = program.acknowledged
        yield _look(path, kind, program, exported)


def prepare(path: Path, kind: str, rotations: int) -> None:
    """Put a plan there, with what else a kind of work needs."""
    if kind == "upgrade":
        for one in path.parent.glob(f"{path.name}*"):
            one.unlink()
        path.write_bytes(OLD.read_bytes())
        return
    with PlanFile.create(path, [long_plan(rotations)]) as file:
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
        faults += faults_of_files(path.parent, kind, range(exported, first + 1))
        backups = [backup.path for backup in backups_at(path)[:_BACKUPS]]
        faults += faults_of_backups(backups, kind, acknowledged if steps else 0)
        faults += _left_behind(path.parent)
    except KnownError as error:
        return _Look(steps, acknowledged, acknowledged, acknowledged, writing, [error.sentence])
    return _Look(steps, acknowledged, first, last, writing, faults)


def _left_half_done(folder: Path) -> bool:
    """Whether a program left something half done beside the plan."""
    parts = any(folder.glob(_PARTS))
    return parts or any(one.stat().st_size for one in folder.glob("*-journal"))


def _left_behind(folder: Path) -> Iterator[str]:
    """What nobody cleared away: beside the plan all was, elsewhere all but the last program's."""
    beside = list(folder.glob(_PARTS))
    backups, private = [], []
    if DATA in os.environ:
        backups = list(Path(os.environ[DATA]).glob(f"kader/backups/*/{_PARTS}"))
        private = list(_private(os.environ[DATA]).iterdir())
    if beside or len({one.name.partition(".part")[0] for one in backups}) > 1 or len(private) > 1:
        yield f"left behind: {[one.name for one in (*beside, *backups, *private)]}"


def _summed(looks: list[_Look]) -> Outcome:
    return Outcome(
        kills=len(looks),
        steps=sum(one.steps for one in looks),
        writing=sum(one.writing for one in looks),
        lost=sum(one.first < one.acknowledged for one in looks),
        half=sum(one.first != one.last or one.first > one.acknowledged + 1 for one in looks),
        faults=tuple(fault for one in looks for fault in one.faults),
    )
