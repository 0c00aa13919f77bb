"""What the program opens first: it is on the screen before it is checked, and whole then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from domain.model import MoveRotations, Plan
from domain.rules.finding import Severity
from domain.store import PlanFile
from gui.application import Kader, Request
from gui.first_paint import after_paint
from gui.models.finding_index import UNKNOWN
from tests.gui.conftest import AS_OF


@pytest.fixture
def path(tmp_path: Path, plan: Plan) -> Path:
    """A plan in which four people at OSC are too many together with the others."""
    with PlanFile.create(tmp_path / "first.kader", [plan]) as file:
        keeper = file.keeper(plan.scenario)
        edit = MoveRotations(("b",), -90)
        keeper.save(plan, edit.apply(plan), edit.label)
    return tmp_path / "first.kader"


def counts(program: Kader) -> list[str]:
    return [button.text() for button in program.window.status.counts.values()]


def opened(program: Kader, path: Path) -> Kader:
    program.document.as_of = AS_OF
    program.window.show()
    program.open(Request(path))
    return program


def test_before_the_check_rotations_are_shown_and_no_count_is(program: Kader, path: Path) -> None:
    window = opened(program, path).window
    assert not program.document.is_checked
    assert window.workspace.table.model().rowCount() == 5
    assert counts(program) == [UNKNOWN, UNKNOWN, UNKNOWN]
    assert window.lower_pane.tabText(0) == "Findings"
    filled = window.missions.model.item_of("osc")
    assert filled is not None
    assert filled.model().index(0, 1, filled.parent().index()).data() == UNKNOWN


def test_the_plan_is_checked_once_it_is_painted(qtbot: QtBot, program: Kader, path: Path) -> None:
    opened(program, path)
    qtbot.waitUntil(lambda: program.document.is_checked)
    window, findings = program.window, program.document.findings
    assert findings
    assert counts(program) == [
        str(sum(1 for f in findings if f.severity is severity)) for severity in Severity
    ]
    assert window.lower_pane.tabText(0) == f"Findings ({len(findings)})"
    assert window.desk.selection.mission == "osc"
    assert window.workspace.timeline.canvas.isVisible()
    assert len(window.workspace.strip.lanes) == 1


def test_what_is_shown_later_is_what_is_shown_at_once(
    qtbot: QtBot, program: Kader, path: Path
) -> None:
    opened(program, path)
    qtbot.waitUntil(lambda: program.document.is_checked)
    later = shown(program)
    program.document.close()
    program.document.open(PlanFile.open(path))
    assert shown(program) == later


def shown(program: Kader) -> list[object]:
    window = program.window
    table = window.lower_pane.findings.view.model()
    cells = [table.index(row, 2).data() for row in range(table.rowCount())]
    osc = window.missions.model.item_of("osc")
    assert osc is not None
    filled = osc.model().index(osc.row(), 1, osc.parent().index()).data()
    selection = window.desk.selection
    return [cells, filled, counts(program), selection.mission, selection.limit]


def test_an_edit_before_the_check_waits_for_it(program: Kader, path: Path) -> None:
    opened(program, path)
    before = len(program.document.plan.rotations)
    assert program.document.submit(MoveRotations(("b",), 90))
    assert program.document.is_checked
    assert len(program.document.plan.rotations) == before
    assert counts(program)[0] == str(
        sum(1 for f in program.document.findings if f.severity is Severity.ERROR)
    )


def test_whoever_asks_before_the_check_gets_the_findings(program: Kader, path: Path) -> None:
    opened(program, path)
    asked = program.document.findings
    program.document.check()
    assert program.document.findings == asked != ()


def test_a_mission_that_was_chosen_before_the_check_stays_chosen(
    program: Kader, path: Path
) -> None:
    opened(program, path)
    program.window.going.to_mission("vpd")
    program.document.check()
    assert program.window.desk.selection.mission == "vpd"


def test_what_is_hidden_does_not_wait_for_ever(qtbot: QtBot) -> None:
    widget, done = QWidget(), []
    qtbot.addWidget(widget)
    after_paint(widget, lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True], timeout=5_000)
