"""The program with its window: started, shown, shown again in another language or theme."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QObject,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from domain.errors import KnownError, Refused
from domain.language import _, current_language, set_language
from domain.values import dataclass
from gui.document import Document
from gui.first_paint import after_paint
from gui.main_window import MainWindow
from gui.preferences import Preferences
from gui.problems import Problems
from gui.style import sheet_of
from gui.theme import Colours, ThemeChoice, colours_of, palette_of
from gui.timeline import accessible

PICTURE_SIZE: Final = QSize(1600, 1000)
NOT_DONE: Final = 2
RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"
_LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked on the command line."""

    plan: Path | None = None
    sample: bool = False
    picture: Path | None = None
    leaves: bool = False
    """As soon as the window is painted: so a start can be measured."""


def request_of(arguments: Sequence[str]) -> Request:
    """What the arguments ask for; raises Refused for what they cannot."""
    rest = list(arguments)
    sample = "--sample" in rest
    if sample:
        rest.remove("--sample")
    leaves = rest[:1] == ["--leave"]
    rest = rest[leaves:]
    picture = None
    if "--picture" in rest:
        place = rest.index("--picture")
        if place + 1 >= len(rest):
            raise Refused(_("--picture needs the name of a file: --picture FILE.png PLAN."))
        picture = Path(rest[place + 1])
        del rest[place : place + 2]
    unknown = [text for text in rest if text.startswith("-")] or rest[1:]
    if unknown:
        raise Refused(_("'{text}' is not understood; see --help.").format(text=unknown[0]))
    return Request(Path(rest[0]) if rest else None, sample, picture, leaves)


