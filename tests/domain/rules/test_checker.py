"""The checker: after any edits, undone and redone, it says what a fresh check says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.errors import Refused
from domain.exchange.plan_json import plan_from_document
from domain.model import (
    AddRotations,
    Applied,
    ChangeRotations,
    Edit,
    Length,
    MoveRotations,
    Plan,
    Put,
    Ref,
    Remove,
    RemoveRotations,
    touched_between,
)
from domain.rules.checker import LARGE, Checker, Update, check
from tests.domain.plan_builder import (
    commitment,
    frame,
    limit,
    mandate,
    plan,
    recovery_rule,
    refs,
    rotation,
)
from tests.domain.plan_builder import settings as settings_of
from tests.domain.rules.large_plan import large_plan
from tests.domain.rules.random_edits import edit_of
from tests.oracle.plans import Case, cases

MARCH = ("2026-03-01", "2026-03-31")


class Editing(RuleBasedStateMachine):
    """A planner at work: edits, and steps back and forth through what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.checker = Checker(Plan())
        self.as_of: date | None = None
        self.steps: list[tuple[Plan, Applied]] = []
        self.undone: list[tuple[Plan, Applied]] = []

    @initialize(case=cases(), quick=st.booleans())
    def open_a_plan(self, case: Case, *, quick: bool) -> None:
        """Open a plan as a small one is checked, or as a large one is."""
        document, self.as_of = case
        self.checker = Checker(plan_from_document(document), self.as_of, quick=quick)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        before = self.checker.plan
        try:
            applied = edit_of(data.draw, before).apply(before)
        except Refused:
            assert self.checker.plan is before
            return
        self.go_to(applied.plan, applied.touched)
        self.steps.append((before, applied))
        self.undone.clear()

    @rule(data=st.data())
    def look_at_an_edit_and_leave_it(self, data: st.DataObject) -> None:
        before, findings = self.checker.plan, self.checker.findings
        try:
            applied = edit_of(data.draw, before).apply(before)
        except Refused:
            return
        update = self.go_to(applied.plan, applied.touched)
        self.checker.go_back(update)
        assert self.checker.plan is before
        assert self.checker.findings == findings

    @precondition(lambda self: self.steps)
    @rule()
    def undo(self) -> None:
        before, applied = self.steps.pop()
        self.go_to(before, applied.touched)
        self.undone.append((before, applied))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        before, applied = self.undone.pop()
        self.go_to(applied.plan, applied.touched)
        self.steps.append((before, applied))

    @precondition(lambda self: len(self.steps) > 1)
    @rule()
    def undo_everything_at_once(self) -> None:
        now, first = self.checker.plan, self.steps[0][0]
        self.go_to(first, touched_between(now, first))
        self.steps.clear()
        self.undone.clear()

    def go_to(self, plan: Plan, touched: Iterable[Ref]) -> Update:
        """Go there, and see that the checker says which findings went and came."""
        before = self.checker.findings
        update = self.checker.update(plan, touched)
        after = self.checker.findings
        assert update.solved == tuple(finding for finding in before if finding not in after)
        assert update.caused == tuple(finding for finding in after if finding not in before)
        return update

    @invariant()
    def it_says_what_a_fresh_check_says(self) -> None:
        plan, findings = self.checker.plan, self.checker.findings
        assert findings == Checker(plan, self.as_of, quick=False).findings
        assert findings == Checker(plan, self.as_of, quick=True).findings

    @invariant()
    def its_limits_are_filled_as_in_a_fresh_check(self) -> None:
        fresh = Checker(self.checker.plan, self.as_of)
        for _frame, one in self.checker.plan.limits():
            assert self.checker.profile(one.id).steps == fresh.profile(one.id).steps


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=40, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_a_check_says_the_same_each_time(case: Case) -> None:
    document, as_of = case
    about = plan_from_document(document)

    assert check(about, as_of) == check(plan_from_document(document), as_of)


def test_a_large_plan_has_the_findings_that_it_would_have_as_a_small_one() -> None:
    large = large_plan(LARGE)
    as_of = date(2026, 1, 1)
    findings = check(large, as_of)

    assert len(large.rotations) >= LARGE
    assert {finding.code for finding in findings} >= {"FRA001", "FRA003", "FOR001", "FOR003"}
    assert findings == Checker(large, as_of, quick=False).findings


