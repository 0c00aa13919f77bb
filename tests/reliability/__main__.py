"""Kill programs that save, lose power meanwhile, and measure what comes of it.

``python -m tests.reliability`` does it; ``--write`` puts the figures into docs/reliability.md,
``--kills`` says how often each kind of work is killed, ``--points`` how often power is lost.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.reliability.kills import Outcome, kill
from tests.reliability.power import Left, can_watch, lose_power
from tests.reliability.saving import KINDS

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
_SECTION: Final = re.compile(r"(<!-- kills -->\n).*?(<!-- end -->)", re.DOTALL)


def table(outcomes: Mapping[str, Outcome], left: Left | None) -> str:
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
    if left is not None:
        lines += [
            "",
            "| power lost during | points | lost | unreadable or half there |",
            "|---|---:|---:|---:|",
            f"| edits, sending, export | {left.points} | {left.lost} | {left.unreadable} |",
        ]
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    return "\n".join([*lines, "", f"Measured with {machine}."]) + "\n"


def write(found: str) -> None:
    """Put tables into their place in the page."""
    page = PAGE.read_text("utf-8")
    PAGE.write_text(_SECTION.sub(lambda marks: f"{marks[1]}{found}{marks[2]}", page), "utf-8")


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_DATA_HOME"] = str(Path(place, "data"))
        yield Path(place)


def main() -> int:
    """Do what the command line asks for; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--points", type=int, default=400)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    outcomes = {}
    for kind in KINDS:
        with _folder() as folder:
            outcomes[kind] = kill(folder, kind, asked.kills, asked.seed)
    left = None
    if can_watch():
        with _folder() as folder:
            left = lose_power(folder, asked.points, asked.seed)
    found = table(outcomes, left)
    sys.stdout.write(found)
    faults = [fault for one in outcomes.values() for fault in one.faults]
    sys.stdout.writelines(f"{fault}\n" for fault in (*faults, *(left.faults if left else ())))
    if asked.write:
        write(found)
    fine = all(one.is_fine for one in outcomes.values())
    return 0 if fine and (left is None or left.is_fine) else 1


if __name__ == "__main__":
    sys.exit(main())
