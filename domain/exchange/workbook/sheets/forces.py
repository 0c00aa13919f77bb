"""Forces: the single set of forces as a tree, with supply, claims and rules, one row each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.exchange.workbook.about_days import about_days
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.columns import Column, aside, day, number, text
from domain.exchange.workbook.contents import Contents, summary
from domain.exchange.workbook.force_rows import Claim, Row, quantity_of, rows_of
from domain.exchange.workbook.force_words import recovery_text
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.marks import mark_findings
from domain.exchange.workbook.naming import missions_text
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import TableSheet, write_table
from domain.language import _
from domain.model import (
    KINDS,
    Commitment,
    Plan,
    RecoveryRule,
    Ref,
    Sharing,
    Source,
    SupplyStep,
)
from domain.words.fixed import categories_text, word

NAME: Final = "forces"
_INDENT: Final = "    "


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    lead = _("Supply, commitments and sharing below each force; rules on recovery last.")
    if contents.material.public:
        lead = _("Forces and commitments are left out of a public workbook.")
    about = TableSheet(
        NAME,
        _("Forces"),
        _("The tree of forces with supply, commitments, sharings and recovery rules."),
        lead,
        (*_what(contents), *_how_much(contents), *_asides(contents.plan)),
        frozen=2,
    )
    placed = write_table(book, contents.material, about, rows_of(contents.plan))
    mark_findings(placed, "x_findings")


def _what(contents: Contents) -> tuple[Column[Row], ...]:
    plan = contents.plan
    return (
        text("name", _("Force"), _name, 40),
        text("what", _("What"), _kind, 22),
        text("x_about", _("About"), lambda r: _about(plan, r), 44),
        day("first_day", _("First day"), lambda r: _first_day(r.claim)),
        day("last_day", _("Last day"), lambda r: _last_day(r.claim)),
        text("x_days", _("About the days"), lambda r: _about_days(r.claim), 26),
    )


def _how_much(contents: Contents) -> tuple[Column[Row], ...]:
    def findings(row: Row) -> str:
        thing = row.force if row.claim is None else row.claim
        if thing is None or isinstance(thing, SupplyStep):
            return ""
        return summary(contents.findings_about(Ref(KINDS[type(thing)], thing.id)))

    return (
        number("quantity", _("Quantity"), quantity_of),
        text("measure", _("Counts"), _measure, 12),
        text("x_findings", _("Findings"), findings, 20),
        text("source", _("Source"), lambda r: str(_source(r.claim) or ""), 34),
    )


def _asides(plan: Plan) -> tuple[Column[Row], ...]:
    def parent(row: Row) -> str:
        above = None if row.force is None or row.claim is not None else row.force.parent
        return "" if above is None else plan.forces[above].name or above

    return (
        aside("parent_name", _("Part of"), parent, Look.TEXT, 30),
        aside("service", _("Service"), lambda r: _of_force(r, "service"), Look.TEXT, 20),
        aside("marking", _("Marking"), lambda r: _of_force(r, "marking"), Look.TEXT, 20),
        aside("note", _("Note"), _note, Look.TEXT, 60),
        aside("quote", _("Quote"), lambda r: getattr(_source(r.claim), "quote", ""), Look.TEXT, 70),
        aside("id", _("Id"), _id),
        aside("force", _("Force id"), lambda r: None if r.force is None else r.force.id),
    )


def _name(row: Row) -> str:
    return _INDENT * row.depth + (_own_name(row) or _kind(row))


def _own_name(row: Row) -> str:
    match row.claim:
        case None:
            return "" if row.force is None else row.force.name or row.force.id
        case Commitment(name=name, id=id_):
            return name or id_
        case RecoveryRule(id=id_):
            return id_
        case SupplyStep() | Sharing():
            return ""


def _kind(row: Row) -> str:
    match row.claim:
        case None:
            return "" if row.force is None else word(row.force.kind)
        case SupplyStep():
            return _("supply")
        case Commitment(kind=kind):
            return _("commitment: {kind}").format(kind=word(kind))
        case Sharing():
            return _("sharing")
        case RecoveryRule():
            return _("recovery rule")


def _about(plan: Plan, row: Row) -> str:
    match row.claim:
        case Sharing(missions=missions):
            return _("may be used together by: {missions}").format(
                missions=missions_text(plan, missions)
            )
        case Commitment(exclusive=False):
            return _("not exclusive")
        case RecoveryRule() as rule:
            return "\n".join(_about_rule(plan, rule))
        case _:
            return ""


def _about_rule(plan: Plan, rule: RecoveryRule) -> Iterator[str]:
    yield recovery_text(rule)
    names = [plan.forces[name].name or name for name in rule.forces]
    yield _("Forces: {forces}").format(forces=", ".join(names) or _("all units"))
    yield _("Categories: {categories}").format(categories=categories_text(rule.categories))
    for exempt in rule.exempt_missions:
        mission = missions_text(plan, [exempt.mission])
        yield _("Not after {mission}: {reason}").format(mission=mission, reason=exempt.reason)


def _first_day(claim: Claim | None) -> date | None:
    return None if claim is None else claim.first_day


def _last_day(claim: Claim | None) -> date | None:
    return None if claim is None else claim.last_day


def _about_days(claim: Claim | None) -> str:
    return "" if claim is None else about_days(claim.first_day, claim.last_day, claim.day_notes)


def _measure(row: Row) -> str:
    counts = row.claim is None or isinstance(row.claim, SupplyStep | Commitment)
    return word(row.force.measure) if counts and row.force is not None else ""


def _source(claim: Claim | None) -> Source | None:
    return None if claim is None or isinstance(claim, SupplyStep) else claim.source


def _of_force(row: Row, field: str) -> str:
    return "" if row.force is None or row.claim is not None else str(getattr(row.force, field))


def _note(row: Row) -> str:
    return row.claim.note if isinstance(row.claim, Commitment) else ""


def _id(row: Row) -> str | None:
    if row.claim is None:
        return None if row.force is None else row.force.id
    return None if isinstance(row.claim, SupplyStep) else row.claim.id


SHEET: Final = Sheet(rows=lambda contents: len(rows_of(contents.plan)), write=write)
