"""Icons in the colours of the theme, each drawn once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPixmap

from domain.rules.finding import Severity
from gui.theme import Colours

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZE: Final = 18
"""Pixels of an icon in a menu or on a button."""
SEVERITY_ICONS: Final = {
    Severity.ERROR: "octagon-x",
    Severity.WARNING: "triangle-alert",
    Severity.NOTE: "info",
}


class Icons:
    """The icons of one theme."""

    def __init__(self, colours: Colours) -> None:
        self.colours = colours
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, colour: QColor | None = None) -> QIcon:
        """An icon by its name, by default in the colour of text."""
        ink = (colour or self.colours.text).name()
        found = self._icons.get((name, ink))
        if found is None:
            found = QIcon(self._drawn(name, ink, SIZE, self._scale()))
            self._icons[name, ink] = found
        return found

    def pixmap(self, name: str, colour: QColor, size: int, scale: float = 1) -> QPixmap:
        """An icon as a picture of so many pixels, sharp on a screen of that scale."""
        key = (name, colour.name(), size, scale)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._drawn(*key)
        return found

    def of_severity(self, severity: Severity) -> QIcon:
        """The icon of an error, a warning or a note."""
        return self.icon(SEVERITY_ICONS[severity], self.colour_of(severity))

    def colour_of(self, severity: Severity) -> QColor:
        """The colour of an error, a warning or a note."""
        colour: QColor = getattr(self.colours, severity.value)
        return colour

    def severity_pixmap(self, severity: Severity, size: int, scale: float = 1) -> QPixmap:
        """The icon of a severity as a picture."""
        return self.pixmap(SEVERITY_ICONS[severity], self.colour_of(severity), size, scale)

    @staticmethod
    def _scale() -> float:
        """That of the sharpest screen: drawing for others too would slow the start down."""
        application = QGuiApplication.instance()
        return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1

    @staticmethod
    def _drawn(name: str, ink: str, size: int, scale: float) -> QPixmap:
        drawing = (FOLDER / f"{name}.svg").read_bytes().replace(b"currentColor", ink.encode())
        buffer = QBuffer()
        buffer.setData(QByteArray(drawing))
        reader = QImageReader(buffer, QByteArray(b"svg"))
        reader.setScaledSize(QSize(round(size * scale), round(size * scale)))
        pixmap = QPixmap.fromImage(reader.read())
        pixmap.setDevicePixelRatio(scale)
        return pixmap
