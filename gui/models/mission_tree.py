"""The tree of regions and missions, each with how full it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel

from domain.language import _
from domain.model import Kind, Mission, Ref
from domain.rules.finding import Severity
from domain.session import Change
from gui.document import Document
from gui.icons import Icons
from gui.models.finding_index import UNKNOWN, FindingIndex
from gui.models.mission_state import MissionStates
from gui.row_groups import missions_in_order
from gui.widgets.plain_text import plain_tip

MISSION_ROLE: Final = Qt.ItemDataRole.UserRole
FOUND_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_READ_ONLY: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class MissionTree(QStandardItemModel):
    """Regions with their missions; it follows the document."""

    filled = Signal()
    """The missions were read anew."""

    def __init__(
        self,
        document: Document,
        findings: FindingIndex,
        states: MissionStates,
        icons: Icons,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(0, 2, parent)
        self._document, self._findings, self._states = document, findings, states
        self._icons = icons
        self._items: dict[str, tuple[QStandardItem, QStandardItem]] = {}
        self._text = ""
        document.changed.connect(self._on_changed)
        document.replaced.connect(self.read)
        document.checked.connect(self._on_checked)
        findings.changed.connect(self._on_findings)
        self.read()

    def set_text(self, text: str) -> None:
        """Show only missions with a text in their names or that of their region."""
        text = text.strip().casefold()
        if text != self._text:
            self._text = text
            self.read()

    def item_of(self, mission: str) -> QStandardItem | None:
        """The item of a mission, or none while it is not shown."""
        items = self._items.get(mission)
        return None if items is None else items[0]

    def read(self) -> None:
        """Read the missions anew."""
        # Others look at the items as soon as the model is cleared.
        self._items = {}
        self.clear()
        self.setHorizontalHeaderLabels([_("Mission"), _("Filled")])
        regions: dict[str, QStandardItem] = {}
        for mission in missions_in_order(self._document.plan):
            if not self._takes(mission):
                continue
            if mission.region not in regions:
                regions[mission.region] = self._region(mission.region)
                self.appendRow([regions[mission.region], self._empty()])
            self._add(mission, regions[mission.region])
        self._show_findings(self._items)
        self.filled.emit()

    def _takes(self, mission: Mission) -> bool:
        names = (mission.name, mission.full_name, mission.region, mission.id)
        return not self._text or any(self._text in name.casefold() for name in names)

    @staticmethod
    def _region(name: str) -> QStandardItem:
        item = QStandardItem(name or _("No region"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        return item

    @staticmethod
    def _empty() -> QStandardItem:
        item = QStandardItem()
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _add(self, mission: Mission, region: QStandardItem) -> None:
        name, filled = QStandardItem(mission.name), QStandardItem()
        filled.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for item in (name, filled):
            item.setFlags(_READ_ONLY)
            item.setData(mission.id, MISSION_ROLE)
        name.setToolTip(plain_tip(mission.full_name or mission.name))
        region.appendRow([name, filled])
        self._items[mission.id] = (name, filled)
        self._show_state(mission.id)

    def _show_state(self, mission: str) -> None:
        items = self._items.get(mission)
        if items is None:
            return
        if not self._document.is_checked:
            items[1].setText(UNKNOWN)
            return
        fill = self._states.tightest(mission)
        items[1].setText("–" if fill is None else fill.text)
        sentence = _("No national frame names this mission.") if fill is None else fill.sentence
        items[1].setToolTip(plain_tip(sentence))
        items[1].setAccessibleText(sentence)

    def _on_checked(self) -> None:
        for mission in self._items:
            self._show_state(mission)

    def _on_findings(self, touched: frozenset[Ref] | None) -> None:
        if touched is None:
            self._show_findings(self._items)
        else:
            self._show_findings(ref.id for ref in touched if ref.kind is Kind.MISSION)

    def _show_findings(self, missions: Iterable[str]) -> None:
        if not self._findings.is_known:
            return
        for mission in missions:
            item = self.item_of(mission)
            if item is None:
                continue
            worst = self._findings.worst(Kind.MISSION, mission)
            if item.data(FOUND_ROLE) != worst or item.icon().isNull():
                item.setData(worst, FOUND_ROLE)
                item.setIcon(self._icon(worst))

    def _icon(self, worst: Severity | None) -> QIcon:
        if worst is None:
            return self._icons.icon("circle-check", self._icons.colours.good)
        return self._icons.of_severity(worst)

    def _on_changed(self, change: Change) -> None:
        if any(ref.kind in {Kind.MISSION, Kind.FRAME} for ref in change.touched):
            self.read()
            return
        touched = set()
        for ref in change.touched:
            for plan in (change.before, change.after):
                if ref.kind is Kind.ROTATION and ref.id in plan.rotations:
                    touched.add(plan.rotations[ref.id].mission)
        for mission in self._with_common_frames(touched):
            self._show_state(mission)

    def _with_common_frames(self, missions: set[str]) -> set[str]:
        """These missions, and those that share a frame with one of them."""
        frames = [frame for name in missions for frame, _l in self._states.limits_of(name)]
        return missions.union(*(frame.missions for frame in frames))
