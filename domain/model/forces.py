"""The single set of forces: units and pools, what claims them, what they need between tours."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from domain.errors import Refused
from domain.language import _
from domain.model.days import NO_NOTES, DayNotes, Spanned, require_order
from domain.model.demands import LONGEST_DAYS, require_count, require_id
from domain.model.source import Source
from domain.model.words import Category, CommitmentKind, ForceKind, ForceMeasure, RecoveryKind
from domain.values import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

LARGEST_FACTOR: Final = 1_000


@dataclass(frozen=True, slots=True)
class SupplyStep(Spanned):
    """So many of a pool from a day to a day."""

    first_day: date | None
    last_day: date | None
    quantity: int
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse a negative supply and turned days."""
        require_count("supply", "quantity", self.quantity)
        require_order(self.first_day, self.last_day, "supply")


@dataclass(frozen=True, slots=True)
class Force:
    """A node in the tree of forces: an indivisible unit, or a pool."""

    id: str
    name: str
    kind: ForceKind
    parent: str | None = None
    measure: ForceMeasure = ForceMeasure.ITEMS
    service: str = ""
    marking: str = ""
    supply: tuple[SupplyStep, ...] = ()

    def __post_init__(self) -> None:
        """Refuse supply steps that overlap."""
        require_id(self.id)
        steps = sorted(self.supply, key=lambda step: step.start)
        for earlier, later in pairwise(steps):
            if later.start < earlier.end:
                raise Refused(_("Force {id}: two supply steps overlap.").format(id=self.id))


@dataclass(frozen=True, slots=True)
class Commitment:
    """A claim on a force that is no rotation."""

    id: str
    force: str
    name: str
    kind: CommitmentKind
    first_day: date | None
    last_day: date | None
    quantity: int | None = None
    exclusive: bool = True
    note: str = ""
    source: Source | None = None
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse what no commitment can be."""
        require_id(self.id)
        require_count(self.id, "quantity", self.quantity)
        require_order(self.first_day, self.last_day, self.id)


@dataclass(frozen=True, slots=True)
class Sharing(Spanned):
    """A declaration that missions may use one force together, on its days."""

    id: str
    force: str
    missions: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    source: Source | None = None
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse what no sharing can be."""
        require_id(self.id)
        require_order(self.first_day, self.last_day, self.id)


@dataclass(frozen=True, slots=True)
class Exemption:
    """A mission after which a recovery rule claims nothing, and why."""

    mission: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecoveryRule(Spanned):
    """What a unit needs after a tour, or how much it may be on tour in a window."""

    id: str
    kind: RecoveryKind
    categories: frozenset[Category]
    first_day: date | None
    last_day: date | None
    factor: Decimal | None = None
    days: int | None = None
    window_days: int | None = None
    forces: tuple[str, ...] = ()
    exempt_missions: tuple[Exemption, ...] = ()
    source: Source | None = None
    day_notes: DayNotes = NO_NOTES

    def __post_init__(self) -> None:
        """Refuse a rule that lacks the number its kind needs."""
        require_id(self.id)
        require_count(self.id, "days", self.days, LONGEST_DAYS)
        require_count(self.id, "window_days", self.window_days, LONGEST_DAYS)
        require_order(self.first_day, self.last_day, self.id)
        needed = {
            RecoveryKind.RATIO: (self.factor,),
            RecoveryKind.INTERVAL: (self.days,),
            RecoveryKind.QUOTA: (self.days, self.window_days),
        }[self.kind]
        if None in needed or (self.factor is not None and not 0 <= self.factor <= LARGEST_FACTOR):
            raise Refused(
                _(
                    "Recovery rule {id}: a ratio needs a factor, an interval days, "
                    "a quota days and window_days, none of them negative."
                ).format(id=self.id)
            )
