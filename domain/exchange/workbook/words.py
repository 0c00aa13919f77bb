"""The fixed words of a plan as a planner reads them, in the current language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.language import N_, _
from domain.model import Binding, Category, EndKind, Limit, Measure, Precision, Status
from domain.rules.finding import Severity

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
    Binding.EXACT: N_("as stated"),
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
SEVERITIES: Final = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}


def categories_text(categories: Iterable[Category]) -> str:
    """Categories in their fixed order, as one text."""
    present = frozenset(categories)
    return ", ".join(_(word) for category, word in CATEGORIES.items() if category in present)


def measure_text(measure: Measure | None) -> str:
    """What a limit counts; a limit that nobody has read yet has no measure."""
    return _("not chosen") if measure is None else _(MEASURES[measure])


def limit_text(limit: Limit) -> str:
    """A whole limit in a few words: binding, number, measure, categories."""
    number = "" if limit.number is None else f"{limit.number:,}".replace(",", "\N{NO-BREAK SPACE}")
    numbered = " ".join(filter(None, (_(BINDINGS[limit.binding]), number)))
    return _("{number} {measure}: {categories}").format(
        number=numbered,
        measure=measure_text(limit.measure),
        categories=categories_text(limit.categories),
    )


def yes_or_no(answer: bool | None) -> str:  # noqa: FBT001 - a field of three values, not a switch
    """An answer, or that nobody has given one."""
    if answer is None:
        return _("not decided")
    return _("yes") if answer else _("no")
