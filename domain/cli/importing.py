"""`import`: a JSON plan as a scenario; rotations of a workbook or a table into one."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from domain.cli.ends import FINE, say, say_json
from domain.cli.verb import Verb, add_scenario
from domain.engine.comparison import differences
from domain.errors import Refused
from domain.language import N_, _, plural
from domain.model import Applied, Plan, touched_between
from domain.store import PlanFile

if TYPE_CHECKING:
    from domain.exchange.rotation_rows.reading import Problem, Reading


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    add_scenario(parser)
    parser.add_argument("--dry-run", action="store_true", help=_("say it, and change nothing"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--sheet", metavar="SHEET", help=_("the sheet of a table of others"))
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help=_("what a column of a table of others is; may be given several times"),
    )
    parser.add_argument(
        "--row", type=int, metavar="ROW", help=_("the row of the headings of a table of others")
    )
    parser.add_argument(
        "--days",
        choices=("day-first", "month-first"),
        help=_("how days such as 3/4/2026 are to be read in a table of others"),
    )
    parser.add_argument(
        "--from-other-plan",
        action="store_true",
        help=_("take a workbook of another plan in all the same"),
    )


def _import(options: argparse.Namespace) -> int:
    from domain.exchange.arriving import PLANS, TEXTS, WORKBOOKS

    ending = options.file.suffix.lower()
    if ending in PLANS:
        return _import_plan(options)
    if ending in TEXTS | WORKBOOKS:
        return _import_rotations(options)
    raise Refused(
        _("{file}: what can be taken in ends in .json, .xlsx or .csv.").format(file=options.file)
    )


def _import_plan(options: argparse.Namespace) -> int:
    from domain.exchange.plan_json import read_plan

    plan = read_plan(options.file)
    if options.scenario:
        plan = replace(plan, scenario=options.scenario)
    with PlanFile.open(options.plan, read_only=options.dry_run) as file:
        known = plan.scenario in file.scenarios()
        before = file.load(plan.scenario) if known else Plan()
        if not options.dry_run:
            file.put_scenario(plan)
            file.make_current(plan.scenario)
    _tell(before, plan, as_json=options.json)
    return FINE


def _tell(before: Plan, after: Plan, *, as_json: bool) -> None:
    from domain.exchange.differences_json import differences_document, differences_lines

    found = differences(before, after)
    if as_json:
        say_json(differences_document(before, after, found))
        return
    for line in differences_lines(before, after, found):
        say(line)


def _import_rotations(options: argparse.Namespace) -> int:
    with PlanFile.open(options.plan, read_only=options.dry_run) as file:
        scenario = options.scenario or file.current
        before = file.load(scenario)
        reading = _read(options, before, file)
        _tell_reading(before, reading, as_json=options.json)
        if reading.problems:
            raise Refused(reading.first_problem)
        touched = touched_between(before, reading.plan)
        if touched and not options.dry_run:
            label = _("Import {name}").format(name=options.file.name)
            file.keeper(scenario).save(before, Applied(reading.plan, touched), label)
    return FINE


def _read(options: argparse.Namespace, plan: Plan, file: PlanFile) -> Reading:
    from domain.exchange.arriving import Arriving, kind_of
    from domain.exchange.rotation_rows.days import DayOrder
    from domain.exchange.table_reading import Terms, read_table
    from domain.exchange.workbook_reading import read_workbook

    path: Path = options.file
    said = options.map or options.sheet or options.row or options.days
    if said or kind_of(path) is Arriving.TABLE:
        order = DayOrder(options.days) if options.days else None
        return read_table(path, plan, Terms(_mapping(options), options.sheet, options.row, order))
    return read_workbook(
        path,
        plan,
        file.plan_id,
        of_any_plan=options.from_other_plan,
        journal_head=file.head(),
    )


def _mapping(options: argparse.Namespace) -> Mapping[str, str] | None:
    """What the headings most likely are, but for those of which it was said what they are."""
    from domain.exchange.table_reading import look

    if not options.map:
        return None
    said: dict[str, str] = {}
    for text in options.map:
        heading, equals, field = text.rpartition("=")
        if not equals:
            raise Refused(_("'{text}' is no mapping; write HEADING=FIELD.").format(text=text))
        said[heading] = field
    guessed = look(options.file, options.sheet, options.row).suggested
    fields = set(said.values())
    kept = {h: f for h, f in guessed.items() if h not in said and f not in fields}
    return {**kept, **said}


def _tell_reading(before: Plan, reading: Reading, *, as_json: bool) -> None:
    """What would change, what is doubtful, and how many rows there were."""
    from domain.exchange.differences_json import differences_document, differences_lines

    found = differences(before, reading.plan)
    if as_json:
        say_json(
            {
                **differences_document(before, reading.plan, found),
                "rows": {
                    "in": reading.rows_in,
                    "taken": reading.rows_taken,
                    "refused": reading.rows_refused,
                },
                "problems": [_plainly(problem) for problem in reading.problems],
                "more_problems": reading.more_problems,
                "warnings": [_plainly(warning) for warning in reading.warnings],
                "more_warnings": reading.more_warnings,
            }
        )
        return
    for remark in (*reading.problems, *reading.warnings):
        say(remark.text)
    if not reading.problems:
        for line in differences_lines(before, reading.plan, found):
            say(line)
    say(
        plural(
            "{count} row: {taken} taken, {refused} refused.",
            "{count} rows: {taken} taken, {refused} refused.",
            reading.rows_in,
        ).format(count=reading.rows_in, taken=reading.rows_taken, refused=reading.rows_refused)
    )


def _plainly(problem: Problem) -> dict[str, str]:
    return {"sheet": problem.sheet, "cell": problem.cell, "sentence": problem.sentence}


IMPORT: Final = Verb(
    "import", N_("take in a JSON plan, a workbook or a table"), _add_options, _import
)
