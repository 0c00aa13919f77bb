"""Views that a user keeps under a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from domain.model import Plan, Status
from gui.application import Kader
from gui.conditions import Comparison, Condition
from gui.dialogs.name_dialog import NameDialog
from gui.preferences import Preferences
from gui.row_filter import NOTHING, RowFilter
from gui.row_groups import Grouping
from gui.saved_views import MOST_VIEWS, SavedView, SavedViews
from tests.domain import plan_builder as build
from tests.gui.driving import Answer

ALL_ASKED = RowFilter(
    troubled=True,
    rules=frozenset({"FRA001", "FOR003"}),
    statuses=frozenset({Status.DRAFT}),
    kinds=frozenset({"military"}),
    regions=frozenset({"", "Europe"}),
    first_day=date(2026, 1, 1),
    conditions=((Condition("military", Comparison.FROM, (4,)),),),
)
VIEW = SavedView(ALL_ASKED, "osc", True, Grouping.FORCE, (("military", True),), "[]", 2.5)


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.mission("osc"),
        build.mission("vpd"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", military=5),
        build.rotation("c", "vpd", "2027-03-01", "2027-05-31", civilian=2),
    )


@pytest.fixture
def views(tmp_path: Path) -> SavedViews:
    return SavedViews(Preferences(tmp_path / "window.ini"))


def shown(program: Kader) -> list[str]:
    return [row.id for row in program.window.desk.rows.rows if not row.is_heading]


def test_a_view_is_what_it_was(tmp_path: Path, views: SavedViews) -> None:
    views.keep("Mijn „eigen” & <weergave>", VIEW)
    again = SavedViews(Preferences(tmp_path / "window.ini"))
    assert again.all() == {"Mijn „eigen” & <weergave>": VIEW}


def test_a_name_is_used_once_and_a_view_can_go(views: SavedViews) -> None:
    views.keep("one", VIEW)
    views.keep("one", replace(VIEW, text="other"))
    views.keep("two", VIEW)
    assert [view.text for view in views.all().values()] == ["other", "osc"]
    views.forget("one")
    assert list(views.all()) == ["two"]


def test_of_very_many_the_last_ones_are_kept(views: SavedViews) -> None:
    for number in range(MOST_VIEWS + 1):
        views.keep(str(number), VIEW)
    assert list(views.all()) == [str(number) for number in range(1, MOST_VIEWS + 1)]


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', '{"a": {"text": ""}}', "null"])
def test_what_cannot_be_read_is_passed_over(tmp_path: Path, text: str) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.saved_views = text
    assert SavedViews(preferences).all() == {}


def test_a_plan_is_shown_again_as_it_was_when_the_view_was_saved(
    opened: Kader, answer: Answer
) -> None:
    window, desk = opened.window, opened.window.desk
    table = window.workspace.table
    asked = RowFilter(conditions=((Condition("military", Comparison.FROM, (4,)),),))
    desk.filters.ask(asked)
    table.group_by(Grouping.NONE)
    table.sorting.sort_by([("military", True)])
    table.columns.show("note", shown=True)
    desk.axis.set_view(desk.axis.first, 3.0)
    answer(NameDialog, "ask", "Many & soldiers")
    window.actions_of_window["save_view"].trigger()
    columns = table.columns.text()

    desk.filters.ask(NOTHING)
    table.sorting.sort_by([])
    table.group_by(Grouping.MISSION)
    table.reset_columns()
    desk.axis.set_view(desk.axis.first, 1.0)
    assert shown(opened) == ["a", "b", "c"]

    menu = window.menus.saved_views
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Many && soldiers").trigger()
    assert shown(opened) == ["b", "a"]
    assert table.columns.text() == columns
    assert desk.axis.pixels_per_day == pytest.approx(3.0)
    assert desk.filters.asked == asked
    assert window.keeping_views.names() == ("Many & soldiers",)


def test_a_view_is_taken_out_of_the_menu(opened: Kader, answer: Answer) -> None:
    window = opened.window
    answer(NameDialog, "ask", "Short-lived")
    window.actions_of_window["save_view"].trigger()
    menu = window.menus.saved_views
    menu.aboutToShow.emit()
    removal = next(action.menu() for action in menu.actions() if action.text() == "&Remove")
    assert isinstance(removal, QMenu)
    removal.actions()[0].trigger()
    menu.aboutToShow.emit()
    assert [action.objectName() for action in menu.actions()] == ["save_view"]
