"""Which rotations are asked for: with trouble, named by a rule, of some status, kind or region."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from domain.model import Plan, Rotation, Status
from domain.values import dataclass

if TYPE_CHECKING:
    from gui.conditions import Conditions

KINDS: Final = ("military", "civilian", "police", "teams")
"""Of what a rotation can have some."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What is asked for; empty asks for nothing, and what is asked must all be so."""

    troubled: bool = False
    """Only rotations that an open error or warning touches."""
    rules: frozenset[str] = frozenset()
    """Only those that a finding of one of these rules names, accepted or not."""
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    first_day: date | None = None
    last_day: date | None = None
    """Only those that are there on a day from the first to the last; an open end is none."""
    conditions: Conditions = ()
    """Only those of which all conditions of one of these groups hold."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == NOTHING

    @property
    def has_period(self) -> bool:
        """Whether some days are asked for."""
        return self.first_day is not None or self.last_day is not None

    @property
    def asks_findings(self) -> bool:
        """Whether it hangs on the findings, which an edit elsewhere can change."""
        return self.troubled or bool(self.rules)

    def taker(self, plan: Callable[[], Plan]) -> Callable[[Rotation], bool]:
        """Whether a rotation is as asked, its findings left aside; the plan is asked each time."""
        tests = list(self._tests(plan))
        return lambda rotation: all(test(rotation) for test in tests)

    def _tests(self, plan: Callable[[], Plan]) -> list[Callable[[Rotation], bool]]:
        statuses, kinds, regions = self.statuses, self.kinds, self.regions
        first, last = self.first_day or date.min, self.last_day or date.max
        wanted: list[tuple[bool, Callable[[Rotation], bool]]] = [
            (bool(statuses), lambda r: r.status in statuses),
            (bool(kinds), lambda r: any(getattr(r, kind) for kind in kinds)),
            (bool(regions), lambda r: plan().missions[r.mission].region in regions),
            (self.has_period, lambda r: r.first_day <= last and r.last_day >= first),
        ]
        if self.conditions:
            wanted.append((True, _holding(self.conditions, plan)))
        return [test for is_asked, test in wanted if is_asked]


def _holding(groups: Conditions, plan: Callable[[], Plan]) -> Callable[[Rotation], bool]:
    from gui.conditions import holding  # few filter by conditions, and nobody at the start

    holds = holding(groups)
    return lambda rotation: holds(rotation, plan())


NOTHING: Final = RowFilter()
