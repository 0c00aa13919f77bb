"""Findings: one row for each thing that a rule says about the plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.exchange.workbook.book import Book
from domain.exchange.workbook.columns import Column, aside, day, number, text
from domain.exchange.workbook.contents import SIGNS, WAIVED, Contents
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.marks import mark_findings
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import TableSheet, write_table
from domain.language import _
from domain.model import Plan, Ref, Waiver
from domain.rules.catalogue import rule_of
from domain.rules.finding import Finding
from domain.rules.texts import message, severity_text, source_of

NAME: Final = "findings"
Columns = tuple[Column[Finding], ...]


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    columns = (*_what(contents), *_how_much(contents), *_waiver(contents.whole), *_asides(contents))
    lead = _("What the rules say about the plan; nothing here stops anyone from planning on.")
    if not contents.material.findings:
        lead = _("The rules have nothing to say about this plan; Read me tells what was checked.")
    what = _("One row for each finding: its text, its numbers, its causes, its source.")
    about = TableSheet(NAME, _("Findings"), what, lead, columns, frozen=3)
    placed = write_table(book, contents.material, about, contents.material.findings)
    mark_findings(placed, "severity")


def _severity(finding: Finding) -> str:
    sign = WAIVED if finding.waived else SIGNS[finding.severity]
    return f"{sign} {severity_text(finding.severity)}"


def _what(contents: Contents) -> Columns:
    names = contents.names
    return (
        text("severity", _("Severity"), _severity, 16),
        text("code", _("Code"), lambda f: f.code, 10),
        text("missions", _("Missions"), lambda f: names.missions_of(f.subjects), 18),
        text("message", _("Finding"), message, 52),
        day("first_day", _("First day"), lambda f: f.first_day),
        day("last_day", _("Last day"), lambda f: f.last_day),
    )


def _how_much(contents: Contents) -> Columns:
    names = contents.names

    def contributors(finding: Finding) -> str:
        return "\n".join(
            names.of(one.ref) if one.amount is None else f"{one.amount} × {names.of(one.ref)}"
            for one in finding.contributors
        )

    return (
        number("measured", _("Measured"), lambda f: f.measured),
        number("limit", _("Limit"), lambda f: f.limit),
        number("excess", _("Excess"), lambda f: f.excess),
        day("peak_day", _("Peak day"), lambda f: f.peak_day),
        text("x_contributors", _("Contributors"), contributors, 32),
        text("source", _("Source"), lambda f: source_of(f, contents.whole), 28),
    )


def _waiver(plan: Plan) -> Columns:
    def waiver(finding: Finding) -> str:
        if finding.waiver is not None:
            return _about(plan.waivers[finding.waiver])
        lapsed = (_about(plan.waivers[name]) for name in finding.lapsed_waivers)
        return "\n".join(_("lapsed: {waiver}").format(waiver=text) for text in lapsed)

    return (text("x_waiver", _("Waiver"), waiver, 24),)


def _about(waiver: Waiver) -> str:
    until = "" if waiver.until is None else _("until {day}").format(day=f"{waiver.until:%d-%m-%Y}")
    by = ", ".join(filter(None, (waiver.by, until)))
    return ": ".join(filter(None, (by, waiver.reason))) or _("waived")


def _asides(contents: Contents) -> Columns:
    names = contents.names

    def ids(refs: Iterable[Ref]) -> str:
        return "; ".join(f"{ref.kind} {ref.id}" for ref in refs)

    return (
        aside("rule", _("Rule"), lambda f: rule_of(f.code).title_text(), Look.TEXT, 26),
        aside(
            "x_subjects",
            _("About"),
            lambda f: "\n".join(map(names.of, f.subjects)),
            Look.TEXT,
            40,
        ),
        aside("subjects", _("About (ids)"), lambda f: ids(f.subjects)),
        aside(
            "contributors",
            _("Contributors (ids)"),
            lambda f: ids(contributor.ref for contributor in f.contributors),
        ),
        aside("waiver", _("Waiver id"), lambda f: f.waiver),
        aside("lapsed_waivers", _("Lapsed waivers (ids)"), lambda f: "; ".join(f.lapsed_waivers)),
    )


SHEET: Final = Sheet(rows=lambda contents: len(contents.material.findings), write=write)
