"""Scenarios as a user works with them: copied, renamed, marked, deleted and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMenu

from domain.model import MoveRotations, Plan
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.removed_dialog import RemovedDialog
from gui.dialogs.scenario_dialog import Ask, Described, ScenarioDialog
from gui.icons import Icons
from gui.scenarios import fault_of
from tests.gui.driving import Answer, find, on_disk, press


@pytest.fixture
def two(program: Kader, tmp_path: Path, plan: Plan) -> Kader:
    """The program with a plan of two scenarios open."""
    path = tmp_path / "two.kader"
    PlanFile.create(path, [plan, replace(plan, scenario="Variant")]).close()
    assert program.window.files.open_path(path)
    return program


def file_of(program: Kader) -> PlanFile:
    assert program.document.file is not None
    return program.document.file


def do(program: Kader, name: str) -> None:
    program.window.actions_of_window[name].trigger()


def stand_at(program: Kader, row: int) -> None:
    program.window.missions.scenarios.setCurrentRow(row)
    program.window.missions.scenarios.setFocus()


def test_a_duplicate_stands_beside_it_with_what_is_said_of_it(two: Kader, answer: Answer) -> None:
    asked = answer(ScenarioDialog, "ask", Described("Kopie", "Voor overleg.", "Variant"))
    do(two, "scenario_duplicate")
    assert two.window.missions.scenarios.names == ["Basis", "Variant", "Kopie"]
    assert two.document.plan.scenario == "Basis"
    assert file_of(two).description("Kopie") == "Voor overleg."
    (_window, _icons, ask, now, _fault) = asked[0]
    assert isinstance(ask, Ask)
    assert (now, tuple(ask.origins)) == (Described("Basis (2)", "", "Basis"), ("Basis", "Variant"))


def test_a_derived_scenario_is_opened(two: Kader, answer: Answer) -> None:
    answer(ScenarioDialog, "ask", Described("Later", "", "Variant"))
    do(two, "scenario_derive")
    assert two.document.plan.scenario == "Later"
    assert two.document.plan.derived_from == "Variant"
    assert "made of 'Variant'" in two.window.notice.sentence


def test_renaming_the_open_scenario_keeps_its_steps(two: Kader, answer: Answer) -> None:
    two.document.submit(MoveRotations(("a",), 3))
    before = on_disk(two)
    answer(ScenarioDialog, "ask", Described("Nieuw", "Wat het is."))
    do(two, "scenario_rename")
    assert two.document.plan.scenario == file_of(two).current == "Nieuw"
    assert "Nieuw" in two.window.windowTitle()
    assert two.window.status.scenario.text() == "Nieuw"
    assert two.window.missions.scenarios.names == ["Nieuw", "Variant"]
    do(two, "undo")
    assert on_disk(two).rotations["a"].first_day < before.rotations["a"].first_day
    assert on_disk(two).scenario == "Nieuw"
    do(two, "redo")
    assert on_disk(two) == replace(before, scenario="Nieuw")


def test_a_variant_knows_the_new_name_of_what_it_came_from(two: Kader, answer: Answer) -> None:
    answer(ScenarioDialog, "ask", Described("Later", "", "Variant"))
    do(two, "scenario_derive")
    answer(ScenarioDialog, "ask", Described("Anders", ""))
    stand_at(two, 1)
    press(two.window.missions.scenarios, Qt.Key.Key_F2)
    assert two.document.plan.derived_from == "Anders"
    assert two.document.submit(MoveRotations(("a",), 3))
    assert on_disk(two).derived_from == "Anders"


def test_the_plan_of_record_is_marked_in_list_title_and_status(two: Kader) -> None:
    do(two, "scenario_record")
    assert file_of(two).record == "Basis"
    assert two.window.windowTitle().startswith("two – Basis (plan of record)")
    assert two.window.status.scenario.text() == "Basis · plan of record"
    spoken = two.window.missions.scenarios.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Basis, open, plan of record"
    do(two, "scenario_record")
    assert file_of(two).record is None
    assert two.window.status.scenario.text() == "Basis"


def test_the_plan_of_record_is_not_deleted(two: Kader) -> None:
    do(two, "scenario_record")
    do(two, "scenario_delete")
    assert file_of(two).scenarios() == ("Basis", "Variant")
    assert "mark another one first" in two.window.notice.sentence


def test_what_is_deleted_is_taken_back_from_the_notice(two: Kader) -> None:
    stand_at(two, 1)
    press(two.window.missions.scenarios, Qt.Key.Key_Delete)
    assert two.window.missions.scenarios.names == ["Basis"]
    assert two.window.notice.sentence == "'Variant' is deleted."
    button = next(b for b in two.window.notice.children() if b.objectName() == "noticeButton")
    button.click()  # type: ignore[attr-defined]
    assert two.window.missions.scenarios.names == ["Basis", "Variant"]
    assert file_of(two).verify() == ()


def test_it_can_be_taken_back_another_day_beside_one_of_its_name(
    two: Kader, answer: Answer
) -> None:
    stand_at(two, 1)
    press(two.window.missions.scenarios, Qt.Key.Key_Delete)
    path = file_of(two).path
    two.window.files.close()
    assert two.window.files.open_path(path)
    answer(ScenarioDialog, "ask", Described("Variant", "", "Basis"))
    do(two, "scenario_duplicate")
    answer(RemovedDialog, "ask", lambda _parent, removed: removed[0])
    do(two, "scenario_take_back")
    assert two.window.missions.scenarios.names == ["Basis", "Variant", "Variant (2)"]
    do(two, "scenario_take_back")
    assert two.window.notice.sentence == "No scenario of this plan was deleted."


def test_deleting_the_open_scenario_opens_another_one(two: Kader) -> None:
    do(two, "scenario_delete")
    assert two.document.plan.scenario == "Variant"
    assert file_of(two).scenarios() == ("Variant",)
    do(two, "scenario_delete")
    assert file_of(two).scenarios() == ("Variant",)
    assert "is the only scenario" in two.window.notice.sentence


def test_the_menu_of_the_list_is_about_the_scenario_in_it(two: Kader) -> None:
    scenarios = two.window.missions.scenarios
    scenarios.setCurrentRow(1)
    scenarios.menu_asked.emit(scenarios.mapToGlobal(scenarios.rect().center()))
    menu = find(two.window, QMenu, "context_scenario")
    record = next(a for a in menu.actions() if a.objectName() == "scenario_record")
    record.trigger()
    menu.close()
    assert file_of(two).record == "Variant"


def test_enter_opens_a_scenario(two: Kader) -> None:
    stand_at(two, 1)
    press(two.window.missions.scenarios, Qt.Key.Key_Return)
    assert two.document.plan.scenario == "Variant"
    assert two.window.missions.scenarios.current == "Variant"


def test_a_name_that_cannot_be_is_said_while_it_is_typed(two: Kader, icons: Icons) -> None:
    file = file_of(two)
    ask = Ask("Rename", "Save")
    dialog = ScenarioDialog(
        None, icons, ask, Described("Basis", ""), lambda name: fault_of(file, name, "Basis")
    )
    ok = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok)
    faults = []
    for name in ("Basis", "  ", "Variant", "Derde"):
        dialog.name.setText(name)
        faults.append((dialog.fault.text(), ok.isEnabled()))
    assert faults == [
        ("", True),
        ("The name of a scenario has 1 to 200 characters, all on one line.", False),
        ("There is already a scenario 'Variant'.", False),
        ("", True),
    ]


def test_a_plan_that_can_only_be_read_keeps_its_scenarios(two: Kader) -> None:
    path = file_of(two).path
    two.window.files.close()
    two.document.open(PlanFile.open(path, read_only=True))
    stand_at(two, 1)
    press(two.window.missions.scenarios, Qt.Key.Key_Delete)
    assert two.window.missions.scenarios.names == ["Basis", "Variant"]
    assert not two.window.actions_of_window["scenario_derive"].isEnabled()


def test_what_was_done_before_another_name_can_be_undone_after_the_next_start(
    two: Kader, answer: Answer
) -> None:
    before = two.document.plan.rotations
    assert two.document.submit(MoveRotations(("a",), 1))
    answer(ScenarioDialog, "ask", Described("Nieuw", ""))
    do(two, "scenario_rename")
    path = file_of(two).path
    two.window.files.close()
    assert two.window.files.open_path(path)
    two.document.recall()
    do(two, "undo")
    assert two.document.plan.rotations["a"] == before["a"]
    do(two, "redo")
    assert two.document.plan.rotations["a"] != before["a"]


def test_the_mission_stays_selected_in_another_scenario(two: Kader) -> None:
    for mission in ("vpd", "osc"):
        two.window.going.to_mission(mission)
        other = next(n for n in file_of(two).scenarios() if n != two.document.plan.scenario)
        two.document.switch_to(other)
        assert two.window.desk.selection.mission == mission
