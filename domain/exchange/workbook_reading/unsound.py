"""What is wrong with a workbook as a whole, and the sentence that says so."""

from __future__ import annotations

from pathlib import Path

from domain.errors import UnreadableFile
from domain.language import _


class Unsound(Exception):
    """A workbook that is not read; its text is the reason, as half a sentence.

    The advice is the other half; without one it is to save the workbook anew.
    """

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


def unreadable(path: Path, unsound: Unsound, place: str = "") -> UnreadableFile:
    """The refusal of a file, with the place in it, in one sentence."""
    where = _("{file}, {place}").format(file=path, place=place) if place else str(path)
    advice = unsound.advice or _("save it again as .xlsx in a spreadsheet program")
    return UnreadableFile(
        _("{where}: {reason}; {advice}.").format(where=where, reason=unsound.reason, advice=advice)
    )
