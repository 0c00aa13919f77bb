"""A rotation that is drawn on an empty row: like the one before it at that mission."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from domain.language import _
from domain.model import Plan, Rotation, Status
from domain.model.demands import LONGEST_ID

_NUMBER_AT_END: Final = re.compile(r"(\d+)(?!.*\d)")
_UNDER_WAY: Final = frozenset({Status.DRAFT, Status.PLANNED})


def drawn_rotation(plan: Plan, mission: str, first_day: date, last_day: date) -> Rotation:
    """A new rotation with the people, force and status of the previous one at its mission."""
    there = [r for r in plan.rotations.things() if r.mission == mission and not r.cancelled]
    previous = previous_of(there, first_day)
    name = (
        next_name(previous.name, {r.name for r in there}) if previous else first_name(plan, mission)
    )
    new = Rotation(fresh_id(plan, mission), mission, name, first_day, last_day, military=1)
    if previous is None:
        return new
    return replace(
        new,
        military=previous.military,
        civilian=previous.civilian,
        police=previous.police,
        teams=previous.teams,
        force=previous.force,
        quantity=previous.quantity,
        post=previous.post,
        status=previous.status if previous.status in _UNDER_WAY else Status.PLANNED,
    )


def previous_of(rotations: Iterable[Rotation], first_day: date) -> Rotation | None:
    """The rotation that began last before a day, else the first of all."""
    in_order = sorted(rotations, key=lambda rotation: rotation.first_day)
    before = [rotation for rotation in in_order if rotation.first_day <= first_day]
    return before[-1] if before else next(iter(in_order), None)


def first_name(plan: Plan, mission: str) -> str:
    """What the first rotation of a mission is called."""
    return _("{mission} 1").format(mission=plan.missions[mission].name)


def next_name(name: str, taken: Iterable[str]) -> str:
    """A name with the next free number in the place of its last number."""
    names = set(taken)
    found = _NUMBER_AT_END.search(name)
    before, number, after = (
        (name[: found.start()], int(found[1]), name[found.end() :])
        if found
        else (f"{name} ", 1, "")
    )
    while (candidate := f"{before}{number + 1}{after}") in names:
        number += 1
    return candidate


def fresh_id(plan: Plan, mission: str) -> str:
    """An id that no rotation of the plan has."""
    number = len(plan.rotations) + 1
    stem = mission[: LONGEST_ID - 10]
    while (candidate := f"{stem}-{number}") in plan.rotations:
        number += 1
    return candidate
