"""The inspector: the fields of the selected rotations, or all about the selected mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.language import _
from domain.session import Change, Preview
from gui.desk import Desk
from gui.widgets.plain_text import PlainLabel, named

if TYPE_CHECKING:
    from gui.widgets.mission_view import MissionView
    from gui.widgets.rotation_form import RotationForm


class Inspector(QStackedWidget):
    """What is selected, in full."""

    limit_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        document, selection = desk.document, desk.selection
        self._document, self._selection = document, selection
        named(self, "inspector", _("Inspector"))
        self._nothing = PlainLabel(_("Select a rotation or a mission."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        self._desk = desk
        self._form: RotationForm | None = None
        self._mission: MissionView | None = None
        self.addWidget(self._nothing)
        selection.rotations_changed.connect(self._show)
        selection.mission_changed.connect(self._show)
        document.changed.connect(self._on_changed)
        document.previewed.connect(self._on_previewed)
        document.replaced.connect(self._show)
        self._show()

    @property
    def form(self) -> RotationForm:
        """The fields of a rotation; made when the first one is selected."""
        from gui.widgets.rotation_form import RotationForm

        if self._form is None:
            self._form = RotationForm(self._desk)
            self.addWidget(self._form)
        return self._form

    @property
    def mission(self) -> MissionView:
        """All about a mission; made when the first one is selected."""
        if self._mission is None:
            from gui.widgets.mission_view import MissionView

            self._mission = MissionView(self._desk)
            self._mission.limit_chosen.connect(self.limit_chosen)
            self.addWidget(self._mission)
        return self._mission

    def _show(self) -> None:
        rotations = self._selection.rotations
        known = tuple(name for name in rotations if name in self._document.plan.rotations)
        mission = self._selection.mission
        if known:
            self.form.show_rotations(known)
            self.setCurrentWidget(self.form)
        elif mission is not None and mission in self._document.plan.missions:
            self.mission.show_mission(mission)
            self.setCurrentWidget(self.mission)
        else:
            self.setCurrentWidget(self._nothing)

    def _on_changed(self, _change: Change) -> None:
        self._show()

    def _on_previewed(self, preview: Preview | None) -> None:
        if self._form is not None and self.currentWidget() is self._form:
            self._form.preview(self._document.plan if preview is None else preview.plan)
