"""National frames: what the cabinet decided, as limits with days, conditions and sources."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.errors import Refused
from domain.language import _
from domain.model.days import NO_NOTES, DayNotes, Spanned, require_order
from domain.model.demands import require_count, require_id
from domain.model.source import Source
from domain.model.words import Binding, Category, Measure, UntilDecided
from domain.values import dataclass

NUMBERED: Final = frozenset({Binding.MAXIMUM, Binding.EXACT, Binding.CIRCA, Binding.MODULAR})
UNCERTAIN: Final = frozenset({Binding.UNKNOWN, Binding.UNREAD})
ABOUT: Final = frozenset({Binding.CIRCA, Binding.MODULAR})


@dataclass(frozen=True, slots=True)
class Limit:
    """One number of a frame."""

    id: str
    measure: Measure | None
    categories: frozenset[Category]
    number: int | None
    binding: Binding

    def __post_init__(self) -> None:
        """Refuse a limit that says nothing, or two things."""
        require_id(self.id)
        require_count(self.id, "number", self.number)
        if not self.categories:
            raise Refused(_("Limit {id} counts no category.").format(id=self.id))
        if (self.measure is None) != (self.binding is Binding.UNREAD):
            raise Refused(_("Limit {id}: only an unread limit has no measure.").format(id=self.id))
        if self.binding in NUMBERED and self.number is None:
            raise Refused(_("Limit {id} has no number.").format(id=self.id))
        if self.binding in {Binding.UNLIMITED, Binding.UNKNOWN} and self.number is not None:
            raise Refused(
                _("Limit {id} is {binding} and cannot have a number.").format(
                    id=self.id, binding=self.binding
                )
            )


@dataclass(frozen=True, slots=True)
class Frame(Spanned):
    """A decision that covers missions, from a first to a last day, with its limits."""

    id: str
    title: str
    missions: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    limits: tuple[Limit, ...]
    condition: str | None = None
    condition_met: bool | None = None
    condition_decided_on: date | None = None
    until_decided: UntilDecided = UntilDecided.IN_FORCE
    caveats: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    correction: bool = False
    source: Source | None = None
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse a frame without limits or with its days turned round."""
        require_id(self.id)
        require_order(self.first_day, self.last_day, self.id)
        if not self.limits:
            raise Refused(_("Frame {id} has no limits.").format(id=self.id))

    @property
    def undecided(self) -> bool:
        """Whether it has a condition on which nobody has decided."""
        return self.condition is not None and self.condition_met is None

    @property
    def void(self) -> bool:
        """Whether its condition keeps it from being in force at all."""
        if self.condition is None or self.condition_met is True:
            return False
        return self.condition_met is False or self.until_decided is UntilDecided.NOT_IN_FORCE

    @property
    def categories(self) -> frozenset[Category]:
        """The categories that any of its limits counts."""
        return frozenset().union(*(limit.categories for limit in self.limits))
