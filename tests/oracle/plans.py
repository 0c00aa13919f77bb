"""Small but nasty plans: valid as JSON documents, and on the edge of as many rules as possible.

Everything happens around a few days, every number lies at, just above or a margin above what is
there, and each thing refers to others in every way that is allowed. What "cannot be" is ruled out
by construction: a thing only refers to things made before it, and the lists are mixed afterwards.
"""

from datetime import date

from hypothesis import strategies as st

from tests.oracle.plan_choices import Draw, coin, often
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
from tests.oracle.plan_rows import Row, without_defaults
from tests.oracle.plan_scenes import scenes
from tests.oracle.plan_tuning import tuned
from tests.oracle.plan_waivers import waivers

# A plan, and the day on which it is looked at.
Case = tuple[Row, date | None]


@st.composite
def cases(draw: Draw) -> Case:
    """A plan with waivers of its findings, and an `as_of` day or none."""
    around = anchors(draw)
    plan = _whole_plan(draw, around)
    as_of = often(draw, None, days(draw, around))
    plan["waivers"] = waivers(draw, plan, as_of)
    return _as_written(draw, plan), as_of


@st.composite
def plans(draw: Draw) -> Row:
    """A plan with waivers of its findings."""
    return draw(cases())[0]


def _whole_plan(draw: Draw, around: Anchors) -> Row:
    """A plan with every key in place, its numbers tuned, no waivers."""
    all_missions = missions(draw)
    mission_ids = [row["id"] for row in all_missions]
    all_forces = forces(draw, around)
    force_ids = [row["id"] for row in all_forces]
    seats = posts(draw, mission_ids, around)
    plan = {
        "format": "kader-plan",
        "version": 1,
        "name": "Plan",
        "scenario": "Basis",
        "derived_from": None,
        "settings": settings(draw, around),
        "missions": all_missions,
        "mandates": mandates(draw, mission_ids, around),
        "frames": frames(draw, mission_ids, around),
        "forces": all_forces,
        "commitments": commitments(draw, force_ids, around),
        "sharings": sharings(draw, force_ids, mission_ids, around),
        "recovery_rules": recovery_rules(draw, force_ids, mission_ids, around),
        "length_rules": length_rules(draw, around),
        "posts": seats,
        "rotations": rotations(draw, mission_ids, force_ids, seats, around),
        "waivers": [],
    }
    return tuned(draw, scenes(draw, plan, around))


def settings(draw: Draw, around: Anchors) -> Row:
    """Margins great and small, and a planning period with neither, either or both of its days."""
    first, last = sorted([days(draw, around), days(draw, around)])
    return {
        "circa_percent": often(draw, 10, 0, 33, 100),
        "circa_least": often(draw, 1, 0, 2),
        "marking": None,
        "planning_first_day": often(draw, None, first.isoformat()),
        "planning_last_day": often(draw, None, last.isoformat()),
    }


def _as_written(draw: Draw, plan: Row) -> Row:
    """The plan as a document: perhaps without defaults and empty lists, perhaps with `x_` keys."""
    if coin(draw):
        return plan
    result: Row = {}
    for key, value in plan.items():
        if isinstance(value, list):
            rows = [{"x_row": 1, **without_defaults(row, key)} for row in value]
            result |= {key: rows} if rows else {}
        else:
            result[key] = without_defaults(value, key) if key == "settings" else value
    return {"x_made_by": "hand", **result}
