"""The handover in the strength of the second opinion, by hand: who counts while it lasts."""

from tests.oracle import check
from tests.oracle.building import Brief, Row, brief, frame, limit, mission, plan, rotation

YEAR_2026 = ("2026-01-01", "2026-12-31")


def of_limits(document: Row) -> list[Brief]:
    return [one for one in brief(check(document)) if one[0] in {"FRA001", "FRA002", "FRA003"}]


def handover(cap: int, *rotations: Row, days: int = 10, counts: bool = False) -> Row:
    return plan(
        missions=[mission("m", handover_days=days, handover_counts=counts)],
        frames=[frame("f", ["m"], YEAR_2026, limit("cap", cap))],
        rotations=list(rotations),
    )


def test_the_relieved_count_during_handover_when_the_mission_says_so() -> None:
    document = handover(
        5,
        rotation("r1", "m", "2026-01-01", "2026-03-10", military=5),
        rotation("r2", "m", "2026-03-01", "2026-06-30", military=5, relieves="r1"),
        counts=True,
    )

    assert of_limits(document) == [("FRA001", "error", ("cap",), "2026-03-01", "2026-03-10", 10, 5)]


def test_the_relieved_do_not_count_in_the_first_handover_days_of_the_successor() -> None:
    # Ten days of handover from 1 March; the relieved stay one day longer.
    document = handover(
        5,
        rotation("r1", "m", "2026-01-01", "2026-03-11", military=5),
        rotation("r2", "m", "2026-03-01", "2026-06-30", military=5, relieves="r1"),
    )

    assert of_limits(document) == [("FRA001", "error", ("cap",), "2026-03-11", "2026-03-11", 10, 5)]


def test_of_the_relieved_count_those_it_has_more_than_all_relievers_together() -> None:
    # 1-5 March: 9 - 3 = 6, and 3 make 9. 6-10 March: 9 - 3 - 2 = 4, and 5 make 9.
    # 11-15 March r2 is past its handover: 9 - 2 = 7, and 3 + 2 make 12. Then 14 until 20 March.
    document = handover(
        8,
        rotation("r1", "m", "2026-01-01", "2026-03-20", military=9),
        rotation("r2", "m", "2026-03-01", "2026-06-30", military=3, relieves="r1"),
        rotation("r3", "m", "2026-03-06", "2026-06-30", military=2, relieves="r1"),
    )

    found = [one for one in check(document) if one["code"] == "FRA001"]

    assert brief(found) == [("FRA001", "error", ("cap",), "2026-01-01", "2026-03-20", 14, 8)]
    assert found[0]["peak_day"] == "2026-03-16"


def test_amounts_of_contributors_have_the_handover_deducted() -> None:
    # Per category: 4 military less 6 is 0, not -2; 3 civilians less 1 are 2.
    document = handover(
        8,
        rotation("r1", "m", "2026-03-01", "2026-03-10", military=4, civilian=3),
        rotation("r2", "m", "2026-03-01", "2026-03-10", military=6, civilian=1, relieves="r1"),
    )

    found = [one for one in check(document) if one["code"] == "FRA001"]

    assert brief(found) == [("FRA001", "error", ("cap",), "2026-03-01", "2026-03-10", 9, 8)]
    assert found[0]["contributors"] == [
        {"kind": "rotation", "id": "r1", "amount": 2},
        {"kind": "rotation", "id": "r2", "amount": 7},
    ]


def test_the_handover_ends_with_a_successor_that_is_shorter() -> None:
    # Ten days of handover, of which the successor is there for two.
    document = handover(
        4,
        rotation("r1", "m", "2026-03-01", "2026-03-10", military=5),
        rotation("r2", "m", "2026-03-01", "2026-03-02", military=1, relieves="r1"),
    )

    found = [one for one in check(document) if one["code"] == "FRA001"]

    assert brief(found) == [("FRA001", "error", ("cap",), "2026-03-01", "2026-03-10", 5, 4)]
    assert found[0]["contributors"] == [
        {"kind": "rotation", "id": "r1", "amount": 4},
        {"kind": "rotation", "id": "r2", "amount": 1},
    ]


def test_a_relieved_rotation_that_is_wholly_replaced_is_no_contributor() -> None:
    document = handover(
        5,
        rotation("r1", "m", "2026-03-01", "2026-03-10", military=5),
        rotation("r2", "m", "2026-03-01", "2026-03-10", military=6, relieves="r1"),
    )

    found = [one for one in check(document) if one["code"] == "FRA001"]

    assert found[0]["contributors"] == [{"kind": "rotation", "id": "r2", "amount": 6}]


def test_a_cancelled_rotation_relieves_nobody() -> None:
    document = handover(
        4,
        rotation("r1", "m", "2026-03-01", "2026-03-10", military=5),
        rotation(
            "r2", "m", "2026-03-01", "2026-03-10", military=5, relieves="r1", status="cancelled"
        ),
    )

    assert of_limits(document) == [("FRA001", "error", ("cap",), "2026-03-01", "2026-03-10", 5, 4)]


def test_in_a_chain_of_reliefs_the_full_headcount_of_the_successor_is_deducted() -> None:
    # r2 is itself wholly relieved by r3, yet r1 is relieved by all 5 of r2.
    days = ("2026-03-01", "2026-03-10")
    document = handover(
        4,
        rotation("r1", "m", *days, military=5),
        rotation("r2", "m", *days, military=5, relieves="r1"),
        rotation("r3", "m", *days, military=5, relieves="r2"),
    )

    assert of_limits(document) == [("FRA001", "error", ("cap",), *days, 5, 4)]


def test_the_handover_is_deducted_from_a_mean_but_not_from_teams_and_first_days() -> None:
    days = ("2026-03-01", "2026-03-10")
    limits = [
        limit("mean", 0, measure="average_per_year"),
        limit("teams", 0, measure="teams"),
        limit("per-year", 0, measure="persons_per_year"),
        limit("teams-per-year", 0, measure="teams_per_year"),
    ]
    document = plan(
        missions=[mission("m", handover_days=10, handover_counts=False)],
        frames=[frame("f", ["m"], YEAR_2026, *limits)],
        rotations=[
            rotation("r1", "m", *days, military=73, teams=1),
            rotation("r2", "m", *days, military=73, teams=1, relieves="r1"),
        ],
    )

    # 73 people for 10 days are 730 person-days, over 365 days a mean of 2.
    assert of_limits(document) == [
        ("FRA002", "error", ("teams",), *days, 2, 0),
        ("FRA003", "error", ("mean",), *YEAR_2026, 2.0, 0),
        ("FRA003", "error", ("per-year",), *YEAR_2026, 146, 0),
        ("FRA003", "error", ("teams-per-year",), *YEAR_2026, 2, 0),
    ]
