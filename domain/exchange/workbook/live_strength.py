"""The peak of a limit in some days as a formula over the table of rotations.

The strength on a day is a sum over the rotations that are there. The peak is the highest of the
sums of all days, and a month has few enough to ask for each: an array of days as criterion makes
SUMIFS give one sum for each. What has to be deducted at a handover no such sum can know: the peaks
of those missions are values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.engine.spans import Span
from domain.exchange.workbook.formulas import (
    LONGEST_FORMULA,
    can_be_criterion,
    column_of,
    exactly,
    literal,
    serial,
)
from domain.exchange.workbook.sheets import rotations
from domain.language import _
from domain.model import Category, Frame, Limit, Measure, Mission, Plan, Status
from domain.words.fixed import word

MOST_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class Counting:
    """How the table of rotations is asked: the missions and the columns that count.

    Without missions all of them count.
    """

    missions: tuple[str, ...]
    columns: tuple[str, ...]

    @property
    def sums(self) -> int:
        """How many sums make one strength."""
        return max(len(self.missions), 1) * len(self.columns)

    def peak(self, days: Span) -> str:
        """The formula of the highest strength on any of some days."""
        each = f"{serial(days[0])}+{{{','.join(map(str, range(days[1] - days[0])))}}}"
        there = (
            f'{_column(_("First day"))},"<="&({each}),{_column(_("Last day"))},">="&({each}),'
            f"{_column(_('Status'))},{literal('<>' + word(Status.CANCELLED))}"
        )
        where = [f"{_column(_('Mission'))},{exactly(one)},{there}" for one in self.missions]
        sums = (
            f"SUMIFS({_column(column)},{criteria})"
            for criteria in where or [there]
            for column in self.columns
        )
        return f"SUMPRODUCT(MAX({'+'.join(sums)}))"


def counting_of(
    plan: Plan, labels: Mapping[str, str], frame: Frame, limit: Limit
) -> Counting | None:
    """How to count for a limit, or none if no formula can: ``labels`` are those of missions."""
    missions = [plan.missions[name] for name in dict.fromkeys(frame.missions)]
    if limit.measure is Measure.PERSONS and any(map(_deducts, missions)):
        return None
    if not all(can_be_criterion(labels[mission.id]) for mission in missions):
        return None
    found = Counting(tuple(labels[mission.id] for mission in missions), _columns(limit))
    longest = found.peak((AFTER_1900, AFTER_1900 + MOST_DAYS))
    return found if missions and len(longest) <= LONGEST_FORMULA else None


AFTER_1900: Final = 700_000
"""A day number of our time, to try a formula with."""


def _deducts(mission: Mission) -> bool:
    return bool(mission.handover_days) and not mission.handover_counts


def _columns(limit: Limit) -> tuple[str, ...]:
    if limit.measure is Measure.TEAMS:
        return (_("Teams"),)
    if limit.categories == frozenset(Category):
        return (_("Total"),)
    headings = {
        Category.MILITARY: _("Military"),
        Category.CIVILIAN: _("Civilian"),
        Category.POLICE: _("Police"),
    }
    return tuple(headings[category] for category in Category if category in limit.categories)


def _column(title: str) -> str:
    return column_of(rotations.NAME, title)
