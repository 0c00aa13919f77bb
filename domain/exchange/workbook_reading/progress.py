"""How far the reading of a workbook is: told to whoever waits, who may stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from domain.exchange.rotation_rows.entries import Sound
from domain.exchange.workbook_reading.package import Package
from domain.model import Plan

Tell = Callable[[int, int], None]
"""Called with rows done, and rows expected or 0 where nobody knows; may raise to stop."""
_EVERY: Final = 200


def untold(_done: int, _expected: int) -> None:
    """Nobody waits."""


def steps_of(package: Package, plan: Plan, tell: Tell) -> Sound:
    """What is to be told of each sound row: its worth may be read on, and whoever waits is told.

    A workbook of ours has about as many rows as the plan has rotations.
    """
    expected = len(plan.rotations)

    def sound(rows: int) -> None:
        package.restore_budget()
        if rows % _EVERY == 0:
            tell(rows, max(expected, rows))

    return sound
