"""Scenarios as a whole: derived, copied, renamed, described, marked, taken out."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import ReadOnlyPlan, Refused
from domain.model import MoveRotations, Plan
from domain.store import PlanFile
from tests.domain.store.plans import everything, long_plan

LONG = replace(long_plan(50), name="Inzet 2026")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything(), LONG]) as opened:
        yield opened


def moved(file: PlanFile, scenario: str, rotation: str, days: int = 3) -> Plan:
    """Move a rotation in a scenario, and give the plan after it."""
    plan = file.load(scenario)
    applied = MoveRotations((rotation,), days).apply(plan)
    file.keeper(scenario).save(plan, applied, "move")
    return applied.plan


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_derived_scenario_is_equal_and_says_what_from(file: PlanFile) -> None:
    file.derive("Plan A", "Plan B")
    assert file.scenarios() == ("Plan A", "Lang", "Plan B")
    expected = replace(everything(), scenario="Plan B", derived_from="Plan A")
    assert file.load("Plan B") == expected


def test_a_duplicate_is_equal_and_stands_beside_it(file: PlanFile) -> None:
    file.duplicate("Plan A", "Plan B")
    assert file.load("Plan B") == replace(everything(), scenario="Plan B")


def test_a_copy_is_one_step_in_the_journal(file: PlanFile) -> None:
    file.describe("Plan A", "As agreed.")
    before = len(file.history("Plan A"))
    file.derive("Plan A", "Plan B")
    (step,) = file.history("Plan B")
    assert step.label == "Copy scenario Plan A as Plan B"
    assert file.description("Plan B") == "As agreed."
    assert len(file.history("Plan A")) == before


def test_a_copy_and_its_original_go_their_own_ways(file: PlanFile) -> None:
    file.derive("Lang", "B")
    original = moved(file, "Lang", "r000001")
    copy = moved(file, "B", "r000002")
    file.derive("B", "C")
    assert file.load("Lang") == original
    assert file.load("B") == copy
    assert file.load("C") == replace(copy, scenario="C", derived_from="B")


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 201])
def test_a_name_that_no_list_can_show_is_refused(file: PlanFile, name: str) -> None:
    for ask in (file.derive, file.duplicate, file.rename_scenario):
        with pytest.raises(Refused, match="has 1 to 200 characters"):
            ask("Plan A", name)


def test_a_name_that_is_taken_is_refused(file: PlanFile) -> None:
    for ask in (file.derive, file.duplicate, file.rename_scenario):
        with pytest.raises(Refused, match="There is already a scenario 'Lang'"):
            ask("Plan A", "Lang")
    assert file.scenarios() == ("Plan A", "Lang")


def test_after_a_copy_the_tables_check_again(file: PlanFile) -> None:
    file.derive("Plan A", "Plan B")
    lost = replace(everything(), missions=LONG.missions)
    with pytest.raises(Refused, match="does not exist"):
        file.put_scenario(lost)
    assert file.load("Plan A") == everything()


def test_a_scenario_gets_another_name_also_where_others_come_from_it(file: PlanFile) -> None:
    file.derive("Plan A", "Plan B")
    file.rename_scenario("Plan A", "Plan Z")
    assert file.scenarios() == ("Plan Z", "Lang", "Plan B")
    assert file.current == "Plan Z"
    assert file.load("Plan B").derived_from == "Plan Z"
    file.rename_scenario("Plan Z", "Plan Z")
    assert file.history("Plan Z")[0].label == "Rename scenario Plan A to Plan Z"


def test_a_session_that_knows_the_old_name_does_not_bring_it_back(file: PlanFile) -> None:
    plan, keeper = file.load(), file.keeper("Plan A")
    file.rename_scenario("Plan A", "Plan Z")
    applied = MoveRotations(("r5",), 1).apply(plan)
    later = replace(applied.plan, settings=replace(plan.settings, circa_percent=99))
    keeper.save(plan, replace(applied, plan=later), "move")
    assert file.load("Plan Z") == replace(later, scenario="Plan Z")


def test_a_description_is_kept_changed_and_taken_away(file: PlanFile) -> None:
    assert file.description("Lang") == ""
    file.describe("Lang", "  First thoughts.\nNot for the minister. ")
    assert file.description("Lang") == "First thoughts.\nNot for the minister."
    head = file.head()
    file.describe("Lang", "First thoughts.\nNot for the minister.")
    assert file.head() == head
    file.describe("Lang", "")
    assert file.description("Lang") == ""
    with pytest.raises(Refused, match="at most 10000 characters"):
        file.describe("Lang", "x" * 10_001)


def test_one_scenario_is_the_plan_of_record(file: PlanFile) -> None:
    records = [file.record]
    for name in ("Lang", "Plan A", None, "Plan A"):
        file.make_record(name)
        records.append(file.record)
    assert records == [None, "Lang", "Plan A", None, "Plan A"]
    file.rename_scenario("Plan A", "Plan Z")
    assert file.record == "Plan Z"


def test_marking_the_plan_of_record_again_changes_nothing(file: PlanFile) -> None:
    file.make_record("Lang")
    head = file.head()
    file.make_record("Lang")
    assert file.head() == head


def test_the_plan_of_record_is_not_removed(file: PlanFile) -> None:
    file.make_record("Lang")
    with pytest.raises(Refused, match="'Lang' is the plan of record; mark another one first"):
        file.remove_scenario("Lang")
    file.make_record("Plan A")
    file.remove_scenario("Lang")
    assert file.scenarios() == ("Plan A",)


def test_what_was_said_of_a_scenario_goes_with_it(file: PlanFile) -> None:
    file.describe("Lang", "Gone soon.")
    file.remove_scenario("Lang")
    file.put_scenario(LONG)
    assert file.description("Lang") == ""


def test_a_copy_outlives_what_it_was_copied_from(file: PlanFile) -> None:
    file.derive("Lang", "B")
    moved(file, "B", "r000001")
    file.remove_scenario("Lang")
    file.derive("B", "C")
    file.make_current("C")
    file.remove_scenario("B")
    assert file.verify() == ()
    path = file.path
    file.close()
    change(path, "UPDATE rotations SET military = 77 WHERE scenario = 4 AND id = 'r000002'")
    with PlanFile.open(path, read_only=True) as again:
        assert again.verify() == ("Scenario 'C' is not as entry 7 of the journal left it.",)
    change(path, "UPDATE rotations SET military = 2 WHERE scenario = 4 AND id = 'r000002'")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE rotations SET military = 77 WHERE scenario = 3 AND id = 'r000002'",
            "Scenario 'B' is not as entry 3 of the journal left it.",
        ),
        (
            "UPDATE scenarios SET circa_percent = 77 WHERE number = 3",
            "Scenario 'B' is not as entry 3 of the journal left it.",
        ),
        (
            "UPDATE descriptions SET text = 'x' WHERE scenario = 3",
            "description 'B' is not as entry 4 of the journal left it.",
        ),
        (
            "INSERT INTO descriptions VALUES (1, 'x')",
            "A description is in the file but not in the journal.",
        ),
        (
            "UPDATE record SET scenario = 1",
            "The plan is not as entry 5 of the journal left it.",
        ),
    ],
)
def test_what_is_changed_behind_its_back_is_found(
    tmp_path: Path, statement: str, said: str
) -> None:
    path = tmp_path / "a.kader"
    with PlanFile.create(path, [everything(), LONG]) as file:
        file.derive("Lang", "B")
        file.describe("B", "First thoughts.")
        file.make_record("B")
        moved(file, "B", "r000001")
        assert file.verify() == ()
    change(path, statement)
    with PlanFile.open(path) as file:
        assert file.verify() == (said,)


def test_nothing_is_done_to_a_file_that_may_only_be_read(file: PlanFile) -> None:
    file.close()
    with PlanFile.open(file.path, read_only=True) as reading:
        for ask in (reading.derive, reading.duplicate, reading.rename_scenario, reading.describe):
            with pytest.raises(ReadOnlyPlan):
                ask("Plan A", "B")
        with pytest.raises(ReadOnlyPlan):
            reading.make_record("Lang")
