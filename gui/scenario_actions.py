"""What a user can ask of scenarios, in the order of the menu, and the menus themselves."""

from __future__ import annotations

from typing import Final

from domain.language import N_
from gui.action_spec import Spec

SCENARIO: Final = (
    Spec(
        "scenario_duplicate",
        N_("D&uplicate scenario…"),
        N_("Add a copy of the scenario that stands beside it"),
        "copy",
        edits=True,
    ),
    Spec(
        "scenario_derive",
        N_("Deri&ve a scenario…"),
        N_("Make a variant of this scenario or another one, and open it"),
        "git-branch",
        ("Ctrl+Shift+N",),
        edits=True,
    ),
    Spec(
        "scenario_rename",
        N_("&Rename scenario…"),
        N_("Give the scenario another name"),
        "text-cursor-input",
        edits=True,
    ),
    Spec(
        "scenario_describe",
        N_("&Describe scenario…"),
        N_("Say in a few words what the scenario is about"),
        "file-text",
        edits=True,
    ),
    Spec(
        "scenario_compare",
        N_("&Compare with the open scenario"),
        N_("Show what differs between the open scenario and this one"),
        "git-compare",
        ("Ctrl+Shift+C",),
    ),
    Spec(
        "scenario_record",
        N_("&Plan of record"),
        N_("Mark the scenario as the plan of record, or take the mark away"),
        "star",
        edits=True,
    ),
    Spec(
        "scenario_delete",
        N_("De&lete scenario"),
        N_("Take the scenario out of the plan; it can be taken back"),
        "trash-2",
        edits=True,
    ),
    Spec(
        "scenario_take_back",
        N_("&Take a deleted scenario back…"),
        N_("Bring a scenario back that was taken out of the plan"),
        "rotate-ccw",
        edits=True,
    ),
)
VIEW_COMPARE: Final = Spec(
    "view_compare",
    N_("&Compare"),
    N_("Show what differs between the open scenario and another one, and take over from it"),
    "git-compare",
    ("Ctrl+6",),
    checkable=True,
)
_LINE: Final = "-"
SCENARIO_MENU: Final = (
    *("scenario_derive", "scenario_duplicate", "scenario_rename", "scenario_describe"),
    *(_LINE, "scenario_compare", "scenario_record", _LINE, "scenario_delete", "scenario_take_back"),
)
"""The entries of the menu of scenarios, and of the context menu of one."""
