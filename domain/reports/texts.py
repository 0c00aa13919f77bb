"""The numbers, days and notes of a report as a person reads them, in the current language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from domain.language import _, plural
from domain.model import Limit, Measure, Plan, Precision
from domain.reports.annex_1 import FrameUntil, MandateUntil, Until
from domain.reports.annex_2 import Entry
from domain.reports.deployed import Passage
from domain.reports.frame_numbers import ColumnNumber
from domain.reports.holding import Holding
from domain.words.days import day_text, period_text
from domain.words.fixed import categories_text, end_text
from domain.words.limits import limit_text

NO_FRAME: Final = "–"
UNKNOWN: Final = "?"


def column_text(column: ColumnNumber) -> str:
    """What stands in a column; empty where no frame says anything about it."""
    number = "" if column.number is None else str(column.number)
    if column.about and number:
        number = _("circa {number}").format(number=number)
    if number:
        return number
    return UNKNOWN if column.unknown else NO_FRAME if column.unlimited else ""


def until_text(until: Until) -> str:
    """A last day, or why there is none."""
    if until.last_day is None:
        return end_text(until.kind)
    day = day_text(until.last_day)
    return day if until.precision is Precision.DAY else _("about {day}").format(day=day)


def basis_text(mandates: Iterable[MandateUntil]) -> str:
    """The legal bases of a mission, a line each."""
    return "\n".join(one.mandate.legal_basis or NO_FRAME for one in mandates) or NO_FRAME


def mandates_text(mandates: Iterable[MandateUntil]) -> str:
    """Until when the mandates of a mission go, a line each."""
    return "\n".join(until_text(one.until) for one in mandates) or NO_FRAME


def frames_text(frames: tuple[FrameUntil, ...]) -> str:
    """Until when the frames of a mission go, a line each; named where there are several."""
    return "\n".join(_frame_text(one, named=len(frames) > 1) for one in frames) or NO_FRAME


def _frame_text(one: FrameUntil, *, named: bool) -> str:
    text = until_text(one.until)
    if one.dormant:
        text = _("{until}, not in force before its condition is met").format(until=text)
    elif one.conditional:
        text = _("{until}, on a condition").format(until=text)
    return f"{text} ({one.frame.title or one.frame.id})" if named else text


def entry_name(entry: Entry, plan: Plan) -> str:
    """The missions of an entry by name."""
    return ", ".join(plan.missions[mission].name or mission for mission in entry.missions)


def notes_of(entry: Entry, plan: Plan, place: int) -> tuple[str, ...]:
    """What there is to say about one of the missions of an entry beside its numbers.

    The frame of all of them is spoken of at the first.
    """
    if place:
        lead = plan.missions[entry.missions[0]]
        frame: Iterable[str] = [_("Frame: see {mission}.").format(mission=lead.name or lead.id)]
    else:
        frame = _on_frame(entry, plan)
    return (*frame, *_on_persons(entry.passages[place]))


def _on_frame(entry: Entry, plan: Plan) -> Iterator[str]:
    if len(entry.missions) > 1:
        yield _("One frame for {missions} together.").format(missions=entry_name(entry, plan))
    for cap in entry.caps:
        yield _("Together at most {number}: {categories}.").format(
            number=cap.number, categories=categories_text(cap.categories)
        )
    for holding in entry.holdings:
        yield from _on_days(entry, holding)
        yield from _on_other_limits(holding)


def _on_days(entry: Entry, holding: Holding) -> Iterator[str]:
    title = holding.frame.title or holding.frame.id
    if holding.dormant:
        yield _("{frame}: not in force before its condition is met.").format(frame=title)
    elif holding.frame.undecided:
        yield _("{frame}: on a condition.").format(frame=title)
    edges = [one.days for one in entry.holdings]
    starts, ends = {start for start, _end in edges}, {end for _start, end in edges}
    if len(starts) > 1 or len(ends) > 1:
        days = period_text(holding.first_day, holding.last_day)
        yield _("{frame}: {days}.").format(frame=title, days=days)


def _on_other_limits(holding: Holding) -> Iterator[str]:
    """The limits that stand in no column: of other measures, unlimited, or not known."""
    limits = [limit_text(one) for one in holding.frame.limits if _in_no_column(one)]
    if limits:
        title = holding.frame.title or holding.frame.id
        yield _("{frame}: {limits}.").format(frame=title, limits="; ".join(limits))


def _in_no_column(limit: Limit) -> bool:
    return limit.measure is not Measure.PERSONS or limit.number is None


def _on_persons(passage: Passage) -> Iterator[str]:
    elsewhere = passage.counted_elsewhere.total
    if elsewhere:
        yield plural(
            "{count} person went on to another rotation and is counted there.",
            "{count} persons went on to another rotation and are counted there.",
            elsewhere,
        ).format(count=elsewhere)
    without = passage.without_people
    if without:
        yield plural(
            "{count} rotation without a number of persons is not in it.",
            "{count} rotations without a number of persons are not in it.",
            without,
        ).format(count=without)
