"""The words of the fixed lists of a plan, as a planner reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from domain.language import N_, _
from domain.model import (
    Binding,
    Category,
    CommitmentKind,
    EndKind,
    ForceKind,
    ForceMeasure,
    Measure,
    Precision,
    RecoveryKind,
    Status,
    UntilDecided,
)

NOTHING: Final = "–"
"""What stands where a field has no value."""
_WORDS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Status: {
        Status.DRAFT: N_("draft"),
        Status.PLANNED: N_("planned"),
        Status.APPROVED: N_("approved"),
        Status.DEPLOYED: N_("deployed"),
        Status.COMPLETED: N_("completed"),
        Status.CANCELLED: N_("cancelled"),
    },
    Category: {
        Category.MILITARY: N_("military"),
        Category.CIVILIAN: N_("civilian"),
        Category.POLICE: N_("police"),
    },
    Measure: {
        Measure.PERSONS: N_("persons at once"),
        Measure.TEAMS: N_("teams at once"),
        Measure.TEAMS_PER_YEAR: N_("teams a year"),
        Measure.PERSONS_PER_YEAR: N_("persons a year"),
        Measure.AVERAGE_PER_YEAR: N_("persons on average over a year"),
        Measure.TEAM_SIZE: N_("persons a team"),
    },
    Binding: {
        Binding.MAXIMUM: N_("maximum"),
        Binding.EXACT: N_("exact"),
        Binding.CIRCA: N_("circa"),
        Binding.MODULAR: N_("modular"),
        Binding.UNLIMITED: N_("unlimited"),
        Binding.UNKNOWN: N_("unknown"),
        Binding.UNREAD: N_("unread"),
    },
    UntilDecided: {
        UntilDecided.IN_FORCE: N_("in force"),
        UntilDecided.NOT_IN_FORCE: N_("not in force"),
    },
    ForceKind: {ForceKind.UNIT: N_("unit"), ForceKind.POOL: N_("pool")},
    ForceMeasure: {
        ForceMeasure.PERSONS: N_("persons"),
        ForceMeasure.TEAMS: N_("teams"),
        ForceMeasure.ITEMS: N_("items"),
    },
    CommitmentKind: {
        CommitmentKind.READINESS: N_("readiness"),
        CommitmentKind.NATIONAL: N_("national task"),
        CommitmentKind.EXERCISE: N_("exercise"),
        CommitmentKind.MAINTENANCE: N_("maintenance"),
        CommitmentKind.OTHER: N_("other commitment"),
    },
    RecoveryKind: {
        RecoveryKind.RATIO: N_("ratio"),
        RecoveryKind.INTERVAL: N_("interval"),
        RecoveryKind.QUOTA: N_("quota"),
    },
    Precision: {
        Precision.DAY: N_("day"),
        Precision.MONTH: N_("month"),
        Precision.YEAR: N_("year"),
        Precision.APPROX: N_("about"),
    },
    EndKind: {
        EndKind.DATE: N_("date"),
        EndKind.INDEFINITE: N_("indefinite"),
        EndKind.ONGOING: N_("ongoing"),
        EndKind.PER_ACTIVITY: N_("per activity"),
        EndKind.NOT_STATED: N_("not stated"),
    },
}
_EXACTNESS: Final = {
    Precision.DAY: "",
    Precision.MONTH: N_("known to the month"),
    Precision.YEAR: N_("known to the year"),
    Precision.APPROX: N_("about"),
}


def word(value: StrEnum) -> str:
    """A word of a fixed list, in the current language."""
    return _(english(value))


def english(value: StrEnum) -> str:
    """A word of a fixed list in English, whatever is spoken now."""
    return _WORDS[type(value)][value]


def categories_text(categories: Iterable[Category]) -> str:
    """Categories in their usual order: military, civilian."""
    chosen = frozenset(categories)
    return ", ".join(word(category) for category in Category if category in chosen)


def exactness_text(precision: Precision) -> str:
    """How exactly a day is known; nothing where it is known to the day."""
    return _(_EXACTNESS[precision])


def end_text(kind: EndKind | None) -> str:
    """Why there is no last day."""
    return word(EndKind.NOT_STATED if kind in {None, EndKind.DATE} else kind)


def yes_or_no(answer: bool | None) -> str:  # noqa: FBT001 - a field of three values, not a switch
    """An answer, or that nobody has given one."""
    if answer is None:
        return _("not decided")
    return _("yes") if answer else _("no")
