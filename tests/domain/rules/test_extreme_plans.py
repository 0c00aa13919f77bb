"""Plans at the edge of what can be: right, or refused with a sentence, and never slow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from domain.errors import Refused
from domain.model import (
    Edit,
    MoveRotations,
    Plan,
    Put,
    Remove,
    RemoveRotations,
    Rotation,
    Table,
)
from domain.model.references import check_all
from domain.rules.checker import Checker, check
from tests.domain.plan_builder import (
    commitment,
    frame,
    limit,
    mission,
    plan,
    pool,
    refs,
    rotation,
    step,
    unit,
)

MARCH = ("2026-03-01", "2026-03-31")
CENTURY = ("1990-01-01", "2100-12-31")
BOTH = pytest.mark.parametrize("quick", [False, True])


def codes(made: Plan, *, quick: bool) -> list[str]:
    return [finding.code for finding in Checker(made, quick=quick).findings]


REFUSED: dict[str, Callable[[], object]] = {
    "a first day before 1990": lambda: rotation("r1", "osc", "1989-12-31", "1990-03-31"),
    "a last day after 2100": lambda: rotation("r1", "osc", "2100-12-01", "2101-01-01"),
    "a frame from before 1990": lambda: frame("osc", days=("1989-12-31", None)),
    "a commitment after 2100": lambda: commitment("c", "ship", None, "2101-01-01"),
    "a last day before the first": lambda: rotation("r1", "osc", "2026-03-02", "2026-03-01"),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED.keys())
def test_days_that_no_plan_can_hold_are_refused(make: Callable[[], object]) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        make()


KNOWN = plan(
    unit("ship"), unit("helicopter", "ship"), frame("osc"),
    rotation("r1", "osc", *MARCH, force="ship"),
    rotation("r2", "osc", *MARCH, relieves="r1", part_of="r1"),
)  # fmt: skip
IMPOSSIBLE: dict[str, Edit] = {
    "moved out of all time": MoveRotations(("r1",), 40_000),
    "moved further than there are days": MoveRotations(("r1",), 4_000_000_000),
    "a ship inside its own helicopter": Put((unit("ship", "helicopter"),)),
    "relieved by the one it relieves": Put((rotation("r1", "osc", *MARCH, relieves="r2"),)),
    "a part of its own part": Put((rotation("r1", "osc", *MARCH, part_of="r2"),)),
    "at a mission that is not there": Put((rotation("r3", "moon", *MARCH),)),
    "on a unit that is not there": Put((rotation("r3", "osc", *MARCH, force="ghost"),)),
    "a rotation that is not there is moved": MoveRotations(("r9",), 1),
    "a rotation that is not there is removed": RemoveRotations(("r9",)),
    "a unit that is not there is removed": Remove(refs("force ghost")[0]),
    "a unit that is used is removed": Remove(refs("force ship")[0]),
}


@pytest.mark.parametrize("edit", IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_a_plan_that_cannot_be_is_refused(edit: Edit) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        edit.apply(KNOWN)


@BOTH
def test_an_empty_plan_has_no_findings(*, quick: bool) -> None:
    assert codes(Plan(), quick=quick) == []


@BOTH
def test_a_plan_without_rotations_lacks_only_who_fills_it(*, quick: bool) -> None:
    made = plan(frame("osc", limit("cap", 7), days=(None, None)), unit("ship"), pool("p", step(3)))
    assert codes(made, quick=quick) == []


@BOTH
def test_nobody_fits_a_limit_of_zero_and_one_person_does_not(*, quick: bool) -> None:
    none = plan(frame("osc", limit("cap", 0)), rotation("r1", "osc", *MARCH, military=0))
    one = plan(frame("osc", limit("cap", 0)), rotation("r1", "osc", *MARCH, military=1))
    assert codes(none, quick=quick) == []
    (finding,) = Checker(one, quick=quick).findings
    assert (finding.code, finding.measured, finding.limit, finding.excess) == ("FRA001", 1, 0, 1)


@BOTH
def test_a_rotation_of_a_century_is_counted_on_each_of_its_days(*, quick: bool) -> None:
    made = plan(
        frame("osc", limit("cap", 0), limit("mean", 1, measure="average_per_year"), days=CENTURY),
        rotation("r1", "osc", *CENTURY, military=2),
    )
    daily, *yearly = Checker(made, quick=quick).findings
    assert (daily.code, daily.first_day, daily.last_day) == (
        "FRA001", date(1990, 1, 1), date(2100, 12, 31),
    )  # fmt: skip
    assert [finding.first_day.year for finding in yearly] == list(range(1990, 2101))


def test_a_hundred_thousand_on_one_day_are_counted_to_the_last() -> None:
    day = date(2026, 3, 1)
    made = plan(frame("osc", limit("cap", 99_999)), mission("osc"))
    rows = [Rotation(f"r{n}", "osc", "one", day, day, military=1) for n in range(100_000)]
    (finding,) = check(Plan(missions=made.missions, frames=made.frames, rotations=Table(rows)))
    assert (finding.code, finding.measured, finding.limit) == ("FRA001", 100_000, 99_999)
    assert len(finding.contributors) == 100_000


@BOTH
def test_a_unit_booked_very_often_at_once_clashes_once_for_each_pair(*, quick: bool) -> None:
    made = plan(
        unit("ship"), frame("osc"),
        *(rotation(f"r{n}", "osc", *MARCH, force="ship", military=0) for n in range(100)),
    )  # fmt: skip
    checker = Checker(made, quick=quick)
    assert {finding.code for finding in checker.findings} == {"FOR001"}
    assert len({finding.subjects for finding in checker.findings}) == 100 * 99 // 2

    applied = MoveRotations(("r7",), 31).apply(made)
    update = checker.update(applied.plan, applied.touched)
    assert (len(update.solved), len(update.caused)) == (99, 0)


def test_a_chain_of_ten_thousand_is_followed_to_its_end() -> None:
    days = [date(1990, 1, 1) + timedelta(days=2 * n) for n in range(10_000)]
    made = plan(unit("ship"), frame("osc", days=(None, None)))
    rows = [
        Rotation(
            f"r{n}", "osc", "same people", first, first, force="ship",
            continues=f"r{n - 1}" if n else None,
        )
        for n, first in enumerate(days)
    ]  # fmt: skip
    whole = Plan(
        missions=made.missions, frames=made.frames, forces=made.forces, rotations=Table(rows)
    )
    check_all(whole)
    assert check(whole) == ()
