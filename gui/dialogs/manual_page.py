"""A page of the manual on screen: its text, and its pictures as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from gui.manual import PICTURE_SCALE, picture_path

_PAUSE: Final = 60
_MARGIN: Final = 18
_LINE_HEIGHT: Final = 122.0
_DIM: Final = QColor(0, 0, 0, 48)
_DARK: Final = 128


class ManualPage(QTextBrowser):
    """Shows Markdown; what a picture shows stands below it, where a screen reader reads it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show a page."""
        self.setMarkdown(text)
        self._space_lines()
        for position, shown in reversed(list(self.pictures())):
            self._caption(position, str(shown.property(QTextFormat.Property.ImageAltText) or ""))
        self._fit()

    def _space_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        share = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        spaced.setLineHeight(_LINE_HEIGHT, share.value)
        cursor.mergeBlockFormat(spaced)

    def _caption(self, position: int, text: str) -> None:
        """Put what a picture shows below it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        picture = QTextBlockFormat(cursor.blockFormat())
        # A picture is as high as it is: a share of that would be an empty band.
        picture.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        picture.setTopMargin(10)
        picture.setBottomMargin(0)
        cursor.setBlockFormat(picture)
        quiet = QTextCharFormat()
        quiet.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        below = QTextBlockFormat()
        below.setBottomMargin(14)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(below, quiet)
        cursor.insertText(text, quiet)

    def pictures(self) -> Iterator[tuple[int, QTextImageFormat]]:
        """Where pictures stand, and how they are shown."""
        block = self.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                part = parts.fragment()
                if part.charFormat().isImageFormat():
                    yield part.position(), part.charFormat().toImageFormat()
                parts += 1
            block = block.next()

    def _fit(self) -> None:
        """Show each picture in its own size, or as wide as there is room."""
        for position, shown in list(self.pictures()):
            image = self._image(shown.name())
            if image.isNull():
                continue
            ratio = image.devicePixelRatio()
            self.document().addResource(
                int(self.document().ResourceType.ImageResource.value), QUrl(shown.name()), image
            )
            shown.setWidth(image.width() / ratio)
            shown.setHeight(image.height() / ratio)
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(shown)

    def _image(self, name: str) -> QImage:
        """A picture for this width and this density of screen; dimmed on a dark page."""
        path = picture_path(name)
        image = QImage() if path is None else QImage(str(path))
        if image.isNull():
            return image
        ratio = self.devicePixelRatioF()
        room = self.viewport().width() - 2 * _MARGIN
        width = max(1, round(min(image.width() / PICTURE_SCALE, room) * ratio))
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        self._frame(image)
        image.setDevicePixelRatio(ratio)
        return image

    def _frame(self, image: QImage) -> None:
        painter = QPainter(image)
        if self.palette().color(QPalette.ColorRole.Base).lightness() < _DARK:
            painter.fillRect(image.rect(), _DIM)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
        painter.end()

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Only pictures of the manual are loaded, whatever a page may ask for."""
        return self._image(name.toString() if isinstance(name, QUrl) else name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()
