"""A day at the window leaves nothing behind: no kind of step makes objects that stay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.long_run.day import WEIGHTS, Day, close, lived, opened
from tests.gui.long_run.marks import objects, settle

ROTATIONS = 60
FIRST = 14
"""So many steps of a kind get everything going."""
RARE = {"export", "import", "scenario", "snapshot", "comparison", "dialog"}


@pytest.fixture(scope="module")
def day(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    folder = tmp_path_factory.mktemp("day")
    program = opened(qapp, folder, ROTATIONS)
    yield Day(program, folder)
    close(program)
    qapp.setStyleSheet("")


def held_after(day: Day, kind: str, steps: int) -> int:
    for _step in range(steps):
        day.make(kind)
    day.forget_steps()
    settle()
    return objects()


@pytest.mark.parametrize("kind", WEIGHTS)
def test_a_step_leaves_nothing_behind(day: Day, kind: str) -> None:
    steps = 7 if kind in RARE else 30
    held_after(day, kind, FIRST if kind in RARE else 3 * FIRST)
    held = [held_after(day, kind, steps) for _round in range(4)]
    # What is made once, or goes and comes, does not come in each round; what stays does.
    growth = min(after - before for before, after in pairwise(held))
    # Work beside the window leaves two dead references each time; a dialog that stays, hundreds.
    assert growth / steps < 6


def test_after_a_short_day_the_file_is_whole_and_the_findings_are_fresh(
    qapp: QApplication, tmp_path: Path
) -> None:
    outcome = lived(qapp, 150, tmp_path, ROTATIONS)
    qapp.setStyleSheet("")
    assert outcome.faults == ()
    assert outcome.is_fresh
    assert outcome.marks[1].handles <= outcome.marks[0].handles
    assert outcome.marks[1].children == outcome.marks[0].children
    assert outcome.marks[1].left_behind == 0
