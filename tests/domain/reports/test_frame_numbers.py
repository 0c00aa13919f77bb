"""The number of a frame in annex 2: each frame once, a cap or its parts, never both."""

from __future__ import annotations

import pytest

from domain.model import Frame, Limit, UntilDecided
from domain.reports import ColumnNumber, FrameNumbers, Period, annex_2
from domain.reports.counted_limits import counted_limits
from tests.domain import plan_builder as build

YEAR = Period(build.day("2026-01-01"), build.day("2026-12-31"))
NOTHING = ColumnNumber()
ANYONE = "military civilian police"


def numbers(*frames: Frame) -> FrameNumbers:
    return annex_2(build.plan(*frames), YEAR).frame


def columns(*frames: Frame) -> tuple[int | None, int | None, int | None]:
    found = numbers(*frames)
    return found.military.number, found.civil_police.number, found.joint.number


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ([("a", 12, "military")], (12, None, None)),
        ([("a", 5, "civilian")], (None, 5, None)),
        ([("a", 5, "civilian police")], (None, 5, None)),
        ([("a", 3, "military"), ("b", 1, "civilian")], (3, 1, None)),
        ([("a", 2, "civilian"), ("b", 3, "police")], (None, 5, None)),
        ([("a", 15, ANYONE)], (None, None, 15)),
        ([("a", 20, "military civilian")], (None, None, 20)),
        # The parts say all that the cap says: it is not added to them.
        ([("a", 7, ANYONE), ("b", 4, "military"), ("c", 3, "civilian police")], (4, 3, None)),
        ([("a", 7, ANYONE), ("b", 3, "military"), ("c", 2, "civilian police")], (3, 2, None)),
        # The parts allow more than the cap, or leave someone out: the cap is the number.
        ([("a", 7, ANYONE), ("b", 5, "military"), ("c", 4, "civilian police")], (None, None, 7)),
        ([("a", 7, ANYONE), ("b", 4, "military")], (None, None, 7)),
        # Within one column the whole is the number.
        ([("a", 5, "civilian police"), ("b", 2, "civilian"), ("c", 3, "police")], (None, 5, None)),
        # What a joint number does not count stands beside it.
        ([("a", 20, "military civilian"), ("b", 5, "police")], (None, 5, 20)),
        # Two numbers for the same: both apply.
        ([("a", 6, "military"), ("b", 4, "military")], (4, None, None)),
        ([("a", 0, "military")], (0, None, None)),
    ],
)
def test_a_frame_is_counted_once(
    limits: list[tuple[str, int, str]], expected: tuple[int | None, ...]
) -> None:
    assert columns(build.frame("m", *(build.limit(*limit) for limit in limits))) == expected


def test_limits_of_other_measures_are_in_no_column() -> None:
    frame = build.frame(
        "vpd",
        build.limit("persons", 121, "military"),
        build.limit("teams", 11, "military", measure="teams"),
        build.limit("year", 175, "military", measure="teams_per_year"),
        build.limit("size", 11, "military", measure="team_size"),
    )
    assert columns(frame) == (121, None, None)
    assert [limit.id for limit in counted_limits(frame)] == ["persons"]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (build.limit("x", None, "military"), ColumnNumber(unlimited=True)),
        (build.limit("x", None, "military", binding="unknown"), ColumnNumber(unknown=True)),
        (build.limit("x", 15, "military", measure=None), ColumnNumber(unknown=True)),
        (build.limit("x", 15, "military", binding="circa"), ColumnNumber(15, about=True)),
        (build.limit("x", 15, "military", binding="modular"), ColumnNumber(15, about=True)),
        (build.limit("x", 15, "military", binding="exact"), ColumnNumber(15)),
    ],
)
def test_no_limit_zero_unknown_and_circa_are_different_things(
    limit: Limit, expected: ColumnNumber
) -> None:
    assert numbers(build.frame("m", limit)).military == expected


def test_missions_that_share_a_frame_have_its_number_once() -> None:
    plan = build.plan(build.frame("mali niger", build.limit("x", 15)))
    (entry,) = annex_2(plan, YEAR).entries
    assert entry.missions == ("mali", "niger")
    assert entry.frame.joint == ColumnNumber(15)


