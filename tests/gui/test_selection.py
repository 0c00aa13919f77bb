"""The selection: it tells only what changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gui.selection import Selection


@pytest.fixture
def selection() -> Selection:
    return Selection()


def count(selection: Selection) -> Callable[[], int]:
    told: list[int] = []
    selection.rotations_changed.connect(lambda: told.append(1))
    return lambda: len(told)


def test_the_last_of_the_chosen_is_current(selection: Selection) -> None:
    selection.set_rotations(["a", "b"])
    assert selection.rotations == ("a", "b")
    assert selection.current == "b"


def test_the_current_one_can_be_named(selection: Selection) -> None:
    selection.set_rotations(["a", "b"], "a")
    assert selection.current == "a"


def test_the_same_selection_is_not_told_again(selection: Selection) -> None:
    selection.set_rotations(["a", "b"])
    told = count(selection)
    selection.set_rotations(["a", "b", "a"])
    assert told() == 0


def test_toggling_adds_and_takes_out(selection: Selection) -> None:
    selection.toggle_rotation("a")
    selection.toggle_rotation("b")
    selection.toggle_rotation("a")
    assert selection.rotations == ("b",)
    assert selection.current == "b"


def test_what_is_gone_is_no_longer_selected(selection: Selection) -> None:
    selection.set_rotations(["a", "b", "c"], "b")
    selection.drop_rotations({"b"})
    assert selection.rotations == ("a", "c")
    assert selection.current == "c"


def test_clearing_selects_nothing(selection: Selection) -> None:
    selection.set_rotations(["a"])
    selection.set_mission("osc")
    selection.set_limit("cap")
    selection.clear()
    assert (selection.rotations, selection.mission, selection.limit) == ((), None, None)
    assert (selection.current, selection.finding) == (None, None)


def test_each_part_is_told_by_itself(selection: Selection) -> None:
    told: list[str] = []
    selection.mission_changed.connect(lambda: told.append("mission"))
    selection.limit_changed.connect(lambda: told.append("limit"))
    selection.set_mission("osc")
    selection.set_mission("osc")
    selection.set_limit("cap")
    assert told == ["mission", "limit"]
