"""How the fields of a thing become the cells of a row, and cells a field again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from domain.model import NO_NOTES, Category, DayNotes, EndKind, Length, Precision
from domain.values import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

Cell = str | int | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a thing, and the columns that hold it."""

    name: str
    columns: tuple[str, ...]
    cells: Callable[[Any], Row]
    value: Callable[..., Any]


def plain(*names: str) -> tuple[Field, ...]:
    """Texts and whole numbers, which stand in a cell as they are."""
    return tuple(Field(name, (name,), lambda value: (value,), lambda cell: cell) for name in names)


def one_cell(
    name: str, cell: Callable[[Any], Cell], value: Callable[[Any], object], column: str = ""
) -> Field:
    """A field in one cell, which is null where there is nothing."""
    return Field(
        name,
        (column or name,),
        lambda given: (None if given is None else cell(given),),
        lambda stored: None if stored is None else value(stored),
    )


def day(name: str, column: str = "") -> Field:
    """A day, or none."""
    return one_cell(name, date.isoformat, date.fromisoformat, column)


def flag(name: str) -> Field:
    """Yes, no, or not said."""
    return one_cell(name, int, bool)


def word(name: str, words: type[StrEnum]) -> Field:
    """One of a fixed list of words, or none."""
    by_value = {one.value: one for one in words}
    return one_cell(name, lambda given: str(given.value), by_value.__getitem__)


def decimal(name: str) -> Field:
    """An exact number, or none."""
    return one_cell(name, str, exact)


def exact(stored: str) -> Decimal:
    """An exact number; few plans have any, so its module is loaded with the first."""
    from decimal import Decimal

    return Decimal(stored)


def texts(name: str) -> Field:
    """A list of texts or ids."""
    return one_cell(name, packed, unpacked_texts)


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def packed(value: object) -> str:
    """A value as JSON, always in the same form."""
    return _ENCODER.encode(value)


def unpacked_texts(stored: str) -> tuple[str, ...]:
    """The texts of a list in JSON; raises ValueError when it holds anything else."""
    return only_texts(json.loads(stored))


def only_texts(found: list[object]) -> tuple[str, ...]:
    """The same texts; raises ValueError when there is anything else among them."""
    if not isinstance(found, list):
        raise TypeError(found)
    kept = tuple(text for text in found if isinstance(text, str))
    if len(kept) != len(found):
        raise ValueError(found)
    return kept


def categories(name: str) -> Field:
    """A set of categories, written in their own order."""

    def cell(given: frozenset[Category]) -> str:
        return packed([category.value for category in Category if category in given])

    return one_cell(name, cell, lambda stored: frozenset(map(Category, unpacked_texts(stored))))


def length(name: str, prefix: str) -> Field:
    """A length in days or months, or none."""
    return Field(
        name,
        (f"{prefix}_days", f"{prefix}_months"),
        lambda given: (None, None) if given is None else (given.days, given.months),
        lambda days, months: None if days is months is None else Length(days, months),
    )


NOTES: Final = (
    "first_day_precision",
    "last_day_precision",
    "first_day_note",
    "last_day_note",
    "last_day_kind",
)
_NO_CELLS: Final[Row] = (None,) * len(NOTES)


def day_notes() -> Field:
    """What a source says about the days; cells are null where it says nothing of note."""
    return Field("day_notes", NOTES, notes_cells, lambda *cells: notes_value(cells))


def notes_cells(notes: DayNotes) -> Row:
    """The cells of the notes on days."""
    if notes is NO_NOTES:
        return _NO_CELLS
    precisions = (notes.first_precision, notes.last_precision)
    return (
        *(None if said is Precision.DAY else said.value for said in precisions),
        notes.first_note or None,
        notes.last_note or None,
        None if notes.last_kind is None else notes.last_kind.value,
    )


def notes_value(cells: tuple[Any, ...]) -> DayNotes:
    """The notes on days that cells hold."""
    if cells == _NO_CELLS:
        return NO_NOTES
    first, last, first_note, last_note, kind = cells
    return DayNotes(
        Precision(first or "day"),
        Precision(last or "day"),
        first_note or "",
        last_note or "",
        None if kind is None else EndKind(kind),
    )
