"""Which menu is asked for: it differs by place, and is about what is selected there."""

from __future__ import annotations

from gui.selection import Selection
from gui.timeline.hits import Target


def choose_for_menu(selection: Selection, target: Target) -> None:
    """Select what a menu is asked for; one of many selected stays with them."""
    if target.rotation is not None and target.rotation not in selection.rotations:
        selection.set_rotations((target.rotation,))
    if target.mission is not None:
        selection.set_mission(target.mission)


def menu_of(selection: Selection, target: Target | None) -> tuple[str, str]:
    """The kind of menu and the id of what it is about; asked by key, what is selected."""
    rotation = selection.current if target is None else target.rotation
    mission = selection.mission if target is None else target.mission
    if rotation is not None:
        return "rotation", rotation
    return ("mission", mission) if mission is not None else ("empty", "")
