"""The timeline as the window uses it: scrolling, fitting, looks, and what is painted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from domain.model import ChangeRotations, MoveRotations, Status
from gui.document import Document
from gui.theme import DARK, HIGH_CONTRAST, LIGHT, Colours
from tests.gui.timeline.conftest import Timeline


def test_fitting_shows_all_rotations(timeline: Timeline) -> None:
    timeline.panel.fit()
    assert timeline.axis.first < date(2026, 1, 1).toordinal()
    assert timeline.axis.end > date(2026, 12, 31).toordinal()


def test_today_comes_to_the_middle(timeline: Timeline) -> None:
    timeline.panel.go_to_today()
    middle = timeline.canvas.width() / 2
    assert int(timeline.axis.day_at(middle)) == date(2026, 1, 1).toordinal()


def test_a_rotation_is_brought_into_sight(timeline: Timeline) -> None:
    timeline.rows.toggle("vpd")
    timeline.axis.set_view(date(2030, 1, 1).toordinal(), 2.0)
    timeline.panel.resize(1000, 150)
    timeline.panel.show_rotation("c")
    assert "vpd" not in timeline.rows.collapsed
    assert 0 < timeline.bar("c")[0].x() < timeline.bar("c")[2].x() < timeline.canvas.width()
    assert 0 <= timeline.bar("c")[1].y() <= timeline.canvas.height()


def test_table_and_timeline_can_scroll_each_other(timeline: Timeline) -> None:
    timeline.panel.resize(1000, 150)
    told: list[int] = []
    timeline.panel.vertical_offset_changed.connect(told.append)
    timeline.panel.set_vertical_offset(20)
    timeline.panel.set_vertical_offset(20)
    timeline.panel.set_vertical_offset(10_000)
    assert told == [20, timeline.canvas.most_offset]


def test_fewer_rows_are_scrolled_less_far(timeline: Timeline) -> None:
    timeline.panel.resize(1000, 150)
    timeline.panel.set_vertical_offset(10_000)
    timeline.rows.show_missions(frozenset({"vpd"}))
    assert timeline.panel.vertical_offset == 0


def test_larger_text_makes_rows_and_header_higher(timeline: Timeline) -> None:
    timeline.panel.set_row_height(32)
    assert timeline.canvas.row_height == 32
    assert timeline.panel.header.height() == 59


def test_every_part_has_a_name_for_programs_and_for_people(timeline: Timeline) -> None:
    parts = [timeline.panel, *timeline.panel.findChildren(QWidget)]
    shown = [part for part in parts if not part.objectName().startswith("qt_")]
    assert len(shown) == 5
    assert all(part.objectName() and part.accessibleName() for part in shown)


def test_the_selected_rotation_is_described(timeline: Timeline) -> None:
    timeline.selection.set_rotations(["c"])
    assert "C\nVPD\n01-03-2026 – 31-05-2026" in timeline.canvas.accessibleDescription()


def test_a_tooltip_shows_names_as_they_are(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.document.submit(ChangeRotations(("b",), {"name": "<b>bold</b>"}))
    place = timeline.bar("b")[1].toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, place, timeline.canvas.mapToGlobal(place))
    QApplication.sendEvent(timeline.canvas, event)
    qtbot.waitUntil(lambda: bool(QToolTip.text()))
    assert "&lt;b&gt;bold&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def picture(timeline: Timeline) -> QImage:
    return timeline.canvas.grab().toImage()


def colours_in(image: QImage, area: QRect) -> set[str]:
    rows = range(area.top(), area.bottom() + 1)
    columns = range(area.left(), area.right() + 1)
    return {image.pixelColor(x, y).name() for y in rows for x in columns}


def around(timeline: Timeline, day: str, row: int, width: int = 2) -> QRect:
    """A few pixels wide at a day, as high as a row."""
    place = timeline.at(day, row).toPoint()
    half = timeline.canvas.row_height // 2
    return QRect(place.x(), place.y() - half, width, 2 * half)


def has(timeline: Timeline, colour: QColor, day: str, row: int) -> bool:
    return colour.name() in colours_in(picture(timeline), around(timeline, day, row))


@pytest.fixture
def approved(timeline: Timeline) -> Timeline:
    timeline.document.submit(ChangeRotations(("a", "b", "c"), {"status": Status.APPROVED}))
    return timeline


def test_a_bar_is_painted_on_its_days_only(approved: Timeline) -> None:
    assert has(approved, LIGHT.bar_military, "2026-07-02", 2)
    assert not has(approved, LIGHT.bar_military, "2026-06-29", 2)


def test_a_draft_is_an_outline_and_an_approved_rotation_is_filled(timeline: Timeline) -> None:
    timeline.document.submit(ChangeRotations(("b",), {"status": Status.DRAFT}))
    assert not has(timeline, LIGHT.bar_military, "2026-10-01", 2)
    timeline.document.submit(ChangeRotations(("b",), {"status": Status.APPROVED}))
    assert has(timeline, LIGHT.bar_military, "2026-10-01", 2)


def test_trouble_is_painted_on_its_exact_days(approved: Timeline) -> None:
    approved.document.submit(MoveRotations(("b",), -30))
    assert has(approved, LIGHT.error, "2026-06-10", 2)
    assert has(approved, LIGHT.error, "2026-06-10", 1)
    assert has(approved, LIGHT.error, "2026-06-10", 0)
    assert not has(approved, LIGHT.error, "2026-07-10", 2)
    assert not has(approved, LIGHT.error, "2026-05-10", 1)


def test_a_preview_is_painted_and_taken_back(approved: Timeline) -> None:
    approved.document.preview(MoveRotations(("b",), -30))
    assert has(approved, LIGHT.error, "2026-06-10", 2)
    approved.document.end_preview()
    assert not has(approved, LIGHT.error, "2026-06-10", 2)


def test_today_is_a_line_over_all_rows(timeline: Timeline) -> None:
    image = picture(timeline)
    x = round(timeline.canvas.view.x_of(date(2026, 1, 1).toordinal()))
    found = [image.pixelColor(x, y) == LIGHT.today for y in (5, 200, image.height() - 5)]
    assert found == [True, True, True]


def test_a_closed_mission_shows_its_bars_in_its_heading(approved: Timeline) -> None:
    approved.rows.toggle("osc")
    assert has(approved, LIGHT.bar_military, "2026-02-10", 0)


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST])
def test_it_is_painted_in_the_colours_of_the_theme(approved: Timeline, colours: Colours) -> None:
    approved.panel.set_colours(colours)
    image = picture(approved)
    assert image.pixelColor(3, image.height() - 3) == colours.background
    assert has(approved, colours.bar_military, "2026-10-01", 2)


@pytest.mark.parametrize("pixels", [0.13, 0.5, 2.0, 8.0, 30.0])
def test_every_scale_can_be_painted(timeline: Timeline, pixels: float) -> None:
    timeline.axis.set_view(date(2026, 1, 1).toordinal(), pixels)
    timeline.axis.point_at(date(2026, 1, 5).toordinal() + 0.5)
    assert not timeline.panel.grab().isNull()


def test_a_closed_document_leaves_an_empty_timeline(timeline: Timeline, document: Document) -> None:
    document.close()
    assert len(timeline.rows) == 0
    assert not timeline.panel.grab().isNull()


def test_the_header_zooms_to_a_period(timeline: Timeline) -> None:
    x = round(timeline.axis.x_of(date(2026, 5, 15).toordinal()))
    QTest.mouseDClick(timeline.panel.header, Qt.MouseButton.LeftButton, pos=QPoint(x, 36))
    assert timeline.axis.first < date(2026, 5, 1).toordinal()
    assert timeline.axis.first > date(2026, 4, 20).toordinal()


def test_the_header_can_be_pulled(timeline: Timeline) -> None:
    before = timeline.axis.first
    header = timeline.panel.header
    QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=QPoint(300, 30))
    QTest.mouseMove(header, QPoint(200, 30))
    QTest.mouseRelease(header, Qt.MouseButton.LeftButton, pos=QPoint(200, 30))
    assert timeline.axis.first == pytest.approx(before + 50)


def test_the_scroll_bar_of_days_and_the_axis_follow_each_other(timeline: Timeline) -> None:
    bar = timeline.panel.findChild(QScrollBar, "timeline-days")
    assert bar is not None
    before, value = timeline.axis.first, bar.value()
    bar.setValue(value + 100)
    assert timeline.axis.first == pytest.approx(before + 50, abs=1)
    timeline.axis.scroll_by(-100)
    assert bar.value() == pytest.approx(value, abs=2)


def test_a_selected_bar_in_a_closed_mission_has_an_outline(approved: Timeline) -> None:
    approved.canvas.clearFocus()
    approved.rows.toggle("osc")
    assert not has(approved, LIGHT.accent, "2026-02-10", 0)
    approved.selection.set_rotations(["a"])
    assert has(approved, LIGHT.accent, "2026-02-10", 0)


def test_trouble_out_of_sight_leaves_no_trace_at_the_edge(approved: Timeline) -> None:
    approved.document.submit(MoveRotations(("b",), -30))
    approved.axis.set_view(date(2026, 9, 1).toordinal(), 2.0)
    assert not has(approved, LIGHT.error, "2026-09-01", 1)
