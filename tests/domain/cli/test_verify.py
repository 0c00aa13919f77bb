"""`verify`: whether a plan file is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.store import PlanFile
from tests.domain.cli.command import Run, contents


def test_a_plan_that_was_just_made_is_whole(tmp_path: Path, run: Run, kader: Path) -> None:
    before = contents(tmp_path)
    answer = run("verify", kader)

    assert (answer.code, answer.err) == (0, "")
    assert "plan.kader" in answer.out
    assert contents(tmp_path) == before


@pytest.mark.parametrize("word", [b"osc/cap", b"2026-03-01"])
def test_a_plan_in_which_a_byte_was_changed_is_not(run: Run, kader: Path, word: bytes) -> None:
    content = kader.read_bytes()
    assert word in content
    kader.write_bytes(content.replace(word, word[:-1] + b"9"))

    answer = run("verify", kader)
    assert answer.code in {1, 2}
    assert answer.out + answer.err


@pytest.mark.parametrize("size", [0, 100, 4_096, 10_000])
def test_a_plan_that_was_cut_off_is_not(run: Run, kader: Path, size: int) -> None:
    kader.write_bytes(kader.read_bytes()[:size])

    answer = run("verify", kader)
    assert answer.code in {1, 2}
    assert answer.out + answer.err


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, run: Run) -> None:
    assert "nothing.kader" in run("verify", tmp_path / "nothing.kader").refusal


def test_it_says_the_head_of_the_journal(run: Run, kader: Path) -> None:
    with PlanFile.open(kader, read_only=True) as file:
        head = file.head()
    assert f"Head of the journal: {head}" in run("verify", kader).out


def test_what_can_be_read_is_saved_in_a_new_file(tmp_path: Path, run: Run, kader: Path) -> None:
    target = tmp_path / "saved.kader"
    answer = run("verify", kader, "--repair", target)
    assert (answer.code, answer.err) == (0, "")
    assert "saved.kader" in answer.out
    assert "is whole" in run("verify", target).out


def test_a_repair_writes_over_nothing(run: Run, kader: Path) -> None:
    before = kader.read_bytes()
    assert "is there already" in run("verify", kader, "--repair", kader).refusal
    assert kader.read_bytes() == before
