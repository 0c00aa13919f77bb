"""Arrays: orders, stretches and highest values, held against plain lists."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from domain.engine.columns.arrays import (
    highest_before,
    order_of,
    ranges,
    stretches,
    times_of_each,
)

NUMBERS = st.integers(0, 200_000)
PAIRS = st.lists(st.tuples(st.integers(0, 70_000), NUMBERS))
CODES = st.lists(st.integers(0, 5))


@given(pairs=PAIRS)
def test_rows_are_ordered_by_one_column_and_then_the_other(pairs: list[tuple[int, int]]) -> None:
    first, second = np.array(pairs, np.int64).reshape(-1, 2).T
    expected = sorted(range(len(pairs)), key=lambda place: pairs[place])

    assert order_of(first, second).tolist() == expected


@given(codes=CODES)
def test_equal_codes_that_stand_together_are_a_stretch(codes: list[int]) -> None:
    ordered = sorted(codes)
    found = stretches(np.array(ordered, np.int64))

    assert [ordered[begin] for begin, _end in found] == sorted(set(codes))
    assert all(len(set(ordered[begin:end])) == 1 for begin, end in found)


@given(rows=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9))))
def test_the_highest_before_a_row_is_that_of_its_own_code(rows: list[tuple[int, int]]) -> None:
    rows.sort(key=lambda row: row[0])
    codes, ends = np.array(rows, np.int64).reshape(-1, 2).T
    found = highest_before(ends, codes).tolist()

    for place, (code, _end) in enumerate(rows):
        before = [end for other, end in rows[:place] if other == code]
        assert found[place] == max(before) if before else found[place] < 0


@given(codes=CODES, many=st.booleans())
def test_each_row_is_told_how_often_its_code_occurs(codes: list[int], *, many: bool) -> None:
    rows = codes * 400 if many else codes

    assert times_of_each(np.array(rows, np.int64)).tolist() == [rows.count(one) for one in rows]


def test_ranges_follow_one_another() -> None:
    assert ranges(np.array([2, 0, 3])).tolist() == [0, 1, 0, 1, 2]
