"""The dialog in which conditions are put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu

from domain.model import ChangeRotations, Plan, Put, Status
from gui.application import Kader
from gui.conditions import FIELDS, Comparison, Condition, Sort
from gui.dialogs.conditions_dialog import ConditionsDialog
from gui.models.condition_words import comparison_title, condition_text, conditions_text
from gui.row_filter import RowFilter
from gui.widgets.filter_bar import Chip
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, click, find

C = Comparison
MANY = Condition("military", C.FROM, (4,))
EARLY = Condition("last_day", C.UNTIL, (date(2026, 6, 30),))
DRAFT = Condition("status", C.IS, (Status.DRAFT,))
IN_2026 = Condition("first_day", C.BETWEEN, (date(2026, 1, 1), date(2026, 12, 31)))


@pytest.fixture
def plan() -> Plan:
    """Two of four soldiers in 2026, and two civilians in 2027."""
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", military=4),
        build.rotation("c", "vpd", "2027-03-01", "2027-05-31", civilian=2),
    )


@pytest.fixture
def dialog(opened: Kader) -> Iterator[ConditionsDialog]:
    made = ConditionsDialog(opened.window, opened.window.desk, ())
    made.show()
    yield made
    made.close()
    made.deleteLater()


def shown(program: Kader) -> list[str]:
    return [row.id for row in program.window.desk.rows.rows if not row.is_heading]


def own_conditions(menu: QMenu) -> QAction:
    return next(action for action in menu.actions() if action.text() == "Own conditions…")


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_a_condition_is_put_together_and_counted(dialog: ConditionsDialog) -> None:
    assert dialog.count.text() == "3 of 3 rotations"
    line = dialog.groups[0].lines[0]
    choose(line.field, "mission")
    find(line, QLineEdit, "conditionText_0_0").setText("OSC")
    assert dialog.count.text() == "2 of 3 rotations"
    assert dialog.conditions() == ((Condition("mission", C.CONTAINS, ("OSC",)),),)


def test_a_condition_that_is_not_complete_is_left_out(dialog: ConditionsDialog) -> None:
    line = dialog.groups[0].lines[0]
    choose(line.field, "first_day")
    choose(line.comparison, C.BETWEEN.value)
    assert dialog.conditions() == ()
    days = line.values.findChildren(QLineEdit)
    days[0].setText("01-01-2026")
    assert dialog.conditions() == ()
    days[1].setText("31-12-2026")
    assert dialog.conditions() == ((IN_2026,),)


def test_groups_come_with_or_and_go_with_their_last_condition(dialog: ConditionsDialog) -> None:
    dialog.groups[0].show_conditions([EARLY])
    click(dialog.add)
    dialog.groups[1].show_conditions([MANY])
    click(dialog.groups[1].add)
    assert [group.heading.text() for group in dialog.groups] == ["All of this", "Or all of this"]
    assert dialog.conditions() == ((EARLY,), (MANY,))
    for line in list(dialog.groups[1].lines):
        click(line.cross)
    assert dialog.conditions() == ((EARLY,),)
    click(dialog.groups[0].lines[0].cross)
    assert dialog.conditions() == ()
    assert len(dialog.groups[0].lines) == 1


def test_what_stood_stands_there_again(opened: Kader) -> None:
    conditions = ((MANY, IN_2026), (DRAFT, Condition("note", C.EMPTY)))
    dialog = ConditionsDialog(opened.window, opened.window.desk, conditions)
    assert dialog.conditions() == conditions
    dialog.deleteLater()


def test_each_field_offers_what_fits_it(dialog: ConditionsDialog) -> None:
    line = dialog.groups[0].lines[0]
    choose(line.field, "status")
    offered = [line.comparison.itemText(n) for n in range(line.comparison.count())]
    assert offered == ["is", "is not"]
    choose(line.field, "relieves")
    offered = [line.comparison.itemText(n) for n in range(line.comparison.count())]
    assert offered == ["is empty", "is filled in"]


def test_conditions_filter_table_and_timeline(opened: Kader, answer: Answer) -> None:
    bar = opened.window.workspace.filters
    answer(ConditionsDialog, "ask", ((MANY, EARLY), (Condition("civilian", C.FILLED),)))
    bar.menu.fill()
    own_conditions(bar.menu).trigger()
    assert shown(opened) == ["a", "c"]
    chip = find(bar, Chip, "chip_conditions")
    text = (
        "Military is at least 4 and Last day is on or before 30-06-2026, or Civilian is filled in"
    )
    assert chip.text == text
    click(chip.cross)
    assert shown(opened) == ["a", "b", "c"]


def test_a_chip_opens_the_dialog_again(opened: Kader, answer: Answer) -> None:
    bar = opened.window.workspace.filters
    opened.window.desk.filters.ask(RowFilter(conditions=((MANY,),)))
    answer(ConditionsDialog, "ask", ((EARLY,),))
    click(find(bar, Chip, "chip_conditions").button)
    assert shown(opened) == ["a"]


def test_rows_follow_what_is_edited(opened: Kader) -> None:
    filters, document = opened.window.desk.filters, opened.document
    filters.ask(RowFilter(conditions=((Condition("mission", C.CONTAINS, ("vpd",)),),)))
    assert shown(opened) == ["c"]
    document.submit(Put((replace(document.plan.missions["osc"], name="Also VPD"),)))
    assert shown(opened) == ["a", "b", "c"]
    filters.ask(RowFilter(conditions=((MANY,),)))
    document.submit(ChangeRotations(("b",), {"military": 3}))
    assert shown(opened) == ["a"]


def test_every_field_and_comparison_has_words() -> None:
    texts = [condition_text(Condition(field, C.EMPTY)) for field in FIELDS]
    assert len(set(texts)) == len(FIELDS)
    assert comparison_title(Sort.DAY, C.FROM) == "is on or after"
    assert comparison_title(Sort.NUMBER, C.FROM) == "is at least"
    assert conditions_text(((DRAFT,),)) == "Status is Draft"


def test_the_menu_shows_that_there_are_conditions(opened: Kader) -> None:
    menu = opened.window.workspace.filters.menu
    menu.fill()
    assert not own_conditions(menu).isChecked()
    opened.window.desk.filters.ask(RowFilter(conditions=((MANY,),)))
    menu.fill()
    assert own_conditions(menu).isChecked()
