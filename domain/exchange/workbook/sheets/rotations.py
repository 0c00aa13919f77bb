"""Rotations: one row each, all fields; the sheet that is read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.columns import Column, aside, computed, day, number, text
from domain.exchange.workbook.contents import Contents, summary
from domain.exchange.workbook.formulas import in_this_row
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.marks import mark_findings
from domain.exchange.workbook.naming import labels_of
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import Placed, TableSheet, write_table
from domain.language import _
from domain.model import Precision, Ref, Rotation, Status
from domain.model.words import Kind
from domain.words.fixed import word

NAME: Final = "rotations"
PRIVATE: Final = frozenset(
    {
        "force",
        "force_name",
        "quantity",
        "post",
        "justification",
        "note",
        "first_day_note",
        "last_day_note",
    }
)
"""The columns that a public workbook does not have; its rotations are numbered, not named."""
BETWEEN_IDS: Final = "; "
_FROZEN: Final = 2
Columns = tuple[Column[Rotation], ...]


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    missions = labels_of(contents.plan.missions.things())
    forces = labels_of(contents.plan.forces.things())
    columns = _public(contents, (*_main(contents, missions, forces), *_asides()))
    about = TableSheet(
        NAME,
        _("Rotations"),
        _about(contents),
        _lead(contents),
        columns,
        _FROZEN,
    )
    rotations = tuple(contents.plan.rotations.things())
    placed = write_table(book, contents.material, about, rotations)
    mark_findings(placed, "x_findings")
    _add_choices(book, placed, missions, forces)


def _about(contents: Contents) -> str:
    if contents.material.public:
        return _("One row for each rotation, with the fields that are public.")
    return _("One row for each rotation, with all its fields.")


def _lead(contents: Contents) -> str:
    if contents.material.public:
        return _("A first and a last day are both inside. This workbook cannot be read back.")
    return _(
        "A first and a last day are both inside. Rows can be changed, added and removed here, "
        "and read back."
    )


def _public(contents: Contents, columns: Columns) -> Columns:
    if not contents.material.public:
        return columns
    return tuple(column for column in columns if column.key not in PRIVATE)


def _main(contents: Contents, missions: Mapping[str, str], forces: Mapping[str, str]) -> Columns:
    statuses = {status: word(status) for status in Status}
    findings = contents.findings_about
    return (
        text("mission_name", _("Mission"), lambda r: missions[r.mission], 22),
        text("name", _("Rotation"), lambda r: r.name, 30),
        day("first_day", _("First day"), lambda r: r.first_day),
        day("last_day", _("Last day"), lambda r: r.last_day),
        computed("x_days", _("Days"), _days(), lambda r: r.days),
        number("military", _("Military"), lambda r: r.military),
        number("civilian", _("Civilian"), lambda r: r.civilian),
        number("police", _("Police"), lambda r: r.police),
        computed("x_headcount", _("Total"), _headcount(), lambda r: r.headcount),
        number("teams", _("Teams"), lambda r: r.teams),
        text("force_name", _("Force"), lambda r: forces.get(r.force or ""), 22),
        text("status", _("Status"), lambda r: statuses[r.status], 14),
        text(
            "x_findings",
            _("Findings"),
            lambda r: summary(findings(Ref(Kind.ROTATION, r.id))),
            20,
        ),
        text("justification", _("Justification"), lambda r: r.justification, 40),
    )


def _days() -> str:
    first, last = (in_this_row(NAME, title) for title in (_("First day"), _("Last day")))
    return f"{last}-{first}+1"


def _headcount() -> str:
    categories = (_("Military"), _("Civilian"), _("Police"))
    return "+".join(in_this_row(NAME, title) for title in categories)


def _week_column(
    key: str, title: str, day_title: str, of: Callable[[Rotation], date]
) -> Column[Rotation]:
    """The ISO week of a day with its ISO year, as 2026-W01; it goes with the day, and sorts."""
    cell = in_this_row(NAME, day_title)
    formula = f'YEAR({cell}+4-WEEKDAY({cell},2))&"-W"&TEXT(WEEKNUM({cell},21),"00")'

    def week(rotation: Rotation) -> str:
        year, number, _day = of(rotation).isocalendar()
        return f"{year}-W{number:02}"

    return replace(computed(key, title, formula, week, Look.COMPUTED), printed=False)


def _asides() -> Columns:
    first, last = _("First day"), _("Last day")
    return (
        aside("note", _("Note"), lambda r: r.note, Look.TEXT, 80),
        aside("id", _("Id"), lambda r: r.id),
        aside("mission", _("Mission id"), lambda r: r.mission),
        aside("force", _("Force id"), lambda r: r.force),
        aside("quantity", _("Quantity of the force"), lambda r: r.quantity, Look.NUMBER),
        aside("post", _("Post id"), lambda r: r.post),
        aside("relieves", _("Relieves (id)"), lambda r: r.relieves),
        aside("continues", _("Continues (id)"), lambda r: r.continues),
        aside("part_of", _("Part of (id)"), lambda r: r.part_of),
        aside("supports", _("Supports (mission ids)"), lambda r: BETWEEN_IDS.join(r.supports)),
        aside(
            "first_day_precision",
            _("Precision of the first day"),
            _precision(lambda r: r.day_notes.first_precision),
        ),
        aside(
            "first_day_note",
            _("Words of the source on the first day"),
            lambda r: r.day_notes.first_note,
            Look.TEXT,
            60,
        ),
        aside(
            "last_day_precision",
            _("Precision of the last day"),
            _precision(lambda r: r.day_notes.last_precision),
        ),
        aside(
            "last_day_note",
            _("Words of the source on the last day"),
            lambda r: r.day_notes.last_note,
            Look.TEXT,
            60,
        ),
        _week_column("x_first_week", _("Week of the first day"), first, lambda r: r.first_day),
        _week_column("x_last_week", _("Week of the last day"), last, lambda r: r.last_day),
    )


def _precision(of: Callable[[Rotation], Precision]) -> Callable[[Rotation], str]:
    # A day that is known to the day is the rule, and says nothing.
    words = {precision: word(precision) for precision in Precision}
    words[Precision.DAY] = ""
    return lambda rotation: words[of(rotation)]


def _add_choices(
    book: Book, placed: Placed, missions: Mapping[str, str], forces: Mapping[str, str]
) -> None:
    statuses = {status.value: word(status) for status in Status}
    precisions = {precision.value: word(precision) for precision in Precision}
    lists = {"missions": missions, "forces": forces, "statuses": statuses, "precisions": precisions}
    for name, choices in lists.items():
        if choices:
            book.lists.add_choices(f"kader_{name}", choices)
    for key, name in {
        "mission_name": "missions",
        "mission": "missions_ids",
        "force_name": "forces",
        "force": "forces_ids",
        "status": "statuses",
        "first_day_precision": "precisions",
        "last_day_precision": "precisions",
    }.items():
        if key in placed.letters and lists[name.removesuffix("_ids")]:
            _validate(placed, key, f"kader_{name}")


def _validate(placed: Placed, key: str, name: str) -> None:
    placed.sheet.add_data_validation(
        DataValidation(
            type="list",
            formula1=name,
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=_("Not in the list"),
            error=_("Choose one from the list, or leave the cell empty."),
            sqref=placed.column(key),
        )
    )


SHEET: Final = Sheet(rows=lambda contents: len(contents.plan.rotations), write=write)
