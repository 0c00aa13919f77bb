"""The other dialogs: a new plan, about, sentences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from domain.baselines import BASELINES, SAMPLE
from gui.dialogs.about import AboutDialog
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.messages import QuestionDialog, SentenceDialog
from gui.dialogs.new_plan import BASELINE_TEXTS, NewPlanDialog, free_path
from gui.dialogs.problem import ProblemDialog
from tests.gui.driving import Answer, click, find


def test_every_baseline_can_be_chosen() -> None:
    assert set(BASELINE_TEXTS) == set(BASELINES) - {SAMPLE}


def test_a_new_plan_has_a_baseline_and_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "plan-1.kader").touch()
    dialog = NewPlanDialog(None, tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.answer() == ("nl-2025", tmp_path / "plan-2.kader")
    find(dialog, QRadioButton, "baseline_empty").click()
    find(dialog, QLineEdit, "newPlanPath").setText(str(tmp_path / "other"))
    assert dialog.answer() == ("empty", tmp_path / "other.kader")
    assert free_path(tmp_path) == tmp_path / "plan-2.kader"


def test_the_file_of_a_new_plan_can_be_looked_for(
    qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    dialog = NewPlanDialog(None, tmp_path)
    qtbot.addWidget(dialog)
    answer(FileDialog, "ask_save", tmp_path / "there.kader")
    click(find(dialog, QPushButton, "newPlanBrowse"))
    assert dialog.answer()[1] == tmp_path / "there.kader"


def test_about_names_versions_and_licences_and_can_be_copied(qtbot: QtBot) -> None:
    dialog = AboutDialog(None, "counts")
    qtbot.addWidget(dialog)
    text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for part in ("Kader", "PySide6", "Lesser General Public License", "Lucide", "network"):
        assert part in text
    click(find(dialog, QPushButton, "copyVersions"))
    assert "PySide6" in QGuiApplication.clipboard().text()
    click(find(dialog, QPushButton, "copyDiagnostics"))
    assert QGuiApplication.clipboard().text() == "counts"


def test_sentences_are_never_read_as_markup(qtbot: QtBot) -> None:
    odd = '<img src="//host/x">'
    for dialog in (
        SentenceDialog(None, "Title", odd),
        QuestionDialog(None, "Title", odd, "Do"),
        ProblemDialog(None, "/there/problem.txt"),
    ):
        qtbot.addWidget(dialog)
        assert dialog.textFormat() is Qt.TextFormat.PlainText
