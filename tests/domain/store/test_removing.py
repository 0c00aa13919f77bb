"""Scenarios that are taken out and taken back: with all that was in them, and their history."""

from __future__ import annotations

import json
import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import KnownError, Refused
from domain.model import MoveRotations, Plan, RemoveRotations
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


def without_backups(file: PlanFile) -> None:
    for backup in file.backups():
        backup.path.unlink()


def test_on_another_computer_without_any_backup_it_comes_back_too(
    file: PlanFile, tmp_path: Path
) -> None:
    file.describe("Plan A", "Alles.")
    file.make_current("Lang")
    before = file.load("Plan A")
    file.remove_scenario("Plan A")
    file.save_as(tmp_path / "elsewhere.kader")
    without_backups(file)
    with PlanFile.open(tmp_path / "elsewhere.kader") as elsewhere:
        elsewhere.take_back(elsewhere.removed()[0])
        assert elsewhere.load("Plan A") == before == everything()
        assert elsewhere.description("Plan A") == "Alles."
        assert elsewhere.verify() == ()


def test_things_come_back_to_the_places_they_had(file: PlanFile) -> None:
    plan = file.load("Lang")
    applied = RemoveRotations(("r000007",)).apply(plan)
    file.keeper("Lang").save(plan, applied, "remove")
    file.remove_scenario("Lang")
    without_backups(file)
    file.take_back(file.removed()[0])
    assert list(file.load("Lang").rotations) == list(applied.plan.rotations)
    assert file.verify() == ()


def forget_whole(path: Path, change: str) -> None:
    """Let the journal say less of scenarios that went, or something else."""
    with closing(sqlite3.connect(path)) as connection:
        for seq, changes in connection.execute("SELECT seq, changes FROM journal").fetchall():
            said = [
                {**one, "whole": change} if "whole" in one else one for one in json.loads(changes)
            ]
            connection.execute(
                "UPDATE journal SET changes = ? WHERE seq = ?",
                (json.dumps(said, separators=(",", ":")), seq),
            )
        connection.commit()


@pytest.mark.parametrize("says", ["", "no base", b64encode(b"not pressed").decode()])
def test_what_the_journal_does_not_rightly_say_comes_from_the_backup(
    file: PlanFile, says: str
) -> None:
    file.remove_scenario("Lang")
    path = file.path
    file.close()
    forget_whole(path, says)
    with PlanFile.open(path) as again:
        again.take_back(again.removed()[0])
        assert again.load("Lang") == LONG


def test_of_an_older_kader_without_its_backup_it_is_gone_and_that_is_said(file: PlanFile) -> None:
    file.remove_scenario("Lang")
    without_backups(file)
    path = file.path
    file.close()
    forget_whole(path, "")
    with PlanFile.open(path) as again:
        with pytest.raises(Refused, match="'Lang' was removed is no longer on this computer"):
            again.take_back(again.removed()[0])
        assert again.scenarios() == ("Plan A",)


def test_what_is_sent_holds_nothing_of_a_scenario_that_went(file: PlanFile, tmp_path: Path) -> None:
    file.remove_scenario("Lang")
    file.send("Plan A", tmp_path / "sent.kader")
    with closing(sqlite3.connect(tmp_path / "sent.kader")) as connection:
        said = connection.execute("SELECT group_concat(changes) FROM journal").fetchone()[0]
    assert '"whole"' not in said


def test_what_cannot_be_backed_up_is_not_removed(file: PlanFile) -> None:
    backups.folder().parent.mkdir(parents=True, exist_ok=True)
    backups.folder().write_bytes(b"in the way")
    with pytest.raises(KnownError):
        file.remove_scenario("Lang")
    assert file.scenarios() == ("Plan A", "Lang")
