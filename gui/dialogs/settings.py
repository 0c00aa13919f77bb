"""The settings: everything that holds for the user, not for a plan; each choice holds at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from domain.language import _, current_language
from gui.preferences import Preferences
from gui.theme import TEXT_SIZES, ThemeChoice
from gui.widgets.buttons import button_box
from gui.widgets.plain_text import Paragraph, add_row, fit, named

C = TypeVar("C")


class SettingsDialog(QDialog):
    """Language, looks, size of text, what happens at the start, and under which name one signs."""

    language_chosen = Signal(str)
    theme_chosen = Signal(object)
    text_size_chosen = Signal(int)

    def __init__(self, parent: QWidget | None, preferences: Preferences) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(_("Settings"))
        self._preferences = preferences
        # Each language is called by its own name, so that one finds it in any other.
        self._language = _choice(
            "settingsLanguage",
            _("Language"),
            (("Nederlands", "nl"), ("English", "en")),
            current_language(),
        )
        self._theme = _choice("settingsTheme", _("Theme"), _themes(), preferences.theme)
        self._size = _choice(
            "settingsTextSize",
            _("Text size"),
            [(f"{size} %", size) for size in TEXT_SIZES],
            preferences.text_size,
        )
        self._reopens = named(
            QCheckBox(_("Open the last plan again")),
            "settingsReopen",
            _("Open the last plan again"),
        )
        self._reopens.setChecked(preferences.opens_last)
        self._name = named(
            QLineEdit(preferences.signs_as), "settingsName", _("Name under which you accept")
        )
        self._name.setPlaceholderText(_("asked the first time"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        add_row(form, _("Language"), self._language)
        add_row(form, _("Theme"), self._theme)
        add_row(form, _("Text size"), self._size)
        add_row(form, _("At the start"), self._reopens)
        add_row(form, _("Name under which you accept"), self._name)
        buttons = button_box("settingsDialog", QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(14)
        column.addWidget(
            Paragraph(_("These hold for you on this machine, in every plan, and at once."))
        )
        column.addLayout(form)
        column.addWidget(buttons)
        fit(self, 60 * self.fontMetrics().averageCharWidth() + 150)

    def _connect(self) -> None:
        self._language.activated.connect(
            lambda: self.language_chosen.emit(self._language.currentData())
        )
        self._theme.activated.connect(
            # What Qt keeps of it is its text.
            lambda: self.theme_chosen.emit(ThemeChoice(self._theme.currentData()))
        )
        self._size.activated.connect(lambda: self.text_size_chosen.emit(self._size.currentData()))
        self._reopens.toggled.connect(self._on_reopens)
        self._name.textChanged.connect(self._on_name)

    def _on_reopens(self, yes: bool) -> None:
        self._preferences.opens_last = yes

    def _on_name(self, name: str) -> None:
        self._preferences.signs_as = name.strip()


def _themes() -> list[tuple[str, ThemeChoice]]:
    return [
        (_("Follow the system"), ThemeChoice.SYSTEM),
        (_("Light"), ThemeChoice.LIGHT),
        (_("Dark"), ThemeChoice.DARK),
        (_("High contrast"), ThemeChoice.HIGH_CONTRAST),
    ]


def _choice(name: str, spoken: str, choices: Iterable[tuple[str, C]], chosen: C) -> QComboBox:
    box = named(QComboBox(), name, spoken)
    for text, value in choices:
        box.addItem(text, value)
        if value == chosen:
            box.setCurrentIndex(box.count() - 1)
    return box
