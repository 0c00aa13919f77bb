"""Profiles that are mended: the same steps as those reckoned anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.engine.profile import Step
from domain.engine.profiles import spliced

VALUES = st.lists(st.integers(0, 3), min_size=12, max_size=12)


def steps_of(values: list[int], first: int = 0) -> tuple[Step, ...]:
    """The steps of a value for each day, those of zero left out."""
    found: list[Step] = []
    for day, value in enumerate(values, start=first):
        if value and found and found[-1].end == day and found[-1].value == value:
            found[-1] = Step(found[-1].start, day + 1, value)
        elif value:
            found.append(Step(day, day + 1, value))
    return tuple(found)


@given(before=VALUES, other=VALUES, start=st.integers(0, 11), length=st.integers(1, 12))
def test_steps_with_others_on_some_days_are_those_of_the_whole(
    before: list[int], other: list[int], start: int, length: int
) -> None:
    end = min(12, start + length)
    after = [*before[:start], *other[start:end], *before[end:]]
    inner = steps_of(other[start:end], start)

    assert spliced(steps_of(before), (start, end), inner) == steps_of(after)
