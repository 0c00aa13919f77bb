"""The open points of a plan: choices made when it was read in, for a person to confirm."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from typing_extensions import override

from domain.language import N_, current_language
from domain.model import OpenPoint
from gui.document import Document
from gui.models.table_of_rows import TableOfRows

HEADINGS: Final = (N_("About"), N_("What should be confirmed"), N_("Source"))
_ABOUT, _POINT = 0, 1


class OpenPointTable(TableOfRows[OpenPoint]):
    """The open points of the plan, each a row."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(HEADINGS, parent)
        self._document = document
        self.rows = list(document.plan.open_points)
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_changed)

    @override
    def text_of(self, row: OpenPoint, column: int) -> str:
        if column == _ABOUT:
            return self._about(row)
        if column == _POINT:
            return row.text_nl if current_language() == "nl" else row.text_en
        return row.source

    def _about(self, point: OpenPoint) -> str:
        plan = self._document.plan
        if point.subject_id in plan.missions:
            return plan.missions[point.subject_id].name
        if point.subject_id in plan.frames:
            return plan.frames[point.subject_id].title
        return point.subject_id

    def _on_changed(self) -> None:
        points = list(self._document.plan.open_points)
        if points != self.rows:
            self.show_rows(points)
