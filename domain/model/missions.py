"""What people are sent to: missions, their mandates, their posts."""

from __future__ import annotations

from datetime import date

from domain.model.days import NO_NOTES, DayNotes, Length, Spanned, end_of, require_order, start_of
from domain.model.demands import LONGEST_DAYS, LONGEST_MONTHS, require_count, require_id
from domain.model.source import Source
from domain.model.words import Category
from domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Mission:
    """What people are sent to."""

    id: str
    name: str
    full_name: str = ""
    region: str = ""
    lead: str = ""
    kind: str = ""
    main_task: int | None = None
    handover_days: int = 0
    handover_counts: bool = True
    min_length: Length | None = None
    max_length: Length | None = None
    preparation_days: int = 0
    decision_lead_days: int = 0
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what no mission can be."""
        require_id(self.id)
        for field in ("handover_days", "preparation_days", "decision_lead_days"):
            require_count(self.id, field, getattr(self, field), LONGEST_DAYS)


@dataclass(frozen=True, slots=True)
class Mandate(Spanned):
    """The legal basis of a mission, with its own days."""

    id: str
    mission: str
    legal_basis: str
    first_day: date | None
    last_day: date | None
    day_notes: DayNotes = NO_NOTES
    source: Source | None = None

    def __post_init__(self) -> None:
        """Refuse what no mandate can be."""
        require_id(self.id)
        require_order(self.first_day, self.last_day, self.id)


@dataclass(frozen=True, slots=True)
class Post:
    """A line of a mission's establishment: so many of a category, from a day to a day."""

    id: str
    mission: str
    title: str
    category: Category
    quantity: int
    first_day: date | None
    last_day: date | None
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse what no post can be."""
        require_id(self.id)
        require_count(self.id, "quantity", self.quantity)
        require_order(self.first_day, self.last_day, self.id)


@dataclass(frozen=True, slots=True)
class LengthRule:
    """How long a tour of a category lasts at least and at most, while the rule holds."""

    id: str
    category: Category
    first_day: date | None
    last_day: date | None
    min_months: int | None = None
    max_months: int | None = None
    source: Source | None = None
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse what no length rule can be."""
        require_id(self.id)
        require_count(self.id, "min_months", self.min_months, LONGEST_MONTHS)
        require_count(self.id, "max_months", self.max_months, LONGEST_MONTHS)
        require_order(self.first_day, self.last_day, self.id)

    def holds_on(self, day: date) -> bool:
        """Whether the rule is valid on a day."""
        return start_of(self.first_day) <= day.toordinal() < end_of(self.last_day)
