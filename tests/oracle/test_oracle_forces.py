"""FOR001 and FOR004 of the second opinion, by hand."""

import pytest

from tests.oracle import check
from tests.oracle.building import (
    Brief,
    Row,
    brief,
    commitment,
    frame,
    mission,
    plan,
    pool,
    rotation,
    sharing,
    step,
    unit,
)

ALWAYS = (None, None)
MARCH = ("2026-03-01", "2026-03-31")
APRIL = ("2026-04-01", "2026-04-30")

# A battalion with two companies, a pool of teams and in that a team; and another battalion.
TREE = [
    unit("battalion"),
    unit("alpha", "battalion"),
    unit("bravo", "battalion"),
    pool("teams", step(None, None, 9), parent="battalion", measure="teams"),
    unit("team", "teams", measure="teams"),
    unit("other"),
]


def drawn(*rotations: Row, **lists: object) -> Row:
    return plan(
        **{
            "missions": [mission("m"), mission("n"), mission("ready", preparation_days=10)],
            "frames": [frame("f", ["m", "n", "ready"], ALWAYS)],
            "forces": TREE,
            "rotations": list(rotations),
            **lists,
        }
    )


def clash(inner: str, one: str, other: str, days: tuple[str, str], code: str = "FOR001") -> Brief:
    severity = "error" if code == "FOR001" else "warning"
    return (code, severity, (inner, one, other), *days, None, None)


@pytest.mark.parametrize(
    ("one", "other", "inner"),
    [
        ("alpha", "alpha", "alpha"),
        ("battalion", "alpha", "alpha"),
        ("alpha", "battalion", "alpha"),
        ("alpha", "bravo", None),
        ("battalion", "team", "team"),
        ("alpha", "team", None),
        ("battalion", "other", None),
        # A pool is no unit: nothing books it.
        ("teams", "teams", None),
        ("battalion", "teams", None),
        ("teams", "team", None),
    ],
)
def test_the_whole_and_the_part_clash_but_two_parts_do_not(
    one: str, other: str, inner: str | None
) -> None:
    found = brief(
        check(
            drawn(rotation("r1", "m", *MARCH, force=one), rotation("r2", "n", *MARCH, force=other))
        )
    )

    assert found == ([] if inner is None else [clash(inner, "r1", "r2", MARCH)])


def test_a_clash_has_exact_fields_and_the_earlier_booking_first() -> None:
    found = check(
        drawn(
            rotation("r1", "m", "2026-03-15", "2026-04-30", force="alpha"),
            rotation("r2", "n", "2026-03-01", "2026-03-20", force="battalion"),
        )
    )

    assert found == [
        {
            "code": "FOR001",
            "severity": "error",
            "waived": False,
            "subjects": [
                {"kind": "force", "id": "alpha"},
                {"kind": "rotation", "id": "r2"},
                {"kind": "rotation", "id": "r1"},
            ],
            "first_day": "2026-03-15",
            "last_day": "2026-03-20",
            "measured": None,
            "peak_day": None,
            "limit": None,
            "excess": None,
            "contributors": [],
            "waiver": None,
            "lapsed_waivers": [],
        }
    ]


def test_of_two_bookings_with_the_same_days_the_commitment_comes_first() -> None:
    document = drawn(
        rotation("a", "m", *MARCH, force="alpha"),
        commitments=[commitment("z", "alpha", MARCH, kind="exercise")],
    )

    assert brief(check(document)) == [clash("alpha", "z", "a", MARCH)]


def test_of_two_bookings_with_the_same_first_day_the_shorter_comes_first() -> None:
    found = check(
        drawn(
            rotation("r1", "m", *MARCH, force="alpha"),
            rotation("r2", "m", "2026-03-01", "2026-03-02", force="alpha"),
        )
    )

    assert brief(found) == [clash("alpha", "r2", "r1", ("2026-03-01", "2026-03-02"))]


def test_a_commitment_that_is_not_exclusive_and_a_cancelled_rotation_book_nothing() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        rotation("r2", "m", *MARCH, force="alpha", status="cancelled"),
        commitments=[commitment("c", "alpha", MARCH, exclusive=False)],
    )

    assert check(document) == []


