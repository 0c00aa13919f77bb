"""Whatever someone does to a plan file behind the program's back, verify finds it."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from domain.model import AddRotations, MoveRotations, Put, RemoveRotations, Rotation
from domain.store import PlanFile
from domain.store.journal import Entry, seal_of
from tests.domain.store.plans import FIRST, LAST, everything, long_plan

ANOTHER_MISSION = """
INSERT INTO missions SELECT 2, 99, 'm99', name, full_name, region, lead, kind, main_task,
  handover_days, handover_counts, min_days, min_months, max_days, max_months,
  preparation_days, decision_lead_days, note FROM missions WHERE id = 'fer'
"""
ANOTHER_SCENARIO = """
INSERT INTO scenarios SELECT 3, 'C', derived_from, circa_percent, circa_least, marking_level,
  marking_text, marking_colour, planning_first_day, planning_last_day, open_points
  FROM scenarios WHERE number = 1
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two scenarios, in one of which some steps were taken."""
    path = tmp_path / "a.kader"
    with PlanFile.create(path, [everything(), replace(long_plan(5), scenario="B")]) as file:
        keeper, plan = file.keeper("Plan A"), file.load()
        for edit in (
            MoveRotations(("r5",), 7),
            AddRotations((Rotation("r7", "fer", "", FIRST, LAST),)),
            RemoveRotations(("r1",)),
            Put((replace(everything().missions["fer"], note="x"),)),
        ):
            applied = edit.apply(plan)
            keeper.save(plan, applied, edit.label)
            plan = applied.plan
        assert file.verify() == ()
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def faults(path: Path) -> tuple[str, ...]:
    with PlanFile.open(path) as file:
        return file.verify()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE rotations SET military = 99 WHERE id = 'r5'",
            "Scenario 'Plan A' is not as entry 1 of the journal left it.",
        ),
        (
            "UPDATE rotations SET first_day = '2026-01-09' WHERE id = 'r5'",
            "rotation 'r5' is not as entry 3 of the journal left it.",
        ),
        (
            "UPDATE rotations SET name = 'x' WHERE id = 'r7'",
            "rotation 'r7' is not as entry 4 of the journal left it.",
        ),
        (
            "UPDATE rotations SET position = 50 WHERE id = 'r7'",
            "rotation 'r7' is not as entry 4 of the journal left it.",
        ),
        (
            "DELETE FROM rotations WHERE id = 'r7'",
            "rotation 'r7' is not as entry 4 of the journal left it.",
        ),
        (
            "DELETE FROM missions WHERE id = 'm9' AND scenario = 2",
            "Scenario 'B' is not as entry 2 of the journal left it.",
        ),
        (
            "UPDATE limits SET number = 8 WHERE id = 'cap'",
            "Scenario 'Plan A' is not as entry 1 of the journal left it.",
        ),
        (
            "UPDATE missions SET note = 'y' WHERE id = 'fer'",
            "mission 'fer' is not as entry 6 of the journal left it.",
        ),
        (
            ANOTHER_MISSION,
            "Scenario 'B' is not as entry 2 of the journal left it.",
        ),
        (
            "UPDATE scenarios SET circa_percent = 50 WHERE number = 1",
            "Scenario 'Plan A' is not as entry 1 of the journal left it.",
        ),
        ("UPDATE plan SET name = 'x'", "The plan is not as entry 1 of the journal left it."),
        (
            ANOTHER_SCENARIO,
            "Scenario 'C' is in the file but not in the journal.",
        ),
    ],
)
def test_a_row_that_was_changed_is_found(path: Path, statement: str, said: str) -> None:
    change(path, statement)
    assert faults(path) == (said,)


def test_a_scenario_that_was_taken_out_is_found(path: Path) -> None:
    change(
        path,
        "DELETE FROM rotations WHERE scenario = 2",
        "DELETE FROM missions WHERE scenario = 2",
        "DELETE FROM scenarios WHERE number = 2",
    )
    assert faults(path) == ("Scenario 'B' is not as entry 2 of the journal left it.",)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET scenario = 9 WHERE seq = 3",
        "UPDATE journal SET at = 'x' WHERE seq = 3",
        "UPDATE journal SET who = 'x' WHERE seq = 3",
        "UPDATE journal SET label = 'x' WHERE seq = 3",
        "UPDATE journal SET changes = '[]' WHERE seq = 3",
    ],
)
def test_an_entry_of_the_journal_that_was_changed_is_found(path: Path, statement: str) -> None:
    change(path, statement)
    assert faults(path) == ("Entry 3 of the journal was changed.",)


def test_the_first_and_the_last_entry_are_no_exception(path: Path) -> None:
    change(path, "UPDATE journal SET who = 'x' WHERE seq IN (1, 6)")
    assert faults(path) == (
        "Entry 6 of the journal was changed.",
        "Entry 1 of the journal was changed.",
    )


def last_entry_says(path: Path, changes: str) -> None:
    """Put other changes into the last entry, and seal it again."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE journal SET changes = ? WHERE seq = 6", (changes,))
        connection.commit()
    sealed_again(path, 6)


