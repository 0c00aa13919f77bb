"""Adding, editing, duplicating, removing and copying rotations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from domain.model import Length, MoveRotations, Plan, Put, Rotation, Status
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.rotation_dialog import RotationDialog
from gui.new_rotations import drawn_rotation, following, new_id, next_name, next_rotation
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, on_disk, words_in


def test_the_next_rotation_follows_the_last_as_long_and_as_large(plan: Plan) -> None:
    rotation = next_rotation(plan, "osc", date(2026, 1, 1))
    assert (rotation.first_day, rotation.last_day) == (date(2027, 1, 1), date(2027, 6, 30))
    assert (rotation.military, rotation.relieves) == (4, "b")
    assert rotation.id not in plan.rotations


def test_the_first_rotation_of_a_mission_begins_today(plan: Plan) -> None:
    empty = plan.put(build.mission("new"))
    rotation = next_rotation(empty, "new", date(2026, 2, 1))
    assert (rotation.first_day, rotation.last_day) == (date(2026, 2, 1), date(2026, 7, 31))
    assert (rotation.name, rotation.headcount) == ("NEW 1", 0)


def test_the_first_rotation_of_a_mission_has_whom_its_frame_asks_for() -> None:
    plan = build.plan(
        build.frame("unifil", build.limit("one", 1, "military"), build.limit("all", 3)),
        build.frame(
            "vpd",
            build.limit("persons", 121, "military"),
            build.limit("size", 11, "military", measure="team_size"),
        ),
        build.frame("mali niger", build.limit("together", 15)),
        build.frame("eulex", build.limit("civ", 5, "civilian")),
        build.length_rule("civilian", at_least=12),
    )

    def first(mission: str) -> tuple[int, int, int | None, date]:
        rotation = next_rotation(plan, mission, date(2026, 2, 1))
        return rotation.military, rotation.civilian, rotation.teams, rotation.last_day

    assert first("unifil") == (1, 0, None, date(2026, 7, 31))
    assert first("vpd") == (11, 0, 1, date(2026, 7, 31))
    assert first("mali") == (0, 0, None, date(2026, 7, 31))
    assert first("eulex") == (0, 5, None, date(2027, 1, 31))


def test_the_first_rotation_is_as_long_as_its_mission_wants() -> None:
    gpoi = replace(build.mission("gpoi", min_length=Length(days=70)), max_length=Length(days=70))
    plan = build.plan(gpoi, build.frame("gpoi", build.limit("four", 4, "military")))
    rotation = next_rotation(plan, "gpoi", date(2026, 2, 1))
    assert (rotation.military, rotation.days) == (4, 70)


def test_a_number_in_a_name_goes_up_to_one_that_is_free(plan: Plan) -> None:
    first = build.rotation("x", "osc", "2026-01-01", "2026-06-30")
    plan = plan.put(replace(first, name="Ploeg 3")).put(replace(first, id="y", name="Ploeg 4"))
    assert next_name(plan, plan.rotations["x"]) == "Ploeg 5"
    assert next_name(plan, plan.rotations["a"]) == "A 2"


def test_an_id_is_new_and_short_enough_whatever_the_mission(plan: Plan) -> None:
    mission = "Ünterwegs " * 20
    name = new_id(plan, mission)
    assert len(name) <= 64
    assert new_id(plan, mission, {name}) != name


def test_a_copy_at_the_end_of_time_stays_within_it(plan: Plan) -> None:
    last = build.rotation("z", "osc", "2100-07-01", "2100-12-31")
    assert following(plan.put(last), last).last_day <= date(2100, 12, 31)


def test_adding_asks_for_the_next_rotation_and_selects_it(opened: Kader, answer: Answer) -> None:
    asked = answer(RotationDialog, "ask", lambda *args: args[4])
    opened.window.desk.selection.set_mission("osc")
    opened.window.actions_of_window["add"].trigger()
    assert len(asked) == 1
    (name,) = opened.window.desk.selection.rotations
    assert on_disk(opened).rotations[name].first_day == date(2027, 1, 1)
    assert opened.window.actions_of_window["undo"].text() == "&Undo Add rotation B 2"


def test_a_call_that_is_called_off_changes_nothing(opened: Kader, answer: Answer) -> None:
    answer(RotationDialog, "ask", None)
    before = opened.document.plan
    opened.window.desk.selection.set_rotations(["a"])
    opened.window.actions_of_window["add"].trigger()
    opened.window.editing.edit("a")
    assert opened.document.plan is before


def test_without_a_mission_the_user_is_asked_to_select_one(opened: Kader) -> None:
    opened.window.desk.selection.clear()
    opened.window.actions_of_window["add"].trigger()
    assert opened.window.notice.sentence == "Select a mission first: a rotation belongs to one."


def test_editing_changes_the_whole_rotation_in_one_step(opened: Kader, answer: Answer) -> None:
    def changed(*args: object) -> Rotation:
        rotation = args[4]
        assert isinstance(rotation, Rotation)
        return replace(rotation, military=2, status=Status.APPROVED, note="agreed")

    answer(RotationDialog, "ask", changed)
    opened.window.editing.edit("a")
    assert on_disk(opened).rotations["a"].note == "agreed"
    assert opened.document.undo_stack.count() == 1


def test_a_drawn_rotation_has_the_days_that_were_drawn(opened: Kader, answer: Answer) -> None:
    asked = answer(RotationDialog, "ask", lambda *args: args[4])
    plan = opened.document.plan
    drawn = drawn_rotation(plan, "osc", date(2028, 1, 1), date(2028, 2, 29))
    opened.window.workspace.timeline.draw_requested.emit(drawn)
    rotation = asked[0][4]
    assert isinstance(rotation, Rotation)
    assert (rotation.first_day, rotation.last_day) == (date(2028, 1, 1), date(2028, 2, 29))
    assert rotation.military == 4
    assert rotation.id in opened.document.plan.rotations


def test_duplicating_several_is_one_step(opened: Kader) -> None:
    opened.window.desk.selection.set_rotations(["a", "c"])
    opened.window.actions_of_window["duplicate"].trigger()
    assert len(opened.document.plan.rotations) == 5
    assert len(opened.window.desk.selection.rotations) == 2
    opened.window.actions_of_window["undo"].trigger()
    assert len(opened.document.plan.rotations) == 3


def test_removing_needs_no_question_since_it_can_be_undone(opened: Kader) -> None:
    opened.window.desk.selection.set_rotations(["a", "b"])
    opened.window.actions_of_window["remove"].trigger()
    assert list(on_disk(opened).rotations) == ["c"]
    assert opened.window.desk.selection.rotations == ()
    opened.window.actions_of_window["undo"].trigger()
    assert sorted(on_disk(opened).rotations) == ["a", "b", "c"]


def test_copied_rows_can_be_pasted_into_a_spreadsheet(opened: Kader) -> None:
    opened.window.desk.selection.set_rotations(["b", "a"])
    opened.window.actions_of_window["copy"].trigger()
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().split("\n")]
    assert [row[:3] for row in rows] == [
        ["Name", "First day", "Last day"],
        ["A", "2026-01-01", "2026-06-30"],
        ["B", "2026-07-01", "2026-12-31"],
    ]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [row[-2:] for row in rows] == [["Mission", "Id"], ["OSC", "a"], ["OSC", "b"]]


def test_copied_text_is_never_a_formula_and_stays_one_cell(opened: Kader) -> None:
    odd = replace(opened.document.plan.rotations["a"], name='=HYPERLINK("x")\tand\nmore')
    opened.document.submit(Put((odd,)))
    opened.window.desk.selection.set_rotations(["a"])
    opened.window.actions_of_window["copy"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    _headings, row = data.text().split("\n")
    assert row.split("\t")[0] == '\'=HYPERLINK("x") and more'


def test_everything_that_is_shown_can_be_selected(opened: Kader) -> None:
    opened.window.actions_of_window["select_all"].trigger()
    assert sorted(opened.window.desk.selection.rotations) == ["a", "b", "c"]
    assert opened.window.status.selected.text() == (
        "3 rotations · 19 persons · peak 15 on 01-03-2026"
    )


def test_the_status_says_what_a_step_did(opened: Kader) -> None:
    opened.document.submit(MoveRotations(("b",), -30))
    assert opened.window.status.message.text() == "Move rotation · 1 new"
    opened.window.actions_of_window["undo"].trigger()
    assert opened.window.status.message.text() == "Undo: Move rotation · 1 solved"


def test_a_plan_without_missions_says_what_to_do_first(program: Kader, tmp_path: Path) -> None:
    path = tmp_path / "empty.kader"
    PlanFile.create(path, [build.plan()]).close()
    assert program.window.files.open_path(path)
    assert "no missions yet" in words_in(program.window.missions)
    for name in ("add", "fill"):
        program.window.actions_of_window[name].trigger()
        assert program.window.notice.sentence.startswith("This plan has no missions yet")
    program.window.actions_of_window["view_report"].trigger()
    assert "Choose the days above" in words_in(program.window.views)
