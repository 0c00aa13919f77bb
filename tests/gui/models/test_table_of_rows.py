"""A table of rows: what all tables that only show have in common."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from typing_extensions import override

from domain.language import N_, set_language
from gui.models.table_of_rows import TO_THE_RIGHT, TableOfRows
from tests.gui.driving import texts, watch

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
TIP, ALIGNED = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.TextAlignmentRole
INK = Qt.ItemDataRole.ForegroundRole


class Ages(TableOfRows[tuple[str, int]]):
    """Names and ages; a name is tinted."""

    @override
    def text_of(self, row: tuple[str, int], column: int) -> str:
        return str(row[column])

    @override
    def look_of(self, row: tuple[str, int], column: int, role: int) -> object:
        return f"ink of {row[0]}" if role == INK and column == 0 else None


@pytest.fixture
def ages(qtmodeltester: ModelTester) -> Ages:
    set_language("nl")
    table = Ages((N_("Mission"), N_("Days")), numbers={1})
    watch(qtmodeltester, table)
    table.show_rows([("a<b", 1), ("c", 2)])
    return table


def test_each_row_is_shown_under_headings_in_the_language_that_is_spoken(ages: Ages) -> None:
    assert [ages.headerData(column, ACROSS) for column in (0, 1, 2)] == ["Missie", "Dagen", None]
    assert (texts(ages, 0), texts(ages, 1)) == (["a<b", "c"], ["1", "2"])
    assert ages.headerData(0, DOWN) is None


def test_a_tip_repeats_a_cell_as_it_is_and_numbers_stand_at_the_right(ages: Ages) -> None:
    assert ages.data(ages.index(0, 0), TIP) == "<qt>a&lt;b</qt>"
    columns = [ages.data(ages.index(0, column), ALIGNED) for column in (0, 1)]
    headings = [ages.headerData(column, ACROSS, ALIGNED) for column in (0, 1)]
    assert columns == headings == [None, TO_THE_RIGHT]


def test_a_look_is_asked_of_the_table_itself_and_nothing_outside_it(ages: Ages) -> None:
    assert ages.data(ages.index(1, 0), INK) == "ink of c"
    assert ages.data(ages.index(5, 0), INK) is None
    assert ages.row_at(ages.index(1, 0)) == ("c", 2)
    assert ages.row_at(ages.index(-1, 0)) is None


def test_telling_of_all_cells_says_nothing_while_there_are_none(ages: Ages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ages.dataChanged) as told:
        ages.tell_all()
    assert told.args is not None
    assert (told.args[1].row(), told.args[1].column()) == (1, 1)
    ages.show_rows(())
    with qtbot.assertNotEmitted(ages.dataChanged):
        ages.tell_all()
