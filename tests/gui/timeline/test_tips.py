"""What is said about what the mouse rests on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF

from domain.model import Plan
from gui.document import Document
from gui.rows import Rows
from gui.selection import Selection
from gui.theme import LIGHT
from gui.timeline.geometry import View
from gui.timeline.scene import Scene
from gui.timeline.tips import tip_at
from tests.domain import plan_builder as build

VIEW = View(date(2026, 1, 1).toordinal(), 1.0, 0, 26, 1000, 400)


@pytest.fixture
def plan() -> Plan:
    return build.plan(
        build.frame(
            "osc",
            build.limit("all", 7),
            build.limit("mil", 4, "military", binding="circa"),
            days=("2026-01-01", "2026-12-31"),
        ),
        build.mandate("osc", "2025-07-01", "2026-06-30"),
        build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=8),
    )


@pytest.fixture
def scene(document: Document) -> Scene:
    return Scene(document, Rows(document), Selection(), LIGHT)


def test_a_heading_tells_what_holds_on_the_day_under_the_mouse(scene: Scene) -> None:
    assert tip_at(scene, VIEW, QPointF(10, 10)).splitlines() == [
        "OSC",
        "Frame: Frame osc, 01-01-2026 – 31-12-2026",
        "  at most 7 · military, civilian, police",
        "  circa 4 · military",
        "Mandate: Resolution, 01-07-2025 – 30-06-2026",
    ]


def test_a_heading_says_that_no_frame_holds(scene: Scene) -> None:
    assert tip_at(scene, VIEW, QPointF(400, 10)).splitlines() == [
        "OSC",
        "No frame is in force on this day.",
    ]


def test_a_bar_tells_its_findings_the_worst_first(scene: Scene) -> None:
    lines = tip_at(scene, VIEW, QPointF(10, 36)).splitlines()
    assert lines[:4] == ["A", "OSC", "01-01-2026 – 30-06-2026 · 6 mo · 181 d", "8 military"]
    assert lines[5].startswith("Error: ")
    assert len(lines) == 7


def test_an_empty_place_tells_nothing(scene: Scene) -> None:
    assert tip_at(scene, VIEW, QPointF(900, 36)) == ""
    assert tip_at(scene, VIEW, QPointF(10, 300)) == ""
