"""The columns of a table that can be read, and how each of them is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Final

from domain.exchange.rotation_rows.cell import Cell, Kind
from domain.exchange.rotation_rows.counts import count_of
from domain.exchange.rotation_rows.days import DayOrder, Epoch, day_of
from domain.exchange.rotation_rows.doubt import Doubt
from domain.exchange.rotation_rows.names import Names
from domain.exchange.rotation_rows.texts import clean, same_text, text_of
from domain.exchange.workbook.sheets.rotations import BETWEEN_IDS
from domain.language import _
from domain.model import Precision, Rotation, Status

Reader = Callable[[Cell | None, Any], Any]
"""Reads a cell, or none where it is empty; is told what the rotation has now, if it is there."""

COUNTS: Final = ("military", "civilian", "police")
OPEN_COUNTS: Final = ("teams", "quantity")
TEXTS: Final = ("name", "justification", "note")
NOTES: Final = {
    "first_day_precision": "first_precision",
    "first_day_note": "first_note",
    "last_day_precision": "last_precision",
    "last_day_note": "last_note",
}
"""What a source says about the days, by the keys of columns."""
PRECISIONS: Final = ("first_day_precision", "last_day_precision")
LINKS: Final = ("relieves", "continues", "part_of")
OF_NAMED: Final = {"mission_name": "mission", "force_name": "force"}
"""The fields that can also be given by a name, by the key of the column of names."""
_EMPTY: Final[Mapping[str, Any]] = {
    **dict.fromkeys(COUNTS, 0),
    **dict.fromkeys((*TEXTS, "first_day_note", "last_day_note"), ""),
    **dict.fromkeys(PRECISIONS, Precision.DAY),
    "supports": (),
}
_DATED: Final = Kind.DATED
COLUMNS: Final = (
    *("mission_name", "mission", "force_name", "force", "first_day", "last_day"),
    *(*COUNTS, *OPEN_COUNTS, *TEXTS, "status", "post", *LINKS, "supports", *NOTES),
)
"""The keys of all columns that are read, but the one of ids."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the cells of a table can name."""

    epoch: Epoch
    missions: Names
    forces: Names
    posts: Names
    rotations: Names
    statuses: Names
    precisions: Names
    order: DayOrder | None = None
    """In which order days of text are written, where that was said."""


@dataclass(frozen=True, slots=True)
class Field:
    """How a column is read: what it says of a rotation, and what an empty cell stands for."""

    read: Reader
    of: Callable[[Rotation], Any]
    empty: Any = None


def fields_of(words: Vocabulary) -> Mapping[str, Field]:
    """The fields that columns stand for, by key; the column of ids is not among them."""
    precision, text, link = _precision(words.precisions), _text, _link(words.rotations)
    readers: Mapping[str, Reader] = {
        "mission_name": _named(words.missions),
        "mission": _id(words.missions),
        "force_name": _named(words.forces),
        "force": _id(words.forces),
        "first_day": _day(words.epoch, words.order),
        "last_day": _day(words.epoch, words.order),
        **dict.fromkeys(COUNTS, _count(0)),
        **dict.fromkeys(OPEN_COUNTS, _count(None)),
        **dict.fromkeys(TEXTS, text),
        "status": _status(words.statuses),
        "post": _id(words.posts),
        **dict.fromkeys(LINKS, link),
        "supports": _supports(words.missions),
        **dict.fromkeys(NOTES, text),
        **dict.fromkeys(PRECISIONS, precision),
    }
    return {key: Field(readers[key], _getter(key), _EMPTY.get(key)) for key in COLUMNS}


def _getter(key: str) -> Callable[[Rotation], Any]:
    if key in NOTES:
        return attrgetter(f"day_notes.{NOTES[key]}")
    return attrgetter(OF_NAMED.get(key, key))


def is_empty(cell: Cell | None) -> bool:
    """Whether nothing is in a cell that is seen."""
    return cell is None or not cell.text or cell.text.isspace()


def _day(epoch: Epoch, order: DayOrder | None) -> Reader:
    known: dict[str, date] = {}

    def read(cell: Cell | None, _before: date | None) -> date:
        if cell is None or is_empty(cell):
            raise Doubt(_("there is no day; a rotation has a first and a last day."))
        if cell.kind is not _DATED:
            return day_of(cell, epoch, order)
        found = known.get(cell.text)
        if found is None:
            found = known[cell.text] = day_of(cell, epoch)
        return found

    return read


def _count(empty: int | None) -> Reader:
    def read(cell: Cell | None, _before: int | None) -> int | None:
        return empty if cell is None or is_empty(cell) else count_of(cell)

    return read


def _text(cell: Cell | None, before: str | None) -> str:
    text = "" if cell is None else text_of(cell)
    return before if before is not None and same_text(text, before) else clean(text)


def _named(names: Names) -> Reader:
    known: dict[str, str] = {}

    def read(cell: Cell | None, _before: str | None) -> str | None:
        if cell is None or is_empty(cell):
            return None
        text = text_of(cell)
        found = known.get(text)
        if found is None:
            found = known[text] = names.labelled(text)
        return found

    return read


def _id(names: Names) -> Reader:
    def read(cell: Cell | None, before: str | None) -> str | None:
        if cell is None or is_empty(cell):
            return None
        text = text_of(cell)
        return before if text == before else names.id_of(text)

    return read


def _link(names: Names) -> Reader:
    def read(cell: Cell | None, before: str | None) -> str | None:
        if cell is None or is_empty(cell):
            return None
        text = text_of(cell)
        if before is not None and same_text(text, before):
            return before
        try:
            return names.id_of(text)
        except Doubt:
            # It may be a new row of the same table; whether it is, is seen when all are read.
            return clean(text.strip())

    return read


def _status(names: Names) -> Reader:
    def read(cell: Cell | None, before: Status | None) -> Status:
        if cell is None or is_empty(cell):
            if before is None:
                return Status.PLANNED
            raise Doubt(_("there is no status; choose one from the list."))
        return Status(names.labelled(text_of(cell)))

    return read


def _precision(names: Names) -> Reader:
    def read(cell: Cell | None, _before: Precision | None) -> Precision:
        if cell is None or is_empty(cell):
            return Precision.DAY
        return Precision(names.labelled(text_of(cell)))

    return read


def _supports(missions: Names) -> Reader:
    def read(cell: Cell | None, before: tuple[str, ...] | None) -> tuple[str, ...]:
        text = "" if cell is None else text_of(cell)
        if before is not None and same_text(text, BETWEEN_IDS.join(before)):
            return before
        parts = (part.strip() for part in text.split(BETWEEN_IDS.strip()))
        return tuple(missions.id_of(part) for part in parts if part)

    return read
