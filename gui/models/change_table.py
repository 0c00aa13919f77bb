"""A table of changes, one a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from typing_extensions import override

from domain.language import N_
from gui.models.table_of_rows import TableOfRows

if TYPE_CHECKING:
    from gui.models.change_rows import ChangeRow

BEFORE_AFTER: Final = (N_("About"), N_("What"), N_("Before"), N_("After"))


class ChangeTable(TableOfRows["ChangeRow"]):
    """Changes as shown: what each is about, and its two values."""

    def __init__(
        self, headings: Sequence[str] = BEFORE_AFTER, parent: QObject | None = None
    ) -> None:
        super().__init__(headings, parent)

    @override
    def text_of(self, row: ChangeRow, column: int) -> str:
        return (row.thing, row.what, row.before, row.after)[column]
