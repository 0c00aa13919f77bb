"""The legend of the heat map: what colours and patterns say, and how long the periods are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from domain.language import N_, _
from gui.models.heat_map import UNITS, Grade
from gui.theme import Colours
from gui.timeline.labels import Labels
from gui.timeline.periods import Unit
from gui.views.heat_painter import HeatPainter
from gui.views.segments import Segments
from gui.widgets.plain_text import named

_SAMPLES: Final = (
    (Grade.EMPTY, 0.0, N_("nobody")),
    (Grade.PARTLY, 0.5, N_("room left")),
    (Grade.FULL, 1.0, N_("full")),
    (Grade.MARGIN, 1.0, N_("within the margin")),
    (Grade.OVER, 1.0, N_("above")),
    (Grade.UNSURE, 0.0, N_("not known")),
    (Grade.ABSENT, 0.0, N_("not in force")),
)
_UNITS: Final = {Unit.MONTH: N_("Months"), Unit.QUARTER: N_("Quarters"), Unit.YEAR: N_("Years")}
_TILE: Final = QSize(22, 14)
_GAP, _BETWEEN = 5, 14


class HeatLegend(QWidget):
    """A tile and a word for each grade; those that do not fit are left out."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._labels = Labels(self.font())
        words = ", ".join(_(text) for _grade, _fill, text in _SAMPLES)
        named(self, "heatLegend", _("Legend: {words}").format(words=words))
        self.setMinimumWidth(10)

    @override
    def sizeHint(self) -> QSize:
        width = sum(self._width(_(text)) for _grade, _fill, text in _SAMPLES)
        return QSize(width, _TILE.height() + 8)

    def _width(self, text: str) -> int:
        return _TILE.width() + _GAP + round(self._labels.width(text)) + _BETWEEN

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawn = HeatPainter(painter, self._colours, self._labels, self._labels)
        x, top = 0, (self.height() - _TILE.height()) / 2
        for grade, fill, text in _SAMPLES:
            width = self._width(_(text))
            if x + width > self.width():
                break
            area = QRectF(x, top, _TILE.width(), _TILE.height())
            painter.fillRect(area, self._colours.background)
            drawn.sample(area, grade, fill)
            painter.setPen(self._colours.muted)
            painter.setFont(self._labels.font)
            self._labels.draw(painter, area.right() + _GAP, area.center().y(), _(text))
            x += width
        painter.end()


class HeatTools(QWidget):
    """The legend, and the choice of periods."""

    unit_chosen = Signal(object)

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(HeatLegend(colours), 1)
        self._units = Segments("periodSwitch", _("Periods"))
        for unit in UNITS:
            self._units.add_value(unit, _(_UNITS[unit]))
        self._units.chosen.connect(self.unit_chosen)
        line.addWidget(self._units)

    def show_unit(self, unit: Unit) -> None:
        """Show how long the periods are."""
        self._units.show_value(unit)