def test_a_large_plan_follows_an_edit() -> None:
    checker, after = updated(large_plan(LARGE), ChangeRotations(("m3-7", "m8-9"), {"military": 30}))

    assert checker.findings == Checker(after, quick=False).findings


def updated(before: Plan, *edits: Any) -> tuple[Checker, Plan]:  # noqa: ANN401 - any edit
    checker = Checker(before)
    for edit in edits:
        applied = edit.apply(checker.plan)
        checker.update(applied.plan, applied.touched)
    return checker, checker.plan


def test_a_plan_is_checked_and_kept() -> None:
    about = plan(frame("osc", limit("cap", 7)), rotation("r1", "osc", *MARCH, military=8))
    checker = Checker(about)

    assert checker.plan is about
    assert [finding.code for finding in checker.findings] == ["FRA001"]


def test_an_edit_that_mends_a_finding_takes_it_away() -> None:
    about = plan(frame("osc", limit("cap", 7)), rotation("r1", "osc", *MARCH, military=8))
    checker, _after = updated(about, ChangeRotations(("r1",), {"military": 7}))

    assert checker.findings == ()


def test_an_edit_of_one_rotation_changes_what_is_said_of_another() -> None:
    about = plan(
        frame("osc"),
        rotation("r1", "osc", *MARCH, military=1, force="ship"),
        rotation("r2", "osc", *MARCH, military=1),
    )
    checker, _after = updated(about, ChangeRotations(("r2",), {"force": "ship"}))

    assert [finding.subjects for finding in checker.findings] == [
        refs("force ship", "rotation r1", "rotation r2")
    ]


FIRST_OF_CHAIN = {
    "continues": ("2026-01-01", "2026-01-31"),
    "part_of": ("2026-01-01", "2026-03-31"),
}


@pytest.mark.parametrize(("link", "code"), [("continues", "FOR003"), ("part_of", "FOR001")])
def test_an_edit_in_the_middle_of_a_chain_changes_what_is_said_of_its_ends(
    link: str, code: str
) -> None:
    apart = plan(
        frame("osc"),
        recovery_rule("ten", days=10),
        rotation("r1", "osc", *FIRST_OF_CHAIN[link], military=1, force="ship"),
        rotation("middle", "osc", *MARCH, military=1),
        rotation("r2", "osc", "2026-02-05", "2026-03-31", military=1, force="ship"),
    )
    checker, about = updated(
        apart,
        ChangeRotations(("middle",), {link: "r1"}),
        ChangeRotations(("r2",), {link: "middle"}),
    )
    assert (checker.findings, check(about)) == ((), ())

    checker, _after = updated(about, ChangeRotations(("middle",), {link: None}))
    assert [finding.code for finding in checker.findings] == [code]


def test_the_last_rotation_cuts_what_is_open() -> None:
    about = plan(
        frame("osc"),
        rotation("r1", "osc", *MARCH, military=1, force="ship"),
        rotation("r2", "osc", "2026-12-01", "2026-12-31", military=1),
        commitment("c1", "tug", "2026-02-01", None),
        commitment("c2", "tug", "2026-01-01", None),
    )
    checker, _after = updated(about, RemoveRotations(("r2",)))

    assert [finding.last_day for finding in checker.findings] == [date(2026, 3, 31)]


@pytest.mark.parametrize("quick", [False, True])
def test_rotations_that_are_gone_leave_no_trace(*, quick: bool) -> None:
    about = plan(
        frame("osc", limit("cap", 7)),
        *(rotation(f"r{number}", "osc", *MARCH, military=4) for number in range(5)),
    )
    _checker, after = updated(about, RemoveRotations(("r0", "r2")))

    (finding,) = Checker(after, quick=quick).findings
    assert [(one.ref.id, one.amount) for one in finding.contributors] == [
        ("r1", 4),
        ("r3", 4),
        ("r4", 4),
    ]


