"""The sources as a user works with them: read, followed, decided; each decision is one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from domain.model import Binding, Measure, OpenPoint, Plan, Source
from gui.application import Kader
from gui.theme import ThemeChoice
from gui.views.sources_view import SourcesView
from gui.widgets.day_field import DayField
from tests.domain import plan_builder as build
from tests.gui.driving import click, click_row, find, on_disk, press, type_text

LETTER = Source(
    document="Letter of 4 April 2025",
    decided_on=date(2025, 4, 4),
    section="Annex 1",
    quote="circa fifteen civilians a year",
    file="letter.txt",
    lines="271",
)


@pytest.fixture
def plan() -> Plan:
    """UNC with a firm and a conditional frame; EULEX with a number that nobody has read."""
    plan = build.plan(
        build.mission("unc"),
        build.mission("eulex"),
        build.frame("unc", build.limit("firm", 3), id_="firm", days=(None, "2026-12-31")),
        build.frame(
            "unc",
            build.limit("longer", 3, binding="circa"),
            id_="longer",
            days=("2025-01-01", "2028-06-30"),
            condition="if the evaluation says so",
        ),
        replace(
            build.frame("eulex", build.limit("year", 15, "civilian", measure=None)), source=LETTER
        ),
        build.rotation("a", "unc", "2027-02-01", "2027-07-31", military=3),
        build.rotation("b", "eulex", "2026-01-01", "2026-12-31", civilian=16),
    )
    point = OpenPoint("Wat geldt?", "Which of the two holds?", "frame", "longer", "Letter, annex")
    return replace(plan, open_points=(point,))


@pytest.fixture
def view(opened: Kader) -> SourcesView:
    opened.window.actions_of_window["view_sources"].trigger()
    return find(opened.window, SourcesView, "sourcesView")


def titles(view: SourcesView) -> list[str]:
    model = find(view, QTableView, "sourceList").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(view: SourcesView, title: str) -> None:
    """Click on a frame in the list."""
    table = find(view, QTableView, "sourceList")
    click_row(table, table.model().index(titles(view).index(title), 0))


def read_texts(view: SourcesView) -> str:
    """Everything that the details say."""
    page = find(view, QWidget, "sourcePage")
    return "\n".join(_texts(page))


def _texts(page: QWidget) -> Iterator[str]:
    for label in page.findChildren(QLabel):
        yield label.text()
    for button in page.findChildren(QPushButton):
        yield button.text()


def test_every_frame_stands_in_the_list_with_its_decision(view: SourcesView) -> None:
    assert titles(view) == ["Frame firm", "Frame longer", "Frame eulex"]
    model = find(view, QTableView, "sourceList").model()
    cells = [model.index(2, column).data() for column in range(model.columnCount())]
    assert cells == [
        "Frame eulex",
        "… – …",
        "measure not chosen",
        "EULEX",
        "04-04-2025",
        "Letter of 4 April 2025",
    ]


def test_the_details_show_the_whole_decision(view: SourcesView) -> None:
    choose(view, "Frame eulex")
    shown = read_texts(view)
    for text in (
        "EULEX",
        "In force … – … (not stated)",
        "“circa fifteen civilians a year”",
        "Letter of 4 April 2025",
        "04-04-2025",
        "Annex 1",
        "15 · not yet read",
    ):
        assert text in shown
    assert "letter.txt" not in shown


def test_contradictions_and_open_points_are_shown_with_a_way_to_the_other_frame(
    view: SourcesView,
) -> None:
    choose(view, "Frame longer")
    shown = read_texts(view)
    assert "'Frame firm' and 'Frame longer' are in force together" in shown
    assert "Which of the two holds?" in shown
    click(find(view, QPushButton, "frame_firm"))
    assert "Frame firm" in read_texts(view).splitlines()[0]


def test_all_text_can_be_selected_and_is_plain(opened: Kader, view: SourcesView) -> None:
    choose(view, "Frame longer")
    labels = find(view, QWidget, "sourcePage").findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    quote = next(label for label in labels if "if the evaluation says so" in label.text())
    assert quote.textInteractionFlags() & selectable
    assert opened.document.is_open


def test_deciding_on_a_condition_is_one_step(opened: Kader, view: SourcesView) -> None:
    choose(view, "Frame longer")
    record = find(view, QPushButton, "recordCondition")
    assert not record.isEnabled()
    find(view, QRadioButton, "condition_not_met").click()
    day = find(view, DayField, "conditionDay")
    assert day.day == date(2026, 1, 1)
    day.selectAll()
    type_text(day, "15-12-2025")
    assert "It would mean: 1 new finding, 2 solved." in read_texts(view)
    click(record)
    frame = on_disk(opened).frames["longer"]
    assert (frame.condition_met, frame.condition_decided_on) == (False, date(2025, 12, 15))
    assert opened.document.undo_stack.undoText() == "The condition of Frame longer is not met"
    assert "In force on no day" in read_texts(view)
    assert "FRA005" in {finding.code for finding in opened.document.findings}
    opened.document.undo_stack.undo()
    assert opened.document.plan.frames["longer"].undecided
    assert find(view, QRadioButton, "condition_undecided").isChecked()


def test_a_decision_can_be_taken_back_to_undecided(opened: Kader, view: SourcesView) -> None:
    choose(view, "Frame longer")
    find(view, QRadioButton, "condition_met").click()
    click(find(view, QPushButton, "recordCondition"))
    assert on_disk(opened).frames["longer"].condition_met is True
    find(view, QRadioButton, "condition_undecided").click()
    assert not find(view, DayField, "conditionDay").isEnabled()
    click(find(view, QPushButton, "recordCondition"))
    frame = on_disk(opened).frames["longer"]
    assert (frame.condition_met, frame.condition_decided_on) == (None, None)


def test_what_is_no_day_cannot_be_recorded(view: SourcesView) -> None:
    choose(view, "Frame longer")
    find(view, QRadioButton, "condition_met").click()
    day = find(view, DayField, "conditionDay")
    day.selectAll()
    type_text(day, "31-13-2025")
    assert not find(view, QPushButton, "recordCondition").isEnabled()


@pytest.mark.parametrize(
    ("measure", "means", "code"),
    [
        (Measure.PERSONS, "On no day are there more than 15 persons.", "FRA001"),
        (
            Measure.PERSONS_PER_YEAR,
            "Rotations that begin in one calendar year have at most 15 persons together.",
            "FRA003",
        ),
        (
            Measure.AVERAGE_PER_YEAR,
            "On average over all days of a calendar year there are at most 15 persons.",
            "FRA003",
        ),
    ],
)
def test_choosing_what_a_number_counts_is_one_step(
    opened: Kader, view: SourcesView, measure: Measure, means: str, code: str
) -> None:
    choose(view, "Frame eulex")
    assert means in read_texts(view)
    record = find(view, QPushButton, "recordMeasure")
    assert not record.isEnabled()
    find(view, QRadioButton, f"measure_{measure.value}").click()
    binding = find(view, QComboBox, "measureBinding")
    assert binding.currentText() == "circa 15"
    binding.setCurrentIndex(0)
    click(record)
    (limit,) = on_disk(opened).frames["eulex"].limits
    assert (limit.measure, limit.number, limit.binding) == (measure, 15, Binding.EXACT)
    assert code in {finding.code for finding in opened.document.findings}
    assert "not yet read" not in read_texts(view)
    opened.document.undo_stack.undo()
    assert opened.document.plan.frames["eulex"].limits[0].binding is Binding.UNREAD


def test_the_list_can_be_narrowed_to_what_asks_for_attention(view: SourcesView) -> None:
    shown = find(view.tools, QComboBox, "sourceFilter")
    texts = [shown.itemText(place) for place in range(shown.count())]
    assert texts == [
        *("All (3)", "Undecided (1)", "Measure not chosen (1)", "Contradicted (2)"),
        *("Open points (1)", "Never in force (0)"),
    ]
    shown.setFocus()
    press(shown, Qt.Key.Key_Down)
    assert titles(view) == ["Frame longer"]
    view.show_frame("eulex")
    assert titles(view) == ["Frame firm", "Frame longer", "Frame eulex"]


def test_the_list_is_sorted_by_a_click_on_a_heading(view: SourcesView) -> None:
    table = find(view, QTableView, "sourceList")
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert titles(view) == ["Frame eulex", "Frame firm", "Frame longer"]
    table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert titles(view)[0] == "Frame eulex"


def test_the_keyboard_goes_through_the_list(view: SourcesView) -> None:
    choose(view, "Frame firm")
    press(find(view, QTableView, "sourceList"), Qt.Key.Key_Down)
    assert read_texts(view).splitlines()[0] == "Frame longer"


def test_a_chosen_finding_shows_the_frame_it_is_about(opened: Kader, view: SourcesView) -> None:
    found = next(f for f in opened.document.findings if f.code == "REF001")
    opened.window.desk.selection.set_finding(found)
    assert read_texts(view).splitlines()[0] == "Frame firm"


def test_a_chosen_mission_shows_its_frame(opened: Kader, view: SourcesView) -> None:
    opened.window.going.to_mission("eulex")
    assert read_texts(view).splitlines()[0] == "Frame eulex"


def test_a_frame_leads_to_the_rotations_of_its_mission(opened: Kader, view: SourcesView) -> None:
    choose(view, "Frame longer")
    click(find(view, QPushButton, "mission_unc"))
    assert opened.window.views.current == "view_missions"
    assert opened.window.desk.selection.mission == "unc"
    assert opened.window.desk.selection.limit == "longer"


def test_where_a_plan_may_only_be_read_nothing_can_be_decided(
    opened: Kader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(opened.document), "can_edit", property(lambda _self: False))
    opened.window.actions_of_window["view_sources"].trigger()
    view = find(opened.window, SourcesView, "sourcesView")
    choose(view, "Frame longer")
    assert not find(view, QRadioButton, "condition_met").isEnabled()
    choose(view, "Frame eulex")
    assert not find(view, QRadioButton, "measure_persons").isEnabled()


@pytest.mark.parametrize("choice", list(ThemeChoice))
@pytest.mark.parametrize("language", ["en", "nl"])
def test_it_can_be_drawn_in_every_theme_and_language(
    opened: Kader, choice: ThemeChoice, language: str
) -> None:
    opened.dress(choice)
    opened.speak(language)
    opened.window.actions_of_window["view_sources"].trigger()
    view = find(opened.window, SourcesView, "sourcesView")
    view.show_frame("eulex")
    assert not view.grab().isNull()


class TestANumberThatIsNotGiven:
    @pytest.fixture
    def plan(self) -> Plan:
        return build.plan(build.frame("eulex", build.limit("year", measure=None)))

    def test_it_is_asked_for(self, opened: Kader, view: SourcesView) -> None:
        choose(view, "Frame eulex")
        number = find(view, QSpinBox, "measureNumber")
        number.selectAll()
        type_text(number, "12")
        find(view, QRadioButton, "measure_persons").click()
        click(find(view, QPushButton, "recordMeasure"))
        assert on_disk(opened).frames["eulex"].limits[0].number == 12


class TestWithoutFrames:
    @pytest.fixture
    def plan(self) -> Plan:
        return build.plan(build.mission("osc"))

    def test_it_says_what_to_do(self, view: SourcesView) -> None:
        texts = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
        assert any("Make a plan from a baseline" in text for text in texts)
