"""How many persons frames allow, by the columns of annex 2, each frame once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.model import ABOUT, UNCERTAIN, Binding, Category, Limit, Measure
from domain.reports.counted_limits import MILITARY, counted_limits, is_joint
from domain.reports.holding import Holding


@dataclass(frozen=True, slots=True)
class ColumnNumber:
    """What stands in one column: a number if any frame gives one, and what else they say.

    ``about``: the number, or a part of it, is circa. ``unlimited``: a frame says that there is no
    limit. ``unknown``: a frame has a limit whose number is not known.
    """

    number: int | None = None
    about: bool = False
    unlimited: bool = False
    unknown: bool = False

    def __add__(self, other: ColumnNumber) -> ColumnNumber:
        numbers = [number for number in (self.number, other.number) if number is not None]
        return ColumnNumber(
            sum(numbers) if numbers else None,
            about=self.about or other.about,
            unlimited=self.unlimited or other.unlimited,
            unknown=self.unknown or other.unknown,
        )


NOTHING = ColumnNumber()


@dataclass(frozen=True, slots=True)
class FrameNumbers:
    """The numbers of frames: for military, for civilians and police, and jointly for both."""

    military: ColumnNumber = NOTHING
    civil_police: ColumnNumber = NOTHING
    joint: ColumnNumber = NOTHING

    def __add__(self, other: FrameNumbers) -> FrameNumbers:
        return FrameNumbers(
            self.military + other.military,
            self.civil_police + other.civil_police,
            self.joint + other.joint,
        )

    @property
    def together(self) -> int:
        """All numbers together."""
        return sum(column.number or 0 for column in (self.military, self.civil_police, self.joint))


@dataclass(frozen=True, slots=True)
class _Counted:
    """A limit with the missions for which it counts."""

    limit: Limit
    missions: frozenset[str]
    dormant: bool

    def includes(self, other: _Counted) -> bool:
        """Whether all that the other one counts is counted by this one too."""
        wider = self.missions >= other.missions
        return wider and self.limit.categories >= other.limit.categories

    def overlaps(self, other: _Counted) -> bool:
        """Whether both count the same people."""
        return bool(
            self.missions & other.missions and self.limit.categories & other.limit.categories
        )


def numbers_in(holdings: Sequence[Holding]) -> FrameNumbers:
    """The numbers on the day on which the frames together allow most; on the last such day."""
    days = sorted({edge for one in holdings for edge in one.days})
    held = [[one for one in holdings if one.holds_on(day)] for day in days]
    found = [_on_day(ones) for ones in reversed(held) if ones]
    return max(found, key=lambda numbers: numbers.together, default=FrameNumbers())


def _on_day(holdings: Sequence[Holding]) -> FrameNumbers:
    numbers = FrameNumbers()
    for one in _not_within_others(holdings):
        limit = one.limit
        number = ColumnNumber(limit.number, about=limit.binding in ABOUT)
        numbers += _in_column(limit.categories, number)
    for limit in (limit for holding in holdings for limit in holding.frame.limits):
        numbers += _in_column(limit.categories, _beside_numbers(limit))
    return numbers


def _beside_numbers(limit: Limit) -> ColumnNumber:
    if limit.measure not in {Measure.PERSONS, None}:
        return NOTHING
    unlimited, unknown = limit.binding is Binding.UNLIMITED, limit.binding in UNCERTAIN
    return ColumnNumber(unlimited=unlimited, unknown=unknown)


def _in_column(categories: frozenset[Category], number: ColumnNumber) -> FrameNumbers:
    if categories == MILITARY:
        return FrameNumbers(military=number)
    if categories & MILITARY:
        return FrameNumbers(joint=number)
    return FrameNumbers(civil_police=number)


def _not_within_others(holdings: Sequence[Holding]) -> Iterator[_Counted]:
    """The limits that are to be added up: what lies within another one is counted with that.

    Of two that count the same the smaller one is taken, as both apply. A frame that is not in
    force adds nothing where another one is.
    """
    kept: list[_Counted] = []
    for one in sorted(_counted(holdings), key=_widest_first):
        if any(other.includes(one) for other in kept):
            continue
        if one.dormant and any(other.overlaps(one) for other in kept):
            continue
        kept.append(one)
    yield from kept


def _widest_first(one: _Counted) -> tuple[bool, int, int, int]:
    categories = len(one.limit.categories)
    return one.dormant, -len(one.missions), -categories, one.limit.number or 0


def _counted(holdings: Iterable[Holding]) -> Iterator[_Counted]:
    for holding in holdings:
        for limit in counted_limits(holding.frame):
            yield _Counted(limit, frozenset(holding.frame.missions), holding.dormant)


def caps_of(holdings: Iterable[Holding]) -> tuple[Limit, ...]:
    """The joint limits that stand beside their parts, which are what is added up."""
    return tuple(
        limit
        for holding in holdings
        for limit in holding.frame.limits
        if is_joint(limit)
        and limit.number is not None
        and limit.measure is Measure.PERSONS
        and limit not in counted_limits(holding.frame)
    )
