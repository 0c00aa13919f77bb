"""Hostile workbooks: each is refused in a sentence or read rightly, soon, and with little memory.

All are made here, each time anew from a seed. KADER_HOSTILE=full tries more seeds, and each file
in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

from domain.exchange.workbook import material_of, write_workbook
from domain.model import Plan
from domain.store import PlanFile
from tests.domain import plan_builder as build
from tests.hostile import (  # noqa: F401 - their cases are kept as they are imported
    flood_cases,
    kind_cases,
    markup_cases,
    sheet_cases,
    value_cases,
    zip_cases,
)
from tests.hostile.cases import CASES, Case
from tests.hostile.workshop import Workshop, parts_of

FULL: Final = os.environ.get("KADER_HOSTILE") == "full"
MOST_SECONDS: Final = 5
MOST_BYTES: Final = 200 * 1024 * 1024
ROOT: Final = Path(__file__).parents[2]
Answer = Mapping[str, Any]


def plan() -> Plan:
    return build.plan(
        build.mission("osc"),
        build.mission("unmiss"),
        build.unit("alpha"),
        build.rotation("r1", "osc", "2026-01-01", "2026-06-30", military=4, force="alpha"),
        build.rotation("r2", "osc", "2026-07-01", "2026-12-31", military=4, relieves="r1"),
        build.rotation("r3", "unmiss", "2026-03-01", "2026-08-31", civilian=2),
    )


@pytest.fixture(scope="module")
def kader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.kader"
    PlanFile.create(path, [plan()]).close()
    return path


@pytest.fixture(scope="module")
def parts(kader: Path) -> Mapping[str, bytes]:
    """The parts of an export of the plan."""
    with PlanFile.open(kader, read_only=True) as file:
        material = material_of(plan(), plan_id=file.plan_id, journal_head="")
    path = kader.with_name("export.xlsx")
    write_workbook(path, material, lambda _done, _all: None)
    return parts_of(path)


class Bench:
    """Workbooks on their way to a process that imports them."""

    def __init__(self, folder: Path, kader: Path, parts: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._kader = kader.read_bytes()
        self._parts = parts
        self._made: list[tuple[Case, Path]] = []

    def make(self, case: Case) -> None:
        """Make a workbook, and a plan file of its own to import it into."""
        place = self._folder / case.name.replace("/", "-")
        place.mkdir()
        workshop = Workshop(place / f"plan{case.ending}", dict(self._parts), Random(case.name))
        case.make(workshop)
        (place / "plan.kader").write_bytes(self._kader)
        self._made.append((case, place))

    def answers(self) -> Iterator[tuple[Case, Path, Answer]]:
        """What one process answers to all of them, one after the other."""
        files = (
            json.dumps([str(place / "plan.kader"), str(place / f"plan{case.ending}")]) + "\n"
            for case, place in self._made
        )
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.child"],
            input="".join(files),
            capture_output=True,
            check=True,
            cwd=ROOT,
            text=True,
        )
        assert done.stderr == ""
        answers = map(json.loads, done.stdout.splitlines())
        for (case, place), answer in zip(self._made, answers, strict=True):
            yield case, place, answer

    def wrongs(self) -> list[str]:
        """What is not as it must be, of all answers."""
        return [
            f"{case.name}: {wrong}: {answer}"
            for case, place, answer in self.answers()
            for wrong in self._wrongs(case, place, answer)
        ]

    def _wrongs(self, case: Case, place: Path, answer: Answer) -> Iterator[str]:
        # Time is judged by the long run alone: a busy machine is no fault of the reader.
        if FULL and answer["cpu"] > MOST_SECONDS:
            yield "too slow"
        if answer["peak"] > MOST_BYTES:
            yield "too large"
        if "Traceback" in answer["err"]:
            yield "a bug"
        if case.refusal is None:
            yield from _wrongs_of_reading(case, answer)
        else:
            yield from _wrongs_of_refusal(case, answer)
            if (place / "plan.kader").read_bytes() != self._kader:
                yield "the plan was changed"


def _wrongs_of_reading(case: Case, answer: Answer) -> Iterator[str]:
    if answer["code"] != 0 or answer["err"]:
        yield "not read"
    changes = ("added: ", "changed: ", "removed: ")
    found = [line for line in answer["out"].splitlines() if line.startswith(changes)]
    if found != list(case.lines):
        yield f"read as {found}"


def _wrongs_of_refusal(case: Case, answer: Answer) -> Iterator[str]:
    sentence, end, rest = answer["err"].partition("\n")
    if answer["code"] != 2 or not end or rest:
        yield "not refused in one line"
    if case.refusal not in sentence or not {"plan.xls", "Rotations"} & set(_words(sentence)):
        yield "refused with other words"


def _words(sentence: str) -> Iterable[str]:
    """The places that a sentence names: the file, or the sheet."""
    return (place for place in ("plan.xls", "Rotations") if place in sentence)


@pytest.fixture
def bench(tmp_path: Path, kader: Path, parts: Mapping[str, bytes]) -> Bench:
    return Bench(tmp_path, kader, parts)


LIGHT: Final = [case for case in CASES.values() if not case.heavy]
HEAVY: Final = [case for case in CASES.values() if case.heavy]
# The floods that come closest to a limit; the others are for the full form.
TRIED: Final = ("bomb_that_says_it_is_small", "flood_of_cells", "flood_of_shared_texts")


def test_the_sound_one_is_read(bench: Bench) -> None:
    bench.make(Case("sound", lambda w: w.save(), None))
    assert bench.wrongs() == []


@pytest.mark.skipif(FULL, reason="each is tried in a process of its own")
def test_light_ones_one_after_the_other(bench: Bench) -> None:
    for case in LIGHT:
        bench.make(case)
    assert bench.wrongs() == []


@pytest.mark.parametrize(
    "case", [c for c in HEAVY if FULL or c.name in TRIED], ids=lambda c: c.name
)
def test_heavy_ones(bench: Bench, case: Case) -> None:
    bench.make(case)
    assert bench.wrongs() == []


@pytest.mark.parametrize("case", LIGHT if FULL else [], ids=lambda c: c.name)
def test_each_light_one_by_itself(bench: Bench, case: Case) -> None:
    bench.make(case)
    assert bench.wrongs() == []


def _spoiled(how: str, number: int) -> Case:
    make = {"cut": zip_cases.cut_off, "flip": zip_cases.flipped}[how]
    return Case(f"{how}-{number}", make, "")


def test_what_is_spoiled_by_chance_is_refused_or_read_as_it_was(bench: Bench) -> None:
    """A flipped bit may lie where nobody looks; then the difference is empty."""
    for number in range(400 if FULL else 40):
        bench.make(_spoiled("flip" if number % 4 else "cut", number))
    for case, place, answer in bench.answers():
        assert answer["code"] in {0, 2}, (case.name, answer)
        assert not FULL or answer["cpu"] < MOST_SECONDS
        assert (place / "plan.kader").exists()
        if answer["code"] == 0:
            assert "0 added, 0 changed, 0 removed." in answer["out"], (case.name, answer)
        else:
            assert answer["err"].count("\n") == 1
