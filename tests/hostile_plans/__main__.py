"""Look at hostile, damaged and good plan files, each in a process of its own, and measure it.

``python -m tests.hostile_plans`` does it for all of them; ``--write`` puts the figures into
docs/reliability.md, ``--flips`` says how many files get one bit turned.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

from domain.store import PlanFile
from domain.store.inspection import REFUSED
from tests.domain.store.plans import long_plan
from tests.hostile_plans.making import HARMS, edited_plan, flipped, good_plan, harmed, sent_plan

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "reliability.md"
_SECTION: Final = re.compile(r"(<!-- hostile plans -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking at a file, and what it took."""

    name: str
    refused: bool
    said: bool
    seconds: float
    work: float
    megabytes: float


_LAUNCHER: Final = """
import json, os, sys
pid = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ)
_pid, status, used = os.wait4(pid, 0)
answer = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss
sys.stderr.write(json.dumps(answer))
"""
"""A small process between, since one that is started begins with the memory of who starts it."""


def look(path: Path, name: str, folder: Path) -> Look:
    """Let a process look at a file, and measure it."""
    clean = folder / "clean.kader"
    clean.unlink(missing_ok=True)
    arguments = ["-m", "domain.store.inspection", str(path), str(clean), "theirs.kader", "en"]
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-S", "-c", _LAUNCHER, *arguments],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    seconds = perf_counter() - start
    code, work, kilobytes = json.loads(done.stderr.splitlines()[-1])
    said = code == REFUSED and b"theirs.kader" in done.stdout
    return Look(name, code != 0, said, seconds, work, kilobytes / 1024)


def hostile(folder: Path) -> Iterator[Look]:
    """Looks at every hostile file."""
    good = good_plan(folder)
    for name in HARMS:
        yield look(harmed(good, name, folder), name, folder)


def flips(folder: Path, count: int) -> Iterator[Look]:
    """Looks at files that were sent, each with one bit turned."""
    content = sent_plan(folder).read_bytes()
    dice, path = random.Random(2026), folder / "flipped.kader"
    for turn in range(count):
        path.write_bytes(flipped(content, dice))
        yield look(path, f"flip {turn}", folder)


def good(folder: Path) -> Iterator[Look]:
    """Looks at good files, a large one among them."""
    for make in (good_plan, sent_plan, edited_plan):
        yield look(_alone(make, folder), make.__name__, folder)
    large = folder / "large.kader"
    PlanFile.create(large, [long_plan(20_000)]).close()
    yield look(large, "20,000 rotations", folder)


def _alone(make: Callable[[Path], Path], folder: Path) -> Path:
    own = folder / make.__name__
    own.mkdir()
    return make(own)


def table(rows: dict[str, list[Look]]) -> str:
    """What was found, as a table."""
    lines = [
        "| files | looked at | refused | with a sentence | most work | most memory |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, looks in rows.items():
        refused, said = sum(one.refused for one in looks), sum(one.said for one in looks)
        work, memory = max(one.work for one in looks), max(one.megabytes for one in looks)
        lines.append(
            f"| {name} | {len(looks)} | {refused} | {said} | {work:.2f} s | {memory:.0f} MB |"
        )
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    return "\n".join([*lines, "", f"Measured with {machine}."]) + "\n"


def main() -> int:
    """Do what the command line asks for; 1 when a file was not treated as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=300)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_DATA_HOME"] = place
        folders = [Path(place, name) for name in ("hostile", "flips", "good")]
        for folder in folders:
            folder.mkdir()
        rows = {
            "hostile or damaged": list(hostile(folders[0])),
            "sent, then one bit turned": list(flips(folders[1], asked.flips)),
            "good": list(good(folders[2])),
        }
    found = table(rows)
    sys.stdout.write(found)
    bad, turned, fine = rows.values()
    wrong = [one for one in (*bad, *turned) if not one.said] + [one for one in fine if one.refused]
    sys.stdout.writelines(f"not as it should be: {one}\n" for one in wrong)
    if asked.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_SECTION.sub(lambda marks: f"{marks[1]}{found}{marks[2]}", page), "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
