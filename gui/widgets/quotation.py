"""A source on screen: the document, the place in it, and the quoted words."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from domain.language import _
from domain.model import Source
from gui.days import day_text
from gui.widgets.plain_text import Paragraph


class Quotation(QFrame):
    """The quoted words of a source, and below them where they stand."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotation")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 2, 0, 2)
        layout.setSpacing(2)
        if source.quote:
            quote = Paragraph(f"“{source.quote}”")
            font = quote.font()
            font.setItalic(True)
            quote.setFont(font)
            layout.addWidget(quote)
        place = Paragraph(place_of(source))
        place.setForegroundRole(place.palette().ColorRole.PlaceholderText)
        place.setVisible(bool(place.text()))
        layout.addWidget(place)


def place_of(source: Source) -> str:
    """Where the words of a source stand: document, day, section, file and lines."""
    if source.text is not None:
        return source.text
    parts = [source.document]
    if source.decided_on is not None:
        parts.append(_("decided on {day}").format(day=day_text(source.decided_on)))
    parts.append(source.section)
    if source.file:
        parts.append(source.file)
    if source.lines:
        parts.append(_("lines {lines}").format(lines=source.lines))
    return ", ".join(part for part in parts if part)