def sealed_again(path: Path, seq: int) -> None:
    """Give one entry the seal that fits what it now says."""
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT * FROM journal WHERE seq = ?", (seq,)).fetchone()
        seal = seal_of(Entry._make(row))
        connection.execute("UPDATE journal SET hash = ? WHERE seq = ?", (seal, seq))
        connection.commit()


def test_an_entry_that_was_changed_and_sealed_again_is_found(path: Path) -> None:
    change(path, "UPDATE journal SET who = 'x' WHERE seq = 3")
    sealed_again(path, 3)
    said = "Before entry 4 of the journal one was changed, removed or added."
    assert faults(path) == (said,)


def test_an_entry_that_was_removed_is_found(path: Path) -> None:
    change(path, "DELETE FROM journal WHERE seq = 3")
    said = "Before entry 4 of the journal one was changed, removed or added."
    assert faults(path) == (said,)


def test_a_first_entry_that_was_removed_is_found(path: Path) -> None:
    change(path, "DELETE FROM journal WHERE seq = 1")
    assert faults(path) == ("The journal does not begin with its first entry.",)


def test_a_last_entry_that_was_removed_is_found_by_the_row_it_changed(path: Path) -> None:
    change(path, "DELETE FROM journal WHERE seq = 6")
    assert faults(path) == ("Scenario 'Plan A' is not as entry 1 of the journal left it.",)


def test_a_journal_that_was_emptied_is_found(path: Path) -> None:
    change(path, "DELETE FROM journal")
    assert faults(path) == (
        "Scenario 'Plan A' is in the file but not in the journal.",
        "Scenario 'B' is in the file but not in the journal.",
        "The plan is in the file but not in the journal.",
    )


def test_an_entry_that_was_put_in_is_found(path: Path) -> None:
    change(
        path,
        "UPDATE journal SET seq = seq + 100 WHERE seq > 3",
        "UPDATE journal SET seq = seq - 99 WHERE seq > 100",
        "INSERT INTO journal SELECT 4, scenario, at, who, 'x', changes, hash, hash"
        " FROM journal WHERE seq = 3",
    )
    sealed_again(path, 4)
    assert "Entry 5 of the journal was changed." in faults(path)


def test_entries_that_changed_places_are_found(path: Path) -> None:
    change(
        path,
        "UPDATE journal SET seq = 100 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 100",
    )
    found = faults(path)
    assert "Entry 3 of the journal was changed." in found
    assert "Entry 4 of the journal was changed." in found


