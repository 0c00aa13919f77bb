"""A cell of a table from elsewhere: its text, and what kind of thing the text is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{0,20})?([eE][+-]?[0-9]{1,3})?", re.ASCII)
_QUICK: Final = 9


class Kind(Enum):
    """What a cell holds."""

    TEXT = auto()
    """Text, of a program that tells text from numbers."""
    PLAIN = auto()
    """Text, of a file that has nothing but text."""
    NUMBER = auto()
    """A number that is shown digit by digit."""
    FORMATTED = auto()
    """A number in a form of its own, such as 007 or 1.5E3: what is shown is not what is there."""
    SHARE = auto()
    """A percentage."""
    DATED = auto()
    """A number that is shown as a day."""
    CLOCK = auto()
    """A number that is shown as a time of day."""
    ISO = auto()
    """A day or moment in the form of ISO 8601."""
    TRUTH = auto()
    """True or false."""
    ERROR = auto()
    """What a formula gives that cannot be computed."""
    UNCOMPUTED = auto()
    """A formula of which the file does not say what it gives."""


class Cell(NamedTuple):
    """A cell that is not empty; the text of a number is as it stands in the file."""

    kind: Kind
    text: str


class Row(NamedTuple):
    """A row that is not empty: its number, and its cells by the number of their column.

    ``width`` is how many fields it has, in a file that says so; 0 elsewhere.
    """

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False
    width: int = 0


def number_in(text: str) -> int | float | None:
    """The number that a text is, whole where it can be; none for anything that is no number."""
    if len(text) <= _QUICK and text.isascii() and text.isdecimal():
        return int(text)
    if _NUMBER.fullmatch(text) is None:
        return None
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        return None
    return int(number) if number.is_integer() else number


def letters_of(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
