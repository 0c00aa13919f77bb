"""Kill programs that save, lose power meanwhile, and measure what comes of it.

``python -m tests.reliability`` does it; ``--write`` puts the figures into docs/reliability.md,
``--kills`` says how often each kind of work is killed, ``--points`` how often power is lost
during each, ``--only`` names the kinds of work to look at, and ``--workers`` how many of them are
looked at beside each other.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.reliability.kills import Outcome
from tests.reliability.power import Left
from tests.reliability.rounds import Wish, rounds
from tests.reliability.saving import KINDS

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
_SECTION: Final = re.compile(r"(<!-- kills -->\n).*?(<!-- end -->)", re.DOTALL)


def table(outcomes: Mapping[str, Outcome], lefts: Mapping[str, Left]) -> str:
    """What was found, as tables."""
    lines = [
        "| killed during | kills | while writing | steps saved | lost | half there | faults |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {kind} | {one.kills} | {one.writing} | {one.steps} | {one.lost} | {one.half} "
        f"| {len(one.faults)} |"
        for kind, one in outcomes.items()
    ]
    lines += [
        "",
        "| power lost during | points | lost | half there, unreadable, or without its backup |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {kind} | {left.points} | {left.lost} | {left.unreadable} |"
        for kind, left in lefts.items()
    ]
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    return "\n".join([*lines, "", f"Measured with {machine}."]) + "\n"


def write(found: str) -> None:
    """Put tables into their place in the page."""
    page = PAGE.read_text("utf-8")
    PAGE.write_text(_SECTION.sub(lambda marks: f"{marks[1]}{found}{marks[2]}", page), "utf-8")


def main() -> int:
    """Do what the command line asks for; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--points", type=int, default=400)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--only", nargs="+", choices=KINDS, help="only these kinds of work")
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if asked.write and asked.only:
        parser.error("what is written is of all kinds of work")
    wish = Wish(asked.kills, asked.points, asked.seed, tuple(asked.only or KINDS), asked.workers)
    outcomes, lefts = rounds(wish, lambda said: sys.stderr.write(f"{said}\n"))
    found = table(outcomes, lefts)
    sys.stdout.write(found)
    faults = [fault for one in outcomes.values() for fault in one.faults]
    faults += [fault for left in lefts.values() for fault in left.faults]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    if asked.write:
        write(found)
    fine = [*(one.is_fine for one in outcomes.values()), *(one.is_fine for one in lefts.values())]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
