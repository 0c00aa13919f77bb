"""FOR002: more asked of a pool than it holds."""

from __future__ import annotations

import pytest

from domain.model import Plan, Rotation
from domain.rules.finding import Contributor
from tests.domain.plan_builder import (
    cancelled,
    commitment,
    day,
    plan,
    pool,
    refs,
    rotation,
    settings,
    step,
    unit,
)
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
TEN = pool("people", step(10), measure="persons")
ALL_MARCH = "error people 2026-03-01 2026-03-31"


def people(number: int, id_: str = "r1") -> Rotation:
    return rotation(id_, "osc", *MARCH, military=number, force="people")


CASES: Cases = {
    "as many as there are": (plan(TEN, people(6), people(4, "r2")), []),
    "one more": (
        plan(TEN, people(6), people(5, "r2")),
        [f"{ALL_MARCH} 11/10 on 2026-03-01 by r1 6, r2 5"],
    ),
    "all categories together": (
        plan(TEN, rotation("r1", "osc", *MARCH, military=4, civilian=4, police=3, force="people")),
        [f"{ALL_MARCH} 11/10 on 2026-03-01 by r1 11"],
    ),
    "nobody asks": (plan(TEN), []),
    "a cancelled rotation": (plan(TEN, people(10), *cancelled(people(1, "r2"))), []),
    "an unknown supply": (plan(pool("people", measure="persons"), people(999)), []),
    "a supply of nought": (
        plan(pool("people", step(0), measure="persons"), people(1)),
        [f"{ALL_MARCH} 1/0 on 2026-03-01 by r1 1"],
    ),
    "a supply on some days leaves the others unknown": (
        plan(pool("people", step(3, "2026-03-10", "2026-03-20"), measure="persons"), people(4)),
        ["error people 2026-03-10 2026-03-20 4/3 on 2026-03-10 by r1 4"],
    ),
    "unknown days split a run": (
        plan(
            pool(
                "people",
                step(3, None, "2026-03-10"),
                step(3, "2026-03-12", None),
                measure="persons",
            ),
            people(4),
        ),
        [
            "error people 2026-03-01 2026-03-10 4/3 on 2026-03-01 by r1 4",
            "error people 2026-03-12 2026-03-31 4/3 on 2026-03-12 by r1 4",
        ],
    ),
    "steps that join are one run, with its peak where most is lacking": (
        plan(
            pool(
                "people",
                step(3, None, "2026-03-10"),
                step(1, "2026-03-11", None),
                measure="persons",
            ),
            people(4),
        ),
        [f"{ALL_MARCH} 4/1 on 2026-03-11 by r1 4"],
    ),
    "steps in any order": (
        plan(
            pool(
                "people",
                step(9, "2026-03-11", None),
                step(3, None, "2026-03-10"),
                measure="persons",
            ),
            people(4),
        ),
        ["error people 2026-03-01 2026-03-10 4/3 on 2026-03-01 by r1 4"],
    ),
    "a step that is enough in between splits a run": (
        plan(
            pool(
                "people",
                step(3, None, "2026-03-10"),
                step(4, "2026-03-11", "2026-03-11"),
                step(3, "2026-03-12", None),
                measure="persons",
            ),
            people(4),
        ),
        [
            "error people 2026-03-01 2026-03-10 4/3 on 2026-03-01 by r1 4",
            "error people 2026-03-12 2026-03-31 4/3 on 2026-03-12 by r1 4",
        ],
    ),
    "the peak is not where most is asked but where most is lacking": (
        plan(
            pool(
                "people",
                step(2, None, "2026-03-10"),
                step(9, "2026-03-11", None),
                measure="persons",
            ),
            people(6),
            rotation("r2", "opg", "2026-03-11", "2026-03-31", military=5, force="people"),
        ),
        [f"{ALL_MARCH} 6/2 on 2026-03-01 by r1 6"],
    ),
    "a quantity takes the place of the headcount": (
        plan(TEN, rotation("r1", "osc", *MARCH, military=50, force="people", quantity=10)),
        [],
    ),
    "a quantity above the supply": (
        plan(TEN, rotation("r1", "osc", *MARCH, military=1, force="people", quantity=11)),
        [f"{ALL_MARCH} 11/10 on 2026-03-01 by r1 11"],
    ),
    "a quantity of nought asks nothing": (
        plan(
            pool("people", step(0), measure="persons"),
            rotation("r1", "osc", *MARCH, military=5, force="people", quantity=0),
        ),
        [],
    ),
    "who asks nothing does not contribute": (
        plan(
            TEN,
            people(11),
            rotation("r2", "osc", *MARCH, military=5, force="people", quantity=0),
            rotation("r3", "osc", *MARCH, teams=1, force="people"),
        ),
        [f"{ALL_MARCH} 11/10 on 2026-03-01 by r1 11"],
    ),
    "a part asks in full": (
        plan(
            TEN,
            people(10),
            rotation("r2", "osc", *MARCH, military=1, force="people", part_of="r1"),
        ),
        [f"{ALL_MARCH} 11/10 on 2026-03-01 by r1 10, r2 1"],
    ),
    "a pool of teams is asked the teams": (
        plan(
            pool("teams", step(2), measure="teams"),
            rotation("r1", "osc", *MARCH, military=33, teams=3, force="teams"),
        ),
        ["error teams 2026-03-01 2026-03-31 3/2 on 2026-03-01 by r1 3"],
    ),
    "a rotation without teams asks one": (
        plan(
            pool("teams", step(1), measure="teams"),
            rotation("r1", "osc", *MARCH, military=33, force="teams"),
            rotation("r2", "osc", *MARCH, military=33, force="teams", teams=0),
        ),
        ["error teams 2026-03-01 2026-03-31 2/1 on 2026-03-01 by r1 1, r2 1"],
    ),
    "a pool of items is asked one": (
        plan(
            pool("helicopters", step(1)),
            rotation("r1", "osc", *MARCH, military=33, teams=4, force="helicopters"),
            rotation("r2", "osc", *MARCH, force="helicopters"),
        ),
        ["error helicopters 2026-03-01 2026-03-31 2/1 on 2026-03-01 by r1 1, r2 1"],
    ),
    "a commitment asks one": (
        plan(
            pool("helicopters", step(1)),
            commitment("c1", "helicopters", *MARCH),
            commitment("c2", "helicopters", *MARCH, kind="maintenance"),
        ),
        ["error helicopters 2026-03-01 2026-03-31 2/1 on 2026-03-01 by c1 1, c2 1"],
    ),
    "a commitment asks one of people too, or its quantity": (
        plan(
            TEN,
            commitment("c1", "people", *MARCH),
            commitment("c2", "people", *MARCH, quantity=10),
        ),
        [f"{ALL_MARCH} 11/10 on 2026-03-01 by c1 1, c2 10"],
    ),
    "a commitment that is not exclusive asks nothing": (
        plan(TEN, people(10), commitment("c1", "people", *MARCH, exclusive=False)),
        [],
    ),
    "an open commitment asks within the planning days": (
        plan(
            settings(planning=("2026-01-01", "2026-12-31")),
            pool("helicopters", step(0)),
            commitment("c1", "helicopters", None, None),
        ),
        ["error helicopters 2026-01-01 2026-12-31 1/0 on 2026-01-01 by c1 1"],
    ),
    "a unit in a pool asks of it": (
        plan(
            pool("frigates", step(1)),
            unit("alpha", "frigates"),
            unit("bravo", "frigates"),
            rotation("r1", "osc", *MARCH, force="alpha"),
            rotation("r2", "osc", *MARCH, force="bravo"),
        ),
        ["error frigates 2026-03-01 2026-03-31 2/1 on 2026-03-01 by r1 1, r2 1"],
    ),
    "a unit below a unit in a pool asks of it too": (
        plan(
            pool("frigates", step(0)),
            unit("alpha", "frigates"),
            unit("helicopter", "alpha"),
            rotation("r1", "osc", *MARCH, force="helicopter"),
        ),
        ["error frigates 2026-03-01 2026-03-31 1/0 on 2026-03-01 by r1 1"],
    ),
    "a force with another measure asks nothing of a pool above it": (
        plan(
            pool("people", step(0), measure="persons"),
            unit("alpha", "people", measure="items"),
            rotation("r1", "osc", *MARCH, military=9, force="alpha"),
        ),
        [],
    ),
    "a force with the same measure below one with another": (
        plan(
            pool("people", step(0), measure="persons"),
            unit("alpha", "people", measure="items"),
            unit("squad", "alpha", measure="persons"),
            rotation("r1", "osc", *MARCH, military=9, force="squad"),
        ),
        [f"{ALL_MARCH} 9/0 on 2026-03-01 by r1 9"],
    ),
    "a pool in a pool asks of both": (
        plan(
            pool("people", step(3), measure="persons"),
            pool("medics", step(2), measure="persons", parent="people"),
            rotation("r1", "osc", *MARCH, military=4, force="medics"),
        ),
        [
            "error medics 2026-03-01 2026-03-31 4/2 on 2026-03-01 by r1 4",
            "error people 2026-03-01 2026-03-31 4/3 on 2026-03-01 by r1 4",
        ],
    ),
    "what is asked of a pool above is not asked of one below": (
        plan(
            pool("people", step(9), measure="persons"),
            pool("medics", step(0), measure="persons", parent="people"),
            people(4),
        ),
        [],
    ),
    "a unit has no supply": (
        plan(unit("ship"), rotation("r1", "osc", *MARCH, force="ship", quantity=99)),
        [],
    ),
    "first and last days are both inside": (
        plan(
            TEN,
            rotation("r1", "osc", "2026-03-01", "2026-03-15", military=10, force="people"),
            rotation("r2", "osc", "2026-03-15", "2026-03-31", military=10, force="people"),
        ),
        ["error people 2026-03-15 2026-03-15 20/10 on 2026-03-15 by r1 10, r2 10"],
    ),
    "one after the other": (
        plan(
            TEN,
            rotation("r1", "osc", "2026-03-01", "2026-03-15", military=10, force="people"),
            rotation("r2", "osc", "2026-03-16", "2026-03-31", military=10, force="people"),
        ),
        [],
    ),
}


@each(CASES)
def test_a_pool_is(plan: Plan, lines: list[str]) -> None:
    assert said("FOR002", plan) == lines


@pytest.mark.parametrize("status", ["draft", "planned", "approved", "deployed", "completed"])
def test_every_rotation_that_is_not_cancelled_asks(status: str) -> None:
    asking = rotation("r1", "osc", *MARCH, military=11, force="people", status=status)

    assert len(said("FOR002", plan(TEN, asking))) == 1


def test_a_finding_names_the_pool_and_who_asks() -> None:
    about = plan(TEN, people(10), commitment("standby", "people", *MARCH, quantity=3))
    found = only_finding("FOR002", about)

    assert found.subjects == refs("force people")
    assert (found.measured, found.limit, found.excess) == (13, 10, 3)
    assert found.peak_day == day("2026-03-01")
    assert set(found.contributors) == {
        Contributor(refs("rotation r1")[0], 10),
        Contributor(refs("commitment standby")[0], 3),
    }
