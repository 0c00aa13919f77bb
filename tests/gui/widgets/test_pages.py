"""The pages in the middle of the window: they never keep it wide."""

from __future__ import annotations

from gui.application import Kader


def test_the_window_can_be_narrow_whatever_view_was_seen(opened: Kader) -> None:
    window = opened.window
    for name in ("view_report", "view_compare", "view_missions"):
        window.actions_of_window[name].trigger()
        assert window.minimumSizeHint().width() <= 1117, name


def test_the_missions_stay_wide_enough_to_read(opened: Kader) -> None:
    window = opened.window
    window.actions_of_window["view_compare"].trigger()
    window.resize(1117, 800)
    assert window.missions.width() >= 180