def test_a_large_plan_takes_in_as_many_rotations_as_are_added() -> None:
    """Room is kept for some; more than those come in one by one."""
    before = plan(frame("osc", limit("cap", 7)), rotation("r", "osc", *MARCH, military=1))
    checker = Checker(before, quick=True)
    for number in range(1_100):
        added = AddRotations((rotation(f"r{number}", "osc", *MARCH, military=1),))
        applied = added.apply(checker.plan)
        checker.update(applied.plan, applied.touched)

    (finding,) = checker.findings
    assert finding.measured == 1_101
    settings_too = replace(checker.plan, settings=settings_of(percent=20))
    checker.update(settings_too, [])
    assert [one.measured for one in checker.findings] == [1_101]


def test_a_profile_follows_an_edit() -> None:
    about = plan(frame("osc", limit("cap", 7)), rotation("r1", "osc", *MARCH, military=8))
    checker, _after = updated(about, ChangeRotations(("r1",), {"military": 3}))

    assert checker.profile("cap").peak == 3
    assert checker.profile("cap").peak_day == date(2026, 3, 1)
    assert checker.profile("cap").days_above == 0


@pytest.mark.parametrize("quick", [False, True])
def test_a_plan_whose_lists_were_made_anew_is_followed_too(*, quick: bool) -> None:
    before = plan(
        rotation("r1", "gone", *MARCH),
        frame("osc", limit("cap", 7)),
        rotation("r2", "osc", *MARCH, military=7),
    )
    for name in ("rotation r1", "mission gone"):
        before = before.without(refs(name)[0])
    after = plan(frame("osc", limit("cap", 7)), rotation("r2", "osc", *MARCH, military=8))
    checker = Checker(before, quick=quick)

    assert not checker.findings
    checker.update(after, refs("rotation r2"))
    assert checker.findings == check(after)
    assert [finding.code for finding in checker.findings] == ["FRA001"]


AMENDMENTS: dict[str, Callable[[Plan], Edit]] = {
    "a lower number": lambda now: Put(
        (replace(now.frames["m3"], limits=(limit("m3/cap", 3), *now.frames["m3"].limits[1:])),)
    ),
    "a limit less": lambda now: Put((replace(now.frames["m3"], limits=(limit("m3/cap", 3),)),)),
    "another last day": lambda now: Put(
        (replace(now.frames["m3"], last_day=date(2025, 6, 30)),)
    ),
    "another frame instead": lambda _now: Put(
        (frame("m3 m4", limit("both", 9), id_="new", supersedes=("m3", "m4")),)
    ),
    "a frame less": lambda _now: Remove(refs("frame m3")[0]),
    "a mandate": lambda _now: Put((mandate("m3", "2025-01-01", "2025-12-31"),)),
    "another name": lambda now: Put((replace(now.missions["m3"], name="New"),)),
    "a length of its own": lambda now: Put(
        (replace(now.missions["m3"], min_length=Length(days=50)),)
    ),
    "a handover": lambda now: Put((replace(now.missions["m3"], handover_days=9),)),
    "another name of a unit": lambda now: Put((replace(now.forces["ship3"], name="New"),)),
    "a larger post": lambda now: Put((replace(now.posts["post3"], quantity=9),)),
    "a rule about a unit": lambda now: Put(
        (replace(now.recovery_rules["ten"], id="some", days=90, forces=("ship3",)),)
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", AMENDMENTS.values(), ids=AMENDMENTS.keys())
def test_a_large_plan_follows_an_edit_of_anything(edit: Callable[[Plan], Edit]) -> None:
    before = large_plan(LARGE)
    checker, was = Checker(before), check(before)
    assert checker.findings == was

    applied = edit(before).apply(before)
    update = checker.update(applied.plan, applied.touched)
    assert checker.findings == check(applied.plan) != was
    fresh = Checker(applied.plan)
    for _frame, one in applied.plan.limits():
        assert checker.profile(one.id) == fresh.profile(one.id)

    checker.go_back(update)
    assert checker.findings == was
    moved = MoveRotations(("m3-7",), 20).apply(before)
    checker.update(moved.plan, moved.touched)
    assert checker.findings == check(moved.plan)
