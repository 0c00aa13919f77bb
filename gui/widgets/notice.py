"""A sentence that lies over the lower edge of the window: what was refused, what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from domain.language import _
from domain.rules.finding import Severity
from gui.icons import Icons
from gui.widgets.plain_text import Paragraph, named, without_mnemonic

_WIDEST: Final = 720
_ABOVE: Final = 54
"""So high that what stands at the foot of a view stays in sight and in reach."""
_LASTS: Final = 12_000


class Notice(QFrame):
    """One sentence over a pane, which goes by itself or is closed."""

    def __init__(self, icons: Icons, over: QWidget) -> None:
        super().__init__(over)
        self._icons, self._over = icons, over
        self._do: Callable[[], None] | None = None
        named(self, "notice", _("Message"))
        self.setAutoFillBackground(True)
        self._mark = QLabel()
        self._text = named(Paragraph(), "noticeText", _("Message"))
        self._button = named(QPushButton(), "noticeButton", _("What can be done"))
        self._button.clicked.connect(self._on_clicked)
        self._button.hide()
        self._close = named(QToolButton(), "noticeClose", _("Close the message"))
        self._close.setIcon(icons.icon("x"))
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 8, 8)
        line.setSpacing(10)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        line.addWidget(self._button)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._going = QTimer(self, singleShot=True, interval=_LASTS)
        self._going.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, or nothing while it is hidden."""
        return self._text.text() if self.isVisibleTo(self._over) else ""

    def refuse(self, sentence: str) -> None:
        """Say what could not be done."""
        self._show("octagon-x", self._icons.colour_of(Severity.ERROR).name(), sentence)

    def tell(self, sentence: str, button: str = "", do: Callable[[], None] | None = None) -> None:
        """Say what was done, perhaps with a button for what comes next."""
        self._show("circle-check", self._icons.colours.good.name(), sentence, button, do)

    def _show(
        self,
        icon: str,
        ink: str,
        sentence: str,
        button: str = "",
        do: Callable[[], None] | None = None,
    ) -> None:
        colour = self._icons.colours.text.fromString(ink)
        self._mark.setPixmap(self._icons.pixmap(icon, colour, 20, self.devicePixelRatioF()))
        self._text.setText(sentence)
        self._do = do
        self._button.setVisible(do is not None)
        self._button.setText(without_mnemonic(button))
        if button:
            self._button.setAccessibleName(button)
        self.setAccessibleName(sentence)
        self.show()
        self._place()
        self.raise_()
        self._going.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        width = min(_WIDEST, self._over.width() - 40)
        self.setFixedWidth(max(width, 200))
        self._line.activate()
        self.setFixedHeight(self._line.totalHeightForWidth(self.width()))
        self.move(
            (self._over.width() - self.width()) // 2, self._over.height() - self.height() - _ABOVE
        )

    def _on_clicked(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
