"""Waivers: when a finding is accepted, and when it is a finding again."""

from __future__ import annotations

from datetime import date

import pytest

from domain.model import Plan, Waiver
from domain.rules.checker import check
from tests.domain.plan_builder import (
    commitment,
    frame,
    limit,
    mission,
    plan,
    recovery_rule,
    rotation,
    waiver,
)
from tests.domain.rules.cases import only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
FOUND = "error cap 2026-03-01 2026-03-31 9/7 on 2026-03-01 by r1 5, r2 4"
WAIVED = f"{FOUND} waived by waiver"
LAPSED = f"{FOUND} no longer waived by waiver"
BOTH = ("rotation r1", "rotation r2")


def too_many(*waivers: Waiver) -> Plan:
    """Nine people where seven are allowed, all of March."""
    return plan(
        frame("osc", limit("cap", 7)),
        rotation("r1", "osc", *MARCH, military=5),
        rotation("r2", "osc", *MARCH, military=4),
        *waivers,
    )


def cap(  # noqa: PLR0913 - an acceptance has that many sides
    days: tuple[str, str] = MARCH,
    *,
    excess: str | None = "2",
    contributors: tuple[str, ...] = BOTH,
    until: str | None = None,
    about: tuple[str, ...] = ("limit cap",),
    code: str = "FRA001",
    id_: str = "waiver",
) -> Waiver:
    return waiver(code, about, days, excess=excess, contributors=contributors, until=until, id_=id_)


@pytest.mark.parametrize(
    "accepted",
    [
        pytest.param(cap(), id="exactly what is found"),
        pytest.param(cap(("2026-01-01", "2026-12-31")), id="more days"),
        pytest.param(cap(excess="3"), id="a larger excess"),
        pytest.param(cap(contributors=(*BOTH, "rotation r9")), id="more contributors"),
        pytest.param(cap(until="2026-06-30"), id="until a day, when no day is given"),
    ],
)
def test_a_finding_within_what_was_accepted_is_waived(accepted: Waiver) -> None:
    assert said("FRA001", too_many(accepted)) == [WAIVED]


@pytest.mark.parametrize(
    "accepted",
    [
        pytest.param(cap(("2026-03-02", "2026-03-31")), id="it began a day earlier"),
        pytest.param(cap(("2026-03-01", "2026-03-30")), id="it lasts a day longer"),
        pytest.param(cap(excess="1"), id="its excess is larger"),
        pytest.param(cap(excess=None), id="no excess was accepted"),
        pytest.param(cap(contributors=("rotation r1",)), id="someone else contributes"),
        pytest.param(cap(contributors=()), id="nobody was accepted"),
        pytest.param(
            cap(contributors=("rotation r1", "commitment r2")), id="another kind of contributor"
        ),
    ],
)
def test_beyond_what_was_accepted_it_is_a_finding_that_names_the_waiver(accepted: Waiver) -> None:
    assert said("FRA001", too_many(accepted)) == [LAPSED]


@pytest.mark.parametrize(
    "accepted",
    [
        pytest.param(cap(code="FRA002"), id="another code"),
        pytest.param(cap(about=("limit other",)), id="another thing"),
        pytest.param(cap(about=("frame cap",)), id="another kind of thing"),
        pytest.param(cap(about=("limit cap", "limit other")), id="more things"),
        pytest.param(cap(about=()), id="nothing"),
    ],
)
def test_a_waiver_of_something_else_has_no_part_in_it(accepted: Waiver) -> None:
    assert said("FRA001", too_many(accepted)) == [FOUND]


@pytest.mark.parametrize(
    ("as_of", "line"),
    [
        (date(2026, 6, 29), WAIVED),
        (date(2026, 6, 30), WAIVED),
        (date(2026, 7, 1), LAPSED),
        (None, WAIVED),
    ],
)
def test_a_waiver_holds_up_to_and_including_its_last_day(as_of: date | None, line: str) -> None:
    assert said("FRA001", too_many(cap(until="2026-06-30")), as_of) == [line]


def test_a_waiver_without_a_last_day_holds_for_ever() -> None:
    assert said("FRA001", too_many(cap()), date(2099, 12, 31)) == [WAIVED]


def test_the_first_waiver_that_holds_is_named_and_no_other() -> None:
    about = too_many(
        cap(excess="1", id_="too narrow"), cap(id_="fits"), cap(excess="9", id_="fits too")
    )

    assert said("FRA001", about) == [f"{FOUND} waived by fits"]


