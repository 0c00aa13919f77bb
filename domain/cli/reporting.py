"""`report`: annex 1 and 2 for a period."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from domain.cli.ends import FINE, say, say_json
from domain.cli.tables import table_lines
from domain.cli.verb import Verb, add_scenario, day
from domain.exchange.paper.paper import PAPERS
from domain.language import N_, _
from domain.reports.annex_1 import MissionRow
from domain.reports.annex_2 import Annex2, Entry
from domain.reports.comparison import Comparison
from domain.reports.deployed import Deployed
from domain.reports.explanations import explanations
from domain.reports.frame_numbers import FrameNumbers
from domain.reports.period import Period
from domain.reports.printed import Columns
from domain.reports.regions import region_text
from domain.reports.report import Report, report_of
from domain.reports.texts import basis_text, column_text, frames_text, mandates_text, notes_of
from domain.store import PlanFile
from domain.words.days import period_text

Row = tuple[str, ...]


def _add_options(parser: argparse.ArgumentParser) -> None:
    add_scenario(parser)
    parser.add_argument("--from", dest="first_day", type=day, metavar="DAY", required=True)
    parser.add_argument("--until", dest="last_day", type=day, metavar="DAY", required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help=_("write it to a file as well"))
    parser.add_argument("--paper", choices=PAPERS, default="a4", help=_("of a PDF"))


def _report(options: argparse.Namespace) -> int:
    period = Period(options.first_day, options.last_day)
    with PlanFile.open(options.plan, read_only=True) as file:
        plan = file.load(options.scenario)
    report = report_of(plan, period)
    if options.pdf is not None:
        _write_pdf(report, options)
    if options.json:
        from domain.reports.document import report_document

        say_json(report_document(report))
    else:
        for line in _lines(report):
            say(line)
    return FINE


def _write_pdf(report: Report, options: argparse.Namespace) -> None:
    from domain.exchange.paper.booklet import write_report

    moment = datetime.now(UTC).astimezone()
    write_report(options.pdf, report, PAPERS[options.paper], moment)


def _lines(report: Report) -> Iterator[str]:
    days = period_text(report.period.first_day, report.period.last_day)
    yield f"{report.plan.name} – {report.plan.scenario}  {days}"
    yield ""
    yield _("Annex 1: legal basis, mandates and national frames")
    yield from table_lines(_titles_1(), _rows_1(report.annex_1))
    yield ""
    yield _("Annex 2: national frames, and persons deployed in the period")
    yield from table_lines(_titles_2(), _rows_2(report), numbers=frozenset(range(1, 7)))
    yield _("Deployed are all who passed through; a frame limits how many are there on one day.")
    if report.printed is not None:
        yield ""
        yield from _printed_lines(report.printed, report)


def _titles_1() -> Row:
    return (
        _("Mission"),
        _("Legal basis"),
        _("International mandate until"),
        _("National frame until"),
    )


def _rows_1(rows: Iterable[MissionRow]) -> Iterator[Row]:
    region = None
    for row in rows:
        if row.mission.region != region:
            region = row.mission.region
            yield (region_text(region),)
        yield (
            f"  {row.mission.name or row.mission.id}",
            basis_text(row.mandates),
            mandates_text(row.mandates),
            frames_text(row.frames),
        )


def _titles_2() -> Row:
    return (
        _("Mission"),
        _("Frame, military"),
        _("Frame, civil/police"),
        _("Frame, joint"),
        _("Deployed, military"),
        _("Deployed, civil/police"),
        _("Deployed, total"),
        _("Notes"),
    )


def _rows_2(report: Report) -> Iterator[Row]:
    annex: Annex2 = report.annex_2
    region = None
    for entry in annex.entries:
        if entry.region != region:
            region = entry.region
            yield (region_text(region),)
        yield from _entry_rows(entry, report)
    yield (_("Total"), *_frame(annex.frame), *_deployed(annex.deployed))


def _entry_rows(entry: Entry, report: Report) -> Iterator[Row]:
    for place, (mission, passage) in enumerate(zip(entry.missions, entry.passages, strict=True)):
        frame = ("", "", "") if place else _frame(entry.frame)
        notes = " ".join(notes_of(entry, report.plan, place))
        name = report.plan.missions[mission].name or mission
        yield (f"  {name}", *frame, *_deployed(passage.deployed), notes)


def _frame(frame: FrameNumbers) -> Row:
    return tuple(map(column_text, (frame.military, frame.civil_police, frame.joint)))


def _deployed(deployed: Deployed) -> Row:
    return str(deployed.military), str(deployed.civil_police), str(deployed.total)


def _printed_lines(comparison: Comparison, report: Report) -> Iterator[str]:
    table = comparison.table
    yield _("Printed for this period: {document}, {file}, line {lines}").format(
        document=table.document, file=table.file, lines=table.lines
    )
    columns, joint = table.frames_once
    anew = (str(columns.military), str(columns.civil_police), str(joint))
    rows = [
        (_("printed"), *_columns(table.frame), "", *_columns(table.deployed), _sum(table.deployed)),
        (_("its rows, each frame once"), *anew, *_columns(table.deployed_anew), ""),
        (
            _("the same missions in this plan"),
            *_frame(comparison.frame),
            *_deployed(comparison.deployed),
        ),
    ]
    yield from table_lines(("", *_titles_2()[1:-1]), rows, numbers=frozenset(range(1, 7)))
    for sentence in explanations(comparison, report.plan):
        yield f"- {sentence}"


def _columns(columns: Columns) -> Row:
    return str(columns.military), str(columns.civil_police)


def _sum(columns: Columns) -> str:
    return str(columns.total)


REPORT: Final = Verb(
    "report", N_("print annex 1 and 2 of the yearly report"), _add_options, _report
)