class Kader(QObject):
    """The running program: one document, and a window that may be built anew."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application, self.preferences = application, preferences
        self._translator = QTranslator(self)
        self.document = Document(self)
        self.document.as_of = datetime.now(UTC).astimezone().date()
        self.problems = Problems(self)
        self.problems.reported.connect(self._on_problem)
        self.problems.known.connect(self._on_known)
        self._tells_problem = False
        self._font = application.font()
        accessible.install()
        self._set_language(preferences.language)
        self.window = self._built()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _built(self) -> MainWindow:
        colours = self._colours()
        self._application.setFont(_sized(self._font, self.preferences.text_size))
        self._application.setPalette(palette_of(colours))
        self._application.setStyleSheet(sheet_of(colours))
        window = MainWindow(self.document, self.preferences, colours)
        window.language_chosen.connect(self.speak)
        window.theme_chosen.connect(self.dress)
        window.text_size_chosen.connect(self.size_text)
        window.settings_asked.connect(self.show_settings)
        window.closed.connect(self._on_closed)
        return window

    def _colours(self) -> Colours:
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = scheme is Qt.ColorScheme.Dark
        return colours_of(self.preferences.theme, system_is_dark=dark)

    def _set_language(self, code: str) -> None:
        set_language(code)
        QLocale.setDefault(QLocale(_LOCALES[current_language()]))
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{current_language()}", folder):
            self._application.installTranslator(self._translator)

    def speak(self, code: str) -> None:
        """From now on use another language, in a window built anew."""
        before = current_language()
        if code != before:
            self._set_language(code)
            self._rebuild(lambda: self._set_language(before))
            self.preferences.language = current_language()

    def dress(self, choice: ThemeChoice) -> None:
        """From now on use another theme, in a window built anew."""
        before = self.preferences.theme
        if choice is not before:
            self.preferences.theme = choice
            self._rebuild(lambda: setattr(self.preferences, "theme", before))

    def size_text(self, percent: int) -> None:
        """From now on use text of another size, in a window built anew."""
        before = self.preferences.text_size
        if percent != before:
            self.preferences.text_size = percent
            self._rebuild(lambda: setattr(self.preferences, "text_size", before))

    def show_settings(self) -> None:
        """Let the user choose; each choice holds at once, in a window and a dialog built anew."""
        from gui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self.window, self.preferences)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for chosen, take in (
            (dialog.language_chosen, self.speak),
            (dialog.theme_chosen, self.dress),
            (dialog.text_size_chosen, self.size_text),
        ):
            chosen.connect(take)
            chosen.connect(self._show_settings_anew)
        dialog.open()

    def _show_settings_anew(self) -> None:
        QTimer.singleShot(0, self, self.show_settings)

    def _on_scheme_changed(self) -> None:
        if self.preferences.theme is ThemeChoice.SYSTEM:
            self._rebuild(lambda: None)

    def _rebuild(self, go_back: Callable[[], None]) -> None:
        """Build the window anew; where that fails, keep the one that there is, and go back."""
        old, place = self.window, self.window.going.place()
        old.closed.disconnect(self._on_closed)
        visible = old.isVisible()
        old.close()
        try:
            self.window = self._built()
        except BaseException:
            go_back()
            old.closed.connect(self._on_closed)
            old.setVisible(visible)
            raise
        self.window.setVisible(visible)
        old.deleteLater()
        self.window.going.to_place(place)

    def open(self, request: Request) -> None:
        """Open what was asked for, else the plan that was open last; it is checked once shown."""
        if request.sample:
            self.window.files.sample()
        elif request.plan is not None:
            self.window.files.open_path(request.plan, check_later=True)
        elif self.preferences.opens_last and self.preferences.reopens and self.preferences.recent:
            last = self.preferences.recent[0]
            if last.is_file():
                self.window.files.open_path(last, check_later=True)
        self.window.furnished.connect(self._on_shown)
        then = self._application.quit if request.leaves else self.window.furnish_slowly
        after_paint(self.window, then)

    def _on_shown(self) -> None:
        """Something can be seen and all is there: what had to wait for that is done now."""
        self.window.furnished.disconnect(self._on_shown)
        try:
            self.document.check()
        finally:
            if not gc.isenabled():
                gc.freeze()
                gc.enable()
            self._sweep()

    @staticmethod
    def _sweep() -> None:
        from domain.unfinished import sweep_private_folders

        sweep_private_folders()

    def _on_closed(self) -> None:
        self.preferences.reopens = self.document.is_open
        try:
            self.document.close_file()
        finally:
            self.preferences.save()

    def _on_problem(self, report: str) -> None:
        from gui.dialogs.problem import ProblemDialog

        if not self._tells_problem:
            self._tells_problem = True
            try:
                ProblemDialog.tell(self.window, report)
            finally:
                self._tells_problem = False

    def _on_known(self, sentence: str) -> None:
        from gui.dialogs.messages import SentenceDialog

        SentenceDialog.tell(self.window, "Kader", sentence)


def _sized(font: QFont, percent: int) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(font.pointSizeF() * percent / 100)
    return sized


def run(arguments: Sequence[str]) -> int:
    """Show the window until it is closed, or take its picture; returns the exit code."""
    preferences = Preferences()
    set_language(preferences.language)
    try:
        request = request_of(arguments)
        if request.picture is not None:
            return _take_picture(request, request.picture)
        _require_screen()
    except KnownError as error:
        sys.stderr.write(" ".join(error.sentence.split()) + "\n")
        return NOT_DONE
    application = _application()
    program = Kader(application, preferences)
    program.problems.take_over()
    program.window.show()
    program.open(request)
    return application.exec()


def _application() -> QApplication:
    application = QApplication(["kader", "-style", "fusion"])
    application.setApplicationName("kader")
    application.setApplicationDisplayName("Kader")
    application.setDesktopFileName("kader")
    application.setWindowIcon(QIcon(str(RESOURCES / "kader.svg")))
    return application


def _require_screen() -> None:
    """Refuse where Qt would stop the whole program for want of a screen."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in names):
        raise Refused(
            _("There is no screen to show a window on; see --help for what works without one.")
        )


def _tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but for what a platform without a screen always says."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _take_picture(request: Request, picture: Path) -> int:
    """Draw the window of a plan into a file, where there may be no screen."""
    from domain.store import PlanFile

    if request.plan is None:
        raise Refused(_("--picture needs a plan: --picture FILE.png PLAN."))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_tell)
    application = _application()
    program = Kader(application, Preferences(Path(os.devnull)))
    program.document.open(PlanFile.open(request.plan, read_only=True))
    program.window.resize(PICTURE_SIZE)
    program.window.show()
    program.window.furnish()
    application.processEvents()
    program.window.workspace.timeline.fit()
    application.processEvents()
    saved = program.window.grab().save(str(picture))
    program.document.close()
    if not saved:
        raise Refused(_("{file} could not be written.").format(file=picture))
    return 0
