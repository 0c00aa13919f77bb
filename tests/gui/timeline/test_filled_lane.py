"""A lane with its strength: values, levels, the tightest step, and what is drawn of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.engine.profile import Profile, Step
from domain.model import Frame, Limit, Settings
from gui.timeline.filled_lane import FilledLane
from gui.timeline.geometry import View
from gui.timeline.lanes import Lane, Stretch
from gui.timeline.sky import column_of, peaks_per_column
from gui.timeline.strip_words import words_of
from tests.domain import plan_builder as build

JANUARY = date(2026, 1, 1).toordinal()
DECEMBER = date(2026, 12, 31).toordinal() + 1
PLAN = build.plan(build.mission("osc"))


def filled(limit: Limit, *steps: tuple[int, int, int], end: int = DECEMBER) -> FilledLane:
    """A lane of one limit in force in 2026, with steps in days from 1 January."""
    frame: Frame = build.frame("osc", limit)
    days = JANUARY, end
    stretch = Stretch(frame, limit, days)
    found = tuple(Step(JANUARY + start, JANUARY + stop, value) for start, stop, value in steps)
    assert limit.measure is not None
    lane = Lane(limit.measure, limit.categories, (stretch,))
    return FilledLane(lane, [Profile(frame, limit, found, days)], Settings())


def words(lane: FilledLane, day: int | None, days: tuple[int, int] | None = None) -> list[object]:
    return list(words_of(lane, PLAN, day, days))


def test_a_day_is_said_with_its_value_and_number() -> None:
    lane = filled(build.limit("cap", 7), (0, 31, 4), (31, 59, 8))
    everyone = "OSC · military, civilian, police:"
    assert words(lane, JANUARY) == [everyone, "4 of 7 on 01-01-2026", False]
    assert words(lane, JANUARY + 40) == [everyone, "8 of 7 on 10-02-2026", True]
    assert words(lane, JANUARY + 100) == [everyone, "0 of 7 on 11-04-2026", False]
    assert words(lane, JANUARY - 1) == [everyone, "no frame on 31-12-2025", False]


def test_without_a_day_the_tightest_is_said() -> None:
    lane = filled(build.limit("cap", 7, "military"), (0, 31, 4), (31, 59, 7), (59, 90, 7))
    assert words(lane, None) == ["OSC · military:", "peak 7 of 7 from 01-02-2026", False]
    dragged = JANUARY + 60, JANUARY + 70
    assert words(lane, None, dragged)[1] == "peak 7 of 7 from 02-03-2026"


def test_a_lane_without_a_number_says_why() -> None:
    assert words(filled(build.limit("cap")), None)[1] == "nobody planned · no limit"
    unknown = build.limit("cap", binding="unknown")
    assert words(filled(unknown, (0, 9, 3)), JANUARY)[1] == "3 · number unknown on 01-01-2026"


def test_circa_has_a_margin_and_is_too_much_above_its_number() -> None:
    lane = filled(build.limit("cap", 12, binding="circa"), (0, 10, 13))
    assert (lane.levels[0].number, lane.levels[0].most) == (12, 14)
    assert words(lane, JANUARY)[1:] == ["13 of 12 on 01-01-2026", True]


def test_means_are_in_hundredths() -> None:
    limit = build.limit("cap", 2, measure="average_per_year")
    lane = filled(limit, (0, 365, 151))
    assert words(lane, JANUARY + 9)[1] == "1.51 of 2 on 10-01-2026"
    assert lane.top == pytest.approx(280)


def test_a_year_is_measured_though_the_frame_begins_within_it() -> None:
    limit = build.limit("cap", 5, measure="teams_per_year")
    lane = filled(limit, (-365, 0, 3), (0, 365, 6), end=JANUARY + 400)
    assert words(lane, None)[1:] == ["peak 6 of 5 from 01-01-2026", True]


def test_the_scale_leaves_room_above_limit_and_peak() -> None:
    assert filled(build.limit("cap", 10)).top == pytest.approx(14)
    assert filled(build.limit("cap", 10), (0, 9, 30)).top == pytest.approx(33)
    assert filled(build.limit("cap")).top == pytest.approx(1)


def test_columns_are_a_pixel_wide_at_least() -> None:
    widths = {pixels: column_of(View(0, pixels, 0, 1, 9, 9)) for pixels in (40, 1, 0.9, 0.13)}
    assert widths == {40: 1, 1: 1, 0.9: 2, 0.13: 8}


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 40), st.integers(0, 9)), max_size=30),
    st.sampled_from([1, 2, 4, 8, 16]),
)
def test_each_column_shows_the_highest_of_its_days(
    parts: list[tuple[int, int, int]], days: int
) -> None:
    steps, at = [], 0
    for gap, length, value in parts:
        steps.append(Step(at + gap, at + gap + length, value))
        at += gap + length
    highest: dict[int, int] = {}
    for step in steps:
        for day in range(step.start, step.end):
            highest[day // days] = max(highest.get(day // days, 0), step.value)
    runs = peaks_per_column(steps, days)
    drawn = {column: run.value for run in runs for column in range(run.left, run.right)}
    assert drawn == highest
    assert sum(run.right - run.left for run in runs) == len(drawn)


def test_the_sky_begins_where_the_strength_ends() -> None:
    lane = filled(build.limit("cap", 10), (0, 10, 4))
    view = View(JANUARY - 10.0, 10.0, 0, 1, 300, 100)
    sky = lane.sky(view)
    heights = {rect.x(): rect.height() for rect in sky.as_list(0, len(sky))}
    assert heights[JANUARY] == pytest.approx(10)
    assert heights[JANUARY + 10] == pytest.approx(14)
    assert lane.sky(view) is sky


def test_the_sky_is_made_anew_for_another_scale() -> None:
    lane = filled(build.limit("cap", 10), (0, 10, 4))
    sky = lane.sky(View(JANUARY - 10.0, 10.0, 0, 1, 300, 100))
    assert lane.sky(View(JANUARY - 10.0, 0.4, 0, 1, 300, 100)) is not sky
