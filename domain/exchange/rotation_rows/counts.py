"""Whole numbers in cells: nothing that is nearly one, and nothing beyond reason."""

from __future__ import annotations

import re
from typing import Final

from domain.exchange.rotation_rows.cell import Cell, Kind, number_in
from domain.exchange.rotation_rows.doubt import Doubt, doubt_of, quoted
from domain.language import _
from domain.model.demands import LARGEST_COUNT

_NUMBER: Final = Kind.NUMBER
_MOST_DIGITS: Final = len(str(LARGEST_COUNT))
_DIGITS: Final = re.compile(r"[0-9]{1,12}", re.ASCII)


def count_of(cell: Cell) -> int:
    """The number in a cell, 0 or more; raises Doubt for all that is no such number."""
    text = cell.text
    if cell.kind is _NUMBER and len(text) < _MOST_DIGITS and text.isascii() and text.isdecimal():
        return int(text)
    match cell.kind:
        case Kind.NUMBER | Kind.FORMATTED:
            number = number_in(cell.text)
        case Kind.PLAIN:
            number = int(text) if _DIGITS.fullmatch(text.strip()) else None
        case _:
            raise doubt_of(cell, _("a whole number"))
    if not isinstance(number, int):
        raise Doubt(_("{value} is not a whole number.").format(value=quoted(cell.text)))
    if not 0 <= number <= LARGEST_COUNT:
        raise Doubt(
            _("{value} is not between 0 and {largest}.").format(
                value=quoted(cell.text), largest=LARGEST_COUNT
            )
        )
    return number
