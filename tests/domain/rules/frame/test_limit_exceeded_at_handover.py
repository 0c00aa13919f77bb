"""FRA001 at a handover: those who are relieved count only for the people they have more."""

from __future__ import annotations

from dataclasses import replace

from domain.model import Limit, Plan, Rotation
from tests.domain.plan_builder import cancelled, day, frame, limit, mission, plan, rotation
from tests.domain.rules.cases import said


def handed_over(
    *relievers: Rotation, days: int = 5, counts: bool = False, cap: Limit | None = None
) -> Plan:
    """Ten people until 31 March, and who relieves them; the limit of nought shows each day."""
    return plan(
        mission("osc", handover_days=days, handover_counts=counts),
        frame("osc", cap or limit("cap", 0)),
        rotation("r1", "osc", "2026-03-01", "2026-03-31", military=8, civilian=2),
        *relievers,
    )


def successor(
    first: str, id_: str = "r2", last: str = "2026-06-30", *, military: int = 0, civilian: int = 0
) -> Rotation:
    return rotation(id_, "osc", first, last, military=military, civilian=civilian, relieves="r1")


def strengths(about: Plan, *days: str) -> list[int]:
    """The strength on each of some days, read from the findings about that day alone."""
    found = []
    for name in days:
        on_that_day = replace(about.frames["osc"], first_day=day(name), last_day=day(name))
        lines = said("FRA001", about.put(on_that_day))
        found.append(int(lines[0].split()[4].split("/")[0]) if lines else 0)
    return found


def test_where_a_handover_counts_all_are_counted() -> None:
    about = handed_over(successor("2026-03-27", military=8, civilian=2), counts=True)

    assert strengths(about, "2026-03-26", "2026-03-27", "2026-03-31", "2026-04-01") == [
        10, 20, 20, 10,
    ]  # fmt: skip


def test_where_it_does_not_those_relieved_count_only_for_the_people_they_have_more() -> None:
    about = handed_over(successor("2026-03-27", military=8, civilian=1))

    assert strengths(about, "2026-03-26", "2026-03-27", "2026-03-31", "2026-04-01") == [
        10, 10, 10, 9,
    ]  # fmt: skip


def test_people_of_one_category_do_not_take_over_from_another() -> None:
    about = handed_over(successor("2026-03-27", civilian=10))

    assert strengths(about, "2026-03-27") == [8 + 10]


def test_more_relievers_than_relieved_leave_nobody_and_never_less() -> None:
    about = handed_over(successor("2026-03-27", military=20, civilian=20))

    assert strengths(about, "2026-03-27") == [40]


def test_a_handover_lasts_its_days_from_the_successors_first() -> None:
    about = handed_over(successor("2026-03-20", military=8, civilian=2), days=5)

    assert strengths(about, "2026-03-19", "2026-03-20", "2026-03-24", "2026-03-25") == [
        10, 10, 10, 20,
    ]  # fmt: skip


def test_a_handover_of_no_days_takes_nothing_off() -> None:
    about = handed_over(successor("2026-03-31", military=8, civilian=2), days=0)

    assert strengths(about, "2026-03-31") == [20]


def test_a_handover_of_one_day_is_the_successors_first_day() -> None:
    about = handed_over(successor("2026-03-30", military=8, civilian=2), days=1)

    assert strengths(about, "2026-03-30", "2026-03-31") == [10, 20]


def test_all_who_relieve_one_count_together() -> None:
    about = handed_over(
        successor("2026-03-27", "r2", military=5), successor("2026-03-29", "r3", military=5)
    )

    assert strengths(about, "2026-03-27", "2026-03-29") == [
        5 + 3 + 2,
        10 + 0 + 2,
    ]


def test_a_handover_that_is_over_no_longer_counts_beside_one_that_is_not() -> None:
    about = handed_over(
        successor("2026-03-20", "r2", military=5),
        successor("2026-03-25", "r3", military=5),
        days=5,
    )

    assert strengths(about, "2026-03-24", "2026-03-25") == [5 + 3 + 2, 10 + 3 + 2]


def test_a_successor_who_is_gone_takes_nothing_off() -> None:
    about = handed_over(successor("2026-03-20", last="2026-03-21", military=8, civilian=2))

    assert strengths(about, "2026-03-21", "2026-03-22") == [10, 10]


def test_a_cancelled_successor_relieves_nobody() -> None:
    about = handed_over(*cancelled(successor("2026-03-27", military=8, civilian=2)))

    assert strengths(about, "2026-03-27") == [10]


def test_what_is_taken_off_is_taken_off_the_contributors_too() -> None:
    about = handed_over(
        successor("2026-03-27", military=8, civilian=1), cap=limit("cap", 9, "military civilian")
    )

    assert said("FRA001", about) == ["error cap 2026-03-01 2026-03-31 10/9 on 2026-03-01 by r1 10"]
    narrow = replace(about.frames["osc"], first_day=day("2026-03-27"))
    assert said("FRA001", about.put(narrow)) == [
        "error cap 2026-03-27 2026-03-31 10/9 on 2026-03-27 by r1 1, r2 9"
    ]


def test_those_wholly_taken_over_contribute_nothing() -> None:
    about = handed_over(successor("2026-03-27", military=8), cap=limit("cap", 7, "military"))
    narrow = replace(about.frames["osc"], first_day=day("2026-03-27"))

    assert said("FRA001", about.put(narrow)) == [
        "error cap 2026-03-27 2026-06-30 8/7 on 2026-03-27 by r2 8"
    ]


def test_teams_are_not_taken_off_at_a_handover() -> None:
    about = plan(
        mission("osc", handover_days=5, handover_counts=False),
        frame("osc", limit("cap", 1, measure="teams")),
        rotation("r1", "osc", "2026-03-01", "2026-03-31", military=8, teams=1),
        rotation("r2", "osc", "2026-03-27", "2026-06-30", military=8, teams=1, relieves="r1"),
    )

    assert said("FRA002", about) == [
        "error cap 2026-03-27 2026-03-31 2/1 on 2026-03-27 by r1 1, r2 1"
    ]
