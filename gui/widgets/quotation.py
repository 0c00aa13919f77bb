"""A source on screen: the quoted words, and below them the document and the place in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from domain.model import Source
from gui.models.source_words import place_of, words_of
from gui.widgets.plain_text import Paragraph


class Quotation(QFrame):
    """The quoted words of a source, and below them where they stand."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quotation")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 2, 0, 2)
        layout.setSpacing(2)
        for words, quoted in words_of(source):
            quote = Paragraph(words)
            font = quote.font()
            font.setItalic(quoted)
            quote.setFont(font)
            layout.addWidget(quote)
        place = Paragraph(place_of(source))
        place.setForegroundRole(place.palette().ColorRole.PlaceholderText)
        place.setVisible(bool(place.text()))
        layout.addWidget(place)
