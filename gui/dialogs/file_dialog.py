"""Where a file is, or should be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from domain.language import _


class FileDialog:
    """Asks for a file; the kind is said by its ending."""

    @classmethod
    def ask_open(
        cls, parent: QWidget | None, title: str, endings: Sequence[str] | str, folder: Path
    ) -> Path | None:
        """A file to read, or none; of several kinds all are shown at first, or one by choice."""
        kinds = kind_of(endings) if isinstance(endings, str) else kinds_of(endings)
        chosen, _filter = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(chosen) if chosen else None

    @classmethod
    def ask_save(
        cls, parent: QWidget | None, title: str, ending: str, suggested: Path
    ) -> Path | None:
        """A file to write, with its ending, or none; the user has agreed to replace one."""
        chosen, _filter = QFileDialog.getSaveFileName(
            parent, title, str(suggested), kind_of(ending)
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def kind_of(ending: str) -> str:
    """A kind of file as a file dialog names it."""
    names = {
        ".kader": _("Kader plans"),
        ".xlsx": _("Excel workbooks"),
        ".json": _("JSON plans"),
        ".csv": _("Tables as text"),
        ".pdf": _("PDF documents"),
        ".png": _("PNG pictures"),
        ".svg": _("SVG drawings"),
    }
    return f"{names[ending]} (*{ending})"


def kinds_of(endings: Sequence[str]) -> str:
    """Several kinds of files: all of them together, and each by itself."""
    together = " ".join(f"*{ending}" for ending in endings)
    whole = _("Everything that can be imported")
    return ";;".join([f"{whole} ({together})", *map(kind_of, endings)])
