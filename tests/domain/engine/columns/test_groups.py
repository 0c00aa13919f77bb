"""Groups of slots, held against a plain list of codes."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from domain.engine.columns.groups import Groups

CODES = st.lists(st.integers(-1, 4), max_size=12)
MOVES = st.lists(st.tuples(st.integers(0, 14), st.integers(-1, 6)), max_size=12)


def expected(codes: dict[int, int], code: int) -> list[int]:
    return sorted(slot for slot, own in codes.items() if own == code)


@given(codes=CODES, moves=MOVES)
def test_groups_follow_slots_from_code_to_code(
    codes: list[int], moves: list[tuple[int, int]]
) -> None:
    now = dict(enumerate(codes))
    groups = Groups(np.array(codes, np.int32), np.arange(len(codes)))
    before = groups.copy()
    for slot, code in moves:
        groups.move(slot, now.get(slot, -1), code)
        now[slot] = code

    for code in range(8):
        assert groups.of(code).tolist() == expected(now, code)
        assert before.of(code).tolist() == expected(dict(enumerate(codes)), code)


def test_slots_that_are_left_out_are_in_no_group() -> None:
    groups = Groups(np.array([1, 1, 1], np.int32), np.array([0, 2]))

    assert groups.of(1).tolist() == [0, 2]
