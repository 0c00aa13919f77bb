"""A scenario is sent as a file of its own, comes back, and is merged by what both began with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.engine.merging import Merge, merge
from domain.errors import FileInUse, Refused
from domain.model import (
    AddRotations,
    Applied,
    ChangeRotations,
    Edit,
    Kind,
    MoveRotations,
    Plan,
    Ref,
    RemoveRotations,
    Rotation,
    touched_between,
)
from domain.store import PlanFile
from tests.domain.store.plans import FIRST, LAST, everything, long_plan


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "mine.kader", [everything(), long_plan(30)]) as opened:
        yield opened


def edited(file: PlanFile, edit: Edit, scenario: str = "Plan A") -> Plan:
    plan = file.load(scenario)
    applied = edit.apply(plan)
    file.keeper(scenario).save(plan, applied, edit.label)
    return applied.plan


def sent(file: PlanFile, name: str = "theirs.kader", scenario: str = "Plan A") -> PlanFile:
    """The scenario as a file of its own, open with a colleague."""
    path = file.path.with_name(name)
    file.send(scenario, path)
    return PlanFile.open(path)


def merged(file: PlanFile, other: PlanFile, scenario: str = "Plan A", theirs: str = "") -> Merge:
    """Take in a scenario of another file, conflicts left as mine, and keep it."""
    before = file.load(scenario)
    meeting = file.meeting(scenario, other, theirs or other.current)
    found = merge(meeting.base, meeting.mine, meeting.theirs)
    applied = Applied(found.plan, touched_between(before, found.plan))
    with file.taking(scenario, meeting.taken(found.renamed)):
        file.keeper(scenario).save(before, applied, "merge")
    assert file.load(scenario) == found.plan
    assert file.verify() == ()
    return found


def test_what_is_sent_is_a_whole_plan_with_one_scenario(file: PlanFile) -> None:
    file.describe("Plan A", "As agreed.")
    file.make_record("Plan A")
    with sent(file) as other:
        assert other.scenarios() == ("Plan A",)
        assert other.load() == everything()
        assert other.description("Plan A") == "As agreed."
        assert (other.plan_id, other.record) == (file.plan_id, None)
        assert other.verify() == ()
        assert not other.read_only


def test_nothing_else_is_in_it(file: PlanFile) -> None:
    secret = ChangeRotations(("r5",), {"note": "Geheimzinnig"})
    plan = edited(file, secret)
    edited(file, ChangeRotations(("r5",), {"note": plan.rotations["r9"].note}))
    file.describe("Lang", "Verborgen.")
    sent(file).close()
    content = file.path.with_name("theirs.kader").read_bytes()
    assert b"Rotatie 9" in content
    for word in (b"Geheimzinnig", b"Verborgen", b"Missie 3"):
        assert word not in content


def test_a_plan_is_not_sent_over_itself_or_over_one_that_is_open(file: PlanFile) -> None:
    with pytest.raises(Refused, match="is this plan itself"):
        file.send("Plan A", file.path)
    with sent(file) as other, pytest.raises(FileInUse):
        file.send("Plan A", other.path)


def test_sent_again_it_takes_the_place_of_what_was_sent(file: PlanFile) -> None:
    sent(file).close()
    plan = edited(file, MoveRotations(("r5",), 1))
    with sent(file) as other:
        assert other.load() == plan


def test_what_comes_back_is_merged_by_what_was_sent(file: PlanFile) -> None:
    with sent(file) as other:
        edited(other, MoveRotations(("r5",), 3))
        mine = edited(file, ChangeRotations(("r5",), {"note": "mine"}))
        found = merged(file, other)
    assert not found.conflicts
    assert found.plan == MoveRotations(("r5",), 3).apply(mine).plan


def test_it_may_come_back_as_a_file_that_was_sent_in_turn(file: PlanFile) -> None:
    with sent(file) as other:
        edited(other, MoveRotations(("r5",), 3))
        edited(other, ChangeRotations(("r5",), {"note": "theirs"}))
        with sent(other, "back.kader") as back:
            assert back.load() == other.load()
            assert back.verify() == ()
            edited(file, RemoveRotations(("r1",)))
            found = merged(file, back)
    assert not found.conflicts
    assert found.plan.rotations["r5"].note == "theirs"
    assert "r1" not in found.plan.rotations


def test_who_passes_it_on_meets_it_where_they_passed_it_on(file: PlanFile) -> None:
    with sent(file) as second:
        edited(second, ChangeRotations(("r5",), {"note": "second"}))
        with sent(second, "third.kader") as third:
            edited(third, ChangeRotations(("r5",), {"note": "third"}))
            with sent(third, "back.kader") as back:
                assert not merged(second, back).conflicts
                assert second.load().rotations["r5"].note == "third"
                assert not merged(file, back).conflicts
    assert file.load().rotations["r5"].note == "third"


def test_a_copy_of_the_whole_file_meets_it_where_they_parted(file: PlanFile) -> None:
    edited(file, MoveRotations(("r5",), 1))
    file.save_as(file.path.with_name("copy.kader"))
    with PlanFile.open(file.path.with_name("copy.kader")) as copy:
        theirs = edited(copy, ChangeRotations(("r5",), {"note": "theirs"}))
        edited(file, RemoveRotations(("r1",)))
        found = merged(file, copy)
    assert not found.conflicts
    assert found.plan == RemoveRotations(("r1",)).apply(theirs).plan


def test_a_scenario_that_was_derived_meets_its_original_where_it_was_derived(
    file: PlanFile,
) -> None:
    edited(file, MoveRotations(("r5",), 1))
    file.derive("Plan A", "Plan B")
    edited(file, ChangeRotations(("r5",), {"note": "B"}), "Plan B")
    edited(file, RemoveRotations(("r1",)))
    meeting = file.meeting("Plan A", file, "Plan B")
    found = merge(meeting.base, meeting.mine, meeting.theirs)
    assert not found.conflicts
    assert found.plan.rotations["r5"].note == "B"
    assert "r1" not in found.plan.rotations


def test_a_scenario_that_only_says_what_it_comes_from_meets_it_there(file: PlanFile) -> None:
    file.save_as(file.path.with_name("copy.kader"))
    with PlanFile.open(file.path.with_name("copy.kader")) as copy:
        variant = ChangeRotations(("r5",), {"note": "theirs"}).apply(copy.load()).plan
        copy.put_scenario(replace(variant, scenario="Variant", derived_from="Plan A"))
        edited(file, RemoveRotations(("r1",)))
        found = merged(file, copy, theirs="Variant")
    assert not found.conflicts
    assert found.plan.rotations["r5"].note == "theirs"


def test_plans_that_never_met_have_nothing_to_begin_with(file: PlanFile, tmp_path: Path) -> None:
    with PlanFile.create(tmp_path / "other.kader", [everything()]) as other:
        edited(other, ChangeRotations(("r5",), {"note": "theirs"}))
        found = merged(file, other)
    assert [str(one) for one in found.open] == ["rotation r5 note"]


def test_merged_again_only_what_came_since_is_taken(file: PlanFile) -> None:
    with sent(file) as other:
        edited(other, ChangeRotations(("r5",), {"note": "theirs"}))
        merged(file, other)
        edited(file, ChangeRotations(("r5",), {"note": "mine since"}))
        edited(other, MoveRotations(("r9",), -1))
        found = merged(file, other)
    assert not found.conflicts
    assert found.plan.rotations["r5"].note == "mine since"
    assert found.plan.rotations["r9"].first_day.day == 30


def test_a_merge_that_was_undone_can_be_made_again(file: PlanFile) -> None:
    with sent(file) as other:
        theirs = edited(other, ChangeRotations(("r5",), {"note": "theirs"}))
        before = file.load()
        merged(file, other)
        step = file.past(file.load()).done[-1]
        touched = touched_between(step.after, step.before)
        file.keeper("Plan A").save(step.after, Applied(step.before, touched), "Undo")
        assert file.load() == before
        assert merged(file, other).plan == theirs


def test_a_merge_of_nothing_new_is_remembered_too(file: PlanFile) -> None:
    with sent(file) as other:
        edited(other, ChangeRotations(("r5",), {"note": "theirs"}))
        merged(file, other)
        assert merged(file, other).plan == file.load()


def test_it_goes_to_and_fro_and_nothing_is_asked_twice(file: PlanFile) -> None:
    def note(file: PlanFile, rotation: str, text: str) -> None:
        edited(file, ChangeRotations((rotation,), {"note": text}))

    with sent(file) as other:
        note(other, "r5", "theirs 1")
        note(file, "r9", "mine 1")
        assert not merged(file, other).conflicts
        with sent(file, "second.kader") as second:
            note(other, "r1", "theirs 2")
            assert not merged(other, second).conflicts
        assert (
            other.load() == ChangeRotations(("r1",), {"note": "theirs 2"}).apply(file.load()).plan
        )
        note(other, "r9", "theirs 3")
        note(file, "r5", "mine 2")
        assert not merged(file, other).conflicts
    rotations = file.load().rotations
    assert [rotations[name].note for name in ("r5", "r9", "r1")] == [
        "mine 2",
        "theirs 3",
        "theirs 2",
    ]


def test_what_both_made_with_one_id_keeps_the_ids_that_it_got(file: PlanFile) -> None:
    def new(name: str) -> AddRotations:
        return AddRotations((Rotation("new", "fer", name, FIRST, LAST),))

    with sent(file) as other:
        edited(other, new("theirs"))
        edited(file, new("mine"))
        found = merged(file, other)
        name = found.renamed[Ref(Kind.ROTATION, "new")]
        edited(other, ChangeRotations(("new",), {"note": "since"}))
        edited(file, ChangeRotations((name,), {"military": 3}))
        again = merged(file, other)
        assert not again.conflicts
        assert (again.plan.rotations[name].note, again.plan.rotations[name].military) == (
            "since",
            3,
        )
        assert again.plan.rotations["new"].name == "mine"
        with sent(file, "second.kader") as second:
            assert not merged(other, second).conflicts
            assert set(other.load().rotations) == set(file.load().rotations)
            assert other.load().rotations[name].name == "theirs"


def test_a_sent_scenario_can_be_merged_into_another_that_goes_back_to_it(file: PlanFile) -> None:
    with sent(file) as other:
        edited(other, ChangeRotations(("r5",), {"note": "theirs"}))
        file.derive("Plan A", "Plan B")
        edited(file, RemoveRotations(("r1",)), "Plan B")
        found = merged(file, other, "Plan B")
    assert not found.conflicts
    assert found.plan.rotations["r5"].note == "theirs"
    assert "r1" not in found.plan.rotations


def test_a_renamed_scenario_is_still_the_same(file: PlanFile) -> None:
    with sent(file) as other:
        other.rename_scenario("Plan A", "Concept")
        edited(other, ChangeRotations(("r5",), {"note": "theirs"}), "Concept")
        with sent(other, "back.kader", "Concept") as back:
            assert back.scenarios() == ("Concept",)
            found = merged(file, back)
    assert not found.conflicts
    assert found.plan.scenario == "Plan A"


def test_it_may_come_as_a_scenario_of_its_own_and_be_merged_later(file: PlanFile) -> None:
    with sent(file) as other:
        theirs = edited(other, MoveRotations(("r5",), 3))
        file.take_in_new(replace(theirs, scenario="Theirs"), other, other.current)
        assert file.load("Theirs") == replace(theirs, scenario="Theirs")
        assert file.verify() == ()
        with pytest.raises(Refused, match="already a scenario"):
            file.take_in_new(replace(theirs, scenario="Theirs"), other, other.current)
        meeting = file.meeting("Plan A", file, "Theirs")
        assert meeting.base == everything()
        edited(other, ChangeRotations(("r5",), {"note": "later"}))
        again = file.meeting("Theirs", other, other.current)
        assert again.base is not None
        assert again.base.rotations == theirs.rotations


def test_what_is_packed_can_be_written_without_its_file(file: PlanFile) -> None:
    path = file.path.with_name("packed.kader")
    write = file.parcel(file.load(), path)
    edited(file, MoveRotations(("r5",), 3))
    file.close()
    write()
    with PlanFile.open(path, read_only=True) as other:
        assert other.load() == everything()
