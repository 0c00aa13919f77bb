"""The findings: going through them, filtering them, and why each is one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTableView, QToolButton, QTreeView

from domain.model import MoveRotations, Put, Source
from domain.rules.finding import Severity
from gui.application import Kader
from gui.widgets.explanation import Explanation
from tests.domain import plan_builder as build
from tests.gui.driving import click, click_row, find, press, texts, words_in

RULE = 1


@pytest.fixture
def troubled(opened: Kader) -> Kader:
    """The program with three findings, of two severities."""
    opened.document.submit(
        Put(
            (
                build.mission("elsewhere"),
                build.rotation("n", "elsewhere", "2026-01-01", "2026-06-30", military=1),
                build.mandate("vpd", "2026-04-01", "2026-04-30"),
            )
        )
    )
    opened.document.submit(MoveRotations(("b",), -30))
    return opened


def table(program: Kader) -> QTableView:
    return find(program.window, QTableView, "findingsTable")


def explanation(program: Kader) -> str:
    return words_in(find(program.window, Explanation, "explanation").widget())


def test_errors_come_first(troubled: Kader) -> None:
    assert texts(table(troubled).model(), RULE) == ["FRA001", "FRA006", "MAN001", "MAN001"]


def test_f8_goes_through_them_and_round(troubled: Kader) -> None:
    assert [after(troubled, "next_finding") for _time in range(5)] == [
        *("FRA001", "FRA006", "MAN001", "MAN001", "FRA001")
    ]
    assert after(troubled, "previous_finding") == "MAN001"


def after(program: Kader, action: str) -> str:
    """The code of the finding that an action goes to."""
    program.window.actions_of_window[action].trigger()
    finding = program.window.desk.selection.finding
    assert finding is not None
    return finding.code


def test_a_finding_selects_its_rotations_mission_and_limit(troubled: Kader) -> None:
    click_row(table(troubled), table(troubled).model().index(0, 2))
    selection = troubled.window.desk.selection
    assert sorted(selection.rotations) == ["a", "b"]
    assert (selection.mission, selection.limit) == ("osc", "osc-cap")


def test_a_finding_brings_its_days_into_sight(troubled: Kader) -> None:
    troubled.window.desk.axis.set_view(740_000, 5)
    click_row(table(troubled), table(troubled).model().index(0, 2))
    finding = troubled.window.desk.selection.finding
    axis = troubled.window.desk.axis
    assert finding is not None
    assert axis.first <= finding.first_day.toordinal() < axis.end


def test_it_is_explained_with_numbers_days_parts_decision_and_what_to_do(troubled: Kader) -> None:
    source = Source(document="Letter of April", quote="maximaal zeven", section="p. 3")
    frame = replace(troubled.document.plan.frames["osc"], source=source)
    troubled.document.submit(Put((frame,)))
    click_row(table(troubled), table(troubled).model().index(0, 2))
    text = explanation(troubled)
    for part in (
        "01-06-2026 – 30-06-2026 · 30 days · peak on 01-06-2026",
        "8 persons at once",
        "“maximaal zeven”",
        "Letter of April, p. 3",
        "Why it matters",
        "What to do",
    ):
        assert part in text, part
    parts = find(troubled.window, QTreeView, "contributors").model()
    assert texts(parts, 0) == ["A", "B"]
    assert texts(parts, 2) == ["4", "4"]


def test_a_part_that_is_clicked_is_selected(troubled: Kader) -> None:
    click_row(table(troubled), table(troubled).model().index(0, 2))
    parts = find(troubled.window, QTreeView, "contributors")
    QApplication.processEvents()
    parts.activated.emit(parts.model().index(1, 0))
    assert troubled.window.desk.selection.rotations == ("b",)


def test_an_explanation_goes_when_its_finding_is_solved(troubled: Kader) -> None:
    click_row(table(troubled), table(troubled).model().index(0, 2))
    troubled.document.undo_stack.undo()
    assert troubled.window.desk.selection.finding is None
    assert "Select a finding" in explanation(troubled)


def test_a_drag_that_solves_the_selected_finding_chooses_no_other(troubled: Kader) -> None:
    click_row(table(troubled), table(troubled).model().index(0, 2))
    before = troubled.window.desk.selection.finding
    troubled.document.preview(MoveRotations(("b",), 40))
    assert troubled.window.desk.selection.finding == before
    assert sorted(troubled.window.desk.selection.rotations) == ["a", "b"]
    troubled.document.end_preview()
    assert table(troubled).currentIndex().row() == 0


def test_filters_hide_severities_and_count_them(troubled: Kader) -> None:
    button = find(troubled.window, QToolButton, "filter_error")
    assert button.text().endswith("2")
    click(button)
    assert texts(table(troubled).model(), RULE) == ["MAN001", "MAN001"]


def test_a_count_in_the_status_bar_shows_only_those(troubled: Kader) -> None:
    click(find(troubled.window, QToolButton, "count_warning"))
    assert texts(table(troubled).model(), RULE) == ["MAN001", "MAN001"]
    assert troubled.window.status.counts[Severity.ERROR].text() == "2"


def test_counts_follow_an_edit_under_way(troubled: Kader) -> None:
    errors = troubled.window.status.counts[Severity.ERROR]
    troubled.document.preview(MoveRotations(("b",), 40))
    assert errors.text() == "1"
    troubled.document.end_preview()
    assert errors.text() == "2"


def test_without_findings_it_says_what_was_checked(opened: Kader) -> None:
    text = find(opened.window, QLabel, "nothingChecked").text()
    assert find(opened.window, QLabel, "nothingTitle").text() == "No findings"
    assert text == "3 rotations and 2 limits were checked, as of 01-01-2026."


def test_it_says_of_how_many_limits_nothing_is_known(opened: Kader) -> None:
    unknown = build.frame("vpd", build.limit("u", binding="unknown"), id_="u")
    opened.document.submit(Put((replace(unknown, first_day=build.day("2050-01-01")),)))
    assert (
        "Of 1 limit the number is unknown" in find(opened.window, QLabel, "nothingChecked").text()
    )


def test_names_are_shown_as_they_are(troubled: Kader) -> None:
    odd = replace(troubled.document.plan.rotations["a"], name='<b>A</b><img src="//host/x">')
    troubled.document.submit(Put((odd,)))
    click_row(table(troubled), table(troubled).model().index(0, 2))
    for label in find(troubled.window, Explanation, "explanation").findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_the_list_can_be_used_with_keys(troubled: Kader) -> None:
    view = table(troubled)
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    view.setCurrentIndex(view.model().index(0, 0))
    press(view, Qt.Key.Key_Down)
    assert troubled.window.desk.selection.finding is not None
    assert troubled.window.desk.selection.finding.code == "FRA006"


def test_grouped_findings_have_headings_over_the_whole_width(troubled: Kader) -> None:
    box = find(troubled.window, QComboBox, "groupFindings")
    box.setCurrentIndex(box.findText("rule"))
    view = table(troubled)
    assert [view.columnSpan(row, 0) for row in range(view.model().rowCount())] == [
        5,
        1,
        5,
        1,
        5,
        1,
        1,
    ]
    assert [after(troubled, "next_finding") for _time in range(5)] == [
        *("FRA001", "FRA006", "MAN001", "MAN001", "FRA001")
    ]
    box.setCurrentIndex(box.findText("nothing"))
    assert [view.columnSpan(row, 0) for row in range(view.model().rowCount())] == [1, 1, 1, 1]


def test_in_a_narrow_pane_the_numbers_stay_and_are_told_in_full(opened: Kader) -> None:
    panel = opened.window.lower_pane.findings
    button = find(panel, QToolButton, "filter_error")
    panel.resize(1500, 200)  # letters are wider on some machines
    assert button.text().startswith("Errors")
    panel.resize(600, 200)
    assert button.text().strip().isdigit()
    assert button.accessibleName().startswith("Errors")
    assert panel.explanation.width() >= 150
    panel.resize(1500, 200)
    assert button.text().startswith("Errors")