def test_missions_share_frames_through_others() -> None:
    plan = build.plan(
        build.frame("a b", build.limit("x", 3, "military"), id_="one"),
        build.frame("b c", build.limit("y", 4, "military"), id_="two"),
        build.frame("d", build.limit("z", 5, "military")),
    )
    first, second = annex_2(plan, YEAR).entries
    assert (first.missions, first.frame.military.number) == (("a", "b", "c"), 7)
    assert (second.missions, second.frame.military.number) == (("d",), 5)


def test_a_frame_for_some_of_the_missions_of_another_is_not_added_to_it() -> None:
    wide = build.frame("cmf opg", build.limit("x", 4, "military"))
    narrow = build.frame("opg", build.limit("y", 2, "military"))
    assert columns(wide, narrow) == (4, None, None)


def test_an_unlimited_frame_beside_a_number_leaves_the_number() -> None:
    wide = build.frame("cmf opg", build.limit("x", 4, "military"))
    narrow = build.frame("opg", build.limit("y", None, "military"))
    assert numbers(wide, narrow).military == ColumnNumber(4, unlimited=True)


def test_of_two_decisions_for_the_same_both_apply_and_the_smaller_counts() -> None:
    one = build.frame("unc", build.limit("x", 5, "military"), id_="one")
    other = build.frame("unc", build.limit("y", 3, "military"), id_="other")
    assert columns(one, other) == (3, None, None)


def test_of_frames_one_after_the_other_the_larger_is_counted() -> None:
    first = build.frame(
        "m", build.limit("x", 240, "military"), id_="x", days=("2026-01-28", "2026-06-07")
    )
    then = build.frame("m", build.limit("y", 6, "military"), id_="y", days=("2026-06-08", None))
    assert columns(first, then) == (240, None, None)


def test_numbers_of_different_days_are_not_mixed() -> None:
    first = build.frame(
        "m", build.limit("x", 10, "military"), id_="x", days=("2026-01-01", "2026-06-30")
    )
    then = build.frame("m", build.limit("y", 12), id_="y", days=("2026-07-01", None))
    assert columns(first, then) == (None, None, 12)


def test_a_frame_that_is_superseded_before_the_period_is_not_counted() -> None:
    old = build.frame("m", build.limit("x", 240, "military"), id_="old")
    new = build.frame(
        "m",
        build.limit("y", 6, "military"),
        id_="new",
        days=("2025-06-01", None),
        supersedes=("old",),
    )
    assert columns(old, new) == (6, None, None)


def test_a_frame_that_was_corrected_is_not_counted() -> None:
    wrong = build.frame("m", build.limit("x", 8, "military"), id_="wrong")
    right = build.frame(
        "m", build.limit("y", 6, "military"), id_="right", supersedes=("wrong",), correction=True
    )
    assert columns(wrong, right) == (6, None, None)


def conditional(number: int, until: UntilDecided, *, met: bool | None = None) -> Frame:
    limit = build.limit(f"c{number}", number, "military")
    frame = build.frame("m", limit, id_="conditional", condition="if", until_decided=until)
    return (
        frame
        if met is None
        else build.frame(
            "m", limit, id_="conditional", condition="if", condition_met=met, until_decided=until
        )
    )


def test_a_frame_that_waits_for_its_condition_is_set_all_the_same() -> None:
    assert columns(conditional(3, UntilDecided.NOT_IN_FORCE)) == (3, None, None)
    assert columns(conditional(3, UntilDecided.IN_FORCE)) == (3, None, None)


def test_where_another_frame_is_in_force_it_adds_nothing() -> None:
    other = build.frame("m", build.limit("x", 5, "military"), id_="other")
    assert columns(conditional(9, UntilDecided.NOT_IN_FORCE), other) == (5, None, None)


def test_a_frame_whose_condition_was_not_met_is_none() -> None:
    assert columns(conditional(3, UntilDecided.IN_FORCE, met=False)) == (None, None, None)
