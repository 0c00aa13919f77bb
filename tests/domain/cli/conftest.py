"""A program to run, and a plan file to run it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.domain.cli.command import Run, document_in, running
from tests.domain.plan_builder import frame, limit, plan, rotation

ABOUT = plan(
    frame("osc", limit("osc/cap", 7)),
    rotation("r1", "osc", "2026-03-01", "2026-03-14", military=4),
    rotation("r2", "osc", "2026-03-01", "2026-03-14", military=4),
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return running(capsys)


@pytest.fixture
def kader(tmp_path: Path, run: Run) -> Path:
    """A plan file with one scenario, ``Basis``, which breaks one limit."""
    path = tmp_path / "plan.kader"
    assert run("new", path).code == 0
    assert run("import", path, document_in(tmp_path, ABOUT, "about.json")).code == 0
    return path
