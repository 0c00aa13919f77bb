"""A model shows something else entirely; views are told so, whatever goes wrong meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractItemModel


@contextmanager
def resetting(model: QAbstractItemModel) -> Iterator[None]:
    """Change what a model shows in here; a view that waits for the end would wait for ever."""
    model.beginResetModel()
    try:
        yield
    finally:
        model.endResetModel()
