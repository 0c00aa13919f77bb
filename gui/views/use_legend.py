"""The legend of the forces: how rotations, commitments, preparation and recovery look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from domain.language import N_, _
from domain.model import Commitment, CommitmentKind
from domain.rules.finding import Severity
from gui.theme import Colours
from gui.timeline.bar_painter import draw_bar
from gui.timeline.geometry import View
from gui.timeline.labels import Labels
from gui.timeline.marks import draw_troubles
from gui.timeline.styles import Filling, Styles
from gui.timeline.troubles import Trouble
from gui.views.use_painter import draw_commitment, draw_preparation, draw_recovery
from gui.widgets.plain_text import named

_TILE: Final = QSize(26, 13)
_GAP, _BETWEEN = 6, 16
_CLAIM: Final = Commitment("sample", "sample", "", CommitmentKind.OTHER, None, None)
_WORDS: Final = (
    N_("rotation"),
    N_("preparation"),
    N_("recovery"),
    N_("commitment"),
    N_("clash"),
)


class UseLegend(QWidget):
    """A sample and a word for each; those that do not fit are left out."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours, self._labels = colours, Labels(self.font())
        self._style = Styles(colours).of(("bar_military", Filling.FULL))
        words = ", ".join(map(_, _WORDS))
        named(self, "useLegend", _("Legend: {words}").format(words=words))
        self.setMinimumWidth(10)

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(map(self._width, _WORDS)), _TILE.height() + 10)

    def _width(self, text: str) -> int:
        return _TILE.width() + _GAP + round(self._labels.width(_(text))) + _BETWEEN

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        samples = (self._rotation, self._preparation, self._recovery, self._claim, self._clash)
        x, top = 4, (self.height() - _TILE.height()) / 2
        for text, sample in zip(_WORDS, samples, strict=True):
            width = self._width(text)
            if x + width > self.width():
                break
            area = QRectF(x, top, _TILE.width(), _TILE.height())
            self._draw(painter, sample, area, _(text))
            x += width
        painter.end()

    def _draw(
        self,
        painter: QPainter,
        sample: Callable[[QPainter, QRectF], None],
        area: QRectF,
        text: str,
    ) -> None:
        sample(painter, area)
        painter.setPen(self._colours.muted)
        painter.setFont(self._labels.font)
        self._labels.draw(painter, area.right() + _GAP, area.center().y(), text)

    def _rotation(self, painter: QPainter, area: QRectF) -> None:
        draw_bar(painter, self._view, area, self._style)

    def _preparation(self, painter: QPainter, area: QRectF) -> None:
        draw_preparation(painter, area.adjusted(0, 3, 0, -3), self._style.flat, self._colours)

    def _recovery(self, painter: QPainter, area: QRectF) -> None:
        draw_recovery(painter, area.adjusted(0, 3, 0, -3), self._style.flat, self._colours)

    def _claim(self, painter: QPainter, area: QRectF) -> None:
        draw_commitment(painter, area, _CLAIM, self._colours)

    def _clash(self, painter: QPainter, area: QRectF) -> None:
        draw_bar(painter, self._view, area, self._style)
        left = self._view.day_at(area.left())
        days = int(left) + 8, int(left) + 20
        draw_troubles(painter, self._view, area, [Trouble(*days, Severity.ERROR)], self._colours)

    @property
    def _view(self) -> View:
        """A pixel for a day."""
        return View(0.0, 1.0, 0, self.height(), self.width(), self.height())
