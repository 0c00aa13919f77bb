"""The words of the journal: what an entry says beside what became of rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from domain.store.descriptions import Said
from domain.store.fields import Row
from domain.store.scenario_rows import COLUMNS

PLAN: Final = "plan"
"""The plan itself: its name, and which scenario is the plan of record."""
SCENARIO: Final = "scenario"
"""A scenario came, went, or got other settings or another name."""
COPIED_FROM: Final = "from"
"""Of a scenario that came as a copy: the number of the one that it was copied from."""
BACK_FROM: Final = "back"
"""Of a scenario that was taken back: the number that it had when it was taken out."""
DESCRIPTION: Final = "description"
"""What is said of a scenario."""
KEPT: Final = "kept"
"""What a copy was when the scenario went that it was copied from; nothing was changed in it."""
SAME: Final = "same"
"""After this entry the scenario is what another scenario was after the entry with this seal."""
TAKEN: Final = "taken"
"""With this entry the scenario took in all of what another was after the entry with this seal."""
WITHOUT_ROWS: Final = frozenset({SAME, TAKEN})


class Told(NamedTuple):
    """What the journal is to tell of a step beside what became of its rows."""

    label: str
    also: Sequence[Said] = ()


def said(kind: str, name: str, before: object, after: object, **more: object) -> Said:
    """What became of something, as it stands in an entry."""
    return {"kind": kind, "id": name, "before": before, "after": after, **more}


def said_of_row(old: Row, new: Row) -> Said:
    """What became of the row of a scenario: the columns that changed."""
    pairs = [pair for pair in zip(COLUMNS, old, new, strict=True) if pair[1] != pair[2]]
    before: dict[str, Any] = {column: cell for column, cell, _new in pairs}
    return said(SCENARIO, str(old[0]), before, {column: cell for column, _old, cell in pairs})


def by_column(row: Row) -> Said:
    """The row of a scenario by the names of its columns."""
    return dict(zip(COLUMNS, row, strict=True))
