"""What the tests of the window share: a document, a whole window, answers to dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.language import set_language
from domain.model import Plan
from domain.store import PlanFile
from gui.application import Kader
from gui.document import Document
from gui.icons import Icons
from gui.preferences import Preferences
from gui.theme import LIGHT
from tests.domain import plan_builder as build
from tests.gui.driving import Answer

AS_OF = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(autouse=True)
def empty_clipboard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave nothing on the clipboard: without a screen Qt frees it after Python is gone."""
    yield
    if "qapp" in request.fixturenames:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    assert qapp is not None
    return Icons(LIGHT)


@pytest.fixture
def plan() -> Plan:
    """Two missions: OSC with at most 7 persons, and VPD without a limit."""
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.frame("osc", build.limit("osc-cap", 7)),
        build.frame("vpd"),
        build.unit("marines"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", military=4),
        build.rotation("c", "vpd", "2026-03-01", "2026-05-31", military=11, force="marines"),
    )


@pytest.fixture
def document(qapp: QApplication, tmp_path: Path, plan: Plan) -> Iterator[Document]:
    """A document over a file with the plan."""
    assert qapp is not None
    opened = Document()
    opened.as_of = AS_OF
    opened.open(PlanFile.create(tmp_path / "test.kader", [plan]))
    yield opened
    opened.close()


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Kader]:
    """The whole program, with no plan open."""
    font = qapp.font()
    running = Kader(qapp, Preferences(tmp_path / "window.ini"))
    running.document.as_of = AS_OF
    running.window.resize(1600, 1000)
    running.window.show()
    qtbot.waitExposed(running.window)
    running.window.furnish()
    yield running
    running.window.close()
    running.window.deleteLater()
    running.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setFont(font)  # the next one begins at 100 per cent again


@pytest.fixture
def opened(program: Kader, tmp_path: Path, plan: Plan) -> Kader:
    """The whole program, with the plan open."""
    path = tmp_path / "test.kader"
    PlanFile.create(path, [plan]).close()
    assert program.window.files.open_path(path)
    return program


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Replaces a question by its answer; gives the list of what was asked."""

    def replace(dialog: type, method: str, result: object) -> list[tuple[object, ...]]:
        asked: list[tuple[object, ...]] = []

        def answered(*args: object, **_named: object) -> object:
            asked.append(args)
            return result(*args) if callable(result) else result

        monkeypatch.setattr(dialog, method, answered)
        return asked

    return replace
