"""How far long work is, with a way to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QProgressBar, QProgressDialog, QPushButton, QWidget

from domain.language import _
from gui.background import Job
from gui.widgets.plain_text import PlainLabel, named

_PATIENCE: Final = 500
"""Milliseconds before it is shown: what is quicker needs no progress."""


class ProgressDialog(QProgressDialog):
    """Follows a job and goes with it; the window stays usable."""

    def __init__(self, parent: QWidget | None, title: str, job: Job) -> None:
        super().__init__("", "", 0, 0, parent)
        self.setLabel(PlainLabel(title))
        self.setBar(named(QProgressBar(), "progressBar", title))
        self.setCancelButton(named(QPushButton(_("Cancel")), "progressCancel", _("Cancel")))
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
