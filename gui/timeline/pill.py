"""The pill at a dragged bar: its days, its length, and what it would do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.language import _, plural
from domain.model.days import ONE_DAY, add_months, last_day_of_months
from domain.rules.finding import Finding
from domain.session import Preview
from domain.words.days import period_text
from gui.timeline.drag import Outcome

LENGTH_RULES: Final = frozenset({"ROT001", "ROT002"})


@dataclass(frozen=True, slots=True)
class Pill:
    """The lines of a pill; a wrong length is to be seen on it."""

    days: str
    length: str
    remarks: tuple[str, ...] = ()
    wrong_length: bool = False


def length_text(first_day: date, last_day: date) -> str:
    """A length in months and in days: "6 mo · 184 d"."""
    days = (last_day - first_day).days + 1
    months = whole_months(first_day, last_day)
    in_days = _("{days} d").format(days=days)
    if months == 0:
        return in_days
    rest = (last_day - add_months(first_day, months) + ONE_DAY).days
    words = _("{months} mo").format(months=months)
    if rest > 0:
        words = _("{months} mo {days} d").format(months=months, days=rest)
    return f"{words} · {in_days}"


def whole_months(first_day: date, last_day: date) -> int:
    """How many whole months fit between two days, both inside."""
    months = max((last_day.year - first_day.year) * 12 + last_day.month - first_day.month + 1, 0)
    while months and last_day_of_months(first_day, months) > last_day:
        months -= 1
    return months


def pill_of(outcome: Outcome, preview: Preview | None, about: Iterable[Finding]) -> Pill:
    """The pill for where a drag would end up, with what it does and what is found about it."""
    days = period_text(outcome.first_day, outcome.last_day)
    length = length_text(outcome.first_day, outcome.last_day)
    wrong = any(finding.code in LENGTH_RULES for finding in about)
    return Pill(days, length, tuple(effect_of(preview)) if preview else (), wrong)


def effect_of(preview: Preview) -> list[str]:
    """How many findings would come and go, compared by what they are about."""
    gone = {(finding.code, finding.subjects) for finding in preview.solved}
    come = {(finding.code, finding.subjects) for finding in preview.caused}
    new, solved = len(come - gone), len(gone - come)
    remarks = []
    if new:
        remarks.append(plural("1 new finding", "{count} new findings", new).format(count=new))
    if solved:
        remarks.append(plural("1 solved", "{count} solved", solved).format(count=solved))
    return remarks
