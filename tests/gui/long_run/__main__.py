"""Lives a long day at the window, and tells or writes what it left behind.

``python -m tests.gui.long_run`` does it; ``--steps`` says how many steps, ``--write`` puts the
figures into docs/reliability.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from tests.gui.long_run.day import WEIGHTS, lived
from tests.gui.long_run.marks import Outcome

PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "reliability.md"
_SECTION: Final = re.compile(r"(<!-- long run -->\n).*?(<!-- end -->)", re.DOTALL)


def rows_of(outcome: Outcome) -> Sequence[str]:
    """The table of an outcome."""
    first, last, forgotten = outcome.marks
    lines = [
        "| what | after the first tenth | at the end | at the end / before |",
        "|---|---:|---:|---:|",
        _row(f"memory, MB, with {outcome.edits:,} steps to undo", first.megabytes, last.megabytes),
        _row("memory, MB, once these are forgotten", first.megabytes, forgotten.megabytes),
        _row("objects of Python, once these are forgotten", first.objects, forgotten.objects),
        _row("findings of the plan", first.findings, last.findings),
        _row("open files", first.handles, last.handles),
        _row("other processes", first.children, last.children),
        _row("folders for work under way", first.left_behind, last.left_behind),
    ]
    for kind in outcome.kinds(list(WEIGHTS)):
        before, after = (times.median(kind) for times in outcome.times)
        lines.append(_row(f"{kind}, median ms of processor time", before, after))
    return lines


def _row(what: str, before: float, after: float) -> str:
    numbers = (f"{number:,.1f}" if number < 100 else f"{number:,.0f}" for number in (before, after))
    ratio = f"{after / before:.2f}" if before else "–"
    return f"| {what} | {' | '.join(numbers)} | {ratio} |"


def sentences_of(outcome: Outcome) -> str:
    """What else there is to say of it."""
    where = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    made = ", ".join(f"{outcome.done[kind]:,} × {kind}" for kind in WEIGHTS)
    whole = "whole" if not outcome.faults else " ".join(outcome.faults)
    fresh = "are" if outcome.is_fresh else "ARE NOT"
    return (
        f"{outcome.steps:,} steps over {outcome.rotations:,} rotations: {made}. At the end the "
        f"file is {whole}, and the findings {fresh} those of a check from nothing. {where}."
    )


def main() -> int:
    """Live the day, and tell or write what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="day-", ignore_cleanup_errors=True) as folder:
        os.environ |= {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        application = QApplication(["kader"])
        outcome = lived(application, wishes.steps, Path(folder))
    told = "\n".join([*rows_of(outcome), "", sentences_of(outcome), ""])
    sys.stdout.write(told)
    if wishes.write:
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_SECTION.sub(lambda found: found[1] + told + found[2], page), "utf-8")
    return 0 if outcome.is_fresh and not outcome.faults else 1


if __name__ == "__main__":
    sys.exit(main())
