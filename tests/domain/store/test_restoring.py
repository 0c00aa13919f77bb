"""A backup is put back in one step that the journal tells of, after a backup of what there was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import ReadOnlyPlan, UnreadableFile
from domain.model import MoveRotations, Plan
from domain.store import PlanFile
from domain.store.backup_facts import Facts, facts_of
from domain.store.keeping import Reason
from tests.domain.store.plans import everything, long_plan


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything(), long_plan(30)]) as opened:
        yield opened


def moved(file: PlanFile, days: int = 1) -> Plan:
    plan = file.load()
    applied = MoveRotations(("r5",), days).apply(plan)
    file.keeper(plan.scenario).save(plan, applied, "move")
    return applied.plan


def test_the_scenarios_are_what_they_were_and_the_journal_goes_on(file: PlanFile) -> None:
    backup = file.back_up("Before")
    head = file.head()
    moved(file)
    entries = file.last_entry
    file.put_back(backup)
    assert file.load() == everything()
    assert file.load("Lang") == replace(long_plan(30), name=everything().name)
    assert file.last_entry == entries + 1
    assert file.head() != head
    assert file.history()[0].label.startswith("Put back the backup of ")
    assert file.verify() == ()


def test_before_it_is_put_back_there_is_a_backup_that_undoes_it(file: PlanFile) -> None:
    backup = file.back_up("Before")
    plan = moved(file)
    file.put_back(backup)
    undoing = next(one for one in file.backups() if one.reason is Reason.RESTORE)
    file.put_back(undoing)
    assert file.load() == plan
    assert file.verify() == ()


def test_it_undoes_the_steps_since_then_which_can_be_done_again(file: PlanFile) -> None:
    backup = file.back_up("Before")
    plan = moved(file)
    file.put_back(backup)
    past = file.past(file.load())
    assert past.done == ()
    assert [step.after for step in past.undone] == [plan]


def test_scenarios_that_went_come_back_and_those_that_came_stay(file: PlanFile) -> None:
    file.describe("Lang", "As agreed.")
    backup = file.back_up("Before")
    file.remove_scenario("Lang")
    file.duplicate("Plan A", "Later")
    file.put_back(backup)
    assert set(file.scenarios()) == {"Plan A", "Lang", "Later"}
    assert file.load("Lang") == replace(long_plan(30), name=everything().name)
    assert file.description("Lang") == "As agreed."
    assert file.verify() == ()


def test_a_name_that_the_plan_got_later_stays(file: PlanFile) -> None:
    backup = file.back_up("Before")
    file.put_scenario(replace(everything(), name="Another name"))
    file.put_back(backup)
    assert file.name == "Another name"
    assert file.verify() == ()


def test_a_damaged_backup_is_not_put_back(file: PlanFile) -> None:
    backup = file.back_up("Before")
    raw = bytearray(backup.path.read_bytes())
    raw[5000:9000] = b"x" * 4000
    backup.path.write_bytes(raw)
    plan, entries = moved(file), file.last_entry
    with pytest.raises(UnreadableFile):
        file.put_back(backup)
    assert (file.load(), file.last_entry) == (plan, entries)


def test_a_plan_that_may_only_be_read_is_not_put_back(file: PlanFile) -> None:
    backup, path = file.back_up("Before"), file.path
    file.close()
    with (
        PlanFile.open(path, read_only=True) as reader,
        pytest.raises(ReadOnlyPlan),
    ):
        reader.put_back(backup)


def test_the_facts_of_a_backup_are_read_from_it(file: PlanFile) -> None:
    backup = file.back_up("Before")
    assert facts_of(backup) == Facts(
        backup.path.stat().st_size, scenarios=2, rotations=len(everything().rotations)
    )
    with PlanFile.open(backup.path):
        assert facts_of(backup) == Facts(backup.path.stat().st_size)
    backup.path.write_bytes(b"nothing")
    assert facts_of(backup).rotations is None
    backup.path.unlink()
    assert facts_of(backup) == Facts()
