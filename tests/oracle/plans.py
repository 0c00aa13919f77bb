"""Small but nasty plans: valid as JSON documents, and on the edge of as many rules as possible.

Everything happens around a few days, every number lies at, just above or a margin above what is
there, and each thing refers to others in every way that is allowed. What "cannot be" is ruled out
by construction: a thing only refers to things made before it, and the lists are mixed afterwards.
"""

from datetime import date

from hypothesis import strategies as st

from tests.oracle.plan_days import Anchors, anchors, days
from tests.oracle.plan_forces import (
    commitments,
    forces,
    length_rules,
    posts,
    recovery_rules,
    sharings,
)
from tests.oracle.plan_frames import frames, mandates, missions
from tests.oracle.plan_rotations import rotations
from tests.oracle.plan_rows import Row, often, without_defaults
from tests.oracle.plan_tuning import tuned
from tests.oracle.plan_waivers import waivers

# A plan, and the day on which it is looked at.
Case = tuple[Row, date | None]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A plan with waivers of its findings, and an `as_of` day or none."""
    around = draw(anchors())
    plan = draw(_whole_plan(around))
    as_of = draw(often(None, draw(days(around))))
    plan["waivers"] = draw(waivers(plan, as_of))
    return draw(_as_written(plan)), as_of


@st.composite
def plans(draw: st.DrawFn) -> Row:
    """A plan with waivers of its findings."""
    return draw(cases())[0]


@st.composite
def _whole_plan(draw: st.DrawFn, around: Anchors) -> Row:
    """A plan with every key in place, its numbers tuned, no waivers."""
    all_missions = draw(missions())
    mission_ids = [row["id"] for row in all_missions]
    all_forces = draw(forces(around))
    force_ids = [row["id"] for row in all_forces]
    seats = draw(posts(mission_ids, around))
    plan = {
        "format": "kader-plan",
        "version": 1,
        "name": "Plan",
        "scenario": "Basis",
        "derived_from": None,
        "settings": draw(settings(around)),
        "missions": all_missions,
        "mandates": draw(mandates(mission_ids, around)),
        "frames": draw(frames(mission_ids, around)),
        "forces": all_forces,
        "commitments": draw(commitments(force_ids, around)),
        "sharings": draw(sharings(force_ids, mission_ids, around)),
        "recovery_rules": draw(recovery_rules(force_ids, mission_ids, around)),
        "length_rules": draw(length_rules(around)),
        "posts": seats,
        "rotations": draw(rotations(mission_ids, force_ids, seats, around)),
        "waivers": [],
    }
    return draw(tuned(plan))


@st.composite
def settings(draw: st.DrawFn, around: Anchors) -> Row:
    """Margins great and small, and a planning period with neither, either or both of its days."""
    first, last = sorted([draw(days(around)), draw(days(around))])
    return {
        "circa_percent": draw(often(10, 0, 33, 100)),
        "circa_least": draw(often(1, 0, 2)),
        "marking": None,
        "planning_first_day": draw(often(None, first.isoformat())),
        "planning_last_day": draw(often(None, last.isoformat())),
    }


@st.composite
def _as_written(draw: st.DrawFn, plan: Row) -> Row:
    """The plan as a document: perhaps without defaults and empty lists, perhaps with `x_` keys."""
    if draw(st.booleans()):
        return plan
    result: Row = {}
    for key, value in plan.items():
        if isinstance(value, list):
            rows = [{"x_row": 1, **without_defaults(row, key)} for row in value]
            result |= {key: rows} if rows else {}
        else:
            result[key] = without_defaults(value, key) if key == "settings" else value
    return {"x_made_by": "hand", **result}
