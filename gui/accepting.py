"""Accepting the selected finding with a reason, and taking that back; each is one step."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from domain.errors import KnownError
from domain.language import _
from domain.rules.finding import Finding
from gui.desk import Desk
from gui.preferences import Preferences


class Accepting(QObject):
    """The two commands about the selected finding."""

    refused = Signal(str)
    """It could not be done: one sentence."""

    def __init__(self, desk: Desk, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._preferences, self._window = desk, preferences, window

    def accept(self) -> None:
        """Ask for a reason, and accept the selected finding as it is now."""
        from domain.rules.acceptance import accepting
        from gui.dialogs.accept_dialog import AcceptDialog

        finding = self._selected()
        if finding is None:
            self.refused.emit(_("Select a finding first."))
            return
        if finding.waived:
            self.refused.emit(_("This finding is accepted already."))
            return
        icons, by = self._desk.icons, self._preferences.signs_as
        grounds = AcceptDialog.ask(self._window, icons, finding, by, self._today())
        if grounds is not None:
            self._preferences.signs_as = grounds.by
            document = self._desk.document
            document.submit(accepting(document.plan, finding, grounds))

    def take_back(self) -> None:
        """Make the selected finding one again that nobody accepted."""
        from domain.rules.acceptance import taking_back

        finding = self._selected()
        if finding is None:
            self.refused.emit(_("Select a finding first."))
            return
        try:
            edit = taking_back(finding)
        except KnownError as error:
            self.refused.emit(error.sentence)
            return
        self._desk.document.submit(edit)

    def _selected(self) -> Finding | None:
        """The selected finding as it is in the plan now."""
        chosen = self._desk.selection.finding
        if chosen is None:
            return None
        return next((f for f in self._desk.document.findings if f.key == chosen.key), None)

    def _today(self) -> date:
        return self._desk.document.as_of or datetime.now(UTC).astimezone().date()
