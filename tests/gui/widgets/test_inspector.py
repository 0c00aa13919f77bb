"""The inspector: fields that are entered as steps, and all about a mission."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox

from domain.model import DayNotes, MoveRotations, Precision, Put, Source
from gui.application import Kader
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.day_field import DayField
from gui.widgets.mission_view import LimitRow
from gui.widgets.rotation_fields import MissionsButton
from tests.domain import plan_builder as build
from tests.gui.driving import click, find, on_disk, press, type_text, words_in


@pytest.fixture
def shown(opened: Kader) -> Kader:
    """The program with rotation a selected."""
    opened.window.desk.selection.set_rotations(["a"])
    return opened


def texts_in(program: Kader) -> str:
    return words_in(program.window.inspector.currentWidget())


def enter(field: QLineEdit | QSpinBox, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    press(field, Qt.Key.Key_Return)


def test_a_text_is_entered_as_one_step(shown: Kader) -> None:
    enter(find(shown.window.inspector, QLineEdit, "field_name"), "First team")
    assert on_disk(shown).rotations["a"].name == "First team"
    assert shown.document.undo_stack.count() == 1
    assert "First team" in texts_in(shown)


def test_leaving_a_field_enters_it_too_and_only_once(shown: Kader) -> None:
    field = find(shown.window.inspector, QSpinBox, "field_military")
    field.setFocus()
    field.selectAll()
    type_text(field, "6")
    find(shown.window.inspector, QLineEdit, "field_name").setFocus()
    assert on_disk(shown).rotations["a"].military == 6
    assert shown.document.undo_stack.count() == 1


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("first_day", "2026-01-15", date(2026, 1, 15)),
        ("last_day", "15-06-2026", date(2026, 6, 15)),
    ],
)
def test_days_are_entered(shown: Kader, field: str, text: str, value: date) -> None:
    enter(find(shown.window.inspector, DayField, f"field_{field}"), text)
    assert getattr(on_disk(shown).rotations["a"], field) == value


def test_a_refused_value_is_explained_and_put_back(shown: Kader) -> None:
    before = shown.document.plan
    field = find(shown.window.inspector, DayField, "field_last_day")
    enter(field, "01-01-2020")
    assert shown.document.plan is before
    assert field.text() == "30-06-2026"
    assert "lies before" in shown.window.notice.sentence


def test_links_offer_only_what_can_be_linked(shown: Kader) -> None:
    box = find(shown.window.inspector, ChoiceBox, "field_relieves")
    box.setFocus()
    offered = [box.itemData(number) for number in range(box.count())]
    assert offered == [None, "b"]
    box.choose("b")
    box.activated.emit(box.currentIndex())
    assert on_disk(shown).rotations["a"].relieves == "b"


def test_a_cycle_is_refused(shown: Kader) -> None:
    shown.document.submit(Put((replace(shown.document.plan.rotations["b"], relieves="a"),)))
    box = find(shown.window.inspector, ChoiceBox, "field_relieves")
    box.choose("b")
    box.activated.emit(box.currentIndex())
    assert on_disk(shown).rotations["a"].relieves is None
    assert box.chosen is None
    assert "leads back to itself" in shown.window.notice.sentence


def test_another_mission_takes_the_rotation_along(shown: Kader) -> None:
    box = find(shown.window.inspector, ChoiceBox, "field_mission")
    box.choose("vpd")
    box.activated.emit(box.currentIndex())
    assert on_disk(shown).rotations["a"].mission == "vpd"
    assert shown.document.undo_stack.undoText() == "A: Mission VPD"


def test_supported_missions_are_ticked(shown: Kader) -> None:
    button = find(shown.window.inspector, MissionsButton, "field_supports")
    button.choose(["vpd"])
    button.chosen_changed.emit()
    assert on_disk(shown).rotations["a"].supports == ("vpd",)
    assert button.text() == "VPD"


def test_a_note_is_entered_by_leaving_it(shown: Kader) -> None:
    note = find(shown.window.inspector, QPlainTextEdit, "field_note")
    note.setFocus()
    type_text(note, "Agreed by phone")
    find(shown.window.inspector, QLineEdit, "field_name").setFocus()
    assert on_disk(shown).rotations["a"].note == "Agreed by phone"


def test_several_rotations_change_together_in_one_step(opened: Kader) -> None:
    opened.window.desk.selection.set_rotations(["a", "c"])
    assert not find(opened.window.inspector, QLineEdit, "field_name").isEnabled()
    box = find(opened.window.inspector, QComboBox, "field_status")
    box.setCurrentIndex(box.findText("Approved"))
    box.activated.emit(box.currentIndex())
    rotations = on_disk(opened).rotations
    assert {rotations["a"].status, rotations["c"].status} == {"approved"}
    assert opened.document.undo_stack.count() == 1


def test_what_the_source_says_of_the_days_is_shown(shown: Kader) -> None:
    notes = DayNotes(Precision.MONTH, Precision.APPROX, first_note="begin 2026")
    rotation = replace(shown.document.plan.rotations["a"], day_notes=notes)
    shown.document.submit(Put((rotation,)))
    assert "First day: known to the month, “begin 2026”" in texts_in(shown)
    assert "Last day: about" in texts_in(shown)


def test_the_length_follows_an_edit_under_way(shown: Kader) -> None:
    length = find(shown.window.inspector, QLabel, "rotationLength")
    assert length.text() == "6 months · 181 days"
    shown.document.preview(MoveRotations(("a",), 1))
    assert find(shown.window.inspector, DayField, "field_first_day").text() == "02-01-2026"
    shown.document.end_preview()
    assert find(shown.window.inspector, DayField, "field_first_day").text() == "01-01-2026"


def test_the_findings_of_a_rotation_are_listed(shown: Kader) -> None:
    shown.document.submit(MoveRotations(("b",), -30))
    assert "Error · " in find(shown.window.inspector, QLabel, "rotationFindings").text()


def test_the_wheel_changes_no_field_that_it_passes_over(shown: Kader) -> None:
    assert find(shown.window.inspector, QSpinBox, "field_military").focusPolicy() is (
        Qt.FocusPolicy.StrongFocus
    )


def test_a_mission_shows_its_frames_limits_mandates_and_sources(opened: Kader) -> None:
    source = Source(document="Letter", section="§2", quote="maximaal zeven", lines="12-14")
    frame = replace(opened.document.plan.frames["osc"], source=source, caveats=("not in Gaza",))
    mandate = build.mandate("osc", "2026-01-01", None)
    opened.document.submit(Put((frame, mandate)))
    opened.window.going.to_mission("osc")
    text = texts_in(opened)
    for part in (
        "Frame osc",
        "at most 7",
        "peak 4 · room for 3",
        "military, civilian, police · persons at once",
        "“maximaal zeven”",
        "Letter, §2",
        "Caveat: not in Gaza",
        "Resolution",
        "01-01-2026 – not stated",
    ):
        assert part in text, part


def test_a_limit_that_is_clicked_is_shown_below_the_timeline(opened: Kader) -> None:
    opened.window.going.to_mission("osc")
    opened.window.desk.selection.set_limit(None)
    row = find(opened.window.inspector, LimitRow, "limit_osc-cap")
    click(row)
    assert opened.window.desk.selection.limit == "osc-cap"
    opened.window.desk.selection.set_limit(None)
    press(row, Qt.Key.Key_Return)
    assert opened.window.desk.selection.limit == "osc-cap"
