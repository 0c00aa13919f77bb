"""Rotations: people at one mission from a first to a last day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain.model.days import NO_NOTES, DayNotes, require_order
from domain.model.demands import require_count, require_id
from domain.model.words import Category, Status
from domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Rotation:
    """People at one mission from a first to a last day, both inside."""

    id: str
    mission: str
    name: str
    first_day: date
    last_day: date
    military: int = 0
    civilian: int = 0
    police: int = 0
    teams: int | None = None
    force: str | None = None
    quantity: int | None = None
    post: str | None = None
    relieves: str | None = None
    continues: str | None = None
    part_of: str | None = None
    supports: tuple[str, ...] = ()
    status: Status = Status.PLANNED
    justification: str = ""
    note: str = ""
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse what no rotation can be."""
        require_id(self.id)
        require_order(self.first_day, self.last_day, self.name or self.id)
        for field in ("military", "civilian", "police", "teams", "quantity"):
            require_count(self.name or self.id, field, getattr(self, field))

    @property
    def start(self) -> int:
        """The day number of the first day."""
        return self.first_day.toordinal()

    @property
    def end(self) -> int:
        """The day number after the last day."""
        return self.last_day.toordinal() + 1

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last_day - self.first_day).days + 1

    @property
    def headcount(self) -> int:
        """Its people of all categories together."""
        return self.military + self.civilian + self.police

    @property
    def cancelled(self) -> bool:
        """Whether every rule leaves it out."""
        return self.status is Status.CANCELLED

    @property
    def categories(self) -> frozenset[Category]:
        """The categories in which it has people."""
        return frozenset(category for category in Category if self.people(category))

    def people(self, category: Category) -> int:
        """Its people in one category."""
        count: int = getattr(self, category.value)
        return count

    def people_in(self, categories: Iterable[Category]) -> int:
        """Its people in some categories together."""
        return sum(self.people(category) for category in categories)