def test_where_none_holds_all_that_lapsed_are_named_in_the_order_of_the_plan() -> None:
    about = too_many(
        cap(excess="1", id_="b"), cap(contributors=(), id_="a"), cap(code="FRA002", id_="c")
    )

    assert said("FRA001", about) == [f"{FOUND} no longer waived by b no longer waived by a"]


def test_a_waived_finding_keeps_its_severity_and_its_place() -> None:
    (before, *_rest) = check(too_many())
    (after, *_rest) = check(too_many(cap()))

    assert (after.severity, after.order) == (before.severity, before.order)
    assert (before.waived, after.waived) == (False, True)


def test_a_run_is_waived_as_a_whole_or_not_at_all() -> None:
    about = plan(
        frame("osc", limit("cap", 7)),
        rotation("r1", "osc", "2026-03-01", "2026-03-10", military=8),
        rotation("r2", "osc", "2026-03-20", "2026-03-31", military=8),
        cap(("2026-03-01", "2026-03-25"), excess="1"),
    )

    assert said("FRA001", about) == [
        "error cap 2026-03-01 2026-03-10 8/7 on 2026-03-01 by r1 8 waived by waiver",
        "error cap 2026-03-20 2026-03-31 8/7 on 2026-03-20 by r2 8 no longer waived by waiver",
    ]


@pytest.mark.parametrize(
    "about",
    [
        ("force ship", "rotation r1", "commitment standby"),
        ("commitment standby", "rotation r1", "force ship"),
    ],
)
def test_the_things_of_a_waiver_stand_in_any_order(about: tuple[str, ...]) -> None:
    clash = plan(
        rotation("r1", "osc", *MARCH, force="ship"),
        commitment("standby", "ship", *MARCH),
        waiver("FOR001", about, MARCH),
    )

    assert said("FOR001", clash) == ["error ship standby r1 2026-03-01 2026-03-31 waived by waiver"]


def test_a_finding_without_numbers_is_waived_without_an_excess() -> None:
    outside = plan(
        frame("osc", days=("2026-03-02", None)),
        rotation("r1", "osc", *MARCH, military=1),
        waiver("FRA005", ["rotation r1"], ("2026-03-01", "2026-03-01")),
    )

    assert said("FRA005", outside) == ["error r1 2026-03-01 2026-03-01 waived by waiver"]


@pytest.mark.parametrize("excess", ["0", "0.00", "0.01"])
def test_the_excess_of_a_mean_is_compared_as_it_is_printed(excess: str) -> None:
    # 3651 person-days in 365 days are a little more than the 10.00 that is printed
    about = plan(
        frame("nato", limit("cap", 10, measure="average_per_year")),
        rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10),
        rotation("r2", "nato", "2026-06-01", "2026-06-01", military=1),
        waiver(
            "FRA003",
            ["limit cap"],
            ("2026-01-01", "2026-12-31"),
            excess=excess,
            contributors=BOTH,
        ),
    )

    assert only_finding("FRA003", about).waived


def test_the_excess_of_a_mean_may_be_fractional() -> None:
    # 10.41 in the year: 3800 person-days
    about = plan(
        frame("nato", limit("cap", 10, measure="average_per_year")),
        rotation("r1", "nato", "2026-01-01", "2026-12-31", military=10),
        rotation("r2", "nato", "2026-01-01", "2026-05-30", military=1),
    )
    year = ("2026-01-01", "2026-12-31")
    accepted = [
        waiver("FRA003", ["limit cap"], year, excess=excess, contributors=BOTH)
        for excess in ("0.41", "0.4")
    ]

    assert said("FRA003", about) == ["error cap 2026-01-01 2026-12-31 10.41/10 by r1 3650, r2 150"]
    assert only_finding("FRA003", about.put(accepted[0])).waived
    assert only_finding("FRA003", about.put(accepted[1])).lapsed_waivers == ("waiver",)


def test_a_finding_of_days_too_few_is_waived_by_how_many() -> None:
    about = plan(
        mission("osc"),
        recovery_rule("ten", days=10),
        rotation("r1", "osc", "2026-01-01", "2026-01-31", military=1, force="ship"),
        rotation("r2", "osc", "2026-02-05", "2026-02-28", military=1, force="ship"),
    )
    things = ("force ship", "rotation r2", "recovery_rule ten")
    days = ("2026-02-05", "2026-02-10")
    six, five = (
        waiver("FOR003", things, days, excess=excess, contributors=["rotation r1"])
        for excess in ("6", "5")
    )

    assert only_finding("FOR003", about.put(six)).waived
    assert only_finding("FOR003", about.put(five)).lapsed_waivers == ("waiver",)
