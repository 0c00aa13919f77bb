"""`export` and `report` as PDF: by the ending of the file, on A4 or A3."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.domain.cli.command import Run, contents


@pytest.mark.parametrize("name", ["plan.pdf", "PLAN.PDF"])
def test_a_plan_leaves_as_pdf(tmp_path: Path, run: Run, kader: Path, name: str) -> None:
    path = tmp_path / name
    answer = run("export", kader, path)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"{path} is written.\n"
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("paper", "width"), [("a4", "841"), ("a3", "1190")])
def test_on_the_paper_that_is_asked_for(
    tmp_path: Path, run: Run, kader: Path, paper: str, width: str
) -> None:
    path = tmp_path / "plan.pdf"
    assert run("export", kader, path, "--paper", paper).code == 0
    boxes = re.findall(rb"/MediaBox \[ 0 0 (\d+)", path.read_bytes())
    assert set(boxes) == {width.encode()}


def test_a_period_and_the_public_make_it_shorter(tmp_path: Path, run: Run, kader: Path) -> None:
    path = tmp_path / "plan.pdf"
    answer = run("export", kader, path, "--from", "2026-01-01", "--until", "2026-12-31", "--public")
    assert answer.code == 0


def test_the_report_is_printed_and_written(tmp_path: Path, run: Run, kader: Path) -> None:
    path = tmp_path / "report.pdf"
    days = ("--from", "2025-05-01", "--until", "2026-04-30")
    answer = run("report", kader, *days, "--pdf", path)
    assert answer.code == 0
    assert "Annex 1" in answer.out
    assert path.read_bytes().startswith(b"%PDF")


def test_a_plan_is_never_put_over_a_plan(tmp_path: Path, run: Run, kader: Path) -> None:
    plan = tmp_path / "other.pdf"
    plan.write_bytes(kader.read_bytes())
    before = contents(tmp_path)
    assert "is a plan itself" in run("export", kader, plan).refusal
    assert contents(tmp_path) == before
