"""Columns follow edits, and find what lists of ids find."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.engine.columns.columns import Columns
from domain.engine.ways import Lists, Swap, Ways
from domain.errors import Refused
from domain.exchange.plan_json import plan_from_document
from domain.model import Plan, Rotation, touched_between
from tests.domain.rules.random_edits import edit_of
from tests.oracle.plans import Case, cases

DAYS = st.tuples(st.integers(737_000, 741_000), st.integers(1, 900))


def swaps(before: Plan, after: Plan) -> list[Swap]:
    names = after.rotations.differing(before.rotations)
    return [(before.rotations.get(name), after.rotations.get(name)) for name in names]


def names(rotations: object) -> list[str]:
    assert isinstance(rotations, list | tuple)
    return sorted(rotation.id for rotation in rotations if isinstance(rotation, Rotation))


def found(ways: Ways, plan: Plan, days: tuple[int, int]) -> list[list[str]]:
    return [
        *(names(ways.at_mission(mission, days)) for mission in plan.missions),
        *(names(ways.on_force(force, days)) for force in plan.forces),
        *(names(ways.on_post(post, days)) for post in plan.posts),
        *(names(ways.relievers(rotation)) for rotation in plan.rotations),
    ]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(case=cases(), data=st.data())
def test_columns_find_what_lists_find_after_any_edits(case: Case, data: st.DataObject) -> None:
    plan = plan_from_document(case[0])
    columns = Columns(plan)
    for _step in range(3):
        try:
            after = edit_of(data.draw, plan).apply(plan).plan
        except Refused:
            continue
        if not columns.serves(after):
            columns = Columns(after)
        elif touched_between(plan, after):
            columns = data.draw(st.sampled_from([columns, columns.copy()]))
            columns.follow(after, swaps(plan, after))
        plan = after
    start, length = data.draw(DAYS)
    lists = Lists(plan)

    assert found(columns, plan, (start, start + length)) == found(
        lists, plan, (start, start + length)
    )
    assert columns.extremes() == lists.extremes()
    assert columns.longest() >= lists.longest()


def test_a_copy_leaves_the_columns_as_they_were() -> None:
    plan = plan_from_document(
        {
            "format": "kader-plan",
            "version": 1,
            "name": "Plan",
            "scenario": "Basis",
            "missions": [{"id": "osc", "name": "OSC"}],
            "rotations": [
                {
                    "id": "r1",
                    "mission": "osc",
                    "name": "R1",
                    "first_day": "2026-01-01",
                    "last_day": "2026-06-30",
                    "military": 3,
                }
            ],
        }
    )
    columns = Columns(plan)
    other = columns.copy()
    other.follow(
        Plan(missions=plan.missions, rotations=plan.rotations.without("r1")),
        [(plan.rotations["r1"], None)],
    )

    assert names(columns.at_mission("osc")) == ["r1"]
    assert names(other.at_mission("osc")) == []
