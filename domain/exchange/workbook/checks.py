"""What Control checks: a number that a sheet gives, beside the one that the engine gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from domain.engine.profile import Profile
from domain.engine.spans import overlap
from domain.exchange.workbook import all_missions, force_rows, strength_rows
from domain.exchange.workbook.calendar import month_grid
from domain.exchange.workbook.contents import SIGNS, WAIVED, Contents
from domain.exchange.workbook.filling import State, fillings
from domain.exchange.workbook.formulas import can_be_criterion, column_of, exactly, literal
from domain.exchange.workbook.live_deployed import passing
from domain.exchange.workbook.naming import missions_text
from domain.exchange.workbook.presence import peaks_together
from domain.exchange.workbook.sheets import (
    annex_2,
    findings,
    forces,
    frames,
    overview,
    rotations,
)
from domain.language import _
from domain.model import Rotation, Status
from domain.reports import Report
from domain.rules.finding import Severity
from domain.rules.texts import severity_text
from domain.words.fixed import word
from domain.words.limits import limit_text


@dataclass(frozen=True, slots=True)
class Check:
    """What is checked on which sheet: a formula, and what the engine says that it gives."""

    what: str
    sheet: str
    formula: str
    engine: int | Decimal


def checks(contents: Contents) -> Iterator[Check]:
    """Everything that Control checks, sheet by sheet."""
    yield from _rotations(contents)
    yield from _overview(contents)
    yield from _strength(contents)
    yield from _reference(contents)
    yield from _findings(contents)
    if contents.report is not None:
        yield from _annex_2(contents.report)


def _rotations(contents: Contents) -> Iterator[Check]:
    sheet, things = _("Rotations"), list(contents.plan.rotations.things())

    def column(title: str) -> str:
        return column_of(rotations.NAME, title)

    yield Check(_("Rows"), sheet, f"COUNTA({column(_('Id'))})", len(things))
    cancelled = literal(word(Status.CANCELLED))
    count = sum(one.cancelled for one in things)
    yield Check(_("Cancelled"), sheet, f"COUNTIF({column(_('Status'))},{cancelled})", count)
    for title, number in _people(things).items():
        yield Check(title, sheet, f"SUM({column(title)})", number)
    days = f"({column(_('Last day'))}-{column(_('First day'))}+1)"
    person_days = f"SUMPRODUCT({days}*{column(_('Total'))})"
    total = sum(one.days * one.headcount for one in things)
    yield Check(_("Person-days"), sheet, person_days, total)


def _people(things: list[Rotation]) -> dict[str, int]:
    return {
        _("Days"): sum(one.days for one in things),
        _("Military"): sum(one.military for one in things),
        _("Civilian"): sum(one.civilian for one in things),
        _("Police"): sum(one.police for one in things),
        _("Total"): sum(one.headcount for one in things),
        _("Teams"): sum(one.teams or 0 for one in things),
    }


def _overview(contents: Contents) -> Iterator[Check]:
    sheet, rows = _("Overview"), list(fillings(contents))
    ids, peaks, states = (
        column_of(overview.NAME, title) for title in (_("Limit id"), _("Peak"), _("State"))
    )
    yield Check(_("Limits"), sheet, f"COUNTA({ids})", len(rows))
    total = sum((Decimal(row.peak or 0) for row in rows), Decimal())
    yield Check(_("Sum of the peaks"), sheet, f"SUM({peaks})", total)
    exceeded = sum(row.state is State.EXCEEDED for row in rows)
    word = _(State.EXCEEDED.value)
    yield Check(_("Exceeded"), sheet, f"COUNTIF({states},{literal(word)})", exceeded)


def _strength(contents: Contents) -> Iterator[Check]:
    sheet, rows = _("Strength"), strength_rows.rows_of(contents)
    if not rows:
        return
    titles = strength_rows.month_titles(contents)
    months = f"{strength_rows.NAME}[[{titles[0]}]:[{titles[-1]}]]"
    total = sum(row.sum for row in rows)
    yield Check(_("Sum of all months"), sheet, f"SUM({months})", total)
    most = _("All missions together, the most at once")
    yield Check(most, sheet, all_missions.TOTAL, _most_at_once(contents))
    names = Counter(row.filling.limit.id.casefold() for row in rows)
    for place, row in enumerate(rows, start=1):
        filling = row.filling
        alone = names[filling.limit.id.casefold()] == 1
        what = _("Peak: {missions}, {limit}").format(
            missions=missions_text(contents.plan, filling.frame.missions),
            limit=limit_text(filling.limit),
        )
        formula = _peak_of(filling.limit.id if alone else "", place)
        yield Check(what, sheet, formula, _peak_in_period(contents, filling.profile))


def _most_at_once(contents: Contents) -> int:
    grid = month_grid(contents.period)
    rotations = contents.plan.rotations.things()
    return max(peaks_together(rotations, lambda one: one.headcount, grid.stretches))


def _peak_of(limit: str, place: int) -> str:
    """The peak of a limit on the sheet: by its id, or by its place where that cannot be."""
    peaks = column_of(strength_rows.NAME, _("Peak"))
    if not can_be_criterion(limit):
        return f"INDEX({peaks},{place})"
    return f"SUMIFS({peaks},{column_of(strength_rows.NAME, _('Limit id'))},{exactly(limit)})"


def _peak_in_period(contents: Contents, profile: Profile) -> int:
    if contents.period is None:
        return 0
    span = contents.period.span
    return max(
        (step.value for step in profile.steps if overlap(span, (step.start, step.end))), default=0
    )


def _reference(contents: Contents) -> Iterator[Check]:
    ids = column_of(frames.NAME, _("Frame id"))
    yield Check(_("Rows"), _("Frames"), f"COUNTA({ids})", len(contents.plan.frames))
    rows = force_rows.rows_of(contents.plan)
    names, quantities = (column_of(forces.NAME, title) for title in (_("Force"), _("Quantity")))
    yield Check(_("Rows"), _("Forces"), f"COUNTA({names})", len(rows))
    total = sum(force_rows.quantity_of(row) or 0 for row in rows)
    yield Check(_("Sum of the quantities"), _("Forces"), f"SUM({quantities})", total)


def _findings(contents: Contents) -> Iterator[Check]:
    sheet, found = _("Findings"), contents.material.findings
    codes, severities = (column_of(findings.NAME, title) for title in (_("Code"), _("Severity")))
    yield Check(_("Rows"), sheet, f"COUNTA({codes})", len(found))
    for severity, sign in SIGNS.items():
        count = sum(one.severity is severity and not one.waived for one in found)
        yield Check(_severity(severity), sheet, _beginning(severities, sign), count)
    waived = sum(one.waived for one in found)
    yield Check(_("Waived"), sheet, _beginning(severities, WAIVED), waived)


def _severity(severity: Severity) -> str:
    return _("Open: {severity}").format(severity=severity_text(severity))


def _beginning(cells: str, sign: str) -> str:
    return f"SUMPRODUCT(--(LEFT({cells},1)={literal(sign)}))"


def _annex_2(report: Report) -> Iterator[Check]:
    sheet, annex = _("Annex 2"), report.annex_2
    frame, deployed = annex.frame, annex.deployed
    numbers = {
        _("Frames, military"): frame.military.number or 0,
        _("Frames, civil/police"): frame.civil_police.number or 0,
        _("Frames, joint"): frame.joint.number or 0,
        _("Deployed, military"): deployed.military,
        _("Deployed, civil/police"): deployed.civil_police,
        _("Deployed, total"): deployed.total,
    }
    for name, (what, number) in zip(annex_2.TOTALS, numbers.items(), strict=True):
        yield Check(what, sheet, name, number)
    elsewhere = sum(
        passage.counted_elsewhere.total for entry in annex.entries for passage in entry.passages
    )
    formula = f"{passing([_('Total')], report.period)}-{elsewhere}"
    what = _("Persons on the sheet Rotations, each once")
    yield Check(what, sheet, formula, deployed.total)
