"""Forces: the same bars by force, with commitments, preparation, recovery, and pools as strips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.language import _
from gui.desk import Desk
from gui.models.force_rows import ForceRows
from gui.models.force_table import ForceTable
from gui.views.force_canvas import ForcePanel
from gui.views.force_list import ForceList
from gui.views.requests import Requests
from gui.views.use_legend import UseLegend
from gui.widgets.plain_text import PlainLabel
from gui.widgets.workspace import Workspace


class ForcesView:
    """The workspace, with the rows of forces in it."""

    def __init__(self, desk: Desk, workspace: Workspace, requests: Requests) -> None:
        """Put rows of forces beside the missions of a workspace."""
        self._desk, self._workspace = desk, workspace
        self.rows = ForceRows(desk.document, desk.rows, workspace)
        self.panel = ForcePanel(desk, self.rows)
        self.table = ForceTable(desk.document, self.rows, self.panel.scene.findings, workspace)
        self.list = ForceList(desk, self.table, self.rows)
        self.tools: QWidget | None = UseLegend(desk.colours)
        self._nothing = PlainLabel(_nothing_text())
        self._pages = QStackedWidget()
        self._pages.addWidget(self.panel)
        self._pages.addWidget(self._centred(self._nothing))
        self._upper = workspace.add_upper("forceSplitter", self.list, self._pages)
        self._connect(requests)

    @staticmethod
    def _centred(label: PlainLabel) -> PlainLabel:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        return label

    def _connect(self, requests: Requests) -> None:
        panel = self.panel
        panel.draw_requested.connect(requests.draw_requested)
        panel.edit_requested.connect(requests.edit_requested)
        panel.remove_requested.connect(requests.remove_requested)
        panel.menu_requested.connect(requests.menu_requested)
        panel.vertical_offset_changed.connect(self.list.set_vertical_offset)
        self.list.vertical_offset_changed.connect(panel.set_vertical_offset)
        self.list.selectionModel().currentRowChanged.connect(self._on_force)
        self.rows.rebuilt.connect(self._on_rebuilt)
        self._desk.selection.rotations_changed.connect(self._on_rotations)

    @property
    def page(self) -> QWidget:
        """The workspace."""
        return self._workspace

    @property
    def stops(self) -> Sequence[QWidget]:
        """The timeline of forces, and their list."""
        return self.panel.canvas, self.list

    def enter(self) -> None:
        """Read what changed while nobody looked."""
        self.panel.scene.wake()
        self.rows.wake()
        self._on_rebuilt()
        self._workspace.show_upper(self._upper)
        current = self._desk.selection.current
        if current is not None and self.rows.row_of(current) is not None:
            self.panel.show_rotation(current)

    def leave(self) -> None:
        """Nobody looks any more."""
        self.rows.sleep()

    def zoom(self, way: int) -> None:
        """Make days wider, or narrower."""
        if way > 0:
            self.panel.zoom_in()
        else:
            self.panel.zoom_out()

    def fit(self) -> None:
        """Show all uses of the shown forces."""
        self.panel.fit()

    def go_to_today(self) -> None:
        """Bring today to the middle."""
        self.panel.go_to_today()

    def set_folded(self, folded: bool) -> None:
        """Show only forces that lie inside no other, and pools as strips; or everything."""
        self.rows.set_folded(folded)

    def show_rotation(self, rotation: str) -> bool:
        """Bring a rotation into sight."""
        self.panel.show_rotation(rotation)
        return self.rows.row_of(rotation) is not None

    def show_mission(self, mission: str) -> None:
        """A mission is not shown here; its rotations are, on their forces."""

    def _on_rebuilt(self) -> None:
        self._pages.setCurrentIndex(0 if self._desk.document.plan.forces else 1)

    def _on_rotations(self) -> None:
        """Stand at the force of the selected rotation."""
        current = self._desk.selection.current
        row = None if current is None else self.rows.row_of(current)
        group = None if row is None else self.rows.group_at(row)
        if group is not None and self.panel.isVisible():
            self.list.stand_at(group)

    def _on_force(self) -> None:
        """Bring the rows of the force in which the keyboard stands into sight."""
        group = self.table.row_at(self.list.currentIndex())
        if group is not None and self.list.hasFocus():
            self.panel.canvas.keyboard.row = group.first
            self.panel.canvas.reveal_row(group.rows.stop - 1)
            self.panel.canvas.reveal_row(group.first)


def _nothing_text() -> str:
    return _(
        "This plan has no forces. Import a plan that has them to see who goes where, "
        "and whether they are free."
    )
