"""The forces as a screen reader is told of them: rotations and commitments are items alike."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from domain.model import MoveRotations, Plan
from gui.application import Kader
from gui.views.force_canvas import ForceCanvas
from tests.domain import plan_builder as build
from tests.gui.driving import find, press

NAME = QAccessible.Text.Name


@pytest.fixture
def plan() -> Plan:
    """A battalion abroad with a company inside it that is claimed for something else."""
    return build.plan(
        build.mission("osc"),
        build.frame("osc", build.limit("cap", 200)),
        build.unit("battalion"),
        build.unit("company", parent="battalion"),
        build.commitment("refit", "company", "2026-08-01", "2026-09-30"),
        build.rotation("a", "osc", "2026-03-01", "2026-05-31", military=100, force="battalion"),
    )


@pytest.fixture
def told(opened: Kader) -> QAccessibleInterface:
    """What a screen reader is told of the forces."""
    opened.window.actions_of_window["view_forces"].trigger()
    opened.window.desk.axis.set_view(date(2025, 12, 1).toordinal(), 1.0)
    canvas = find(opened.window, ForceCanvas, "force-canvas")
    canvas.setFocus()
    return QAccessible.queryAccessibleInterface(canvas)


def names(told: QAccessibleInterface) -> list[str]:
    return [told.child(number).text(NAME) for number in range(told.childCount())]


def test_each_use_in_sight_is_an_item_that_begins_with_its_force(
    told: QAccessibleInterface,
) -> None:
    found = names(told)
    assert len(found) == 3
    assert found[0].startswith("BATTALION, OSC, A, 01-03-2026 – 31-05-2026")
    assert found[1].startswith("COMPANY, OSC, A, 01-03-2026 – 31-05-2026")
    assert found[2].startswith("COMPANY, refit, readiness · 01-08-2026 – 30-09-2026")
    assert "Taken along with BATTALION" in told.child(1).text(QAccessible.Text.Description)


def test_a_commitment_can_be_read_but_not_selected(
    told: QAccessibleInterface, opened: Kader
) -> None:
    told.child(2).actionInterface().doAction("Press")
    assert opened.window.desk.selection.rotations == ()
    assert not told.child(2).state().selectable


def test_the_keyboard_stands_at_the_bar_of_a_force(
    told: QAccessibleInterface, opened: Kader
) -> None:
    press(find(opened.window, ForceCanvas, "force-canvas"), Qt.Key.Key_Down)
    told.child(0).actionInterface().doAction("Press")
    assert told.focusChild().text(NAME) == names(told)[0]
    assert opened.document.submit(MoveRotations(("a",), 1))
    assert "02-03-2026" in told.focusChild().text(NAME)
