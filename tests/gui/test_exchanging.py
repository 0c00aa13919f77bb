"""Plans in and out of other files, beside the window."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from domain.exchange.plan_json import read_plan, write_plan
from domain.model import MoveRotations, Plan
from gui.application import Kader
from gui.dialogs.file_dialog import FileDialog
from gui.dialogs.import_dialog import ImportDialog
from gui.dialogs.messages import SentenceDialog
from gui.models.import_summary import ADDED, CHANGED, REMOVED, summary_of
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, on_disk


def done(program: Kader, qtbot: QtBot) -> None:
    """Wait until no work is under way."""
    background = program.window.exchanging.background
    qtbot.waitUntil(lambda: not background.is_busy, timeout=30_000)


def test_json_that_was_exported_reads_back_as_the_same_plan(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.json"
    answer(FileDialog, "ask_save", path)
    with qtbot.waitSignal(opened.window.exchanging.exported):
        opened.window.actions_of_window["export_json"].trigger()
    assert read_plan(path) == opened.document.plan
    done(opened, qtbot)


def test_an_export_that_cannot_be_written_says_so(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    answer(FileDialog, "ask_save", tmp_path / "no folder" / "plan.xlsx")
    told = answer(SentenceDialog, "tell", None)
    opened.window.actions_of_window["export_excel"].trigger()
    done(opened, qtbot)
    assert len(told) == 1
    assert "plan.xlsx" in str(told[0][2])


def test_an_export_that_is_called_off_does_nothing(opened: Kader, answer: Answer) -> None:
    answer(FileDialog, "ask_save", None)
    opened.window.actions_of_window["export_excel"].trigger()
    assert not opened.window.exchanging.background.is_busy


def import_file(program: Kader, qtbot: QtBot, path: Path, answer: Answer) -> None:
    answer(FileDialog, "ask_open", path)
    program.window.actions_of_window["import_json"].trigger()
    done(program, qtbot)


def changed(plan: Plan) -> Plan:
    added = build.rotation("d", "vpd", "2027-01-01", "2027-06-30", military=2)
    moved = replace(plan.rotations["a"], military=1)
    gone = next(iter(plan.rotations))
    assert gone == "a"
    without = replace(plan, rotations=plan.rotations.without("b"))
    return without.put(added).put(moved)


def test_an_import_shows_what_it_changes_and_is_one_step(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.json"
    wanted = changed(opened.document.plan)
    write_plan(wanted, path)
    asked = answer(ImportDialog, "ask", True)
    import_file(opened, qtbot, path, answer)
    summary = asked[0][2]
    assert summary == summary_of(opened.document.undo_stack.command(0).change.before, wanted)  # type: ignore[attr-defined]
    assert on_disk(opened) == wanted
    assert opened.document.undo_stack.count() == 1
    opened.window.actions_of_window["undo"].trigger()
    assert sorted(on_disk(opened).rotations) == ["a", "b", "c"]


def test_an_import_that_is_called_off_changes_nothing(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path, before = tmp_path / "plan.json", opened.document.plan
    write_plan(changed(before), path)
    answer(ImportDialog, "ask", False)
    import_file(opened, qtbot, path, answer)
    assert opened.document.plan is before


def test_an_import_of_another_scenario_adds_and_opens_it(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "plan.json"
    write_plan(replace(opened.document.plan, scenario="Later"), path)
    answer(ImportDialog, "ask", True)
    import_file(opened, qtbot, path, answer)
    assert opened.document.plan.scenario == "Later"
    assert opened.document.file is not None
    assert opened.document.file.scenarios() == ("Basis", "Later")
    assert opened.window.missions.scenarios.names == ["Basis", "Later"]


@pytest.mark.parametrize("content", ["", "no json", "[]", '{"format": "other"}'])
def test_what_is_no_plan_is_refused_and_changes_nothing(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer, content: str
) -> None:
    path, before = tmp_path / "odd.json", opened.document.plan
    path.write_text(content, encoding="utf-8")
    told = answer(SentenceDialog, "tell", None)
    import_file(opened, qtbot, path, answer)
    assert "odd.json" in str(told[0][2])
    assert opened.document.plan is before


def test_the_window_stays_usable_while_work_is_under_way(
    opened: Kader, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    answer(FileDialog, "ask_save", tmp_path / "plan.xlsx")
    opened.window.actions_of_window["export_excel"].trigger()
    assert opened.document.submit(MoveRotations(("a",), 1))
    done(opened, qtbot)
    assert (tmp_path / "plan.xlsx").exists()


def test_the_preview_of_an_import_counts_by_kind(opened: Kader, qtbot: QtBot, plan: Plan) -> None:
    summary = summary_of(plan, changed(plan))
    rotations = {how: n for (kind, how), n in summary.counts.items() if kind == "rotation"}
    assert rotations == {ADDED: 1, CHANGED: 1, REMOVED: 1}
    dialog = ImportDialog(opened.window, "Basis", summary, is_new=False)
    qtbot.addWidget(dialog)
    assert "Rotations" in [label.text() for label in dialog.findChildren(QLabel)]


def test_an_equal_plan_is_no_difference(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    write_plan(plan, path)
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == "kader-plan"
    assert summary_of(plan, read_plan(path)).is_empty


def test_an_export_never_takes_the_place_of_the_plan(opened: Kader, answer: Answer) -> None:
    assert opened.document.file is not None
    path = opened.document.file.path
    before = path.read_bytes()
    answer(FileDialog, "ask_save", path)
    opened.window.actions_of_window["export_json"].trigger()
    assert not opened.window.exchanging.background.is_busy
    assert "plan itself" in opened.window.notice.sentence
    assert path.read_bytes() == before
