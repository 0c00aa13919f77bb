"""What headings are called by which rotations are grouped, and the groupings themselves."""

from __future__ import annotations

from typing import Final

from domain.language import N_, _
from domain.model import Plan, Status
from domain.words.numbers import rotations_text
from gui.row_groups import Grouping
from gui.rows import Rows
from gui.words import word

GROUPINGS: Final = {
    Grouping.MISSION: N_("Mission"),
    Grouping.FORCE: N_("Force"),
    Grouping.STATUS: N_("Status"),
    Grouping.NONE: N_("No groups"),
}


def group_name(grouping: Grouping, name: str, plan: Plan) -> str:
    """What a group is called."""
    if grouping is Grouping.STATUS:
        return word(Status(name))
    if not name:
        return _("No force")
    return plan.forces[name].name if name in plan.forces else name


def group_title(rows: Rows, name: str, plan: Plan) -> str:
    """The heading of a group, with how many rotations are in it."""
    count = len(rows.rotations_in(name))
    counted = rotations_text(count)
    return f"{group_name(rows.grouping, name, plan)} · {counted}"
