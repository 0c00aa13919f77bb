"""The timeline over rows that are not grouped by mission."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage

from domain.model import MoveRotations
from gui.row_groups import Grouping
from tests.gui.timeline.conftest import Timeline


def picture(timeline: Timeline) -> QImage:
    return timeline.canvas.grab().toImage()


@pytest.mark.parametrize("grouping", list(Grouping))
def test_every_grouping_is_drawn_open_and_closed(timeline: Timeline, grouping: Grouping) -> None:
    timeline.rows.group_by(grouping)
    opened = picture(timeline)
    timeline.rows.set_collapsed(timeline.rows.headings)
    closed = picture(timeline)
    assert not opened.isNull()
    assert (opened == closed) is (grouping is Grouping.NONE)


def test_a_drag_to_the_row_of_another_mission_keeps_the_mission(timeline: Timeline) -> None:
    timeline.rows.group_by(Grouping.NONE)
    middle, there = timeline.bar("b")[1], timeline.bar("c")[1]
    timeline.drag(middle, QPointF(middle.x() + 28, there.y()))
    assert timeline.document.plan.rotations["b"].mission == "osc"
    assert timeline.days("b") == ("2026-07-13", "2027-01-12")


def test_a_new_rotation_is_drawn_at_the_mission_of_the_row(timeline: Timeline) -> None:
    timeline.rows.group_by(Grouping.STATUS)
    drawn: list[object] = []
    timeline.panel.draw_requested.connect(drawn.append)
    row = [one.id for one in timeline.rows.rows].index("c")
    timeline.drag(timeline.at("2026-10-01", row), timeline.at("2026-12-01", row))
    assert [getattr(one, "mission", None) for one in drawn] == ["vpd"]


def test_keys_close_and_open_a_group(timeline: Timeline) -> None:
    timeline.rows.group_by(Grouping.STATUS)
    timeline.key(Qt.Key.Key_Up)
    timeline.key(Qt.Key.Key_Up)
    timeline.key(Qt.Key.Key_Left)
    assert timeline.rows.collapsed == {"planned"}
    timeline.key(Qt.Key.Key_Right)
    assert timeline.rows.collapsed == frozenset()


def test_a_preview_follows_a_rotation_in_a_closed_group(timeline: Timeline) -> None:

    timeline.rows.group_by(Grouping.FORCE)
    timeline.rows.set_collapsed(timeline.rows.headings)
    before = picture(timeline)
    timeline.document.preview(MoveRotations(("c",), 40))
    assert picture(timeline) != before
    timeline.document.end_preview()
    assert picture(timeline) == before
