"""Conditions on rotations that a user puts together: some of which all hold, or some others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Final

from domain.model import Plan, Rotation, Status
from gui.models.column_values import force_name, mission_name, post_title, region_name
from gui.seeking import plain

Value = str | int | date
Subject = Callable[[Rotation, Plan], Value | None]
"""What a rotation has of something; none where it has none."""
Test = Callable[[Rotation, Plan], bool]
Matcher = Callable[[Value | None], bool]


class Sort(StrEnum):
    """What sort of thing is compared, which decides how."""

    TEXT = auto()
    DAY = auto()
    NUMBER = auto()
    STATUS = auto()
    LINK = auto()
    """Something that is there or is not."""


class Comparison(StrEnum):
    """How something is compared; the values are kept among the choices of a user."""

    CONTAINS = auto()
    LACKS = auto()
    IS = auto()
    IS_NOT = auto()
    FROM = auto()
    """That much or later, or more."""
    UNTIL = auto()
    """That much or earlier, or less."""
    BETWEEN = auto()
    """Both ends are inside."""
    EMPTY = auto()
    FILLED = auto()


_C: Final = Comparison
_BLANKS: Final = (_C.EMPTY, _C.FILLED)
COMPARISONS: Final[Mapping[Sort, tuple[Comparison, ...]]] = {
    Sort.TEXT: (_C.CONTAINS, _C.LACKS, _C.IS, _C.IS_NOT, *_BLANKS),
    Sort.DAY: (_C.FROM, _C.UNTIL, _C.BETWEEN, _C.IS),
    Sort.NUMBER: (_C.FROM, _C.UNTIL, _C.BETWEEN, _C.IS, _C.IS_NOT, *_BLANKS),
    Sort.STATUS: (_C.IS, _C.IS_NOT),
    Sort.LINK: _BLANKS,
}
"""How each sort of thing can be compared, the most usual way first."""


@dataclass(frozen=True, slots=True)
class Field:
    """What of a rotation can be asked about."""

    sort: Sort
    subject: Subject


def _own(sort: Sort, name: str) -> Field:
    return Field(sort, lambda rotation, _plan: getattr(rotation, name))


def _people(name: str) -> Field:
    # The table shows nobody as nothing.
    return Field(Sort.NUMBER, lambda rotation, _plan: getattr(rotation, name) or None)


FIELDS: Final[Mapping[str, Field]] = {
    "name": _own(Sort.TEXT, "name"),
    "mission": Field(Sort.TEXT, mission_name),
    "region": Field(Sort.TEXT, region_name),
    "first_day": _own(Sort.DAY, "first_day"),
    "last_day": _own(Sort.DAY, "last_day"),
    "length": _own(Sort.NUMBER, "days"),
    "headcount": _people("headcount"),
    "military": _people("military"),
    "civilian": _people("civilian"),
    "police": _people("police"),
    "teams": _own(Sort.NUMBER, "teams"),
    "force": Field(Sort.TEXT, force_name),
    "quantity": _own(Sort.NUMBER, "quantity"),
    "post": Field(Sort.TEXT, post_title),
    "status": _own(Sort.STATUS, "status"),
    "relieves": _own(Sort.LINK, "relieves"),
    "continues": _own(Sort.LINK, "continues"),
    "part_of": _own(Sort.LINK, "part_of"),
    "justification": _own(Sort.TEXT, "justification"),
    "note": _own(Sort.TEXT, "note"),
    "id": _own(Sort.TEXT, "id"),
}
"""By the key of a column or field, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something about one field; how many values there are, the comparison says."""

    field: str
    comparison: Comparison
    values: tuple[Value, ...] = ()


Conditions = tuple[tuple[Condition, ...], ...]
"""Groups of conditions: all of one group must hold, of any group."""


def value_count(comparison: Comparison) -> int:
    """How many values a comparison needs."""
    if comparison in _BLANKS:
        return 0
    return 2 if comparison is Comparison.BETWEEN else 1


def holding(groups: Conditions) -> Test:
    """Whether all conditions of at least one group hold; made once, and asked of many rotations."""
    tests = [[_test(one) for one in group] for group in groups]
    return lambda rotation, plan: any(all(t(rotation, plan) for t in group) for group in tests)


def _test(condition: Condition) -> Test:
    subject = FIELDS[condition.field].subject
    matches = _matcher(condition.comparison, condition.values)
    return lambda rotation, plan: matches(subject(rotation, plan))


def _matcher(comparison: Comparison, values: tuple[Value, ...]) -> Matcher:
    match comparison:
        case Comparison.EMPTY:
            return _is_blank
        case Comparison.FILLED:
            return lambda found: not _is_blank(found)
        case Comparison.LACKS | Comparison.IS_NOT:
            positive = _matcher(_C.CONTAINS if comparison is _C.LACKS else _C.IS, values)
            return lambda found: not positive(found)
        case Comparison.CONTAINS:
            part = _searched(values[0])
            return lambda found: not _is_blank(found) and part in _searched(found)
    if isinstance(values[0], str):
        wanted = _searched(values[0])
        return lambda found: not _is_blank(found) and wanted == _searched(found)
    low = None if comparison is _C.UNTIL else values[0]
    high = None if comparison is _C.FROM else values[-1]
    return lambda found: not (_is_blank(found) or _less(found, low) or _less(high, found))


def _is_blank(found: Value | None) -> bool:
    return found is None or found == ""


def _searched(text: Value | None) -> str:
    return plain(str(text)).strip()


def _less(one: Value | None, other: Value | None) -> bool:
    """Whether one is below the other; an end that is open is not."""
    if one is None or other is None:
        return False
    return one < other  # type: ignore[operator]  # both are of the sort of the field


def kept(groups: Conditions) -> list[list[list[str]]]:
    """Conditions as lists of texts, to be kept as JSON."""
    return [
        [[one.field, one.comparison, *map(_value_text, one.values)] for one in group]
        for group in groups
    ]


def read(found: Iterable[Iterable[Iterable[str]]]) -> Conditions:
    """Conditions that were kept; raises ValueError, KeyError or TypeError at what is none."""
    return tuple(tuple(_read_one(*map(str, one)) for one in group) for group in found)


def _read_one(field: str, how: str, *texts: str) -> Condition:
    sort, comparison = FIELDS[field].sort, Comparison(how)
    if comparison not in COMPARISONS[sort] or len(texts) != value_count(comparison):
        raise ValueError(how)
    return Condition(field, comparison, tuple(_read_value(sort, text) for text in texts))


def _value_text(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _read_value(sort: Sort, text: str) -> Value:
    match sort:
        case Sort.DAY:
            return date.fromisoformat(text)
        case Sort.NUMBER:
            return int(text)
        case Sort.STATUS:
            return Status(text)
        case _:
            return text
