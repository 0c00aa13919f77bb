"""What would mend the selected finding: found a moment after it is shown, tried on, and done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from domain.model import Plan
from domain.rules.finding import Finding
from gui.desk import Desk
from gui.widgets.explanation import Explanation

if TYPE_CHECKING:
    from domain.repairs import Repair

PAUSE: Final = 80
"""Milliseconds that a finding is shown before changes are tried, so that going on is not slowed."""


class Repairing(QObject):
    """Finds changes for the finding that is explained."""

    def __init__(self, desk: Desk, explanation: Explanation, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("repairing")
        self._desk, self._explanation = desk, explanation
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.find)
        self._is_tried = False
        explanation.shown.connect(self._on_shown)
        explanation.repair_previewed.connect(self._preview)
        explanation.repair_chosen.connect(self._do)

    def find(self) -> None:
        """Look now for what mends the finding that is explained."""
        self._pause.stop()
        document, finding = self._desk.document, self._explanation.finding
        if finding is None or document.session is None or not document.can_edit:
            return
        from domain.repairs import can_be_mended, repairs_of

        if finding.waived or not can_be_mended(finding.code):
            return
        if document.is_previewing:
            self._pause.start()
            return
        self._explanation.show_repairs(repairs_of(document.session, finding, document.as_of))

    def _on_shown(self) -> None:
        # The change that was pointed at went with the page, and nothing points away from it.
        self._preview(None)
        self._pause.start()

    def _preview(self, repair: Repair | None) -> None:
        document, finding = self._desk.document, self._explanation.finding
        if repair is not None and finding is not None:
            self._is_tried = True
            document.preview(repair.edit, self._limits(document.plan, finding))
        elif self._is_tried:
            self._is_tried = False
            document.end_preview()

    def _do(self, repair: Repair) -> None:
        self._desk.document.submit(repair.edit)

    def _limits(self, plan: Plan, finding: Finding) -> list[str]:
        """The limits at the missions of a finding, whose strength may be in sight."""
        missions = set(self._desk.findings.missions_of(finding))
        return [limit.id for frame, limit in plan.limits() if missions & set(frame.missions)]
