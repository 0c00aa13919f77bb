"""The strip: it shows what is selected, follows edits and previews, and paints what is too much."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.model import MoveRotations, Plan
from gui.document import Document
from gui.selection import Selection
from gui.theme import DARK, LIGHT, mixed
from gui.timeline.axis import TimeAxis
from gui.timeline.strip import StrengthStrip
from tests.domain import plan_builder as build


@pytest.fixture
def plan() -> Plan:
    """OSC: 7 together, of whom 4 military, until the end of 2026; two groups of 4 military."""
    return build.plan(
        build.mission("osc"),
        build.frame(
            "osc",
            build.limit("all", 7),
            build.limit("mil", 4, "military"),
            days=("2026-01-01", "2026-12-31"),
        ),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4),
        build.rotation("b", "osc", "2026-07-01", "2026-12-31", military=4),
    )


class Shown:
    """A strip with what it follows."""

    def __init__(self, document: Document, qtbot: QtBot) -> None:
        self.selection, self.axis = Selection(), TimeAxis()
        self.strip = StrengthStrip(document, self.selection, self.axis, LIGHT)
        qtbot.addWidget(self.strip)
        self.strip.resize(900, 200)
        self.strip.show()
        self.axis.set_width(900)
        self.axis.set_view(date(2025, 12, 1).toordinal(), 2.0)

    def limits(self) -> list[str]:
        return [name for filled in self.strip.lanes for name in filled.lane.limits]

    def peaks(self) -> list[int]:
        return [max(step.value for step in filled.steps) for filled in self.strip.lanes]

    def colours_at(self, day: str) -> set[str]:
        """All colours from top to bottom at a day."""
        QApplication.processEvents()
        image = self.strip.grab().toImage()
        x = round(self.axis.x_of(date.fromisoformat(day).toordinal() + 0.5))
        return {image.pixelColor(x, y).name() for y in range(image.height())}


@pytest.fixture
def shown(document: Document, qtbot: QtBot) -> Shown:
    return Shown(document, qtbot)


def paint(colour: QColor) -> str:
    return mixed(colour, LIGHT.background, 0.45).name()


def test_it_shows_the_limits_of_the_selected_mission(shown: Shown) -> None:
    assert shown.limits() == []
    shown.selection.set_mission("osc")
    assert shown.limits() == ["all", "mil"]


def test_it_follows_edits_and_previews(shown: Shown, document: Document) -> None:
    shown.selection.set_mission("osc")
    document.preview(MoveRotations(("b",), -10), ["all", "mil"])
    assert shown.peaks() == [8, 8]
    document.end_preview()
    assert shown.peaks() == [4, 4]
    document.submit(MoveRotations(("b",), -10))
    assert shown.peaks() == [8, 8]


def test_what_is_above_the_limit_is_painted_so(shown: Shown, document: Document) -> None:
    shown.selection.set_mission("osc")
    assert paint(LIGHT.strip_over) not in shown.colours_at("2026-06-25")
    document.submit(MoveRotations(("b",), -10))
    assert paint(LIGHT.strip_over) in shown.colours_at("2026-06-25")
    assert paint(LIGHT.strip_over) not in shown.colours_at("2026-06-15")


def test_one_day_above_the_limit_is_seen_at_the_widest_scale(
    shown: Shown, document: Document
) -> None:
    shown.selection.set_mission("osc")
    document.submit(MoveRotations(("b",), -1))
    shown.axis.set_view(date(2015, 1, 1).toordinal(), 0.1)
    QApplication.processEvents()
    image = shown.strip.grab().toImage()
    places = range(image.width())
    colours = {image.pixelColor(x, y).name() for x in places for y in range(20, 130)}
    assert paint(LIGHT.strip_over) in colours


def test_a_screen_reader_hears_the_tightest(shown: Shown, document: Document) -> None:
    shown.selection.set_mission("osc")
    document.submit(MoveRotations(("b",), -10))
    assert shown.strip.accessibleDescription().splitlines() == [
        "OSC · military, civilian, police: peak 8 of 7 from 21-06-2026",
        "OSC · military: peak 8 of 4 from 21-06-2026",
    ]


def test_the_lane_of_the_selected_limit_is_higher(shown: Shown) -> None:
    shown.selection.set_mission("osc")
    shown.selection.set_limit("mil")
    heights = [area.height() for area, _filled in shown.strip.areas()]
    assert heights == [66, 134]


def test_it_is_painted_in_the_colours_of_the_theme(shown: Shown) -> None:
    shown.selection.set_mission("osc")
    shown.strip.set_colours(DARK)
    assert DARK.strip_fill.name() in shown.colours_at("2026-03-10")


def test_what_is_dragged_is_marked(shown: Shown) -> None:
    shown.selection.set_mission("osc")
    before = shown.colours_at("2026-03-10")
    shown.axis.mark((date(2026, 3, 1).toordinal(), date(2026, 4, 1).toordinal()))
    assert shown.colours_at("2026-03-10") != before
