"""The fixed words of planning as a person reads them, in the current language."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from domain.language import N_, _
from domain.model import Binding, Category, EndKind, Measure, Precision, Status
from domain.rules.finding import Severity

_WORDS: Final[dict[StrEnum, str]] = {
    Status.DRAFT: N_("Draft"),
    Status.PLANNED: N_("Planned"),
    Status.APPROVED: N_("Approved"),
    Status.DEPLOYED: N_("Deployed"),
    Status.COMPLETED: N_("Completed"),
    Status.CANCELLED: N_("Cancelled"),
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
    Category.MILITARY: N_("military"),
    Category.CIVILIAN: N_("civilian"),
    Category.POLICE: N_("police"),
    Measure.PERSONS: N_("persons at once"),
    Measure.TEAMS: N_("teams at once"),
    Measure.TEAMS_PER_YEAR: N_("teams a year"),
    Measure.PERSONS_PER_YEAR: N_("persons a year"),
    Measure.AVERAGE_PER_YEAR: N_("persons on average over a year"),
    Measure.TEAM_SIZE: N_("persons a team"),
    Precision.MONTH: N_("exact to the month"),
    Precision.YEAR: N_("exact to the year"),
    Precision.APPROX: N_("approximate"),
    EndKind.INDEFINITE: N_("indefinite"),
    EndKind.ONGOING: N_("ongoing"),
    EndKind.PER_ACTIVITY: N_("per activity"),
    EndKind.NOT_STATED: N_("not stated"),
}
_BINDINGS: Final = {
    Binding.MAXIMUM: N_("at most {number}"),
    Binding.EXACT: N_("{number}"),
    Binding.CIRCA: N_("circa {number}"),
    Binding.MODULAR: N_("modular, circa {number}"),
    Binding.UNLIMITED: N_("no limit"),
    Binding.UNKNOWN: N_("number unknown"),
    Binding.UNREAD: N_("not yet read"),
}
_COUNTS: Final = {
    Severity.ERROR: N_("Errors"),
    Severity.WARNING: N_("Warnings"),
    Severity.NOTE: N_("Notes"),
}


def word(value: StrEnum) -> str:
    """A fixed word as a person reads it."""
    return _(_WORDS[value])


def words_of_severity(severity: Severity) -> str:
    """A severity in the plural, as a heading."""
    return _(_COUNTS[severity])


def number_text(binding: Binding, number: int | None) -> str:
    """How a limit puts its number: at most 7, circa 12, no limit."""
    text = _(_BINDINGS[binding]).format(number=number)
    if binding is Binding.UNREAD and number is not None:
        return f"{number} · {text}"
    return text


def categories_text(categories: Iterable[Category]) -> str:
    """Categories in their usual order: military, civilian."""
    chosen = frozenset(categories)
    return ", ".join(word(category) for category in Category if category in chosen)