def test_an_open_commitment_begins_and_ends_with_any_rotation() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        rotation("r2", "m", "2026-01-01", "2026-12-31", status="cancelled"),
        commitments=[commitment("c", "alpha", ALWAYS), commitment("d", "alpha", (None, MARCH[0]))],
    )

    assert brief(check(document)) == [
        clash("alpha", "d", "c", ("2026-01-01", "2026-03-01")),
        clash("alpha", "c", "r1", MARCH),
        clash("alpha", "d", "r1", ("2026-03-01", "2026-03-01")),
    ]


def test_an_open_commitment_is_cut_by_the_planning_period_a_closed_one_is_not() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        commitments=[
            commitment("c", "alpha", ("2026-03-01", None)),
            commitment("d", "bravo", MARCH),
            commitment("e", "bravo", MARCH),
        ],
        settings={"planning_last_day": "2026-03-10"},
    )

    assert brief(check(document)) == [
        clash("alpha", "c", "r1", ("2026-03-01", "2026-03-10")),
        clash("bravo", "d", "e", MARCH),
    ]


@pytest.mark.parametrize(
    ("force", "missions", "days", "left"),
    [
        ("alpha", ["m", "n"], ALWAYS, []),
        ("battalion", ["m", "n"], ALWAYS, []),
        ("alpha", ["m", "n", "ready"], ALWAYS, []),
        (
            "alpha",
            ["m", "n"],
            ("2026-03-11", "2026-03-20"),
            [("2026-03-01", "2026-03-10"), ("2026-03-21", "2026-03-31")],
        ),
        ("alpha", ["m"], ALWAYS, [MARCH]),
        ("bravo", ["m", "n"], ALWAYS, [MARCH]),
        ("other", ["m", "n"], ALWAYS, [MARCH]),
    ],
)
def test_a_declared_sharing_of_the_inner_force_or_above_is_lawful_on_its_days(
    force: str,
    missions: list[str],
    days: tuple[str | None, str | None],
    left: list[tuple[str, str]],
) -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="battalion"),
        rotation("r2", "n", *MARCH, force="alpha"),
        sharings=[sharing("s", force, missions, days)],
    )

    assert brief(check(document)) == [clash("alpha", "r1", "r2", run) for run in left]


def test_two_rotations_at_the_same_mission_share_what_is_shared_for_it() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        rotation("r2", "m", *MARCH, force="alpha"),
        sharings=[sharing("s", "alpha", ["m"], ALWAYS)],
    )

    assert check(document) == []


def test_a_sharing_of_a_part_does_not_share_the_whole() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="battalion"),
        rotation("r2", "n", *MARCH, force="battalion"),
        sharings=[sharing("s", "alpha", ["m", "n"], ALWAYS)],
    )

    assert brief(check(document)) == [clash("battalion", "r1", "r2", MARCH)]


def test_a_commitment_is_not_shared() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        commitments=[commitment("c", "alpha", MARCH)],
        sharings=[sharing("s", "alpha", ["m", "n"], ALWAYS)],
    )

    assert brief(check(document)) == [clash("alpha", "c", "r1", MARCH)]


def test_rotations_whose_chains_of_part_of_end_at_the_same_one_are_nested() -> None:
    # r1 <- r2 <- r3 (cancelled) <- r4; r5 is no part of them.
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        rotation("r2", "n", *MARCH, force="alpha", part_of="r1"),
        rotation("r3", "n", *MARCH, force="alpha", part_of="r2", status="cancelled"),
        rotation("r4", "n", *MARCH, force="alpha", part_of="r3"),
        rotation("r5", "n", *MARCH, force="alpha"),
    )

    assert brief(check(document)) == [
        clash("alpha", "r1", "r5", MARCH),
        clash("alpha", "r2", "r5", MARCH),
        clash("alpha", "r4", "r5", MARCH),
    ]