@pytest.mark.parametrize("changes", ["x", "[1]", '[{"kind": "x", "id": 1}]', "[" * 50_000])
def test_an_entry_that_cannot_be_read_is_named(path: Path, changes: str) -> None:
    last_entry_says(path, changes)
    assert any("6 of the journal" in fault for fault in faults(path))


def test_a_change_of_something_that_is_not_there_is_named(path: Path) -> None:
    change_of_a_post = {
        "kind": "post",
        "id": "p9",
        "before": {"title": "a"},
        "after": {"title": "b"},
    }
    last_entry_says(path, json.dumps([change_of_a_post]))
    assert "post 'p9' is not as entry 6 of the journal left it." in faults(path)
    change(path, "UPDATE journal SET scenario = 7 WHERE seq = 6")
    sealed_again(path, 6)
    assert "post 'p9' is not as entry 6 of the journal left it." in faults(path)


def test_a_table_that_does_not_belong_there_is_found(path: Path) -> None:
    change(path, "CREATE TABLE notes (a)")
    assert faults(path) == (
        "The file has another structure than a plan: table notes is no part of a plan.",
    )


def test_a_trigger_that_comes_while_the_plan_is_open_is_found(path: Path) -> None:
    with PlanFile.open(path, read_only=True) as file:
        change(path, "CREATE TRIGGER t AFTER INSERT ON journal BEGIN SELECT 1; END")
        assert file.verify() == (
            "The file has another structure than a plan: trigger t is no part of a plan.",
        )


def test_an_index_that_does_not_fit_its_table_is_found(path: Path) -> None:
    shorter = """
        UPDATE sqlite_schema SET sql = replace(sql, 'IS NOT NULL', 'IS NULL')
        WHERE name = 'rotations_by_mission'
    """
    change(path, "PRAGMA writable_schema = ON", shorter)
    change(path, "REINDEX")
    longer = shorter.replace("'IS NOT NULL', 'IS NULL'", "'IS NULL', 'IS NOT NULL'")
    change(path, "PRAGMA writable_schema = ON", longer)
    assert "missing from index rotations_by_mission" in faults(path)[0]


def test_a_row_that_refers_to_nothing_is_found(path: Path) -> None:
    change(path, "UPDATE rotations SET mission = 'gone' WHERE id = 'r9'")
    found = faults(path)
    assert found[0] == (
        "A row of rotations (1, 0, r9) refers to a row of missions that is not there."
    )
    assert "mission names 'gone', which does not exist" in found[1]


def test_a_list_that_refers_to_nothing_is_found(path: Path) -> None:
    change(path, "UPDATE rotations SET supports = '[\"gone\"]' WHERE id = 'r9'")
    assert faults(path)[0] == (
        "Scenario 'Plan A': rotation r9: supports names 'gone', which does not exist."
    )


def test_each_row_that_is_no_value_is_found(path: Path) -> None:
    change(
        path,
        "UPDATE rotations SET supports = '[1]' WHERE id IN ('r5', 'r7')",
        "UPDATE frames SET source = '{\"text\": 1}' WHERE id = 'osc-2025'",
        "UPDATE scenarios SET open_points = '[{}]' WHERE number = 2",
    )
    found = faults(path)
    assert "Scenario 'Plan A': frame osc-2025 holds what it cannot hold." in found
    assert "Scenario 'Plan A': rotation r5 holds what it cannot hold." in found
    assert "Scenario 'Plan A': rotation r7 holds what it cannot hold." in found
    assert "Scenario 'B': scenario B holds what it cannot hold." in found


def test_of_many_faults_the_first_are_said(path: Path) -> None:
    change(path, "UPDATE journal SET who = 'x'", "UPDATE posts SET mission = 'gone'")
    with PlanFile.open(path) as file:
        file.put_scenario(replace(long_plan(100), scenario="C"))
    change(path, "UPDATE rotations SET mission = 'gone' WHERE scenario = 3")
    found = [fault for fault in faults(path) if fault.startswith("A row of")]
    assert len(found) == 20
