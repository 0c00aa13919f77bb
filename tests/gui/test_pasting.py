"""Pasting rows from the clipboard: preview, all or only the good, one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from domain.exchange.table_reading.pasted import Pasted
from gui.application import Kader
from gui.dialogs.paste_dialog import PasteDialog
from gui.models.columns import COLUMNS
from tests.gui.driving import Answer, click, find, on_disk, texts

KEYS = [column.key for column in COLUMNS]
OSC, A, B, VPD, C = range(5)
Do = Callable[[PasteDialog], object]


def put(*rows: str) -> None:
    text = "\n".join(row.replace(" | ", "\t") for row in rows)
    QGuiApplication.clipboard().setText(text)


def stand_on(program: Kader, row: int, key: str) -> None:
    table = program.window.workspace.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, KEYS.index(key)))


@pytest.fixture
def pasted(opened: Kader, answer: Answer) -> Callable[[Do], PasteDialog]:
    """Pastes, and does something in the dialog."""

    def paste(do: Do) -> PasteDialog:
        made: list[PasteDialog] = []

        def ask(*args: object) -> Pasted | None:
            dialog = PasteDialog(*args)  # type: ignore[arg-type]
            made.append(dialog)
            do(dialog)
            return dialog.chosen

        answer(PasteDialog, "ask", ask)
        opened.window.actions_of_window["paste"].trigger()
        assert made, opened.window.notice.sentence
        return made[0]

    return paste


def take_all(dialog: PasteDialog) -> None:
    click(dialog.paste_all)


def column(dialog: PasteDialog, number: int) -> list[str]:
    return texts(dialog.preview, number)[1:]


def summary(dialog: PasteDialog) -> str:
    return find(dialog, type(dialog._summary), "pasteSummary").text()  # noqa: SLF001 - its type only


def test_rows_with_headings_are_new_and_changed_in_one_step(
    opened: Kader, pasted: Callable[[Do], PasteDialog]
) -> None:
    put(
        "Id | Naam | Missie | Eerste dag | Laatste dag | Mil",
        "a | A | OSC | 01-01-2026 | 30-06-2026 | 6",
        " | Nieuw | VPD | 01-01-2027 | 30-06-2027 | 3",
    )
    stand_on(opened, A, "name")
    dialog = pasted(take_all)
    assert column(dialog, 1) == ["changed", "new"]
    assert column(dialog, 7) == ["4 → 6", "3"]
    assert summary(dialog) == "2 rows: 1 new, 1 changed"
    plan = on_disk(opened)
    assert plan.rotations["a"].military == 6
    assert len(plan.rotations) == 4
    assert opened.document.undo_stack.count() == 1
    assert opened.document.undo_stack.undoText() == "Paste 2 rotations"
    opened.document.undo_stack.undo()
    assert len(on_disk(opened).rotations) == 3


def test_without_headings_cells_are_pasted_over_those_from_here_down(
    opened: Kader, pasted: Callable[[Do], PasteDialog]
) -> None:
    put("5 | 1", "6 | 2")
    stand_on(opened, A, "military")
    dialog = pasted(take_all)
    assert not dialog.headings.isChecked()
    assert dialog.ways.currentText() == "changes of A and those below it"
    plan = on_disk(opened)
    assert [(plan.rotations[n].military, plan.rotations[n].civilian) for n in "ab"] == [
        (5, 1),
        (6, 2),
    ]


def test_whole_rows_without_headings_are_new_at_the_mission(
    opened: Kader, pasted: Callable[[Do], PasteDialog]
) -> None:
    put("N 1 |  | 01-01-2028 | 30-06-2028", "N 2 |  | 01-07-2028 | 31-12-2028")
    stand_on(opened, C, "name")
    dialog = pasted(take_all)
    assert dialog.ways.currentText() == "new rotations at VPD"
    made = [r for r in on_disk(opened).rotations.things() if r.name.startswith("N ")]
    assert [(r.mission, r.first_day) for r in made] == [
        ("vpd", date(2028, 1, 1)),
        ("vpd", date(2028, 7, 1)),
    ]


def test_with_a_refused_row_nothing_is_pasted_unless_asked_for(
    opened: Kader, pasted: Callable[[Do], PasteDialog]
) -> None:
    put("Id | Mil", "a | 6", "b | veel")
    stand_on(opened, A, "name")
    before = opened.document.plan
    dialog = pasted(lambda one: one.reject())
    assert not dialog.paste_all.isEnabled()
    assert column(dialog, 1) == ["changed", "refused"]
    assert column(dialog, 4) == ["", "Military: 'veel' is not a whole number."]
    assert dialog.reason.text() == "Military: 'veel' is not a whole number."
    assert opened.document.plan is before
    pasted(lambda one: click(find(one, QPushButton, "pasteGood")))
    assert on_disk(opened).rotations["a"].military == 6
    assert opened.document.undo_stack.count() == 1


def test_a_column_can_be_made_another_field(
    opened: Kader, pasted: Callable[[Do], PasteDialog]
) -> None:
    put("Id | Aantal", "a | 6")
    stand_on(opened, A, "name")

    def choose(dialog: PasteDialog) -> None:
        dialog.headings.setChecked(True)
        for number, name in ((0, "id"), (1, "civilian")):
            box = dialog.fields[number]
            box.setCurrentIndex(box.findData(name))
            box.activated.emit(box.currentIndex())
        take_all(dialog)

    pasted(choose)
    assert on_disk(opened).rotations["a"].civilian == 6


def test_one_value_goes_into_all_selected_cells_at_once(opened: Kader) -> None:
    put("9")
    stand_on(opened, A, "military")
    opened.window.desk.selection.set_rotations(["a", "b"], "a")
    opened.window.actions_of_window["paste"].trigger()
    plan = on_disk(opened)
    assert [plan.rotations[name].military for name in "abc"] == [9, 9, 11]
    assert opened.document.undo_stack.count() == 1


def test_one_value_that_is_wrong_says_why(opened: Kader) -> None:
    put("veel")
    stand_on(opened, A, "military")
    opened.window.actions_of_window["paste"].trigger()
    assert opened.window.notice.sentence == "'veel' is not a whole number."


def test_an_empty_clipboard_says_so(opened: Kader) -> None:
    put("")
    opened.window.actions_of_window["paste"].trigger()
    assert opened.window.notice.sentence == "There is no table on the clipboard."


def test_what_kader_copies_can_be_pasted_back(
    opened: Kader, pasted: Callable[[Do], PasteDialog]
) -> None:
    opened.window.desk.selection.set_rotations(["a", "c"])
    opened.window.actions_of_window["copy"].trigger()
    stand_on(opened, A, "name")
    dialog = pasted(lambda one: one.reject())
    assert column(dialog, 1) == ["the same", "the same"]
    assert not dialog.paste_all.isEnabled()


def test_reasons_are_told_to_who_hears_the_cells(
    opened: Kader, pasted: Callable[[Do], PasteDialog]
) -> None:
    put("Id | Mil", "a | veel")
    stand_on(opened, A, "name")
    dialog = pasted(lambda one: one.reject())
    cell = dialog.preview.index(1, 3)
    said = cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "is not a whole number" in str(said)
    assert dialog.fields[1].accessibleName() == "Field of column 2"
