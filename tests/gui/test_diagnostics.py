"""Diagnostics: versions and counts, and nothing of what is in a plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from domain.store import PlanFile
from gui.application import Kader
from gui.problems import kinds_of_problems, report_of
from tests.domain.store.plans import everything

ODD = "Zonnebloem"


def test_they_hold_counts_and_nothing_of_the_plan(program: Kader, tmp_path: Path) -> None:
    plan = everything()
    missions = [replace(one, name=f"{ODD} {one.id}", note=ODD) for one in plan.missions.things()]
    for mission in missions:
        plan = plan.put(mission)
    folder = tmp_path / f"{ODD} map"
    folder.mkdir()
    path = folder / f"{ODD}.kader"
    PlanFile.create(path, [replace(plan, name=ODD, scenario=ODD)]).close()
    program.document.open(PlanFile.open(path))
    program.window.actions_of_window["diagnostics"].trigger()
    text = QGuiApplication.clipboard().text()
    lines = {line[:16].strip(): line[17:] for line in text.splitlines()}
    assert lines["rotations"] == "4"
    assert lines["limits"] == "4"
    assert lines["Journal"] == "1 entries"
    assert lines["Read-only"] == "no"
    assert lines["Language"] == "en"
    for part in ("Kader", "Python", "Qt", "SQLite", "numpy", "System", "Edition", "Theme"):
        assert lines[part]
    for word in (ODD, str(tmp_path), "Rotatie", "Oscar", "Inzet", "DOPS", "Dep.V.", "2026-"):
        assert word not in text


def test_without_a_plan_they_say_so(program: Kader) -> None:
    assert "none open" in program.window.helping.diagnostics()


def test_problems_are_counted_by_kind(tmp_path: Path) -> None:
    for number in range(2):
        report = report_of(ValueError(ODD))
        (tmp_path / f"problem-{number}.txt").write_text(report, encoding="utf-8")
    (tmp_path / "problem-3.txt").write_text(f"{ODD} is no report", encoding="utf-8")
    assert kinds_of_problems(tmp_path) == {"ValueError": 2}
