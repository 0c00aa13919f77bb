"""What holds for any plan and any two versions of it."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from domain.engine.merging import Merge, Side, Spot, merge
from domain.model import Frame, Plan
from domain.model.references import check_all
from tests.domain.engine.merging.versions import bases, content, touched, versions

Versions = tuple[Plan, Plan, Plan]
thoroughly = settings(
    max_examples=int(os.environ.get("KADER_MERGES", "40")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def three(draw: st.DrawFn) -> Versions:
    base = draw(bases())
    return base, draw(versions(base)), draw(versions(base))


@thoroughly
@given(three())
def test_who_did_nothing_changes_nothing(plans: Versions) -> None:
    base, mine, _theirs = plans
    merged = merge(base, mine, base)
    assert merged == Merge(mine, (), {})


@thoroughly
@given(three())
def test_who_did_nothing_gets_all_that_the_other_did(plans: Versions) -> None:
    base, _mine, theirs = plans
    merged = merge(base, base, theirs)
    assert content(merged.plan) == content(theirs)
    assert not merged.conflicts
    assert not merged.renamed


@thoroughly
@given(three())
def test_what_comes_of_it_can_always_be(plans: Versions) -> None:
    merged = merge(*plans)
    check_all(merged.plan)
    for side in Side:
        one_sided = merge(*plans, default=side)
        check_all(one_sided.plan)
        assert not one_sided.open


@thoroughly
@given(three())
def test_without_a_common_beginning_nothing_is_lost(plans: Versions) -> None:
    _base, mine, theirs = plans
    merged = merge(None, mine, theirs)
    check_all(merged.plan)
    for kind in ("missions", "frames", "forces", "rotations"):
        both = {*getattr(mine, kind), *getattr(theirs, kind)}
        assert set(getattr(merged.plan, kind)) == both


@thoroughly
@given(three())
def test_what_was_taken_in_is_not_taken_in_again(plans: Versions) -> None:
    base, mine, theirs = plans
    once = merge(base, mine, theirs)
    twice = merge(base, once.plan, theirs)
    assert content(twice.plan) == content(once.plan)


@thoroughly
@given(three(), st.data())
def test_whatever_is_decided_it_can_be(plans: Versions, data: st.DataObject) -> None:
    base, mine, theirs = plans
    decisions: dict[tuple[Spot, ...], Side] = {}
    for _round in range(6):
        merged = merge(base, mine, theirs, decisions)
        check_all(merged.plan)
        if not merged.open:
            break
        conflict = data.draw(st.sampled_from(merged.open))
        decisions[conflict.spots] = data.draw(st.sampled_from(Side))


@thoroughly
@given(three())
def test_deciding_one_by_one_comes_to_an_end(plans: Versions) -> None:
    base, mine, theirs = plans
    decisions: dict[tuple[Spot, ...], Side] = {}
    while merged := merge(base, mine, theirs, decisions).open:
        decisions[merged[0].spots] = Side.THEIRS
        assert len(decisions) < 200


@thoroughly
@given(three(), st.data())
def test_two_that_touch_different_things_commute(plans: Versions, data: st.DataObject) -> None:
    base, one, other = plans
    mine = data.draw(versions(base))
    parts = [_touched_limits(base, plan) for plan in (mine, one, other)]
    assume(not parts[0] & parts[1] and not parts[1] & parts[2] and not parts[0] & parts[2])
    first = merge(base, mine, one)
    second = merge(base, mine, other)
    there = merge(base, first.plan, other)
    back = merge(base, second.plan, one)
    assume(not any(merged.conflicts for merged in (first, second, there, back)))
    assert content(there.plan) == content(back.plan)


def _touched_limits(base: Plan, plan: Plan) -> set[object]:
    """What is not equal, the limits by themselves: they go from frame to frame."""
    refs = touched(base, plan)
    frames = [one for ref in refs for one in (base.find(ref), plan.find(ref))]
    limits = {limit.id for frame in frames if isinstance(frame, Frame) for limit in frame.limits}
    points = set(base.open_points) ^ set(plan.open_points)
    fields = {"settings"} if base.settings != plan.settings else set()
    return {*refs, *limits, *points, *fields}


@thoroughly
@given(three())
def test_it_is_the_same_each_time(plans: Versions) -> None:
    assert merge(*plans) == merge(*plans)
