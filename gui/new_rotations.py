"""Rotations that do not exist yet: the next one at a mission, a copy of one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from domain.language import _
from domain.model import NO_NOTES, Plan, Rotation, Status
from domain.model.days import LAST_YEAR, last_day_of_months
from domain.model.new_ids import NewIds
from gui.days import same_length_from
from gui.first_people import as_its_frame_asks

_USUAL_MONTHS: Final = 6
_NUMBER_AT_END: Final = re.compile(r"(.*?)(\d+)\s*")


def next_rotation(plan: Plan, mission: str, as_of: date) -> Rotation:
    """The rotation that would follow the last one at a mission, as long and as large.

    Where there is none yet it begins on the given day, with the people that its frame asks for,
    and lasts as long as is usual.
    """
    others = [r for r in plan.rotations.things() if r.mission == mission and not r.cancelled]
    if not others:
        name = f"{plan.missions[mission].name} 1"
        last_day = last_day_of_months(as_of, _USUAL_MONTHS)
        bare = Rotation(new_id(plan, mission), mission, name, as_of, last_day)
        return as_its_frame_asks(plan, bare)
    last = max(others, key=lambda r: (r.last_day, r.first_day, r.name))
    is_relieved = any(other.relieves == last.id for other in others)
    return replace(following(plan, last), relieves=None if is_relieved else last.id)


def following(plan: Plan, rotation: Rotation, taken: Collection[str] = ()) -> Rotation:
    """A copy of a rotation that begins on the day after it ends, under a name of its own."""
    first_day = rotation.last_day + timedelta(days=1)
    if first_day.year > LAST_YEAR:
        first_day = rotation.first_day
    last_day = same_length_from(rotation.first_day, rotation.last_day, first_day)
    if last_day.year > LAST_YEAR:
        last_day = date(LAST_YEAR, 12, 31)
    return replace(
        rotation,
        id=new_id(plan, rotation.mission, taken),
        name=next_name(plan, rotation),
        first_day=first_day,
        last_day=last_day,
        relieves=None,
        continues=None,
        part_of=None,
        status=Status.PLANNED,
        justification="",
        note="",
        day_notes=NO_NOTES,
    )


def drawn_rotation(plan: Plan, mission: str, first_day: date, last_day: date) -> Rotation:
    """The next rotation at a mission, on the days that the user drew."""
    model = next_rotation(plan, mission, first_day)
    return replace(model, first_day=first_day, last_day=last_day, relieves=None)


def new_id(plan: Plan, mission: str, taken: Collection[str] = ()) -> str:
    """An id that no rotation of the plan has: the mission's, and a number."""
    return NewIds(plan.rotations, taken).for_mission(mission)


def next_name(plan: Plan, rotation: Rotation) -> str:
    """The name of the rotation after one: its number goes up, or it becomes the second."""
    names = {r.name for r in plan.rotations.things() if r.mission == rotation.mission}
    found = _NUMBER_AT_END.fullmatch(rotation.name)
    stem, number = (found[1], int(found[2])) if found else (f"{rotation.name} ", 1)
    while f"{stem}{number + 1}" in names:
        number += 1
    return f"{stem}{number + 1}"


def no_mission_sentence(plan: Plan) -> str:
    """What to say when a rotation is asked for and no mission is selected."""
    if not plan.missions:
        return _(
            "This plan has no missions yet, and a rotation belongs to one: import a workbook or a "
            "plan, or make a plan from a baseline."
        )
    return _("Select a mission first: a rotation belongs to one.")
