"""What the yearly reports printed: their tables, as they were read from the documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from domain.model import Plan
from domain.reports.period import Period

_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "report" / "printed.json"


class Column(StrEnum):
    """The two columns that the reports print, for frames and for deployed."""

    MILITARY = "military"
    CIVIL_POLICE = "civil_police"


@dataclass(frozen=True, slots=True)
class Columns:
    """Two printed numbers; a blank counts as nothing."""

    military: int
    civil_police: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.military + self.civil_police


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table: ``joint_printed_in`` are the columns in whose totals ``joint`` is."""

    id: str
    region: str
    mission: str
    missions: tuple[str, ...]
    frame: Columns
    joint: int
    joint_printed_in: frozenset[Column]
    deployed: Columns
    footnote: str
    lines: str

    @property
    def joint_once(self) -> int:
        """The joint number where the columns do not hold it already as its parts."""
        return self.joint if self.joint_printed_in else 0


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table with the totals under it, and where it stands."""

    id: str
    document: str
    file: str
    lines: str
    period: Period
    frame: Columns
    deployed: Columns
    rows: tuple[PrintedRow, ...]

    @property
    def frames_once(self) -> tuple[Columns, int]:
        """The frames of its rows added up anew, each once: two columns, and joint ones."""
        return (
            Columns(
                sum(row.frame.military for row in self.rows),
                sum(row.frame.civil_police for row in self.rows),
            ),
            sum(row.joint_once for row in self.rows),
        )

    @property
    def deployed_anew(self) -> Columns:
        """The deployed persons of its rows added up anew."""
        return Columns(
            sum(row.deployed.military for row in self.rows),
            sum(row.deployed.civil_police for row in self.rows),
        )


@cache
def printed_tables() -> tuple[PrintedTable, ...]:
    """All tables that come with the program, the oldest first."""
    return tuple(_table(table) for table in json.loads(_FILE.read_text(encoding="utf-8")))


def printed_for(plan: Plan, period: Period) -> PrintedTable | None:
    """The table of exactly this period, if the plan knows the missions of most of its rows."""
    for table in printed_tables():
        known = sum(any(mission in plan.missions for mission in row.missions) for row in table.rows)
        if table.period == period and 2 * known > len(table.rows):
            return table
    return None


def _table(table: Mapping[str, Any]) -> PrintedTable:
    return PrintedTable(
        id=table["id"],
        document=table["document"],
        file=table["file"],
        lines=table["lines"],
        period=Period(*(date.fromisoformat(table[day]) for day in ("first_day", "last_day"))),
        frame=_columns(table["printed"]["frame"]),
        deployed=_columns(table["printed"]["deployed"]),
        rows=tuple(_row(row) for row in table["rows"]),
    )


def _row(row: Mapping[str, Any]) -> PrintedRow:
    return PrintedRow(
        id=row["id"],
        region=row["region"],
        mission=row["mission"],
        missions=tuple(row["missions"]),
        frame=_columns(row["frame"]),
        joint=row["frame"]["joint"] or 0,
        joint_printed_in=frozenset(map(Column, row["joint_printed_in"])),
        deployed=_columns(row["deployed"]),
        footnote=row["footnote"],
        lines=row["lines"],
    )


def _columns(numbers: Mapping[str, int | None]) -> Columns:
    return Columns(numbers[Column.MILITARY] or 0, numbers[Column.CIVIL_POLICE] or 0)
