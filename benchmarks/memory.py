"""What a plan and its findings take in memory, each size in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.measuring import table
from benchmarks.plans import AS_OF, plan_of
from benchmarks.writing import run
from domain.rules.checker import Checker

_PAGES_A_MEGABYTE: Final = 256
_HEADS: Final = (
    "rotations",
    "findings",
    "the plan, MB",
    "columns and findings, MB",
    "bytes a rotation",
)


def tables(sizes: Sequence[int]) -> str:
    """What plans of some sizes take."""
    return table(_HEADS, [_row(size) for size in sizes])


def _row(size: int) -> list[str]:
    asked = [sys.executable, "-m", "benchmarks.memory", "--one", str(size)]
    told = subprocess.run(asked, check=True, capture_output=True, text=True)  # noqa: S603 - itself
    plan, checked, findings = json.loads(told.stdout)
    return [
        f"{size:,}",
        f"{findings:,}",
        f"{plan:.1f}",
        f"{checked:.1f}",
        f"{(plan + checked) * 1_048_576 / size:,.0f}",
    ]


def _one(size: int) -> None:
    """Tell what one plan takes, in this process."""
    before = _megabytes()
    plan = plan_of(size)
    loaded = _megabytes()
    findings = Checker(plan, AS_OF).findings
    print(json.dumps([loaded - before, _megabytes() - loaded, len(findings)]))


def _megabytes() -> float:
    """The memory that this process holds now."""
    resident = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(resident) / _PAGES_A_MEGABYTE


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(int(sys.argv[2]))
    else:
        run("memory", __doc__, tables)
