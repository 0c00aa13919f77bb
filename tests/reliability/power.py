"""Lose power at random moments while a program works, and look at what is left."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from domain.errors import KnownError
from domain.store import PlanFile
from tests.reliability.copies import faults_of_backups
from tests.reliability.disk import CALLS, Call, Disk, calls_in
from tests.reliability.kills import DATA, prepare
from tests.reliability.outputs import faults_of_files
from tests.reliability.saving import SCENARIO, save, stamps_of

ROOT: Final = Path(__file__).resolve().parents[2]
KINDS: Final = ("import", "merge", "upgrade", "snapshot", "restore", "export")
"""The kinds of work during which power is lost; edits are in each of them."""
_WORDS: Final = b"acknowledged "
_STRACE: Final = ("strace", "-xx", "-s", "100000000", "-e", f"trace={CALLS}")


@dataclass(frozen=True, slots=True)
class Left:
    """What was found after some losses of power."""

    points: int
    lost: int
    unreadable: int
    faults: tuple[str, ...]

    @property
    def is_fine(self) -> bool:
        """Whether all was as it should be."""
        return not (self.lost or self.unreadable)


def can_watch() -> bool:
    """Whether there is strace, and it may look at a program."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return done.returncode == 0


def lose_power(
    folder: Path, points: int, seed: int, kind: str = "export", *, is_deaf: bool = False
) -> Left:
    """Let a program do one kind of work, and lose power at so many moments of that."""
    watched = folder / "watched"
    watched.mkdir()
    prepare(watched / "a.kader", kind, 30)
    disk, trace = Disk(watched, is_deaf=is_deaf), folder / "trace"
    program = [sys.executable, "-m", "tests.reliability.power", str(watched / "a.kader"), kind]
    subprocess.run(
        [*_STRACE, "-o", str(trace), *program],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, DATA: str(watched / "data")},
    )
    dice = random.Random(seed)
    found = list(_looks(disk, calls_in(trace), points, dice, kind))
    return Left(
        points=len(found),
        lost=sum(was_lost for was_lost, _fault in found),
        unreadable=sum(bool(fault) for _was_lost, fault in found),
        faults=tuple(fault for _was_lost, fault in found if fault),
    )


def _looks(
    disk: Disk, calls: list[Call], points: int, dice: random.Random, kind: str
) -> Iterator[tuple[bool, str]]:
    start = next(at for at, call in enumerate(calls) if _said(call) is not None)
    moments = sorted(dice.choices(range(start, len(calls)), k=points))
    said, done = 0, 0
    for moment in moments:
        for call in calls[done:moment]:
            disk.do(call)
            number = _said(call)
            said = said if number is None else number
        done = moment
        with tempfile.TemporaryDirectory() as place:
            disk.lose_power(dice, Path(place))
            yield _look(Path(place), said, kind)


def _said(call: Call) -> int | None:
    if call.name == "write" and call.texts and call.texts[0].startswith(_WORDS):
        return int(call.texts[0].removeprefix(_WORDS))
    return None


def _look(folder: Path, said: int, kind: str) -> tuple[bool, str]:
    """Whether something that was said to be saved is lost, and what cannot be read or is wrong."""
    try:
        # An upgrade that was not finished is done now, with a backup of its own.
        backups = list(folder.glob("data/kader/backups/*/*.kader"))
        faults = list(faults_of_backups(backups, kind, said))
        with PlanFile.open(folder / "a.kader") as file:
            stamps = [stamps_of(file.load(SCENARIO))]
            faults += file.verify()
        if kind == "merge":
            with PlanFile.open(folder / "theirs.kader") as file:
                stamps.append(stamps_of(file.load(SCENARIO)))
        faults += faults_of_files(folder, kind, range(said, stamps[0][0] + 1))
    except KnownError as error:
        return False, error.sentence
    if any(first != last for first, last in stamps):
        faults.append(f"a step is half there: {stamps}")
    return any(first < said for first, _last in stamps), (*faults, "")[0]


def main() -> None:
    """Take ten steps of a kind of work, and say so."""

    def say(number: int) -> None:
        os.write(1, b"%s%d\n" % (_WORDS, number))

    save(Path(sys.argv[1]), sys.argv[2], 10, say)


if __name__ == "__main__":
    main()
