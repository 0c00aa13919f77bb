"""What makes up a number: each part with its days, its amount, and a bar for its share."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from domain.model import Commitment, Plan, Ref, Rotation
from domain.rules.finding import Contributor, Finding
from domain.words.days import period_text
from domain.words.things import name_of
from gui.icons import Icons
from gui.widgets.plain_text import named, plain_tip

REF_ROLE: Final = Qt.ItemDataRole.UserRole
SHARE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS: Final = 8
_PADDING: Final = 14
_SHARE: Final = 3
_ROOM_FOR_BARS: Final = 430
Index = QModelIndex | QPersistentModelIndex


class Shares(QTreeView):
    """The contributors to a finding; choosing one tells so."""

    chosen = Signal(object)
    """A contributor was chosen: its ``Ref``."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "contributors", _("What makes up the number"))
        self._parts = QStandardItemModel(0, _SHARE + 1, self)
        self.setModel(self._parts)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self._bars = ShareBars(icons, self)
        self.setItemDelegateForColumn(_SHARE, self._bars)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)

    def show_parts(self, finding: Finding, plan: Plan) -> None:
        """Show the contributors of a finding; hidden where it has none."""
        self._parts.clear()
        headings = [_("Contributes"), _("Days"), _("Number"), _("Share")]
        self._parts.setHorizontalHeaderLabels(headings)
        total = sum(part.amount or 0 for part in finding.contributors)
        for part in finding.contributors:
            self._parts.appendRow(_row(part, plan, total))
        self.setVisible(bool(finding.contributors))
        self._lay_out()

    def _lay_out(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        days = header.fontMetrics().horizontalAdvance("88-88-8888 – 88-88-8888")
        number = header.fontMetrics().horizontalAdvance("888888")
        for column, width in ((1, days + _PADDING), (2, number + _PADDING), (_SHARE, 90)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        rows = min(self._parts.rowCount(), _MOST_ROWS)
        row = self.sizeHintForRow(0) if rows else 0
        self.setFixedHeight(header.sizeHint().height() + rows * row + 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # The names say more than the bars: where there is no room for both, the bars go.
        self.setColumnHidden(_SHARE, self.viewport().width() < _ROOM_FOR_BARS)
        super().resizeEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        ref = index.siblingAtColumn(0).data(REF_ROLE)
        if isinstance(ref, Ref):
            self.chosen.emit(ref)


def _row(part: Contributor, plan: Plan, total: int) -> list[QStandardItem]:
    thing = plan.find(part.ref)
    name = name_of(part.ref, plan)
    first = QStandardItem(name)
    first.setData(part.ref, REF_ROLE)
    first.setToolTip(plain_tip(name))
    amount = QStandardItem("" if part.amount is None else str(part.amount))
    amount.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    share = QStandardItem()
    if part.amount is not None and total:
        share.setData(part.amount / total, SHARE_ROLE)
        share.setAccessibleText(f"{part.amount / total:.0%}")
    return [first, QStandardItem(_days_of(thing)), amount, share]


def _days_of(thing: object) -> str:
    if isinstance(thing, Rotation | Commitment):
        return period_text(thing.first_day, thing.last_day)
    return ""


class ShareBars(QStyledItemDelegate):
    """Draws a share as a bar."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = icons.colours

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        share = index.data(SHARE_ROLE)
        if not isinstance(share, float):
            return
        place = QRectF(option.rect).adjusted(4, 7, -4, -7)
        painter.save()
        painter.fillRect(place, self._colours.grid)
        place.setWidth(place.width() * share)
        painter.fillRect(place, self._colours.accent)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, 22)
