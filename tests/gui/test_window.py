"""The window makes most of its parts after the plan is on the screen; then nothing is missing."""

from __future__ import annotations

from gui.action_list import SPECS
from gui.application import Kader
from gui.window import COMMANDS


def test_each_part_does_the_actions_that_it_is_asked_for(program: Kader) -> None:
    for part, names in COMMANDS.items():
        assert set(getattr(program.window, part).handlers()) == set(names), part


def test_an_action_is_the_same_whenever_it_is_asked_for(program: Kader) -> None:
    actions = program.window.actions_of_window
    assert [action.objectName() for action in actions] == [spec.name for spec in SPECS]
    assert actions["fill"] is actions["fill"]
