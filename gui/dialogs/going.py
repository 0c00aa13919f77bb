"""Dialogs that are over: a dialog that was closed is only hidden, and its window keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)


@contextmanager
def gone_after(dialog: D) -> Iterator[D]:
    """A dialog that goes as soon as it is answered and its answer was read."""
    try:
        yield dialog
    finally:
        dialog.deleteLater()
