"""The tour: five steps, forth and back, on the sample if no plan is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from gui.application import Kader
from gui.touring import STEPS
from gui.widgets.tour_card import TourCard
from tests.gui.driving import click, find


def begun(program: Kader) -> TourCard:
    program.window.actions_of_window["tour"].trigger()
    return find(program.window, TourCard, "tourCard")


def title(program: Kader) -> str:
    return find(program.window, QLabel, "tourTitle").text()


def test_it_opens_the_sample_where_no_plan_is_open(program: Kader) -> None:
    program.window.show()
    card = begun(program)
    assert program.document.is_open
    assert card.isVisible()
    assert title(program) == "Missions and scenarios"


def test_on_the_sample_it_shows_the_example_with_what_is_wrong_in_it(program: Kader) -> None:
    begun(program)
    assert program.document.plan.scenario == program.document.file.scenarios()[-1]  # type: ignore[union-attr]
    assert program.window.desk.selection.mission == "osc"
    for _step in range(3):
        click(find(program.window, QPushButton, "tourNext"))
    assert title(program) == "Findings"
    assert program.window.desk.selection.finding is not None


@pytest.mark.parametrize("width", [1117, 1600])
def test_the_card_hides_nothing_of_what_it_is_about(opened: Kader, width: int) -> None:
    opened.window.resize(width, 768)
    card = begun(opened)
    for step in STEPS:
        about = find(opened.window, QWidget, step.about)
        area = QRect(about.mapTo(opened.window, QPoint(0, 0)), about.size())
        assert not card.geometry().intersects(area), step.about
        click(find(opened.window, QPushButton, "tourNext"))


def test_five_steps_lead_to_its_end_and_back_leads_back(opened: Kader) -> None:
    card = begun(opened)
    seen = [title(opened)]
    for _step in range(4):
        click(find(opened.window, QPushButton, "tourNext"))
        seen.append(title(opened))
    assert seen == [
        "Missions and scenarios",
        "The timeline",
        "The frame, day by day",
        "Findings",
        "Nothing is lost, and it leaves as Excel",
    ]
    click(find(opened.window, QPushButton, "tourBack"))
    assert title(opened) == "Findings"
    click(find(opened.window, QPushButton, "tourNext"))
    assert find(opened.window, QPushButton, "tourNext").text() == "Done"
    click(find(opened.window, QPushButton, "tourNext"))
    assert not card.isVisible()
    assert not find(opened.window, QFrame, "tourRing").isVisible()


def test_the_card_stays_within_the_window_beside_what_it_is_about(opened: Kader) -> None:
    card = begun(opened)
    for _step in range(5):
        assert opened.window.rect().contains(card.geometry())
        click(find(opened.window, QPushButton, "tourNext"))


def test_keys_lead_through_it_and_escape_leaves(opened: Kader) -> None:
    card = begun(opened)
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert title(opened) == "The timeline"
    QTest.keyClick(card, Qt.Key.Key_Left)
    assert title(opened) == "Missions and scenarios"
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_it_goes_when_the_plan_is_closed(opened: Kader) -> None:
    card = begun(opened)
    opened.window.actions_of_window["close"].trigger()
    assert not card.isVisible()


def test_it_shows_a_mission_that_has_a_limit(opened: Kader) -> None:
    opened.window.going.to_mission("vpd")
    opened.window.desk.selection.set_limit(None)
    begun(opened)
    assert opened.window.desk.selection.mission == "osc"
