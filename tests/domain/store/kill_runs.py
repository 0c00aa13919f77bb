"""Kill a program that saves, again and again, and see that no step it acknowledged is lost.

``python -m tests.domain.store.kill_runs --kills 200`` does it as often as it is asked to.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from domain.model import Applied, Mission, Plan, Put, Ref, RemoveRotations, Rotation
from domain.model.words import Kind
from domain.store import PlanFile
from tests.domain.store.plans import FIRST, LAST, long_plan

ROOT = Path(__file__).resolve().parents[3]
SCENARIO = "Lang"
ROTATIONS = 300
KINDS = ("edit", "import", "scenario", "undo")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found after some kills."""

    kills: int
    steps: int
    lost: int
    half: int
    faults: tuple[str, ...]


def step(number: int, plan: Plan, kind: str) -> Applied:
    """Step number so many: whatever its kind, it writes its number in two places."""
    stamps = (Mission("first", str(number)), Mission("last", str(number)))
    if kind == "import":
        notes = [replace(one, note=f"{number}" * 50) for one in plan.rotations.things()]
        return Put((stamps[0], *notes, stamps[1])).apply(plan)
    came = Rotation(f"new{number}", "first", "", FIRST, LAST)
    changed = replace(plan.rotations[f"r{number % ROTATIONS:06d}"], note=str(number))
    applied = Put((stamps[0], came, changed, stamps[1])).apply(plan)
    gone = f"new{number - 5}"
    if gone in plan.rotations:
        removed = RemoveRotations((gone,)).apply(applied.plan)
        return Applied(removed.plan, applied.touched | {Ref(Kind.ROTATION, gone)})
    return applied


def stamps_of(plan: Plan) -> tuple[int, int]:
    """The numbers that the last step wrote in its two places."""
    names = [plan.missions[key].name if key in plan.missions else "0" for key in ("first", "last")]
    return int(names[0]), int(names[1])


def save_until_killed(path: Path, kind: str) -> None:
    """Take step after step, and say the number of each when it is saved."""
    with PlanFile.open(path) as file:
        plan, keeper = file.load(SCENARIO), file.keeper(SCENARIO)
        number = stamps_of(plan)[0]
        while True:
            number += 1
            applied = step(number, plan, kind)
            if kind == "scenario":
                file.put_scenario(replace(applied.plan, scenario=f"{SCENARIO} {number % 3}"))
            if kind == "undo":
                keeper.save(plan, applied, "do")
                keeper.save(applied.plan, Applied(plan, applied.touched), "undo")
            keeper.save(plan, applied, f"step {number}")
            plan = applied.plan
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


def acknowledged_before_kill(path: Path, kind: str, dice: random.Random) -> int:
    """Start a program that saves, kill it at a random moment, and say what it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.domain.store.kill_runs", "--save", str(path), kind],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        last = int(process.stdout.readline())
        time.sleep(dice.uniform(0, 0.15))
        process.kill()
        for line in process.stdout:
            if line.endswith("\n"):
                last = int(line)
    return last


def kill(path: Path, kills: int, seed: int) -> Outcome:
    """Kill so many programs that save in a new plan, and look at the plan after each."""
    dice = random.Random(seed)
    PlanFile.create(path, [long_plan(ROTATIONS)]).close()
    return _summed(kills, _looks(path, kills, dice))


def _looks(path: Path, kills: int, dice: random.Random) -> Iterator[tuple[int, int, int, str]]:
    for turn in range(kills):
        acknowledged = acknowledged_before_kill(path, KINDS[turn % len(KINDS)], dice)
        with PlanFile.open(path) as file:
            first, last = stamps_of(file.load(SCENARIO))
            fault = (*file.verify(), "")[0]
        yield acknowledged, first, last, fault


def _summed(kills: int, looks: Iterator[tuple[int, int, int, str]]) -> Outcome:
    lost = half = steps = 0
    faults = []
    for acknowledged, first, last, fault in looks:
        lost += max(0, acknowledged - first)
        half += first != last or first > acknowledged + 1
        steps = first
        faults += [fault] if fault else []
    return Outcome(kills, steps, lost, half, tuple(faults))


def main() -> int:
    """Do what the command line asks for; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", nargs=2)
    asked = parser.parse_args()
    if asked.save is not None:
        save_until_killed(Path(asked.save[0]), asked.save[1])
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill(Path(folder, "a.kader"), asked.kills, asked.seed)
    sys.stdout.write(f"{outcome}\n")
    return 1 if outcome.lost or outcome.half or outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
