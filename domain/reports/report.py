"""The whole report of a plan for a period."""

from __future__ import annotations

from dataclasses import dataclass

from domain.model import Plan
from domain.reports.annex_1 import MissionRow, annex_1
from domain.reports.annex_2 import Annex2, annex_2
from domain.reports.comparison import Comparison, compared
from domain.reports.period import Period
from domain.reports.printed import printed_for


@dataclass(frozen=True, slots=True)
class Report:
    """Both annexes, and the comparison with what was printed for this period, if anything was."""

    plan: Plan
    period: Period
    annex_1: tuple[MissionRow, ...]
    annex_2: Annex2
    printed: Comparison | None


def report_of(plan: Plan, period: Period) -> Report:
    """The report of a plan for a period."""
    second, table = annex_2(plan, period), printed_for(plan, period)
    return Report(
        plan=plan,
        period=period,
        annex_1=annex_1(plan, period),
        annex_2=second,
        printed=None if table is None else compared(table, second),
    )
