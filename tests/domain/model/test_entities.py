"""Entities: what no mission, frame, force or rotation can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.errors import Refused
from domain.model import (
    Accepted,
    Category,
    Length,
    LengthRule,
    Settings,
    Status,
    SupplyStep,
)
from tests.domain.plan_builder import (
    commitment,
    day,
    frame,
    length_rule,
    limit,
    mandate,
    mission,
    pool,
    post,
    recovery_rule,
    rotation,
    settings,
    sharing,
    step,
    unit,
    waiver,
)

MARCH = ("2026-03-01", "2026-03-31")
TURNED = ("2026-03-31", "2026-03-01")

DATED: dict[str, Callable[[str | None, str | None], object]] = {
    "a mandate": lambda first, last: mandate("osc", first, last),
    "a frame": lambda first, last: frame("osc", days=(first, last)),
    "a commitment": lambda first, last: commitment("c1", "ship", first, last),
    "a sharing": lambda first, last: sharing("ship", "osc opg", first, last),
    "a recovery rule": lambda first, last: recovery_rule("rr", days=1, first=first, last=last),
    "a length rule": lambda first, last: length_rule("police", first=first, last=last),
    "a post": lambda first, last: post("chief", "osc", 1, first, last),
    "a supply step": lambda first, last: step(1, first, last),
    "the planning period": lambda first, last: settings(planning=(first, last)),
}


@pytest.mark.parametrize("made", DATED.values(), ids=DATED.keys())
def test_open_and_ordered_days_are_taken(made: Callable[[str | None, str | None], object]) -> None:
    for first, last in (MARCH, (MARCH[0], MARCH[0]), (None, MARCH[1]), (MARCH[0], None)):
        made(first, last)
    made(None, None)


@pytest.mark.parametrize("made", DATED.values(), ids=DATED.keys())
def test_a_last_day_before_the_first_is_refused(
    made: Callable[[str | None, str | None], object],
) -> None:
    with pytest.raises(
        Refused, match=r"^.+: the last day 2026-03-01 lies before the first day 2026-03-31\.$"
    ):
        made(*TURNED)


@pytest.mark.parametrize("made", DATED.values(), ids=DATED.keys())
@pytest.mark.parametrize("days", [("1989-12-31", None), (None, "2101-01-01")])
def test_a_day_that_no_plan_needs_is_refused(
    made: Callable[[str | None, str | None], object], days: tuple[str | None, str | None]
) -> None:
    with pytest.raises(Refused, match=r"lies outside 1990–2100\.$"):
        made(*days)


@pytest.mark.parametrize("days", [TURNED, ("1989-12-31", "2026-03-01"), (MARCH[0], "2101-01-01")])
def test_a_rotation_and_what_a_waiver_accepts_have_days_in_order_too(
    days: tuple[str, str],
) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        rotation("r1", "osc", *days)
    with pytest.raises(Refused, match=r"\.$"):
        waiver("FRA001", ["limit cap"], days)


def test_a_rotation_of_one_day_lasts_one_day() -> None:
    one = rotation("r1", "osc", "2026-03-01", "2026-03-01")

    assert one.days == 1
    assert one.end - one.start == 1


ONE = rotation("r1", "osc", *MARCH)
COUNTS: list[tuple[Any, str]] = [
    (ONE, "military"),
    (ONE, "civilian"),
    (ONE, "police"),
    (ONE, "teams"),
    (ONE, "quantity"),
    (mission("osc"), "handover_days"),
    (mission("osc"), "preparation_days"),
    (mission("osc"), "decision_lead_days"),
    (limit("cap", 7), "number"),
    (step(1), "quantity"),
    (commitment("c1", "ship", *MARCH), "quantity"),
    (recovery_rule("rr", days=1), "days"),
    (recovery_rule("rr", days=1, window=9), "window_days"),
    (post("chief", "osc", 1), "quantity"),
    (length_rule("police", at_least=3), "min_months"),
    (length_rule("police", at_most=3), "max_months"),
    (Settings(), "circa_percent"),
    (Settings(), "circa_least"),
]


@pytest.mark.parametrize("number", [-1, 1.5, 2.0, True, "3", Decimal(3), 10**9])
def test_a_count_is_a_whole_number_and_not_negative(number: object) -> None:
    for thing, field in COUNTS:
        with pytest.raises(Refused) as refusal:
            replace(thing, **{field: number})

        assert field in refusal.value.sentence
        assert refusal.value.sentence.endswith(".")
        assert "\n" not in refusal.value.sentence


def test_nought_is_a_count() -> None:
    for thing, field in COUNTS:
        assert getattr(replace(thing, **{field: 0}), field) == 0


NAMED: list[Any] = [
    mission("osc"),
    mandate("osc", *MARCH),
    frame("osc"),
    limit("cap", 7),
    unit("ship"),
    commitment("c1", "ship", *MARCH),
    sharing("ship", "osc"),
    recovery_rule("rr", days=1),
    length_rule("police"),
    post("chief", "osc", 1),
    ONE,
    waiver("FRA001", ["limit cap"], MARCH),
]


@pytest.mark.parametrize("thing", NAMED, ids=[type(thing).__name__ for thing in NAMED])
def test_an_id_has_one_to_sixty_four_characters(
    thing: Any,  # noqa: ANN401 - any entity
) -> None:
    assert replace(thing, id="x" * 64).id == "x" * 64
    for name in ("", "   ", "x" * 65):
        with pytest.raises(Refused, match=r"an id has 1 to 64 characters\.$"):
            replace(thing, id=name)


def test_a_frame_has_limits() -> None:
    with pytest.raises(Refused, match=r"^Frame osc has no limits\.$"):
        replace(frame("osc"), limits=())


def test_a_limit_counts_a_category() -> None:
    with pytest.raises(Refused, match=r"^Limit cap counts no category\.$"):
        limit("cap", 7, "")


@pytest.mark.parametrize("binding", ["maximum", "exact", "circa", "modular"])
def test_a_limit_that_binds_has_a_number(binding: str) -> None:
    with pytest.raises(Refused, match=r"^Limit cap has no number\.$"):
        limit("cap", None, binding=binding)


@pytest.mark.parametrize("binding", ["unlimited", "unknown"])
def test_a_limit_that_is_unlimited_or_unknown_has_none(binding: str) -> None:
    limit("cap", None, binding=binding)
    with pytest.raises(Refused, match=r"^Limit cap .*\.$"):
        limit("cap", 7, binding=binding)


@pytest.mark.parametrize("number", [None, 7])
def test_a_limit_has_no_measure_if_and_only_if_it_is_unread(number: int | None) -> None:
    limit("cap", number, measure=None, binding="unread")
    with pytest.raises(Refused, match=r"^Limit cap: .*\.$"):
        limit("cap", number, measure="persons", binding="unread")
    with pytest.raises(Refused, match=r"^Limit cap: .*\.$"):
        limit("cap", number, measure=None, binding="maximum")


@pytest.mark.parametrize(
    "steps",
    [
        [(MARCH[0], MARCH[1]), ("2026-03-31", "2026-04-30")],
        [("2026-03-31", "2026-04-30"), (MARCH[0], MARCH[1])],
        [(MARCH[0], None), ("2026-06-01", None)],
        [(None, MARCH[1]), (None, "2026-01-01")],
        [(None, None), MARCH],
        [MARCH, MARCH],
    ],
)
def test_supply_steps_do_not_overlap(steps: list[tuple[str | None, str | None]]) -> None:
    with pytest.raises(Refused, match=r"^Force people: two supply steps overlap\.$"):
        pool("people", *(step(1, *days) for days in steps))


def test_supply_steps_may_join_and_leave_days_out() -> None:
    made = pool(
        "people",
        step(1, None, MARCH[1]),
        step(2, "2026-04-01", "2026-04-30"),
        step(0, "2026-06-01"),
    )

    assert len(made.supply) == 3


@pytest.mark.parametrize(
    "numbers",
    [
        {"factor": "-0.5"},
        {"factor": "Infinity"},
        {"days": None, "window": 9},
    ],
)
def test_a_recovery_rule_has_the_numbers_of_its_kind(numbers: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=r"^Recovery rule rr: .*\.$"):
        recovery_rule("rr", **numbers)


def test_an_interval_has_days() -> None:
    with pytest.raises(Refused, match=r"^Recovery rule rr: .*\.$"):
        recovery_rule("rr")


def test_a_rotation_counts_its_people() -> None:
    one = rotation("r1", "osc", *MARCH, military=4, police=2)

    assert one.headcount == 6
    assert one.categories == {Category.MILITARY, Category.POLICE}
    assert one.people(Category.POLICE) == 2
    assert one.people_in([Category.POLICE, Category.CIVILIAN]) == 2
    assert (one.cancelled, replace(one, status=Status.CANCELLED).cancelled) == (False, True)


@pytest.mark.parametrize(
    ("number", "margin"), [(0, 1), (1, 1), (10, 1), (11, 2), (20, 2), (21, 3), (100, 10), (101, 11)]
)
def test_the_margin_is_ten_per_cent_rounded_up_and_at_least_one(number: int, margin: int) -> None:
    assert Settings().margin(number) == margin


def test_a_length_rule_holds_on_its_first_and_its_last_day() -> None:
    rule = length_rule("police", at_least=3, first=MARCH[0], last=MARCH[1])

    assert [rule.holds_on(day(text)) for text in ("2026-02-28", *MARCH, "2026-04-01")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "value",
    [
        ONE,
        frame("osc"),
        limit("cap", 7),
        Length(days=1),
        SupplyStep(None, None, 1),
        Accepted(date(2026, 1, 1), date(2026, 1, 1)),
        LengthRule("l", Category.POLICE, None, None),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_never_changes(value: object) -> None:
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        value.id = "other"  # type: ignore[attr-defined]


@pytest.mark.parametrize("field", ["handover_days", "preparation_days", "decision_lead_days"])
def test_no_number_of_days_leads_out_of_the_calendar(field: str) -> None:
    numbers: dict[str, Any] = {field: 40_000}
    assert getattr(replace(mission("osc"), **numbers), field) == 40_000
    numbers = {field: 40_001}
    with pytest.raises(Refused, match=rf"^osc: {field} is 40001; more than 40000 cannot be\.$"):
        replace(mission("osc"), **numbers)


@pytest.mark.parametrize(
    ("longest", "too_long"),
    [({"days": 40_000}, {"days": 40_001}), ({"months": 1_200}, {"months": 1_201})],
)
def test_no_length_leads_out_of_the_calendar(
    longest: dict[str, int], too_long: dict[str, int]
) -> None:
    Length(**longest)
    with pytest.raises(Refused, match=r"^A length is at most 40000 days or 1200 months\.$"):
        Length(**too_long)
