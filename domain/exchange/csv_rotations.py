"""Rotations as a CSV file: a row each, that a spreadsheet opens and Kader reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from domain.exchange.files import write_safely
from domain.exchange.public import public_plan
from domain.exchange.workbook.naming import labels_of
from domain.exchange.workbook.sheets.rotations import BETWEEN_IDS, PRIVATE
from domain.exchange.workbook.text import as_shown
from domain.model import DayNotes, Plan, Precision, Rotation
from domain.model.days import end_of, start_of

SEPARATOR: Final = ";"
_COMPUTED: Final = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these is a formula to a spreadsheet."""
Value = str | int | date | None


def write_rotations_csv(
    plan: Plan,
    path: Path,
    *,
    first_day: date | None = None,
    last_day: date | None = None,
    public: bool = False,
) -> None:
    """Write the rotations of a plan; with days only those that are there on any of them.

    Raises UnwritableFile where the file cannot be written; the old one is then as it was.
    """
    shown = public_plan(plan) if public else plan
    columns = _columns(shown)
    if public:
        columns = {key: value for key, value in columns.items() if key not in PRIVATE}
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=SEPARATOR, lineterminator="\r\n")
    table.writerow(columns)
    for rotation in shown.rotations.things():
        if rotation.start < end_of(last_day) and start_of(first_day) < rotation.end:
            table.writerow([_cell(value(rotation)) for value in columns.values()])
    # With the mark by which Excel knows UTF-8.
    write_safely(path, text.getvalue().encode("utf-8-sig"))


def _columns(plan: Plan) -> Mapping[str, Callable[[Rotation], Value]]:
    """The value of each column, by its heading: the names of the fields, in any language."""
    missions, forces = labels_of(plan.missions.things()), labels_of(plan.forces.things())
    return {
        "id": lambda r: r.id,
        "mission": lambda r: r.mission,
        "mission_name": lambda r: missions[r.mission],
        "name": lambda r: r.name,
        "first_day": lambda r: r.first_day,
        "last_day": lambda r: r.last_day,
        "military": lambda r: r.military,
        "civilian": lambda r: r.civilian,
        "police": lambda r: r.police,
        "teams": lambda r: r.teams,
        "force": lambda r: r.force,
        "force_name": lambda r: forces.get(r.force or ""),
        "quantity": lambda r: r.quantity,
        "post": lambda r: r.post,
        "relieves": lambda r: r.relieves,
        "continues": lambda r: r.continues,
        "part_of": lambda r: r.part_of,
        "supports": lambda r: BETWEEN_IDS.join(r.supports),
        "status": lambda r: r.status.value,
        "justification": lambda r: r.justification,
        "note": lambda r: r.note,
        **_about_days(),
    }


def _about_days() -> Mapping[str, Callable[[Rotation], Value]]:
    def precision(of: Callable[[DayNotes], Precision]) -> Callable[[Rotation], str]:
        # A day that is known to the day is the rule, and says nothing.
        return lambda r: "" if of(r.day_notes) is Precision.DAY else of(r.day_notes).value

    return {
        "first_day_precision": precision(lambda notes: notes.first_precision),
        "first_day_note": lambda r: r.day_notes.first_note,
        "last_day_precision": precision(lambda notes: notes.last_precision),
        "last_day_note": lambda r: r.day_notes.last_note,
    }


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return defused(as_shown(value)) if isinstance(value, str) else value


def defused(text: str) -> str:
    """A text that no spreadsheet computes: an apostrophe goes before what looks like a formula.

    Also before one that already has apostrophes there, so that taking one away gives the text back.
    """
    return f"'{text}" if text.lstrip("'").startswith(_COMPUTED) else text
