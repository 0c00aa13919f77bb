"""Annex 1 and 2 of the yearly report on paper, as the letter to parliament prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from domain.exchange.paper.flow import Flow
from domain.exchange.paper.tables import Heading, Look, Row, Table
from domain.language import _
from domain.reports import ColumnNumber, Comparison, Deployed, Entry, FrameNumbers, Report
from domain.reports.explanations import explanations
from domain.reports.printed import Columns
from domain.reports.regions import region_text
from domain.reports.texts import (
    basis_text,
    column_text,
    frames_text,
    mandates_text,
    notes_of,
)

_NO_NUMBERS: Final = ("",) * 3
Texts = Sequence[str]


def titles_1() -> tuple[str, ...]:
    """The headings of annex 1."""
    return (
        _("Mission"),
        _("Legal basis"),
        _("International mandate until"),
        _("National frame until"),
    )


def rows_1(report: Report) -> Iterator[Row]:
    """The rows of annex 1; a row of one cell names a region."""
    region = None
    for row in report.annex_1:
        if row.mission.region != region:
            region = row.mission.region
            yield Row((region_text(region),), Look.SECTION)
        name = row.mission.name or row.mission.id
        texts = basis_text(row.mandates), mandates_text(row.mandates), frames_text(row.frames)
        yield Row((name, *texts))


def groups_2() -> tuple[str, ...]:
    """What stands above the headings of annex 2."""
    frame, deployed = _("National frame"), _("Deployed in the period")
    return "", frame, frame, frame, deployed, deployed, deployed, ""


def titles_2() -> tuple[str, ...]:
    """The headings of annex 2."""
    return (
        _("Mission"),
        _("Military"),
        _("Civil/police"),
        _("Joint"),
        _("Military"),
        _("Civil/police"),
        _("Total"),
        _("Notes"),
    )


def rows_2(report: Report) -> Iterator[Row]:
    """The rows of annex 2 with their total; a row of one cell names a region."""
    region = None
    for entry in report.annex_2.entries:
        if entry.region != region:
            region = entry.region
            yield Row((region_text(region),), Look.SECTION)
        yield from _entry_rows(entry, report)
    annex = report.annex_2
    joint = annex.frame.joint.number is not None
    note = _("A joint number counts military together with others; it is in no other column.")
    numbers = (*_frame(annex.frame), *_deployed(annex.deployed))
    yield Row((_("Total"), *numbers, note if joint else ""), Look.TOTAL)


def _entry_rows(entry: Entry, report: Report) -> Iterator[Row]:
    for place, (mission, passage) in enumerate(zip(entry.missions, entry.passages, strict=True)):
        frame = _NO_NUMBERS if place else _frame(entry.frame)
        name = report.plan.missions[mission].name or mission
        notes = "\n".join(notes_of(entry, report.plan, place))
        yield Row((name, *frame, *_deployed(passage.deployed), notes))


def rows_of_printed(comparison: Comparison) -> Iterator[Row]:
    """The totals that were printed, of their rows anew, and of the same missions in the plan."""
    table = comparison.table
    columns, joint = table.frames_once
    printed = _frame(_numbers(table.frame, ColumnNumber()))
    once = _frame(_numbers(columns, ColumnNumber(joint)))
    here = _frame(comparison.frame)
    yield Row((_("Printed totals"), *printed, *_sums(table.deployed), ""))
    yield Row((_("Its rows, each frame once"), *once, *_sums(table.deployed_anew), ""))
    deployed = _deployed(comparison.deployed)
    yield Row((_("The same missions in this plan"), *here, *deployed, ""), Look.STRONG)


def printed_where(comparison: Comparison) -> str:
    """Where the printed table stands."""
    table = comparison.table
    return _("{document} ({file}, line {lines})").format(
        document=table.document, file=table.file, lines=table.lines
    )


def lead_1(report: Report) -> str:
    """What annex 1 is about."""
    return _("{period}. All mandates and frames that hold on a day of the period.").format(
        period=str(report.period)
    )


def lead_2(report: Report) -> str:
    """What annex 2 is about, and how to read it."""
    return _(
        "{period}. A frame limits how many are there on one day; deployed are all who passed "
        "through, and are never to be compared with it."
    ).format(period=str(report.period))


def put_annexes(flow: Flow, report: Report) -> None:
    """Both annexes, each on pages of its own."""
    flow.title(_("Annex 1"), lead_1(report))
    shares = (22.0, 40.0, 22.0, 40.0)
    headings = [Heading(title, share) for title, share in zip(titles_1(), shares, strict=True)]
    Table(flow, headings).put(rows_1(report))
    flow.title(_("Annex 2"), lead_2(report))
    Table(flow, _headings_2()).put(rows_2(report))
    if report.printed is not None:
        _put_printed(flow, report, report.printed)


def _put_printed(flow: Flow, report: Report, comparison: Comparison) -> None:
    flow.y += 8
    table = Table(flow, _headings_2())
    table.put([Row((_("Printed for this period"),), Look.SECTION)])
    table.put(rows_of_printed(comparison))
    flow.y += 4
    flow.say(printed_where(comparison))
    for text in explanations(comparison, report.plan):
        flow.say(f"– {text}")


def _headings_2() -> list[Heading]:
    shares = (26.0, *(9.0,) * 6, 56.0)
    return [
        Heading(title, share, numbers=0 < place < len(shares) - 1, group=group)
        for place, (title, group, share) in enumerate(
            zip(titles_2(), groups_2(), shares, strict=True)
        )
    ]


def _frame(frame: FrameNumbers) -> Texts:
    return tuple(map(column_text, (frame.military, frame.civil_police, frame.joint)))


def _deployed(deployed: Deployed) -> Texts:
    return str(deployed.military), str(deployed.civil_police), str(deployed.total)


def _numbers(columns: Columns, joint: ColumnNumber) -> FrameNumbers:
    return FrameNumbers(ColumnNumber(columns.military), ColumnNumber(columns.civil_police), joint)


def _sums(columns: Columns) -> Texts:
    return str(columns.military), str(columns.civil_police), str(columns.total)
