"""What makes a reader refuse a cell, in words for who made the table."""

from __future__ import annotations

from typing import Final

from domain.exchange.rotation_rows.cell import Cell, Kind
from domain.exchange.workbook.text import on_one_line
from domain.language import N_, _

_LONGEST: Final = 60
_SENTENCES: Final = {
    Kind.ERROR: N_("the formula gives {value}; mend it, or write the value itself."),
    Kind.UNCOMPUTED: N_(
        "the file does not say what the formula gives; "
        "save it in a spreadsheet program, or write the value itself."
    ),
    Kind.TRUTH: N_("{value} is yes or no, not {wanted}."),
    Kind.DATED: N_("it is a date, not {wanted}."),
    Kind.CLOCK: N_("it is a time of day, not {wanted}."),
    Kind.ISO: N_("it is a date, not {wanted}."),
    Kind.SHARE: N_("it is a percentage, not {wanted}."),
    Kind.NUMBER: N_("{value} is a number, not {wanted}."),
    Kind.FORMATTED: N_("{value} is a number in a form of its own, not {wanted}."),
    Kind.TEXT: N_("{value} is text, not {wanted}."),
    Kind.PLAIN: N_("{value} is not {wanted}."),
}


class Doubt(Exception):
    """A cell that is not read; its text says why, and what to do."""


def doubt_of(cell: Cell, wanted: str) -> Doubt:
    """That a cell is of another kind than wanted."""
    return Doubt(_(_SENTENCES[cell.kind]).format(value=quoted(cell.text), wanted=wanted))


def quoted(text: str) -> str:
    """A text from elsewhere as a sentence can hold it: on one line, cut, nothing hidden in it."""
    shown = on_one_line(text[: 4 * _LONGEST])
    return f"'{shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + '…'}'"
