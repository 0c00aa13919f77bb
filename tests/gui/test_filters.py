"""Filters of table and timeline: chips, what they leave, and how they follow the findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QMenu

from domain.model import ChangeRotations, MoveRotations, Plan, Status
from gui.application import Kader
from gui.dialogs.period_dialog import PeriodDialog
from gui.row_filter import NOTHING, RowFilter
from gui.widgets.filter_bar import Chip, FilterBar
from tests.domain import plan_builder as build
from tests.gui.driving import Answer, click, find


@pytest.fixture
def plan() -> Plan:
    """Two missions of two regions; OSC may have 7 persons."""
    osc = replace(build.mission("osc"), region="Middle East")
    return build.plan(
        osc,
        replace(build.mission("vpd"), region="Europe"),
        build.frame("osc", build.limit("osc-cap", 7)),
        build.frame("vpd"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", military=4),
        build.rotation("c", "vpd", "2027-03-01", "2027-05-31", civilian=2),
    )


@pytest.fixture
def bar(opened: Kader) -> FilterBar:
    return opened.window.workspace.filters


def shown(program: Kader) -> list[str]:
    rows = program.window.desk.rows
    return [row.id for row in rows.rows if not row.is_heading]


def ask(program: Kader, **asked: object) -> None:
    program.window.desk.filters.ask(RowFilter(**asked))  # type: ignore[arg-type]


def chips(bar: FilterBar) -> list[str]:
    return [chip.text for chip in bar.findChildren(Chip) if not chip.isHidden()]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"statuses": frozenset({Status.PLANNED})}, ["a", "b", "c"]),
        ({"statuses": frozenset({Status.DRAFT})}, []),
        ({"kinds": frozenset({"civilian", "police"})}, ["c"]),
        ({"regions": frozenset({"Europe"})}, ["c"]),
        ({"first_day": date(2026, 6, 30), "last_day": date(2026, 6, 30)}, ["a"]),
        ({"first_day": date(2026, 12, 31)}, ["b", "c"]),
        ({"last_day": date(2026, 6, 30)}, ["a"]),
        ({"regions": frozenset({"Europe"}), "kinds": frozenset({"military"})}, []),
    ],
)
def test_what_is_asked_for_must_all_be_so(
    opened: Kader, asked: dict[str, object], left: list[str]
) -> None:
    ask(opened, **asked)
    assert shown(opened) == left


def test_chips_say_what_is_asked_for_and_how_much_it_leaves(opened: Kader, bar: FilterBar) -> None:
    assert not bar.isVisible()
    ask(opened, kinds=frozenset({"civilian"}), first_day=date(2027, 1, 1))
    assert bar.isVisible()
    assert chips(bar) == ["Kind: Civilian", "Period: 01-01-2027 – …"]
    assert bar.count.text() == "1 of 3 rotations"


def test_a_cross_takes_one_filter_away(opened: Kader, bar: FilterBar) -> None:
    ask(opened, kinds=frozenset({"civilian"}), regions=frozenset({"Europe"}))
    chip = find(bar, Chip, "chip_kinds")
    click(chip.cross)
    assert opened.window.desk.filters.asked == RowFilter(regions=frozenset({"Europe"}))
    assert chips(bar) == ["Region: Europe"]


def test_one_click_clears_everything_the_text_too(opened: Kader, bar: FilterBar) -> None:
    ask(opened, kinds=frozenset({"civilian"}))
    opened.window.missions.filter.setText("osc")
    opened.window.desk.rows.set_text("osc")
    assert chips(bar) == ["Kind: Civilian", "Text: osc"]
    click(bar.clear)
    assert opened.window.missions.filter.text() == ""
    opened.window.desk.rows.set_text("")
    assert opened.window.desk.filters.asked == NOTHING
    assert shown(opened) == ["a", "b", "c"]
    assert not bar.isVisible()


def test_only_trouble_follows_the_findings_of_others(opened: Kader) -> None:
    ask(opened, troubled=True)
    before = shown(opened)
    opened.document.submit(MoveRotations(("b",), -30))
    assert {"a", "b"} <= set(shown(opened))
    opened.document.undo_stack.undo()
    assert shown(opened) == before


def test_while_something_is_dragged_the_rows_stay(opened: Kader) -> None:
    opened.document.submit(MoveRotations(("b",), -30))
    ask(opened, troubled=True)
    before = shown(opened)
    assert before
    opened.document.preview(MoveRotations(("b",), 30))
    assert shown(opened) == before
    opened.document.end_preview()


def test_a_rule_leaves_only_what_it_names(opened: Kader, bar: FilterBar) -> None:
    opened.document.submit(MoveRotations(("b",), -30))
    code = next(finding.code for finding in opened.document.findings if finding.excess)
    ask(opened, rules=frozenset({code}))
    assert shown(opened) == ["a", "b"]
    assert chips(bar)[0].startswith(f"Rule: {code} · ")
    opened.document.undo_stack.undo()
    assert shown(opened) == []


def test_an_edit_that_no_longer_fits_leaves_the_rows(opened: Kader) -> None:
    ask(opened, statuses=frozenset({Status.PLANNED}))
    opened.document.submit(ChangeRotations(("a",), {"status": Status.DRAFT}))
    assert shown(opened) == ["b", "c"]


def test_filters_are_chosen_from_a_menu(opened: Kader, bar: FilterBar) -> None:
    bar.menu.fill()
    parts = {action.text(): action for action in bar.menu.actions()}
    kinds = parts["Kind"].menu()
    assert isinstance(kinds, QMenu)
    next(action for action in kinds.actions() if action.text() == "Civilian").trigger()
    assert shown(opened) == ["c"]
    bar.menu.fill()
    parts = {action.text(): action for action in bar.menu.actions()}
    parts["Clear all filters"].trigger()
    assert shown(opened) == ["a", "b", "c"]


def test_days_of_ones_own_are_asked_for(opened: Kader, bar: FilterBar, answer: Answer) -> None:
    answer(PeriodDialog, "ask", (date(2027, 5, 1), None))
    bar.ask_period()
    assert shown(opened) == ["c"]


def test_a_period_must_be_in_order(opened: Kader) -> None:
    dialog = PeriodDialog(None, opened.window.desk.icons, (date(2027, 1, 1), None))
    assert dialog.ok.isEnabled()
    dialog.last.setText("01-01-2026")
    assert not dialog.ok.isEnabled()
    dialog.last.setText("31-02-2027")
    assert not dialog.ok.isEnabled()
    dialog.deleteLater()


def test_chips_are_named_for_who_hears_them(opened: Kader, bar: FilterBar) -> None:
    ask(opened, kinds=frozenset({"civilian"}))
    chip = find(bar, Chip, "chip_kinds")
    assert chip.cross.accessibleName() == "Remove the filter Kind: Civilian"
    assert bar.count.accessibleName() == "1 of 3 rotations"
