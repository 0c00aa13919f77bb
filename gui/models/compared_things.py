"""What differs between two plans as a table: a row for each field, filtered and sorted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from domain.engine.taking_over import Wish
from domain.exchange.compared_rows import ComparedRow, Sort, rows_of
from domain.exchange.compared_words import SORTS, row_texts
from domain.language import N_, _
from domain.model import Plan, Ref
from domain.words.things import name_of
from domain.words.titles import field_text, kind_text
from gui.comparing import Sides
from gui.models.table_of_rows import Index, TableOfRows
from gui.theme import Colours


class Column(IntEnum):
    """The columns from left to right."""

    SORT = 0
    THING = 1
    MISSION = 2
    FIELD = 3
    MINE = 4
    THEIRS = 5
    KIND = 6


HEADINGS: Final = (
    *(N_("What"), N_("Thing"), N_("Mission"), N_("Field")),
    *(N_("A (open)"), N_("B"), N_("Kind")),
)
_EMPTY: Final = Plan()


class DifferenceTable(TableOfRows[ComparedRow]):
    """The rows of what differs; it holds them itself."""

    def __init__(self, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._colours = colours
        self._mine, self._theirs = _EMPTY, _EMPTY
        self._all: list[ComparedRow] = []
        self._texts: dict[tuple[Ref | None, str | None], tuple[str, ...]] = {}
        self._sort: Sort | None = None
        self._mission: str | None = None
        self._text = ""
        self._column: Column | None = None
        self._descending = False

    @property
    def all_rows(self) -> Sequence[ComparedRow]:
        """All rows, shown or not."""
        return self._all

    def show_sides(self, sides: Sides | None) -> None:
        """Show what differs between two plans; nothing without them."""
        self._texts = {}
        if sides is None:
            self._mine, self._theirs, self._all = _EMPTY, _EMPTY, []
        else:
            self._mine, self._theirs = sides.mine, sides.theirs
            self._all = list(rows_of(sides.mine, sides.theirs, sides.things))
        self._lay_out()

    def filter_by(self, sort: Sort | None, mission: str | None, text: str) -> None:
        """Show only rows of a sort, about a mission, with a text; each may be anything."""
        self._sort, self._mission, self._text = sort, mission, text.strip().casefold()
        self._lay_out()

    def leads(self, row: int) -> bool:
        """Whether a row is the first that is shown of its thing."""
        return row == 0 or self.rows[row].ref != self.rows[row - 1].ref

    def wishes(self, rows: Iterable[int], *, whole: bool = False) -> tuple[Wish, ...]:
        """What taking over some rows wishes for: their fields, or their things as a whole."""
        chosen = (self.rows[row] for row in sorted(rows))
        found = (Wish(row.ref, None if whole else row.field) for row in chosen)
        return tuple(dict.fromkeys(found))

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = Column(column) if 0 <= column < len(Column) else None
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._lay_out()

    @override
    def text_of(self, row: ComparedRow, column: int) -> str:
        return self._texts_of(row)[column]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is not None and role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(index.row(), row, index.column())
        return super().data(index, role)

    def _ink(self, number: int, row: ComparedRow, column: int) -> object:
        if column == Column.SORT:
            inks = {Sort.ADDED: self._colours.good, Sort.REMOVED: self._colours.error}
            return inks.get(row.sort)
        quiet = column in {Column.THING, Column.MISSION, Column.KIND} and not self.leads(number)
        return self._colours.muted if quiet or column == Column.KIND else None

    def _texts_of(self, row: ComparedRow) -> tuple[str, ...]:
        found = self._texts.get((row.ref, row.field))
        if found is None:
            found = self._texts[row.ref, row.field] = self._made_texts(row)
        return found

    def _made_texts(self, row: ComparedRow) -> tuple[str, ...]:
        gone = row.ref is not None and self._mine.find(row.ref) is None
        home = self._theirs if gone else self._mine
        missions = (home.missions.get(name) for name in row.missions)
        names = [m.name for m in missions if m is not None] or list(row.missions)
        mine, theirs = row_texts(row, self._mine, self._theirs)
        return (
            _(SORTS[row.sort]),
            kind_text(None) if row.ref is None else name_of(row.ref, home),
            ", ".join(names),
            field_text(row.field),
            mine,
            theirs,
            kind_text(None if row.ref is None else row.ref.kind),
        )

    def _takes(self, row: ComparedRow) -> bool:
        if self._sort is not None and row.sort is not self._sort:
            return False
        if self._mission is not None and self._mission not in row.missions:
            return False
        return not self._text or any(self._text in t.casefold() for t in self._texts_of(row))

    def _lay_out(self) -> None:
        rows, column = list(filter(self._takes, self._all)), self._column
        if column is not None:
            rows.sort(
                key=lambda row: self.text_of(row, column).casefold(), reverse=self._descending
            )
        self.show_rows(rows)
