"""How far long work is, with a way to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QProgressDialog, QWidget

from domain.language import _
from gui.background import Job
from gui.widgets.plain_text import PlainLabel

_PATIENCE: Final = 500
"""Milliseconds before it is shown: what is quicker needs no progress."""


class ProgressDialog(QProgressDialog):
    """Follows a job and goes with it; the window stays usable."""

    def __init__(self, parent: QWidget | None, title: str, job: Job) -> None:
        super().__init__("", _("Cancel"), 0, 0, parent)
        self.setLabel(PlainLabel(title))
        self.setObjectName("progressDialog")
        self.setWindowTitle("Kader")
        self.setMinimumDuration(_PATIENCE)
        self.setAutoReset(False)
        self.setMinimumWidth(360)
        self.canceled.connect(job.stop)
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self.deleteLater)

    def _on_progressed(self, done: int, of: int) -> None:
        self.setMaximum(of)
        self.setValue(done)
