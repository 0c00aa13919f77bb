"""Rows that were pasted, read into rotations: row by row what is new, changes or is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, Final

from typing_extensions import override

from domain.exchange.rotation_rows.cell import Cell, Kind, Row
from domain.exchange.rotation_rows.days import DayOrder, Epoch
from domain.exchange.rotation_rows.entries import Entry, EntryReader
from domain.exchange.rotation_rows.fields import COUNTS, OPEN_COUNTS, Vocabulary
from domain.exchange.rotation_rows.names import Names
from domain.exchange.rotation_rows.reading import Problem, Remarks
from domain.exchange.rotation_rows.taking_in import taken_in
from domain.exchange.table_reading.block import Block, day_order
from domain.exchange.table_reading.headings import suggested
from domain.exchange.table_reading.reading import once, vocabulary_of
from domain.language import _
from domain.model import Plan, Rotation

_DAYS: Final = ("first_day", "last_day")
_BY_NAME: Final = {"mission": "mission_name", "force": "force_name"}
_WHOLE: Final = re.compile(r"([0-9]{1,12})[.,]0{1,2}", re.ASCII)
"""A whole number with decimals: 12,0. With three noughts it may be a thousand."""
_PLAIN: Final = Kind.PLAIN


class Outcome(Enum):
    """What becomes of a pasted row."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Paste:
    """What is to be pasted, and what its columns and rows are.

    ``fields`` has the field of each column, or none. ``over`` are the rotations that the rows
    change, in turn; rows beyond them are new, as are all without ``over`` and without an id.
    ``mission`` is that of new rows which name none.
    """

    block: Block
    fields: tuple[str | None, ...]
    has_headings: bool = False
    over: tuple[str, ...] = ()
    mission: str | None = None

    @property
    def first(self) -> int:
        """The place of the first row below the headings."""
        return int(self.has_headings)


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row: its number in the block from 1, what becomes of it, and why it is refused.

    ``before`` is the rotation that it changes; ``values`` are its new fields, or those that change.
    ``problems`` are sentences by field; the one without a field is about the whole row.
    """

    number: int
    outcome: Outcome
    before: Rotation | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pasted:
    """All rows, and the plan that they make; with a refused one it is the plan that was."""

    rows: tuple[PastedRow, ...]
    plan: Plan
    warnings: tuple[Problem, ...]

    def count(self, outcome: Outcome) -> int:
        """How many rows come to this."""
        return sum(row.outcome is outcome for row in self.rows)


def fields_by_headings(block: Block) -> tuple[str | None, ...] | None:
    """The field of each column where the first row holds headings; none where it does not.

    Two known headings tell that it does, or a single one over a single column.
    """
    if not block.rows:
        return None
    texts = [" ".join(text.split()) for text in block.texts(0)]
    known = suggested(text for text in texts if text)
    fields: list[str | None] = []
    for text in texts:
        name = known.get(text)
        fields.append(None if name in fields else name)
    told = sum(name is not None for name in fields)
    few = min(2, sum(map(bool, texts)))
    return tuple(fields) if told >= few > 0 and len(block.rows) > 1 else None


def read_pasted(paste: Paste, plan: Plan, skip: Iterable[int] = ()) -> Pasted:
    """What pasted rows would make of a plan; rows whose numbers are skipped are left out."""
    remarks = _Remarks(_("clipboard"))
    left_out = frozenset(skip)
    rows = [row for row in _rows(paste, plan, remarks) if row.number not in left_out]
    _refuse_without_days(paste, rows, remarks)
    reader = EntryReader(plan, _vocabulary(plan, _day_order(paste)), remarks)
    entries = list(reader.entries(rows))
    after = taken_in(plan, entries, (), reader.rows_in, remarks)
    told = tuple(_told(rows, entries, remarks))
    return Pasted(told, after.plan, after.warnings)


def read_good_rows(paste: Paste, plan: Plan) -> Pasted:
    """What the rows make of a plan that are not refused; of a row that leans on one neither is."""
    skip = set[int]()
    while True:
        pasted = read_pasted(paste, plan, skip)
        refused = {row.number for row in pasted.rows if row.outcome is Outcome.REFUSED}
        if not refused:
            return pasted
        skip |= refused


@dataclass(slots=True)
class _Remarks(Remarks):
    """Problems by row and field as well, so that each can be shown in its cell."""

    by_row: dict[int, dict[str, str]] = field(default_factory=dict)

    @override
    def refuse(self, row: int, key: str, sentence: str) -> None:
        """Keep a problem about the cell of a row."""
        of_row = self.by_row.setdefault(row, {})
        of_row.setdefault(_FIELDS.get(key, key), sentence)
        Remarks.refuse(self, row, key, sentence)


_FIELDS: Final = {label: name for name, label in _BY_NAME.items()}


def _vocabulary(plan: Plan, order: DayOrder | None) -> Vocabulary:
    """What cells can name: rotations by their names too, as the window shows them."""
    rotations = plan.rotations
    named = once((rotation.name, rotation.id) for rotation in rotations.things())
    words = vocabulary_of(plan, Epoch.OF_1900, order)
    return replace(words, rotations=Names("rotation", rotations, named))


def _rows(paste: Paste, plan: Plan, remarks: Remarks) -> Iterator[Row]:
    """The rows below the headings; each says which rotation it is about, and its mission."""
    keys = {n: _BY_NAME.get(f, f) for n, f in enumerate(paste.fields, 1) if f is not None}
    remarks.columns = {key: number for number, key in keys.items()}
    beyond = paste.block.width + 1
    id_column = remarks.columns.setdefault("id", beyond)
    mission_column = remarks.columns.setdefault("mission_name", beyond + 1)
    for place in range(paste.first, len(paste.block.rows)):
        cells = {
            number: _normal(keys.get(number), cell)
            for number, cell in enumerate(paste.block.rows[place], 1)
            if cell is not None
        }
        if not cells:
            continue
        turn = place - paste.first
        if id_column == beyond and turn < len(paste.over):
            cells[id_column] = Cell(_PLAIN, paste.over[turn])
        if mission_column > beyond:
            _add_mission(cells, plan, id_column, mission_column, paste.mission)
        yield Row(place + 1, cells)


def _add_mission(
    cells: dict[int, Cell], plan: Plan, id_column: int, column: int, mission: str | None
) -> None:
    """Say the mission of a row that has no column for it: its own, or that of new ones."""
    cell = cells.get(id_column)
    before = plan.rotations.get(cell.text.strip()) if cell is not None else None
    named = before.mission if before is not None else mission
    if named is not None:
        cells[column] = Cell(_PLAIN, named)


def _day_order(paste: Paste) -> DayOrder | None:
    """In which order the block writes its days, where it proves that itself."""
    columns = [number for number, name in enumerate(paste.fields) if name in _DAYS]
    cells = (row[number] for row in paste.block.rows[paste.first :] for number in columns)
    return day_order(cell.text for cell in cells if cell is not None and cell.kind is _PLAIN)


def _normal(key: str | None, cell: Cell) -> Cell:
    """A cell of text as its reader takes it, where there is one way to."""
    if cell.kind is not _PLAIN or key not in {*COUNTS, *OPEN_COUNTS}:
        return cell
    whole = _WHOLE.fullmatch(cell.text.strip())
    return cell if whole is None else Cell(_PLAIN, whole[1])


def _refuse_without_days(paste: Paste, rows: Sequence[Row], remarks: _Remarks) -> None:
    """Refuse new rows where no column holds their days."""
    if set(_DAYS) <= set(paste.fields):
        return
    id_column = remarks.columns["id"]
    for row in rows:
        if id_column not in row.cells:
            sentence = _("a new rotation needs columns with its first and its last day.")
            remarks.refuse(row.number, "", sentence)


def _told(rows: Iterable[Row], entries: Iterable[Entry], remarks: _Remarks) -> Iterator[PastedRow]:
    of_row = {entry.row: entry for entry in entries}
    for row in rows:
        entry, problems = of_row.get(row.number), remarks.by_row.get(row.number, {})
        before = None if entry is None else entry.before
        values = {} if entry is None else dict(entry.values)
        if problems or entry is None:
            outcome = Outcome.REFUSED
        elif before is None:
            outcome = Outcome.NEW
        else:
            outcome = Outcome.CHANGED if values else Outcome.SAME
        yield PastedRow(row.number, outcome, before, values, problems)
