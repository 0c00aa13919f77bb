"""By which columns the rotations are sorted; table and timeline follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from domain.language import _
from domain.model import Kind, Plan, Rotation
from domain.rules.finding import RANK
from gui.models.columns import COLUMNS, FINDINGS
from gui.models.finding_index import FindingIndex
from gui.row_groups import Order, SortKey
from gui.rows import Rows

Sort = tuple[str, bool]
"""The key of a column, and whether it goes from high to low."""
_COLUMNS: Final = {column.key: column for column in COLUMNS}


class TableSorting(QObject):
    """The columns that sort, the first one first; without any, days and name do."""

    changed = Signal()

    def __init__(self, rows: Rows, findings: FindingIndex, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows, self._findings = rows, findings
        self._sorts: tuple[Sort, ...] = ()

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """By what it is sorted, and which way."""
        return self._sorts

    def place(self, key: str) -> tuple[int, bool] | None:
        """The how manyth a column sorts, counted from 0, and which way; none where it does not."""
        found = ((number, down) for number, (own, down) in enumerate(self._sorts) if own == key)
        return next(found, None)

    def words(self, key: str) -> str:
        """How a column sorts, for who cannot see the mark; nothing where it does not."""
        place = self.place(key)
        if place is None:
            return ""
        number, down = place
        text = _("sorted from high to low") if down else _("sorted from low to high")
        if len(self._sorts) > 1:
            text = _("{how}, as number {number}").format(how=text, number=number + 1)
        return text

    def turn(self, key: str, *, add: bool = False) -> None:
        """Sort by a column; asked again the other way, and then no more.

        Added, it sorts what the columns before it leave equal.
        """
        place = self.place(key)
        after: list[Sort] = [] if place is not None and place[1] else [(key, place is not None)]
        if not add:
            self.sort_by(after)
            return
        kept = list(self._sorts)
        at = len(kept) if place is None else place[0]
        kept[at : at + 1] = after
        self.sort_by(kept)

    def sort_by(self, sorts: Sequence[Sort]) -> None:
        """Sort by these columns."""
        self._sorts = tuple(sort for sort in sorts if sort[0] in _COLUMNS)
        self._rows.sort_by(*(SortKey(self._order_in(key), down) for key, down in self._sorts))
        self.changed.emit()

    def _order_in(self, key: str) -> Callable[[Plan], Order]:
        return self._by_findings if key == FINDINGS.key else _COLUMNS[key].order_in

    def _by_findings(self, _plan: Plan) -> Order:
        """The worst first: how bad it is, and how much there is."""
        ranks, none = self._findings.ranks(Kind.ROTATION), (len(RANK), 0)

        def order(rotation: Rotation) -> tuple[int, int]:
            return ranks.get(rotation.id, none)

        return order
