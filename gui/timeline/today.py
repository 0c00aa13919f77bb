"""Today, as the window sees it."""

from __future__ import annotations

from datetime import datetime

from gui.document import Document


def today_of(document: Document) -> int:
    """The number of the day as of which a plan is looked at, else of today."""
    as_of = document.as_of
    return (as_of or datetime.now().astimezone().date()).toordinal()
