"""The filters of table and timeline: what is asked for, and which rotations that leaves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from domain.model import Kind, Ref, Rotation
from gui.document import Document
from gui.models.finding_index import FindingIndex, is_trouble
from gui.row_filter import NOTHING, RowFilter
from gui.rows import Rows

Taker = Callable[[Rotation], bool]


class Filters(QObject):
    """Lets only those rotations through that are asked for; it follows the findings."""

    changed = Signal()
    """Something else is asked for."""

    def __init__(
        self, document: Document, rows: Rows, findings: FindingIndex, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._rows, self._findings = document, rows, findings
        self._asked = NOTHING
        self._named: set[str] = set()
        findings.changed.connect(self._on_findings_changed)

    @property
    def asked(self) -> RowFilter:
        """What is asked for."""
        return self._asked

    def ask(self, asked: RowFilter) -> None:
        """Show only what is asked for."""
        if asked == self._asked:
            return
        self._asked = asked
        self._named = self._found()
        if asked.is_empty:
            self._rows.show_rotations(None)
        else:
            takes = asked.taker(lambda: self._document.plan)
            self._rows.show_rotations(self._with_findings(takes))
        self.changed.emit()

    def clear(self) -> None:
        """Ask for nothing any more."""
        self.ask(NOTHING)

    def _with_findings(self, takes: Taker) -> Taker:
        if not self._asked.asks_findings:
            return takes

        def takes_named(rotation: Rotation) -> bool:
            return rotation.id in self._named and takes(rotation)

        return takes_named

    def _found(self) -> set[str]:
        """The rotations that the findings name which are asked for."""
        asked, findings = self._asked, self._findings
        if not asked.asks_findings:
            return set()
        named = findings.rotations_of(asked.rules) if asked.rules else None
        troubled = findings.troubled_rotations() if asked.troubled else None
        if named is not None and troubled is not None:
            return named & troubled
        return named if named is not None else troubled or set()

    def _is_named(self, rotation: str) -> bool:
        """Whether the findings that are asked for name a rotation."""
        asked, found = self._asked, self._findings.of(Kind.ROTATION, rotation)
        by_rule = not asked.rules or any(finding.code in asked.rules for finding in found)
        return by_rule and (not asked.troubled or any(map(is_trouble, found)))

    def _on_findings_changed(self, touched: frozenset[Ref] | None) -> None:
        # While something is dragged the rows stay: it must not vanish under the mouse.
        is_previewed = self._document.shown_plan is not self._document.plan
        if is_previewed or not self._asked.asks_findings:
            return
        if touched is None:
            self._named = self._found()
            self._rows.take_again()
            return
        rotations = {ref.id for ref in touched if ref.kind is Kind.ROTATION}
        named = {name for name in rotations if self._is_named(name)}
        others = named ^ (self._named & rotations)
        self._named = (self._named - rotations) | named
        if others:
            self._rows.take_again(others)
