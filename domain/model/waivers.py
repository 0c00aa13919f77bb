"""Waivers: someone accepted a finding, with a reason, until a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.model.days import require_order
from domain.model.demands import require_id
from domain.model.words import Kind
from domain.values import dataclass

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A thing in a plan, by kind and id."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """How far a waiver goes: the days, the excess and the contributors that were accepted."""

    first_day: date
    last_day: date
    excess: Decimal | None = None
    contributors: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """Someone accepted a finding."""

    id: str
    code: str
    subjects: tuple[Ref, ...]
    reason: str
    by: str
    on: date | None
    until: date | None
    accepted: Accepted

    def __post_init__(self) -> None:
        """Refuse what no waiver can be."""
        require_id(self.id)
        require_order(self.accepted.first_day, self.accepted.last_day, self.id)
