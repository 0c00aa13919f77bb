"""The settings: each holds at once, for the user and not for a plan."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLineEdit

from domain.language import current_language
from gui.application import Kader, Request
from gui.theme import ThemeChoice
from tests.gui.driving import find


def settings_of(program: Kader) -> QDialog:
    """The dialog that is open, once what was closed is gone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return find(program.window, QDialog, "settingsDialog")


def choose(program: Kader, name: str, text: str) -> None:
    box = find(settings_of(program), QComboBox, name)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_a_language_holds_at_once_and_the_settings_stay_open(opened: Kader) -> None:
    opened.window.actions_of_window["settings"].trigger()
    choose(opened, "settingsLanguage", "Nederlands")
    assert current_language() == "nl"
    assert settings_of(opened).windowTitle() == "Instellingen"
    assert opened.document.is_open
    choose(opened, "settingsLanguage", "English")
    assert settings_of(opened).windowTitle() == "Settings"


def test_a_theme_holds_at_once(opened: Kader) -> None:
    opened.window.actions_of_window["settings"].trigger()
    choose(opened, "settingsTheme", "Dark")
    assert opened.preferences.theme is ThemeChoice.DARK
    assert QApplication.palette().window().color().lightness() < 64


def test_text_grows_and_shrinks_from_the_usual_size(opened: Kader) -> None:
    usual = QApplication.font().pointSizeF()
    opened.window.actions_of_window["settings"].trigger()
    choose(opened, "settingsTextSize", "125 %")
    assert QApplication.font().pointSizeF() == usual * 1.25
    opened.window.actions_of_window["text_90"].trigger()
    assert QApplication.font().pointSizeF() == usual * 0.9
    assert opened.window.actions_of_window["text_90"].isChecked()
    opened.window.actions_of_window["text_100"].trigger()
    assert QApplication.font().pointSizeF() == usual


def test_the_last_plan_opens_again_only_if_that_is_wanted(opened: Kader) -> None:
    assert opened.document.file is not None
    opened.preferences.remember(opened.document.file.path)
    opened.preferences.reopens = True
    opened.window.actions_of_window["settings"].trigger()
    find(settings_of(opened), QCheckBox, "settingsReopen").setChecked(False)
    opened.document.close()
    opened.open(Request())
    assert not opened.document.is_open
    find(settings_of(opened), QCheckBox, "settingsReopen").setChecked(True)
    opened.open(Request())
    assert opened.document.is_open


def test_the_name_under_which_one_accepts_is_kept(opened: Kader) -> None:
    opened.window.actions_of_window["settings"].trigger()
    find(settings_of(opened), QLineEdit, "settingsName").setText(" Kol. De Vries ")
    assert opened.preferences.signs_as == "Kol. De Vries"
