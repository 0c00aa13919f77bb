"""Live cells: formulas, each with the value that it has when the workbook is made.

Excel and LibreOffice compute them anew; a viewer that computes nothing shows the value. Formulas
are in English with commas, as the file wants them whatever the language, and name the columns of
tables, so that they follow when rows come and go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

LONGEST_FORMULA: Final = 8_000
"""How many characters Excel takes in a formula, with some to spare."""
LONGEST_LITERAL: Final = 250
"""How many characters Excel takes in a text inside a formula, with some to spare."""
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
_WILD: Final = re.compile("[*?~]")
_PLAIN: Final = re.compile(r"[^\W_]+( [^\W_]+)*")
_IN_REFERENCE: Final = re.compile(r"['\[\]#@]")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, without its equals sign, and its value."""

    text: str
    value: int | Decimal | date | str | None


def serial(day: int) -> int:
    """The number by which a sheet knows a day."""
    return day - _DAY_ZERO


def literal(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def exactly(text: str) -> str:
    """The criterion that a cell holds a text, whatever signs are in it."""
    return literal("=" + _WILD.sub(r"~\g<0>", text))


def can_be_criterion(text: str) -> bool:
    """Whether a formula can look for a text: some, but short, on one line, without escapes."""
    if not text or len(exactly(text)) > LONGEST_LITERAL:
        return False
    return text.isprintable() and "_x" not in text


def column_of(table: str, title: str) -> str:
    """All cells of a column of a table, by its heading."""
    plain = _PLAIN.fullmatch(title) is not None
    # A heading with a hyphen or the like has brackets of its own.
    return f"{table}[{title}]" if plain else f"{table}[[{_escaped(title)}]]"


def in_this_row(table: str, title: str, last_title: str | None = None) -> str:
    """The cell of a column in the row of the formula, or those of several columns."""
    place = f"[{_escaped(title)}]"
    if last_title is not None:
        place = f"{place}:[{_escaped(last_title)}]"
    return f"{table}[[#This Row],{place}]"


def _escaped(title: str) -> str:
    return _IN_REFERENCE.sub(r"'\g<0>", title)
