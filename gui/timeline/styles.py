"""How a bar looks: its hue says who goes, its filling how far the rotation has come."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from domain.model import Rotation, Status
from domain.values import dataclass
from gui.theme import Colours, mixed


class Filling(StrEnum):
    """How a bar is filled."""

    OUTLINE = "outline"
    LIGHT = "light"
    FULL = "full"
    HATCHED = "hatched"


FILLINGS: Final = {
    Status.DRAFT: Filling.OUTLINE,
    Status.PLANNED: Filling.LIGHT,
    Status.APPROVED: Filling.FULL,
    Status.DEPLOYED: Filling.FULL,
    Status.COMPLETED: Filling.FULL,
    Status.CANCELLED: Filling.HATCHED,
}
_SHARES: Final = {
    Filling.OUTLINE: 0.90,
    Filling.LIGHT: 0.55,
    Filling.FULL: 0.0,
    Filling.HATCHED: 1.0,
}
"""How much of the background is in the colour of a filling."""

StyleKey = tuple[str, Filling]


def hue_of(rotation: Rotation) -> str:
    """The name of the colour that says who goes."""
    present = [name for name in ("military", "civilian", "police") if getattr(rotation, name)]
    if not present:
        return "bar_force"
    return f"bar_{present[0]}" if len(present) == 1 else "bar_mixed"


def key_of(rotation: Rotation) -> StyleKey:
    """What decides how a rotation looks."""
    filling = FILLINGS[rotation.status]
    return ("cancelled" if filling is Filling.HATCHED else hue_of(rotation)), filling


@dataclass(frozen=True, slots=True)
class BarStyle:
    """The colours of one kind of bar; ``flat`` is for bars too small for an edge."""

    fill: QBrush
    edge: QPen
    flat: QColor
    text: QColor


class Styles:
    """The styles of all kinds of bars in one theme."""

    def __init__(self, colours: Colours) -> None:
        """Mix them from the colours of a theme."""
        self._colours = colours
        self._made: dict[StyleKey, BarStyle] = {}

    def of(self, key: StyleKey) -> BarStyle:
        """The style of a kind of bar."""
        style = self._made.get(key)
        if style is None:
            style = self._made[key] = self._make(*key)
        return style

    def _make(self, name: str, filling: Filling) -> BarStyle:
        colours = self._colours
        hue: QColor = getattr(colours, name)
        fill = mixed(hue, colours.background, _SHARES[filling])
        edge = mixed(hue, colours.text, 0.45)
        text = colours.bar_text if filling is Filling.FULL else colours.text
        if filling is Filling.HATCHED:
            return BarStyle(
                QBrush(hue, Qt.BrushStyle.BDiagPattern), dashed(hue), hue, colours.muted
            )
        if filling is Filling.OUTLINE:
            return BarStyle(QBrush(fill), dashed(edge), mixed(hue, colours.background, 0.7), text)
        return BarStyle(QBrush(fill), QPen(edge, 1), fill, text)


def dashed(colour: QColor) -> QPen:
    """A thin dashed line."""
    pen = QPen(colour, 1)
    pen.setDashPattern([4, 3])
    return pen