def test_a_rotation_shares_the_unit_with_the_one_it_relieves_in_its_first_handover_days() -> None:
    document = drawn(
        rotation("r1", "m", "2026-01-01", "2026-03-31", force="alpha"),
        rotation("r2", "m", "2026-03-22", "2026-06-30", force="alpha", relieves="r1"),
        missions=[mission("m", handover_days=7)],
        frames=[],
    )

    assert brief(check(document)) == [
        clash("alpha", "r1", "r2", ("2026-03-29", "2026-03-31")),
        ("ROT003", "warning", ("r2", "r1"), "2026-03-22", "2026-03-31", 10, 7),
    ]


def prepared(*others: Row, **lists: object) -> list[Brief]:
    """What is said of a rotation in April whose ten days of preparation begin on 22 March."""
    return brief(check(drawn(rotation("later", "ready", *APRIL, force="alpha"), *others, **lists)))


def test_preparation_that_lies_inside_an_earlier_booking_is_named() -> None:
    assert prepared(rotation("r1", "m", "2026-03-01", "2026-03-24", force="battalion")) == [
        clash("alpha", "r1", "later", ("2026-03-22", "2026-03-24"), "FOR004")
    ]
    assert prepared(rotation("r1", "m", "2026-03-01", "2026-03-21", force="battalion")) == []
    assert prepared(rotation("r1", "m", "2026-03-01", "2026-03-24", force="bravo")) == []


def test_preparation_and_the_rotation_itself_are_findings_apart() -> None:
    assert prepared(rotation("r1", "m", "2026-03-30", "2026-04-02", force="alpha")) == [
        clash("alpha", "r1", "later", ("2026-04-01", "2026-04-02")),
        clash("alpha", "r1", "later", ("2026-03-30", "2026-03-31"), "FOR004"),
    ]


def test_preparation_lies_inside_any_exclusive_commitment() -> None:
    commitments = [
        commitment("c", "alpha", MARCH, kind="maintenance"),
        commitment("d", "alpha", MARCH, exclusive=False),
    ]

    assert prepared(commitments=commitments) == [
        clash("alpha", "c", "later", ("2026-03-22", "2026-03-31"), "FOR004")
    ]


def test_a_commitment_has_no_preparation() -> None:
    document = drawn(
        rotation("r1", "ready", *MARCH, force="alpha"),
        commitments=[commitment("c", "alpha", APRIL)],
    )

    assert check(document) == []


def test_preparation_may_be_shared_nested_or_in_one_chain_of_continues() -> None:
    earlier = rotation("r1", "m", *MARCH, force="alpha")
    gone = rotation("gone", "m", *MARCH, continues="r1", status="cancelled")
    shared = sharing("s", "alpha", ["m", "ready"], (None, "2026-03-29"))

    def with_later(*sharings: Row, **extra: object) -> list[Brief]:
        later = {**rotation("later", "ready", *APRIL, force="alpha"), **extra}
        return brief(check(drawn(earlier, gone, later, sharings=list(sharings))))

    assert with_later(shared) == [
        clash("alpha", "r1", "later", ("2026-03-30", "2026-03-31"), "FOR004")
    ]
    assert with_later(part_of="r1") == []
    assert with_later(continues="r1") == []
    assert with_later(continues="gone") == []


def test_two_rotations_that_continue_the_same_one_are_in_one_chain() -> None:
    document = drawn(
        rotation("r0", "m", "2026-01-01", "2026-01-31", force="alpha"),
        rotation("r1", "m", *MARCH, force="alpha", continues="r0"),
        rotation("later", "ready", *APRIL, force="alpha", continues="r0"),
    )

    assert check(document) == []


def test_a_commitment_whose_open_end_is_cut_to_before_its_first_day_books_nothing() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        commitments=[commitment("c", "alpha", (MARCH[0], None))],
        settings={"planning_last_day": "2026-02-28"},
    )

    assert check(document) == []


def test_continues_does_not_make_a_double_booking_lawful() -> None:
    document = drawn(
        rotation("r1", "m", *MARCH, force="alpha"),
        rotation("r2", "n", *MARCH, force="alpha", continues="r1"),
    )

    assert brief(check(document)) == [clash("alpha", "r1", "r2", MARCH)]
