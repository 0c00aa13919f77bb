"""Findings of two plans are matched by their rule, their things and their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Kind, Measure, Ref
from domain.rules.checker import check
from domain.rules.comparison import Filled, compared, comparison
from domain.rules.finding import Finding, Severity
from tests.domain.plan_builder import day, frame, limit, plan, rotation

ABOUT = plan(
    frame("osc", limit("cap", 7)),
    rotation("r1", "osc", "2026-03-01", "2026-03-14", military=4),
    rotation("r2", "osc", "2026-03-01", "2026-03-14", military=4),
)


def finding(
    first: str, last: str, measured: int = 8, code: str = "FRA001", about: str = "cap"
) -> Finding:
    subjects = (Ref(Kind.LIMIT, about),)
    return Finding(code, Severity.ERROR, subjects, day(first), day(last), measured, 7)


EARLY, LATE = finding("2026-03-01", "2026-03-14"), finding("2026-05-01", "2026-05-14")


def test_findings_that_say_the_same_are_the_same() -> None:
    found = compared([EARLY, LATE], [LATE, EARLY])
    assert found.same == (EARLY, LATE)
    assert (found.solved, found.caused, found.changed) == ((), (), ())


def test_what_is_called_otherwise_by_now_is_still_the_same() -> None:
    renamed = replace(EARLY, parameters={"name": "Another"})
    assert compared([EARLY], [renamed]).same == (renamed,)


def test_what_is_gone_is_solved_and_what_is_new_is_caused() -> None:
    other = finding("2026-03-01", "2026-03-14", about="other")
    assert compared([EARLY], []).solved == (EARLY,)
    assert compared([], [EARLY]).caused == (EARLY,)
    found = compared([EARLY], [other])
    assert (found.solved, found.caused) == ((EARLY,), (other,))


def test_a_run_that_is_worse_shorter_or_later_is_changed() -> None:
    for after in (
        finding("2026-03-01", "2026-03-14", 9),
        finding("2026-03-01", "2026-03-10"),
        finding("2026-03-08", "2026-03-21"),
    ):
        found = compared([EARLY, LATE], [after, LATE])
        assert found.changed == ((EARLY, after),)
        assert found.same == (LATE,)


def test_one_that_was_waived_is_changed() -> None:
    waived = replace(EARLY, waiver="w")
    assert compared([EARLY], [waived]).changed == ((EARLY, waived),)


def test_the_only_one_on_either_side_is_the_same_wherever_it_went() -> None:
    assert compared([EARLY], [LATE]).changed == ((EARLY, LATE),)


def test_of_several_the_one_with_most_days_in_common_is_the_same() -> None:
    one, other = finding("2026-03-02", "2026-03-03"), finding("2026-03-05", "2026-03-20")
    found = compared([EARLY], [one, other])
    assert found.changed == ((EARLY, other),)
    assert found.caused == (one,)


def test_runs_far_apart_among_several_are_solved_and_caused() -> None:
    later = finding("2026-09-01", "2026-09-02")
    found = compared([EARLY, LATE], [later])
    assert (found.solved, found.caused) == ((EARLY, LATE), (later,))


runs = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=8, unique_by=lambda r: r)


@given(runs, runs)
def test_each_finding_is_accounted_for_once(
    before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    old, new = (_findings(side) for side in (before, after))
    found = compared(old, new)
    assert len(old) == len(found.solved) + len(found.changed) + len(found.same)
    assert len(new) == len(found.caused) + len(found.changed) + len(found.same)


def _findings(runs: list[tuple[int, int]]) -> list[Finding]:
    """Findings of one limit on runs that do not touch."""
    found, start = [], date(2026, 1, 1)
    for gap, length in runs:
        first = start + timedelta(days=gap + 1)
        last = first + timedelta(days=length)
        start = last
        found.append(finding(first.isoformat(), last.isoformat()))
    return found


def test_two_plans_stand_side_by_side() -> None:
    after = ABOUT.put(replace(ABOUT.rotations["r2"], military=2))
    found = comparison(ABOUT, after)
    assert [one.ref.id for one in found.things] == ["r2"]
    assert [one.code for one in found.findings.solved] == ["FRA001"]
    (cap,) = found.limits
    assert cap.before == Filled(8, day("2026-03-01"), -1, 14)
    assert cap.after == Filled(6, day("2026-03-01"), 1, 0)
    assert cap.changed
    assert set(found.findings.same) == set(check(after))


def test_a_limit_that_is_in_one_plan_only_has_one_side() -> None:
    after = ABOUT.put(frame("osc", limit("cap", 7), limit("new", 3, "police")))
    same, new = comparison(ABOUT, after).limits
    assert not same.changed
    assert (new.id, new.before, new.number_after) == ("new", None, 3)


def test_a_mean_has_decimals_and_what_counts_nothing_over_time_has_no_peak() -> None:
    limits = (
        limit("mean", 7, measure=str(Measure.AVERAGE_PER_YEAR)),
        limit("size", 7, measure=str(Measure.TEAM_SIZE)),
        limit("open"),
    )
    mean, size, unlimited = comparison(ABOUT, ABOUT.put(frame("osc", *limits))).limits[1:]
    assert mean.after == Filled(Decimal("0.31"), day("2026-01-01"), Decimal("6.69"), 0)
    assert size.after == Filled(None, None, None, None)
    assert unlimited.after == Filled(8, day("2026-03-01"), None, None)
