"""What stands in the window while no plan is open: how to begin, and the plans of before."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from domain.language import _
from gui.actions import Actions
from gui.icons import Icons
from gui.widgets.plain_text import Heading, PlainLabel, named, plain_tip

_LETTERS: Final = 150
"""As wide as so many letters the page is at most."""
_MARGIN: Final = 40
_BEGIN: tuple[str, ...] = ("open", "new", "sample", "tour")


class WelcomePage(QWidget):
    """Open, new, sample, and the recent plans."""

    plan_chosen = Signal(str)
    """A recent plan was chosen: its path."""

    def __init__(self, actions: Actions, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setObjectName("welcomePage")
        self.recent = named(QListWidget(), "recentPlans", _("Recent plans"))
        self.recent.setFrameShape(QFrame.Shape.NoFrame)
        self.recent.setIconSize(QSize(18, 18))
        self.recent.setSpacing(1)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.itemActivated.connect(self._on_activated)
        self.recent.itemClicked.connect(self._on_activated)
        self._nothing = PlainLabel(_("Plans that you open appear here."))
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        self._lay_out(actions)

    def _lay_out(self, actions: Actions) -> None:
        page = QWidget()
        page.setMaximumWidth(_LETTERS * page.fontMetrics().averageCharWidth())
        policy = page.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        page.setSizePolicy(policy)
        column = QVBoxLayout(page)
        column.setSpacing(10)
        column.addWidget(Heading("Kader", steps=12))
        sentence = PlainLabel(
            _("Plan rotations to missions within the national frames, and see what no longer fits.")
        )
        sentence.setWordWrap(True)
        sentence.setForegroundRole(sentence.palette().ColorRole.PlaceholderText)
        column.addWidget(sentence)
        column.addSpacing(18)
        self._buttons = self._made_buttons(actions)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        self._place_buttons(len(self._buttons))
        column.addLayout(self._grid)
        column.addSpacing(22)
        column.addWidget(Heading(_("Recent plans"), steps=1))
        column.addWidget(self._nothing)
        column.addWidget(self.recent)
        column.addStretch(1)
        line = QHBoxLayout(self)
        line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        line.setContentsMargins(_MARGIN, 56, _MARGIN, _MARGIN)
        line.addStretch(1)
        line.addWidget(page, 100)
        line.addStretch(1)

    def _made_buttons(self, actions: Actions) -> list[QPushButton]:
        made = []
        for action in actions.some(_BEGIN):
            button = named(
                QPushButton(), f"welcome_{action.objectName()}", action.text().replace("&", "")
            )
            button.setText(action.text())
            button.setIcon(action.icon())
            button.setToolTip(action.statusTip())
            button.setMinimumHeight(40)
            button.clicked.connect(action.trigger)
            made.append(button)
        return made

    def _place_buttons(self, in_a_row: int) -> None:
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // in_a_row, number % in_a_row)
        for column in range(len(self._buttons)):
            self._grid.setColumnStretch(column, 1 if column < in_a_row else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        """So narrow that the buttons stand in two rows."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(
            2 * (widest + _MARGIN) + self._grid.spacing(), super().minimumSizeHint().height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """All buttons stand in one row where there is room for them, else in two."""
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self._buttons)
        count = len(self._buttons)
        room = self.width() - 2 * _MARGIN
        fits = room >= count * widest + (count - 1) * self._grid.spacing()
        self._place_buttons(count if fits else (count + 1) // 2)

    def show_recent(self, plans: tuple[Path, ...]) -> None:
        """Show the plans that were open; those that are gone are grey."""
        self.recent.clear()
        for plan in plans:
            item = QListWidgetItem(
                self._icons.icon("calendar-days"), f"{plan.stem}  –  {plan.parent}"
            )
            item.setData(Qt.ItemDataRole.UserRole, str(plan))
            item.setToolTip(plain_tip(str(plan)))
            if not plan.is_file():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setToolTip(plain_tip(_("{file} is no longer there.").format(file=plan)))
            self.recent.addItem(item)
        rows = self.recent.sizeHintForRow(0) * len(plans) + 2 * len(plans) + 4
        self.recent.setFixedHeight(rows)
        self.recent.setVisible(bool(plans))
        self._nothing.setVisible(not plans)

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.plan_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
