"""The fixed words of a plan as a planner reads them, in the current language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from domain.language import N_, _
from domain.model import Binding, Category, DayNotes, EndKind, Limit, Measure, Precision, Status

STATUSES: Final = {
    Status.DRAFT: N_("draft"),
    Status.PLANNED: N_("planned"),
    Status.APPROVED: N_("approved"),
    Status.DEPLOYED: N_("deployed"),
    Status.COMPLETED: N_("completed"),
    Status.CANCELLED: N_("cancelled"),
}
CATEGORIES: Final = {
    Category.MILITARY: N_("military"),
    Category.CIVILIAN: N_("civilian"),
    Category.POLICE: N_("police"),
}
MEASURES: Final = {
    Measure.PERSONS: N_("persons at once"),
    Measure.TEAMS: N_("teams at once"),
    Measure.TEAMS_PER_YEAR: N_("teams a year"),
    Measure.PERSONS_PER_YEAR: N_("persons a year"),
    Measure.AVERAGE_PER_YEAR: N_("mean strength a year"),
    Measure.TEAM_SIZE: N_("persons in a team"),
}
BINDINGS: Final = {
    Binding.MAXIMUM: N_("maximum"),
    Binding.EXACT: N_("exact"),
    Binding.CIRCA: N_("circa"),
    Binding.MODULAR: N_("modular"),
    Binding.UNLIMITED: N_("unlimited"),
    Binding.UNKNOWN: N_("unknown"),
    Binding.UNREAD: N_("unread"),
}
PRECISIONS: Final = {
    Precision.DAY: N_("day"),
    Precision.MONTH: N_("month"),
    Precision.YEAR: N_("year"),
    Precision.APPROX: N_("about"),
}
ENDS: Final = {
    EndKind.DATE: N_("date"),
    EndKind.INDEFINITE: N_("indefinite"),
    EndKind.ONGOING: N_("ongoing"),
    EndKind.PER_ACTIVITY: N_("per activity"),
    EndKind.NOT_STATED: N_("not stated"),
}


def categories_text(categories: Iterable[Category]) -> str:
    """Categories in their fixed order, as one text."""
    present = frozenset(categories)
    return ", ".join(_(word) for category, word in CATEGORIES.items() if category in present)


def measure_text(measure: Measure | None) -> str:
    """What a limit counts; a limit that nobody has read yet has no measure."""
    return _("measure not chosen") if measure is None else _(MEASURES[measure])


def limit_text(limit: Limit) -> str:
    """A whole limit in a few words: measure, binding, number, categories."""
    return _("{measure}: {number} ({categories})").format(
        measure=measure_text(limit.measure),
        number=_number_text(limit),
        categories=categories_text(limit.categories),
    )


def short_limit_text(limit: Limit) -> str:
    """A limit where persons at once go without saying."""
    if limit.measure is not Measure.PERSONS:
        return limit_text(limit)
    return _("{number} ({categories})").format(
        number=_number_text(limit), categories=categories_text(limit.categories)
    )


def _number_text(limit: Limit) -> str:
    template = {
        Binding.MAXIMUM: _("at most {number}"),
        Binding.EXACT: "{number}",
        Binding.CIRCA: _("circa {number}"),
        Binding.MODULAR: _("modular, circa {number}"),
        Binding.UNLIMITED: _("no limit"),
        Binding.UNKNOWN: _("number unknown"),
        Binding.UNREAD: "–" if limit.number is None else "{number}",
    }
    return template[limit.binding].format(number=limit.number)


def yes_or_no(answer: bool | None) -> str:  # noqa: FBT001 - a field of three values, not a switch
    """An answer, or that nobody has given one."""
    if answer is None:
        return _("not decided")
    return _("yes") if answer else _("no")


def about_days(first_day: date | None, last_day: date | None, notes: DayNotes) -> str:
    """What there is to say about a first and a last day beside the days: a line for each."""
    first = "" if first_day is None else _exactness(notes.first_precision)
    last = _kind(notes) if last_day is None else _exactness(notes.last_precision)
    said = {
        _("First day"): "; ".join(filter(None, (first, notes.first_note))),
        _("Last day"): "; ".join(filter(None, (last, notes.last_note))),
    }
    return "\n".join(f"{which}: {what}" for which, what in said.items() if what)


def _exactness(precision: Precision) -> str:
    return {
        Precision.DAY: "",
        Precision.MONTH: _("known to the month"),
        Precision.YEAR: _("known to the year"),
        Precision.APPROX: _("about"),
    }[precision]


def _kind(notes: DayNotes) -> str:
    return _(ENDS[notes.last_kind or EndKind.NOT_STATED])
