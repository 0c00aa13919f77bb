"""Columns of a sheet: what each is called, what it holds, how wide it may become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from domain.exchange.workbook.formulas import Formula
from domain.exchange.workbook.looks import Look


@dataclass(frozen=True, slots=True)
class Year:
    """A whole calendar year; the cell holds its first day and shows the year."""

    year: int


Value = str | int | Decimal | date | Year | Formula | None
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its key for reading back, its heading, and the value of each thing.

    ``widest`` is the width in digits beyond which texts wrap. What is not printed stands on the
    screen only, right of all that is. ``formula`` is what every cell computes, new rows too. A
    column that is not ``filtered`` has no button in its heading.
    """

    key: str
    title: str
    value: Callable[[T], Value]
    look: Look = Look.TEXT
    widest: float = 40
    printed: bool = True
    formula: str = ""
    filtered: bool = True


def text(key: str, title: str, value: Callable[[T], str | None], widest: float = 40) -> Column[T]:
    """A column of texts."""
    return Column(key, title, value, Look.TEXT, widest)


def number(key: str, title: str, value: Callable[[T], int | Decimal | None]) -> Column[T]:
    """A column of numbers."""
    return Column(key, title, value, Look.NUMBER)


def computed(
    key: str, title: str, formula: str, value: Callable[[T], int | str], look: Look = Look.NUMBER
) -> Column[T]:
    """A column in which every cell computes the same."""
    return Column(key, title, lambda t: Formula(formula, value(t)), look, formula=formula)


def day(key: str, title: str, value: Callable[[T], date | Year | None]) -> Column[T]:
    """A column of days; an open day is an empty cell."""
    return Column(key, title, value, Look.DATE)


def aside(
    key: str,
    title: str,
    value: Callable[[T], Value],
    look: Look = Look.QUIET,
    widest: float = 36,
) -> Column[T]:
    """A column that is there for reading back and for who asks; it is not printed."""
    return Column(key, title, value, look, widest, printed=False)


def require_sound(columns: Sequence[Column[T]]) -> None:
    """Stop at two columns with one key or heading, which Excel calls damage, and at bad order."""
    for names in ([column.key for column in columns], [c.title.casefold() for c in columns]):
        twice = [name for name, times in Counter(names).items() if times > 1]
        if twice or not all(names):
            raise ValueError(f"columns without a name or with one name: {twice}")
    printed = [column.printed for column in columns]
    if printed != sorted(printed, reverse=True):
        raise ValueError("what is not printed stands right of all that is")
