"""What every pane of the window shares: the document, what is shown, what is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject

from domain.values import dataclass
from gui.document import Document
from gui.filters import Filters
from gui.icons import Icons
from gui.models.finding_index import FindingIndex
from gui.models.mission_state import MissionStates
from gui.rows import Rows
from gui.selection import Selection
from gui.theme import Colours
from gui.timeline.axis import TimeAxis


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """One document with one selection, one order of rows, one time axis, one theme."""

    document: Document
    rows: Rows
    filters: Filters
    selection: Selection
    axis: TimeAxis
    findings: FindingIndex
    states: MissionStates
    icons: Icons

    @property
    def colours(self) -> Colours:
        """The colours of the theme."""
        return self.icons.colours


def desk_for(document: Document, colours: Colours, owner: QObject) -> Desk:
    """A desk for a document; its parts live as long as their owner."""
    rows, findings = Rows(document, owner), FindingIndex(document, owner)
    return Desk(
        document=document,
        rows=rows,
        filters=Filters(document, rows, findings, owner),
        selection=Selection(owner),
        axis=TimeAxis(owner),
        findings=findings,
        states=MissionStates(document),
        icons=Icons(colours),
    )
