"""Rows of a table as entries: what each wants of a rotation, read column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from domain.exchange.rotation_rows.cell import Cell, Row
from domain.exchange.rotation_rows.doubt import Doubt, quoted
from domain.exchange.rotation_rows.fields import (
    NOTES,
    OF_NAMED,
    Vocabulary,
    fields_of,
    is_empty,
)
from domain.exchange.rotation_rows.reading import Remarks
from domain.exchange.rotation_rows.texts import clean, text_of
from domain.exchange.workbook.text import as_shown
from domain.language import _
from domain.model import NO_NOTES, Plan, Rotation
from domain.model.demands import LONGEST_ID

_DAYS: Final = frozenset({"first_day", "last_day"})
NEEDED: Final = ("mission", "first_day", "last_day")
"""What a new rotation cannot do without."""
NOTHING: Final[Mapping[str, Any]] = {}
MOST_ROWS: Final = 120_000
MOST_PROBLEMS: Final = 10_000


Sound = Callable[[int], None]
"""Is told after each row that can be read how many there were so far; may raise to stop."""


def _unheard(_rows: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row wants: the rotation that it is about, if there is one, and fields as they are.

    ``id`` is empty where a new one is to be made; ``values`` are all that a new one has, or those
    that change.
    """

    row: int
    id: str
    before: Rotation | None
    values: Mapping[str, Any]


class EntryReader:
    """Reads rows into entries; what is doubtful becomes a problem of the row."""

    def __init__(
        self,
        plan: Plan,
        words: Vocabulary,
        remarks: Remarks,
        otherwise: Mapping[str, Any] = NOTHING,
    ) -> None:
        """Read the columns that the remarks know by key.

        What a new rotation has where its row says nothing is said by ``otherwise``.
        """
        self._known = {as_shown(rotation.id): rotation for rotation in plan.rotations.things()}
        self._remarks = remarks
        fields = fields_of(words)
        self._columns = [
            (key, column, fields[key].read, fields[key].of, fields[key].empty)
            for key, column in remarks.columns.items()
            if key in fields
        ]
        self._id_column = remarks.columns.get("id", 0)
        self._read_columns = {self._id_column, *(column for _k, column, *_rest in self._columns)}
        self._otherwise = otherwise
        known = {*remarks.columns, *otherwise}
        self._lacks = [key for key in NEEDED if not {key, f"{key}_name"} & known]
        self._seen: dict[str, int] = {}
        self.rows_in = 0

    @property
    def ids(self) -> Mapping[str, int]:
        """The ids that rows have given so far, and their rows."""
        return self._seen

    def entries(self, rows: Iterable[Row], sound: Sound = _unheard) -> Iterator[Entry]:
        """What rows want, one after the other; it ends early where going on makes no sense."""
        for row in rows:
            entry = self._entry_of(row)
            if entry is not None:
                sound(self.rows_in)
                yield entry
            if self.rows_in > MOST_ROWS or self._remarks.count > MOST_PROBLEMS:
                sentence = _("there are too many rows or problems; the rest was not looked at.")
                self._remarks.refuse(row.number, "", sentence)
                return

    def _entry_of(self, row: Row) -> Entry | None:
        """What a row wants; none where it is empty, or has a problem."""
        cell = row.cells.get(self._id_column)
        if is_empty(cell) and row.number not in self._remarks.refused and self._is_blank(row):
            return None
        self.rows_in += 1
        name, before = self._identity(row, cell)
        values = self._wanted(row) if before is None else self._changed(row, before)
        if values or before is None:
            self._settle_pairs(row.number, before, values)
            _gather_notes(before, values)
        if before is None:
            values = {**self._otherwise, **values}
        refused = self._remarks.refused
        if row.number not in refused and (values or before is None):
            self._require_whole(row, before, values)
        return None if row.number in refused else Entry(row.number, name, before, values)

    def _is_blank(self, row: Row) -> bool:
        read = row.cells.keys() & self._read_columns
        return all(is_empty(row.cells[column]) for column in read)

    def _wanted(self, row: Row) -> dict[str, Any]:
        """The fields that a rotation is given that is not there yet; its days always are."""
        values: dict[str, Any] = {}
        for key, column, read, _of, _empty in self._columns:
            cell = row.cells.get(column)
            if not is_empty(cell) or key in _DAYS:
                try:
                    values[key] = read(cell, None)
                except Doubt as doubt:
                    self._remarks.refuse(row.number, key, str(doubt))
        return values

    def _changed(self, row: Row, before: Rotation) -> dict[str, Any]:
        """The fields of a rotation that are not as they were."""
        values: dict[str, Any] = {}
        cells = row.cells
        for key, column, read, of, empty in self._columns:
            cell, known = cells.get(column), of(before)
            if cell is None and known == empty:
                continue
            try:
                value = read(cell, known)
            except Doubt as doubt:
                self._remarks.refuse(row.number, key, str(doubt))
            else:
                if value != known:
                    values[key] = value
        return values

    def _identity(self, row: Row, cell: Cell | None) -> tuple[str, Rotation | None]:
        """The id of a row and the rotation that has it; an empty one for a new rotation."""
        if cell is None or is_empty(cell):
            return "", None
        try:
            text = text_of(cell)
            before = self._known.get(text) or self._known.get(text.strip())
            name = _new_id(text) if before is None else before.id
            self._require_new(name)
        except Doubt as doubt:
            self._remarks.refuse(row.number, "id", str(doubt))
            return "", None
        self._seen[name] = row.number
        return name, before

    def _require_new(self, name: str) -> None:
        if name in self._seen:
            raise Doubt(
                _("the id {id} also stands in row {row}; empty it here if this row is new.").format(
                    id=quoted(name), row=self._seen[name]
                )
            )

    def _settle_pairs(self, row: int, before: Rotation | None, values: dict[str, Any]) -> None:
        """Of a name and an id that differ, take the one that was changed."""
        for label, key in OF_NAMED.items():
            if label not in values:
                continue
            named, now = values.pop(label), None if before is None else getattr(before, key)
            given = values.get(key, now)
            if given == now:
                values[key] = named
            elif named not in {given, now}:
                sentence = _(
                    "this is {named}, but the id beside it is {id}; change only one of them."
                ).format(named=quoted(named or ""), id=quoted(given or ""))
                self._remarks.refuse(row, label, sentence)

    def _require_whole(self, row: Row, before: Rotation | None, values: Mapping[str, Any]) -> None:
        """Refuse a rotation without a mission, and a new one of which the table lacks a column."""
        if values.get("mission", before) is None and "mission" not in self._lacks:
            label = self._remarks.columns.get("mission_name", 0)
            key = "mission_name" if label and is_empty(row.cells.get(label)) else "mission"
            sentence = _("there is no mission; a rotation belongs to one.")
            self._remarks.refuse(row.number, key, sentence)
        if before is None and self._lacks:
            self._remarks.refuse(
                row.number,
                "id",
                _("the plan has no rotation with this id, and the table lacks {columns}.").format(
                    columns=", ".join(self._lacks)
                ),
            )


def _new_id(text: str) -> str:
    name = clean(text.strip())
    if len(name) > LONGEST_ID:
        raise Doubt(_("the id has more than {longest} characters.").format(longest=LONGEST_ID))
    return name


def _gather_notes(before: Rotation | None, values: dict[str, Any]) -> None:
    given = {NOTES[key]: values.pop(key) for key in NOTES if key in values}
    if given:
        notes = replace(NO_NOTES if before is None else before.day_notes, **given)
        values["day_notes"] = NO_NOTES if notes == NO_NOTES else notes
