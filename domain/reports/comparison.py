"""A plan's annex 2 beside the table that was printed for the same period, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.reports.annex_2 import Annex2, Entry
from domain.reports.deployed import NOBODY, Deployed
from domain.reports.frame_numbers import FrameNumbers
from domain.reports.printed import PrintedRow, PrintedTable


@dataclass(frozen=True, slots=True)
class RowComparison:
    """A printed row with what the plan has of its missions."""

    row: PrintedRow
    frame: FrameNumbers
    deployed: Deployed

    @property
    def frame_differs(self) -> bool:
        """Whether the frame of the plan has other numbers than the printed one."""
        printed = self.row.frame.military, self.row.frame.civil_police, self.row.joint_once
        columns = self.frame.military, self.frame.civil_police, self.frame.joint
        return printed != tuple(column.number or 0 for column in columns)

    @property
    def deployed_differs(self) -> bool:
        """Whether others passed through by the plan than were printed."""
        printed = self.row.deployed.military, self.row.deployed.civil_police
        return printed != (self.deployed.military, self.deployed.civil_police)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A printed table and a plan: what stands in both, and what only the plan has."""

    table: PrintedTable
    rows: tuple[RowComparison, ...]
    beside: tuple[Entry, ...]

    @property
    def frame(self) -> FrameNumbers:
        """The frames of the plan that stand in the table too, each once."""
        return sum((row.frame for row in self.rows), FrameNumbers())

    @property
    def deployed(self) -> Deployed:
        """The persons of the plan at the missions of the table."""
        return sum((row.deployed for row in self.rows), NOBODY)


def compared(table: PrintedTable, annex: Annex2) -> Comparison:
    """A printed table beside the annex of a plan.

    The frame of an entry goes to the first row with one of its missions, and so do the persons at
    those of its missions that no row names.
    """
    row_of = {m: row.id for row in reversed(table.rows) for m in row.missions}
    frames = {row.id: FrameNumbers() for row in table.rows}
    deployed = {row.id: NOBODY for row in table.rows}
    beside = []
    for entry in annex.entries:
        home = _row_of(entry.missions, row_of)
        if home is None:
            beside.append(entry)
            continue
        frames[home] += entry.frame
        for mission, passage in zip(entry.missions, entry.passages, strict=True):
            deployed[row_of.get(mission, home)] += passage.deployed
    rows = (RowComparison(row, frames[row.id], deployed[row.id]) for row in table.rows)
    return Comparison(table, tuple(rows), tuple(beside))


def _row_of(missions: Iterable[str], row_of: Mapping[str, str]) -> str | None:
    return next((row_of[mission] for mission in missions if mission in row_of), None)
