"""Tables of others in the window: their columns are said once, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from domain.exchange.rotation_rows.days import DayOrder
from domain.exchange.table_reading import Terms
from gui.application import Kader
from gui.dialogs import mapping_dialog
from gui.dialogs.import_dialog import ImportDialog
from gui.dialogs.mapping_dialog import MappingDialog
from gui.source_memory import SourceMemory
from tests.gui.driving import Answer, on_disk
from tests.gui.imports import import_file

Said = Callable[[MappingDialog], bool]
TABLE = "Missie;Groep;Van;T/m;Militairen\nOSC;G1;1/2/2027;1/6/2027;3\n"


def table(folder: Path, text: str = TABLE) -> Path:
    path = folder / "lijst.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[[Said], list[MappingDialog]]:
    """Replaces the question what the columns are by someone who says it."""

    def replace_by(said: Said) -> list[MappingDialog]:
        seen: list[MappingDialog] = []

        def answered(dialog: MappingDialog) -> bool:
            seen.append(dialog)
            return said(dialog)

        monkeypatch.setattr(mapping_dialog, "ask_with", answered)
        return seen

    return replace_by


def day_first(dialog: MappingDialog) -> bool:
    dialog.order.setCurrentIndex(dialog.order.findData(DayOrder.DAY_FIRST))
    return True


def test_a_table_of_others_is_mapped_and_remembered(
    opened: Kader,
    qtbot: QtBot,
    tmp_path: Path,
    answer: Answer,
    says: Callable[[Said], list[MappingDialog]],
) -> None:
    answer(ImportDialog, "ask", True)

    def say(dialog: MappingDialog) -> bool:
        assert "knows, nobody else" in dialog.fault.text()
        assert dialog.columns.mapping == {
            "Missie": "mission",
            "Van": "first_day",
            "T/m": "last_day",
            "Militairen": "military",
        }
        name = dialog.columns.boxes[1]
        name.setCurrentIndex(name.findData("name"))
        day_first(dialog)
        assert not dialog.fault.text()
        return True

    says(say)
    import_file(opened, qtbot, table(tmp_path), answer)
    new = on_disk(opened).rotations["osc-1"]
    assert (new.name, f"{new.first_day}", f"{new.last_day}") == ("G1", "2027-02-01", "2027-06-01")
    assert new.military == 3

    def look(dialog: MappingDialog) -> bool:
        assert dialog.columns.mapping["Groep"] == "name"
        assert dialog.order.currentData() == DayOrder.DAY_FIRST
        assert "read before" in dialog.about.text()
        return False

    seen = says(look)
    import_file(opened, qtbot, table(tmp_path), answer)
    assert len(seen) == 1


def test_what_a_row_lacks_is_said_for_all_rows(
    opened: Kader,
    qtbot: QtBot,
    tmp_path: Path,
    answer: Answer,
    says: Callable[[Said], list[MappingDialog]],
) -> None:
    answer(ImportDialog, "ask", True)

    def say(dialog: MappingDialog) -> bool:
        assert "which column is the mission" in dialog.fault.text()
        dialog.mission.choose("vpd")
        dialog.status.setCurrentIndex(0)
        assert not dialog.fault.text()
        return True

    says(say)
    path = table(tmp_path, "Naam;Begin;Einde\nG1;01-02-2027;30-06-2027\n")
    import_file(opened, qtbot, path, answer)
    new = on_disk(opened).rotations["vpd-1"]
    assert (new.mission, new.status) == ("vpd", "draft")


def test_another_row_of_headings_is_looked_at(
    opened: Kader,
    qtbot: QtBot,
    tmp_path: Path,
    answer: Answer,
    says: Callable[[Said], list[MappingDialog]],
) -> None:
    path = table(tmp_path, "Missie;Naam\nMissie;Groep\nOSC;G1\n")
    icons, plan = opened.window.desk.icons, opened.document.plan
    dialog = MappingDialog(opened.window, icons, plan, "lijst.csv", lambda _headings: None)
    qtbot.addWidget(dialog)
    asked: list[tuple[str, int]] = []
    dialog.looked_at.connect(lambda sheet, row: asked.append((sheet, row)))
    says(lambda _dialog: False)
    import_file(opened, qtbot, path, answer)
    dialog.row.setValue(2)
    assert asked == [("", 2)]
    dialog.show_trouble("no row there")
    assert dialog.fault.text() == "no row there"
    assert dialog.columns.mapping == {}


def test_what_is_remembered_survives_odd_preferences(program: Kader) -> None:
    preferences = program.window.files._preferences  # noqa: SLF001 - there is no other way to them
    memory = SourceMemory(preferences)
    headings = ("Missie", "Van")
    for odd in ("", "[]", "{", '{"x": 1}'):
        preferences.sources = odd
        assert memory.recall(headings) is None
    memory.remember(headings, Terms(mapping={"Missie": "mission", "Weg": "name"}))
    found = memory.recall(headings)
    assert found is not None
    assert found.mapping == {"Missie": "mission"}
    for number in range(60):
        memory.remember((f"kolom {number}",), Terms(mapping={}))
    assert memory.recall(headings) is None
