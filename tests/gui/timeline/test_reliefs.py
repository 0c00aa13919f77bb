"""In whose row a rotation is drawn that an edit under way would add."""

from __future__ import annotations

from domain.model import Plan
from gui.timeline.reliefs import all_followed, followed_by
from tests.domain import plan_builder as build


def before() -> Plan:
    return build.plan(build.rotation("a", "osc", "2026-01-01", "2026-06-30"))


def after() -> Plan:
    """A series of two that follows a, and one that follows none."""
    plan = before().put(build.rotation("b", "osc", "2026-07-01", "2026-12-31", relieves="a"))
    plan = plan.put(build.rotation("c", "osc", "2027-01-01", "2027-06-30", relieves="b"))
    return plan.put(build.rotation("z", "osc", "2027-01-01", "2027-06-30"))


def test_a_series_stands_in_the_row_of_the_rotation_that_it_follows() -> None:
    rotations = after().rotations
    found = [followed_by(rotations[name], after(), before()) for name in ("b", "c", "z")]
    assert found == ["a", "a", None]


def test_what_is_there_already_follows_nothing() -> None:
    assert all_followed(["a"], after(), before()) == set()
    assert all_followed(["a", "c", "z"], after(), before()) == {"a"}
