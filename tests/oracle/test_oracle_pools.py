"""FOR002 of the second opinion, by hand."""

import pytest

from tests.oracle import check
from tests.oracle.building import (
    Row,
    brief,
    commitment,
    frame,
    mission,
    plan,
    pool,
    rotation,
    step,
    unit,
)

MARCH = ("2026-03-01", "2026-03-31")


def drawn(*rotations: Row, **lists: object) -> Row:
    return plan(
        **{
            "missions": [mission("m")],
            "frames": [frame("f", ["m"], (None, None))],
            "rotations": list(rotations),
            **lists,
        }
    )


def supplied(*steps: Row, measure: str, **extra: object) -> list[Row]:
    """What FOR002 says of one rotation in March on a pool."""
    return check(
        drawn(
            {**rotation("r1", "m", *MARCH, force="p"), **extra},
            forces=[pool("p", *steps, measure=measure)],
        )
    )


@pytest.mark.parametrize(
    ("measure", "extra", "demand"),
    [
        ("persons", {"military": 2, "civilian": 3, "police": 4}, 9),
        ("persons", {"military": 2, "quantity": 5}, 5),
        ("persons", {}, None),
        ("teams", {"teams": 3, "military": 33}, 3),
        ("teams", {"teams": 0}, 1),
        ("teams", {}, 1),
        ("items", {"teams": 3, "military": 33}, 1),
        ("items", {"quantity": 2}, 2),
        ("items", {"quantity": 0, "military": 2}, None),
    ],
)
def test_what_a_rotation_demands_of_a_pool(measure: str, extra: Row, demand: int | None) -> None:
    found = supplied(step(None, None, 0), measure=measure, **extra)

    expected = [("FOR002", "error", ("p",), *MARCH, demand, 0)]
    assert brief(found) == ([] if demand is None else expected)


def test_a_pool_is_exhausted_above_its_supply_with_exact_fields() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="p", quantity=2),
        rotation("r2", "m", "2026-03-11", "2026-03-31", force="q"),
        rotation("r3", "m", *MARCH, force="p", quantity=9, status="cancelled"),
        rotation("r4", "m", *MARCH, force="p", quantity=0),
        commitments=[
            commitment("c", "p", ("2026-03-16", None)),
            commitment("d", "p", MARCH, exclusive=False),
        ],
        forces=[
            pool("p", step("2026-03-01", "2026-03-20", 2), step("2026-03-21", "2026-03-30", 1)),
            unit("q", "p"),
        ],
    )

    # Demand 2, from 11 March 3, from 16 March 4; the last day has no step.
    assert check(document) == [
        {
            "code": "FOR002",
            "severity": "error",
            "waived": False,
            "subjects": [{"kind": "force", "id": "p"}],
            "first_day": "2026-03-11",
            "last_day": "2026-03-30",
            "measured": 4,
            "peak_day": "2026-03-21",
            "limit": 1,
            "excess": 3,
            "contributors": [
                {"kind": "commitment", "id": "c", "amount": 1},
                {"kind": "rotation", "id": "r1", "amount": 2},
                {"kind": "rotation", "id": "r2", "amount": 1},
            ],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


def test_only_forces_below_a_pool_with_its_measure_draw_on_it_at_any_depth() -> None:
    always = step(None, None, 0)
    document = drawn(
        rotation("r1", "m", *MARCH, force="deep", military=4),
        rotation("r2", "m", *MARCH, force="middle", military=4),
        forces=[
            pool("top", always, measure="persons"),
            pool("middle", step(None, None, 1), parent="top", measure="items"),
            unit("deep", "middle", measure="persons"),
        ],
    )

    assert brief(check(document)) == [("FOR002", "error", ("top",), *MARCH, 4, 0)]


def test_an_inner_pool_and_the_one_around_it_are_both_exhausted() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="inner", part_of="r2"),
        rotation("r2", "m", *MARCH, force="outer"),
        forces=[
            pool("outer", step("2026-03-01", "2026-03-31", 1)),
            pool("inner", step("2026-03-31", "2026-04-30", 0), parent="outer"),
        ],
    )

    assert brief(check(document)) == [
        ("FOR002", "error", ("outer",), *MARCH, 2, 1),
        ("FOR002", "error", ("inner",), "2026-03-31", "2026-03-31", 1, 0),
    ]
