"""`export`: a workbook, a JSON plan, rotations, pages to print, or a scenario to be sent."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from domain.cli.ends import FINE, say
from domain.cli.other_files import plan_named
from domain.cli.verb import Verb, add_scenario, day
from domain.errors import Refused
from domain.exchange.paper.paper import PAPERS
from domain.language import N_, _
from domain.model import Plan
from domain.store import PlanFile

if TYPE_CHECKING:
    from domain.exchange.workbook.material import Material


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    add_scenario(parser)
    parser.add_argument("--from", dest="first_day", type=day, metavar="DAY")
    parser.add_argument("--until", dest="last_day", type=day, metavar="DAY")
    parser.add_argument("--public", action="store_true")
    parser.add_argument("--compare-with", metavar="B", help=_("a scenario, or one of another file"))
    parser.set_defaults(beside=None)
    parser.add_argument("--paper", choices=PAPERS, default="a4", help=_("of a PDF"))


def _export(options: argparse.Namespace) -> int:
    if options.first_day and options.last_day and options.last_day < options.first_day:
        raise Refused(_("--until lies before --from."))
    ending = options.file.suffix.lower()
    if options.compare_with and ending != ".xlsx":
        raise Refused(_("Only a workbook (.xlsx) compares; leave --compare-with out."))
    if ending == ".kader":
        _send(options)
        return FINE
    with PlanFile.open(options.plan, read_only=True) as file:
        plan, plan_id, head = file.load(options.scenario), file.plan_id, file.head()
        if options.compare_with:
            options.beside = plan_named(file, options.compare_with)
    if ending == ".json":
        if options.first_day or options.last_day:
            raise Refused(_("A JSON plan is always whole; leave --from and --until out."))
        _export_json(plan, options)
    elif ending == ".xlsx":
        _export_workbook(plan, plan_id, head, options)
    elif ending == ".csv":
        _export_rotations(plan, options)
    elif ending == ".pdf":
        _export_pdf(plan, plan_id, head, options)
    else:
        raise Refused(
            _("{file}: a plan leaves as .xlsx, .json, .csv, .pdf or .kader.").format(
                file=options.file
            )
        )
    say(_("{file} is written.").format(file=options.file))
    return FINE


def _send(options: argparse.Namespace) -> None:
    """Write a scenario as a file of its own that can be merged when it comes back."""
    if options.first_day or options.last_day or options.public:
        raise Refused(_("A scenario is sent whole; leave --from, --until and --public out."))
    with PlanFile.open(options.plan, read_only=True) as file:
        file.send(options.scenario or file.current, options.file)
    with PlanFile.open(options.file, read_only=True) as sent:
        head, marking = sent.head(), sent.load().settings.marking
    say(_("{file} is written; head of its journal: {head}.").format(file=options.file, head=head))
    if marking is not None:
        say(_("Marking: {marking}.").format(marking=marking.text))


def _export_json(plan: Plan, options: argparse.Namespace) -> None:
    from domain.exchange.plan_json import write_plan
    from domain.exchange.public import public_plan

    write_plan(public_plan(plan) if options.public else plan, options.file)


def _export_rotations(plan: Plan, options: argparse.Namespace) -> None:
    from domain.exchange.csv_rotations import write_rotations_csv

    write_rotations_csv(
        plan,
        options.file,
        first_day=options.first_day,
        last_day=options.last_day,
        public=options.public,
    )


def _export_workbook(plan: Plan, plan_id: str, head: str, options: argparse.Namespace) -> None:
    from domain.exchange.workbook import write_workbook

    material = _material(plan, plan_id, head, options)
    write_workbook(options.file, material, lambda _done, _total: None)


def _export_pdf(plan: Plan, plan_id: str, head: str, options: argparse.Namespace) -> None:
    from domain.exchange.paper.booklet import write_booklet

    material = _material(plan, plan_id, head, options)
    write_booklet(options.file, material, PAPERS[options.paper])


def _material(plan: Plan, plan_id: str, head: str, options: argparse.Namespace) -> Material:
    from domain.exchange.workbook import material_of

    return material_of(
        plan,
        plan_id=plan_id,
        journal_head=head,
        first_day=options.first_day,
        last_day=options.last_day,
        public=options.public,
        beside=options.beside,
    )


EXPORT: Final = Verb(
    "export",
    N_("write a workbook, JSON, rotations (.csv), pages (.pdf) or a scenario to send (.kader)"),
    _add_options,
    _export,
)
