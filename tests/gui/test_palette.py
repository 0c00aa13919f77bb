"""Finding anything by a few letters: forgiving, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer

from domain.model import Plan
from domain.store import PlanFile
from gui.application import Kader
from gui.dialogs.palette_dialog import PaletteDialog
from gui.palette import Found, Register, Ways, things_to_find
from gui.seeking import plain
from tests.domain import plan_builder as build
from tests.gui.driving import press, type_text


def register(*names: str) -> Register:
    return Register(Found(name, "Mission", "", lambda: None) for name in names)


def names(found: list[Found]) -> list[str]:
    return [one.text for one in found]


def test_any_part_of_a_name_finds_it_and_what_begins_so_comes_first() -> None:
    known = register("Staff EUTM", "EUTM Mali", "MINUSMA", "Mutual")
    assert names(known.find("eutm")) == ["EUTM Mali", "Staff EUTM"]
    assert names(known.find("mu")) == ["Mutual"]


def test_every_word_counts_in_any_order() -> None:
    known = register("Zr.Ms. Tromp", "Zr.Ms. Karel Doorman", "Staff Karel")
    assert names(known.find("door karel")) == ["Zr.Ms. Karel Doorman"]


def test_accents_and_capitals_do_not_matter() -> None:
    assert plain("Koeriër ÉÉN") == "koerier een"
    assert names(register("EUPM Moldavië").find("MOLDAVIE")) == ["EUPM Moldavië"]


def test_a_word_typed_wrong_still_finds_what_is_like_it() -> None:
    assert names(register("EUNAVFOR Aspides", "UNIFIL").find("aspdies")) == ["EUNAVFOR Aspides"]
    assert register("EUNAVFOR Aspides").find("qqqq") == []


def test_missions_rotations_and_forces_can_be_found(plan: Plan) -> None:
    gone: list[str] = []
    ways = Ways(gone.append, gone.append, gone.append)
    for found in things_to_find(plan, ways):
        found.run()
    assert gone == ["osc", "vpd", "marines", "a", "b", "c"]


def meanwhile(program: Kader, do: Callable[[PaletteDialog], None]) -> None:
    """Open the palette, and do this in it; it is called off afterwards."""

    def act() -> None:
        dialog = program.window.findChild(PaletteDialog)
        assert dialog is not None
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    program.window.actions_of_window["palette"].trigger()


def typed(program: Kader, text: str) -> None:
    """Open the palette, type this, and press Enter."""

    def enter(dialog: PaletteDialog) -> None:
        type_text(dialog.field, text)
        press(dialog.field, Qt.Key.Key_Return)

    meanwhile(program, enter)


@pytest.mark.parametrize(
    ("text", "rotations", "mission"),
    [("vpd", (), "vpd"), ("marines", ("c",), "vpd"), ("marinse", ("c",), "vpd")],
)
def test_enter_selects_what_was_found(
    opened: Kader, text: str, rotations: tuple[str, ...], mission: str
) -> None:
    typed(opened, text)
    selection = opened.window.desk.selection
    assert (selection.rotations, selection.mission) == (rotations, mission)


def test_enter_runs_an_action(opened: Kader) -> None:
    typed(opened, "collapse all")
    assert opened.window.desk.rows.collapsed == {"osc", "vpd"}


def test_the_arrows_go_through_what_was_found(program: Kader, tmp_path: Path) -> None:
    named = replace(build.rotation("t", "osc", "2026-01-01", "2026-06-30"), name="OSC team")
    PlanFile.create(tmp_path / "p.kader", [build.plan(build.mission("osc"), named)]).close()
    assert program.window.files.open_path(tmp_path / "p.kader")

    def choose(dialog: PaletteDialog) -> None:
        type_text(dialog.field, "osc")
        assert dialog.field.accessibleDescription() == "OSC, Mission"
        press(dialog.field, Qt.Key.Key_Down)
        assert dialog.field.accessibleDescription() == "OSC team, Rotation"
        press(dialog.field, Qt.Key.Key_Return)

    meanwhile(program, choose)
    assert program.window.desk.selection.rotations == ("t",)


def test_escape_leaves_everything_as_it_was(opened: Kader) -> None:
    selection = opened.window.desk.selection
    before = (selection.rotations, selection.mission)

    def leave(dialog: PaletteDialog) -> None:
        type_text(dialog.field, "qqqqqq")
        assert dialog.nothing.isVisible()
        press(dialog.field, Qt.Key.Key_Return)
        assert dialog.isVisible()
        press(dialog.field, Qt.Key.Key_Escape)

    meanwhile(opened, leave)
    assert (selection.rotations, selection.mission) == before


def test_only_what_can_be_done_now_is_offered(program: Kader) -> None:
    def look(dialog: PaletteDialog) -> None:
        type_text(dialog.field, "add rotation")
        assert dialog.chosen is None
        assert dialog.nothing.isVisible()

    meanwhile(program, look)


def test_a_force_without_rotations_says_so(opened: Kader) -> None:
    opened.window.editing.remove()
    opened.window.desk.selection.set_rotations(["c"])
    opened.window.editing.remove()
    typed(opened, "marines")
    assert opened.window.notice.sentence == "No rotation draws on MARINES."
