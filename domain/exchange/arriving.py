"""Files that come in: of what kind they are, and what one would make of a plan and its findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from domain.engine.comparison import Difference, FieldChange, changed_fields, differences
from domain.errors import Refused
from domain.exchange.rotation_rows.reading import Reading
from domain.language import _
from domain.model import Plan
from domain.rules.checker import Checker
from domain.rules.comparison import FindingsCompared, compared
from domain.rules.finding import Finding

PLANS = frozenset({".json"})
TEXTS = frozenset({".csv", ".tsv", ".txt"})
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})
"""What is looked into; what it then is, is seen by its content."""


class Arriving(StrEnum):
    """What a file that comes in is."""

    PLAN = "plan"
    """A whole scenario, as JSON."""
    OURS = "ours"
    """A workbook that was exported, and perhaps changed."""
    TABLE = "table"
    """A table of others, whose columns someone must name."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file would make of a plan, before anyone agreed to it."""

    before: Plan
    after: Plan
    things: tuple[Difference, ...]
    settings: tuple[FieldChange, ...]
    findings_before: tuple[Finding, ...]
    findings_after: tuple[Finding, ...]
    findings: FindingsCompared
    reading: Reading | None = None
    """How the table was read, where it was one."""

    @property
    def is_refused(self) -> bool:
        """Whether nothing can be taken in, since something cannot be read."""
        return self.reading is not None and bool(self.reading.problems)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.things and not self.settings


def kind_of(path: Path) -> Arriving:
    """What a file is, by its ending and, for a workbook, by its content; raises KnownError."""
    ending = path.suffix.lower()
    if ending in PLANS:
        return Arriving.PLAN
    if ending in TEXTS:
        return Arriving.TABLE
    if ending in WORKBOOKS:
        from domain.exchange.workbook_reading import is_ours

        return Arriving.OURS if is_ours(path) else Arriving.TABLE
    raise Refused(_("{file}: what can be taken in ends in .json, .xlsx or .csv.").format(file=path))


def arrival(
    before: Plan, after: Plan, as_of: date | None = None, reading: Reading | None = None
) -> Arrival:
    """What becomes of a plan and its findings."""
    old = Checker(before, as_of).findings
    new = old if after is before else Checker(after, as_of).findings
    return Arrival(
        before=before,
        after=after,
        things=differences(before, after),
        settings=tuple(changed_fields(before.settings, after.settings)),
        findings_before=old,
        findings_after=new,
        findings=compared(old, new),
        reading=reading,
    )
