"""The journal gives back what was done, and what the plan was before, also after a restart."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import Refused
from domain.exchange.plan_json import plan_from_document
from domain.model import (
    Applied,
    ChangeRotations,
    Edit,
    Kind,
    Mission,
    MoveRotations,
    Plan,
    Put,
    Ref,
    RemoveRotations,
    ReplacePlan,
    Together,
    touched_between,
)
from domain.store import PlanFile
from tests.domain.rules.random_edits import edit_of
from tests.domain.store.plans import everything, long_plan
from tests.oracle.plans import plans


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything()]) as opened:
        yield opened


class Planner:
    """Someone who edits, undoes and does again, as in the window: each move is one step."""

    def __init__(self, file: PlanFile) -> None:
        self.file, self.plan = file, file.load()
        self.keeper = file.keeper(self.plan.scenario)
        self.steps: list[tuple[Plan, Plan]] = []
        self.at = 0

    def edit(self, edit: Edit) -> None:
        applied = edit.apply(self.plan)
        self.steps[self.at :] = [(self.plan, applied.plan)]
        self.at += 1
        self._go(applied, edit.label)

    def go(self, at: int) -> None:
        """Undo or do again until so many steps are done."""
        if at != self.at:
            plan = self.steps[at - 1][1] if at else self.steps[0][0]
            self.at = at
            self._go(Applied(plan, touched_between(self.plan, plan)), "go")

    def _go(self, applied: Applied, label: str) -> None:
        self.keeper.save(self.plan, applied, label)
        self.plan = applied.plan


def past_plans(file: PlanFile) -> tuple[list[tuple[Plan, Plan]], list[tuple[Plan, Plan]]]:
    past = file.past(file.load())
    return (
        [(step.before, step.after) for step in past.done],
        [(step.before, step.after) for step in past.undone],
    )


def test_each_step_says_what_who_and_when(file: PlanFile) -> None:
    planner = Planner(file)
    planner.edit(MoveRotations(("r5",), 7))
    planner.edit(RemoveRotations(("r9",)))
    removal, move, birth = file.history()
    assert [step.label for step in (removal, move)] == ["Remove rotation", "Move rotation"]
    assert birth.label == "Add scenario Plan A"
    assert move.things == {Ref(Kind.ROTATION, "r5")}
    assert removal.things == {Ref(Kind.ROTATION, "r9"), Ref(Kind.ROTATION, "r2")}
    assert removal.at >= move.at
    assert move.at.tzinfo is not None
    (change,) = move.changes
    assert change["before"] == {"first_day": "2026-01-01", "last_day": "2026-06-30"}
    assert change["after"] == {"first_day": "2026-01-08", "last_day": "2026-07-07"}


def test_steps_are_found_by_what_they_say(file: PlanFile) -> None:
    Planner(file).edit(MoveRotations(("r5",), 7))
    move, birth = file.history()
    assert move.concerns("move ROT")
    assert move.concerns("r5")
    assert move.concerns(move.who)
    assert not move.concerns("r2")
    assert not birth.concerns("move")


def test_the_plan_before_and_after_each_step_comes_back(file: PlanFile) -> None:
    planner = Planner(file)
    plans_ = [planner.plan]
    for edit in (
        MoveRotations(("r5",), 7),
        RemoveRotations(("r9",)),
        ChangeRotations(("r1",), {"note": "x"}),
        ReplacePlan(replace(long_plan(9), name="Inzet 2026", scenario="Plan A")),
        Put((Mission("new", "New"),)),
    ):
        planner.edit(edit)
        plans_.append(planner.plan)
    steps = file.history()[::-1]
    assert [file.plan_after(step.seq) for step in steps] == plans_
    assert [file.plan_before(step.seq) for step in steps[1:]] == plans_[:-1]
    with pytest.raises(Refused, match="does not go back that far"):
        file.plan_before(1)


def test_of_a_copy_the_plan_goes_back_to_what_it_was_copied_from(file: PlanFile) -> None:
    planner = Planner(file)
    planner.edit(MoveRotations(("r5",), 7))
    file.derive("Plan A", "Plan B")
    file.rename_scenario("Plan A", "Plan Z")
    planner.edit(MoveRotations(("r5",), 7))
    before = file.plan_after(1, "Plan B")
    assert before.rotations == everything().rotations
    assert file.plan_after(2, "Plan B").rotations == file.load("Plan B").rotations


def test_after_a_restart_steps_can_be_undone_and_done_again(file: PlanFile) -> None:
    planner = Planner(file)
    for days in (1, 2, 3, 4):
        planner.edit(MoveRotations(("r5",), days))
    planner.edit(RemoveRotations(("r9",)))
    planner.go(2)
    file.close()
    with PlanFile.open(file.path) as again:
        plan = again.load()
        past = again.past(plan)
        assert past.done[-1].after is plan
        assert [step.label for step in past.done] == ["Move rotation"] * 2
        assert past.undone[-1].label == "Remove rotation"
        assert past.undone[0].before is plan
        assert past_plans(again) == (planner.steps[:2], planner.steps[2:])


def test_a_step_that_is_undone_after_a_restart_is_known_as_undone(file: PlanFile) -> None:
    planner = Planner(file)
    planner.edit(RemoveRotations(("r9",)))
    plan = file.load()
    step = file.past(plan).done[-1]
    undone = Applied(step.before, touched_between(plan, step.before))
    file.keeper("Plan A").save(plan, undone, "Undo")
    assert file.load() == everything()
    assert file.verify() == ()
    done, (again,) = past_plans(file)
    assert done == []
    assert again[1] == plan


def test_only_so_many_steps_are_given_as_are_asked_for(file: PlanFile) -> None:
    planner = Planner(file)
    for days in (1, 2, 3):
        planner.edit(MoveRotations(("r5",), days))
    past = file.past(planner.plan, most=2)
    assert [step.after.rotations["r5"].first_day.day for step in past.done] == [4, 7]
    assert file.past(planner.plan, most=0).done == ()


def test_what_is_said_of_a_scenario_is_no_step_to_undo(file: PlanFile) -> None:
    Planner(file).edit(MoveRotations(("r5",), 1))
    file.describe("Plan A", "As agreed.")
    file.make_record("Plan A")
    assert [step.label for step in file.past(file.load()).done] == ["Move rotation"]
    assert len(file.history()) == 4


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
@given(document=plans(), data=st.data())
def test_whatever_was_done_and_undone_is_known_after_a_restart(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, object], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("any-past") / "a.kader"
    start = plan_from_document(document)
    with PlanFile.create(path, [start]) as file:
        planner = Planner(file)
        for number in range(data.draw(st.integers(1, 10))):
            if len(planner.steps) > 0 and data.draw(st.booleans()):
                planner.go(data.draw(st.integers(0, len(planner.steps))))
                continue
            # No step is the opposite of another: each gives a mission a name that it never had.
            stamp = Put((replace(next(planner.plan.missions.things()), name=f"Step {number}"),))
            try:
                planner.edit(Together((edit_of(data.draw, planner.plan), stamp)))
            except Refused:
                continue
        assert past_plans(file) == (planner.steps[: planner.at], planner.steps[planner.at :])
