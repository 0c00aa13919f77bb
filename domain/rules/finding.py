"""Findings: what the rules say about a plan, as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from typing_extensions import override

from domain.model import Kind, Ref
from domain.model.unfrozen import unfrozen
from domain.model.words import Word
from domain.values import dataclass, field

if TYPE_CHECKING:
    from decimal import Decimal


class Severity(Word):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


RANK: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
Number: TypeAlias = "int | Decimal"
"""A count; a mean is a Decimal with two places."""


@dataclass(frozen=True, slots=True)
class Contributor:
    """A thing that has a part in a finding, and how large; none where it is not counted."""

    ref: Ref
    amount: int | None = None


_OpenRef: Final = unfrozen(Ref)
_OpenContributor: Final = unfrozen(Contributor)


def contributors_of(
    kind: Kind, amounts: Iterable[tuple[str, int | None]]
) -> tuple[Contributor, ...]:
    """Contributors of one kind, by id, in the order in which findings hold them."""
    found: list[Contributor] = []
    for name, amount in sorted(amounts, key=itemgetter(0)):
        ref, one = _OpenRef(), _OpenContributor()
        ref.kind, ref.id, ref.__class__ = kind, name, Ref
        one.ref, one.amount, one.__class__ = ref, amount, Contributor
        found.append(one)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says, about which things, on which days (both inside)."""

    code: str
    severity: Severity
    subjects: tuple[Ref, ...]
    first_day: date
    last_day: date
    measured: Number | None = None
    limit: Number | None = None
    peak_day: date | None = None
    contributors: tuple[Contributor, ...] = ()
    parameters: Mapping[str, str | int | None] = field(default_factory=dict, hash=False)
    waiver: str | None = None
    lapsed_waivers: tuple[str, ...] = ()

    @override
    def __hash__(self) -> int:
        """By what tells it from most others: hundreds of contributors would take long."""
        return hash((self.code, self.first_day, *[ref.id for ref in self.subjects]))

    @property
    def excess(self) -> Number | None:
        """The distance between what was measured and the limit, never negative."""
        if self.measured is None or self.limit is None:
            return None
        distance = self.measured - self.limit
        return distance if distance >= 0 else -distance

    @property
    def waived(self) -> bool:
        """Whether someone accepted it."""
        return self.waiver is not None

    @property
    def key(self) -> tuple[str, tuple[Ref, ...], date]:
        """What makes it the same finding before and after an edit: rule, things, first day."""
        return self.code, self.subjects, self.first_day

    @property
    def order(self) -> tuple[int, str, int, tuple[str, ...], int]:
        """Its place among findings: severity, code, first day, subjects, last day."""
        return RANK[self.severity], self.code, *self.order_within

    @property
    def order_within(self) -> tuple[int, tuple[str, ...], int]:
        """Its place among findings of the same severity and code."""
        first, last = self.first_day.toordinal(), self.last_day.toordinal()
        return first, _names_of(self.subjects), last


def _names_of(subjects: tuple[Ref, ...]) -> tuple[str, ...]:
    if len(subjects) == 1:
        (only,) = subjects
        return only.kind, only.id
    names: list[str] = []
    for ref in subjects:
        names += (ref.kind, ref.id)
    return tuple(names)
