"""Scenarios that are taken out and taken back: with all that was in them, and their history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import KnownError, Refused
from domain.model import MoveRotations, Plan
from domain.store import PlanFile, backups
from tests.domain.store.plans import everything, long_plan

LONG = replace(long_plan(50), name="Inzet 2026")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything(), LONG]) as opened:
        yield opened


def moved(file: PlanFile, scenario: str, rotation: str, days: int = 3) -> Plan:
    plan = file.load(scenario)
    applied = MoveRotations((rotation,), days).apply(plan)
    file.keeper(scenario).save(plan, applied, "move")
    return applied.plan


def test_what_was_removed_comes_back_whole(file: PlanFile) -> None:
    file.describe("Lang", "Eerste gedachten.")
    later = moved(file, "Lang", "r000001")
    file.remove_scenario("Lang")
    (gone,) = file.removed()
    assert gone.name == "Lang"
    file.take_back(gone)
    assert file.load("Lang") == later
    assert file.description("Lang") == "Eerste gedachten."
    assert file.removed() == ()
    assert file.verify() == ()


def test_it_comes_back_after_the_plan_was_closed_and_more_was_done(file: PlanFile) -> None:
    file.remove_scenario("Lang")
    path = file.path
    file.close()
    with PlanFile.open(path) as again:
        moved(again, "Plan A", "r5")
        again.derive("Plan A", "Lang")
        again.remove_scenario("Lang")
        newest, oldest = again.removed()
        again.take_back(oldest)
        again.take_back(newest, "Lang 2")
        assert again.load("Lang") == LONG
        assert again.load("Lang 2").derived_from == "Plan A"
        assert again.verify() == ()


def test_its_history_goes_on_where_it_was(file: PlanFile) -> None:
    seq = file.history("Lang")[0].seq
    moved(file, "Lang", "r000001")
    file.remove_scenario("Lang")
    file.take_back(file.removed()[0])
    assert file.history("Lang")[-1].label == "Take scenario Lang back"
    assert file.plan_after(seq, "Lang") == LONG


def test_a_colleague_who_had_it_before_can_still_merge(file: PlanFile, tmp_path: Path) -> None:
    file.send("Lang", tmp_path / "sent.kader")
    moved(file, "Lang", "r000001")
    file.remove_scenario("Lang")
    file.take_back(file.removed()[0])
    with PlanFile.open(tmp_path / "sent.kader") as sent:
        assert file.meeting("Lang", sent, "Lang").base == LONG


def test_a_name_that_was_given_away_is_refused(file: PlanFile) -> None:
    file.remove_scenario("Lang")
    file.derive("Plan A", "Lang")
    with pytest.raises(Refused, match="There is already a scenario 'Lang'"):
        file.take_back(file.removed()[0])


def test_without_its_backup_it_is_gone_and_that_is_said(file: PlanFile) -> None:
    file.remove_scenario("Lang")
    for backup in file.backups():
        backup.path.unlink()
    with pytest.raises(Refused, match="scenario 'Lang' was removed is no longer on this computer"):
        file.take_back(file.removed()[0])
    assert file.scenarios() == ("Plan A",)


def test_what_cannot_be_backed_up_is_not_removed(file: PlanFile) -> None:
    backups.folder().parent.mkdir(parents=True, exist_ok=True)
    backups.folder().write_bytes(b"in the way")
    with pytest.raises(KnownError):
        file.remove_scenario("Lang")
    assert file.scenarios() == ("Plan A", "Lang")
