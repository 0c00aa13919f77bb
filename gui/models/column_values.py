"""What the cells of the table of rotations show, and by what they are sorted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from domain.model import Plan, Rotation
from gui.row_groups import Order

Text = Callable[[Rotation, Plan], str]
OrderIn = Callable[[Plan], Order]
_DIGITS: Final = re.compile(r"(\d+)", re.ASCII)


def natural(text: str) -> tuple[Any, ...]:
    """A text as people sort it: without case, and 2 before 10."""
    text = text.casefold()
    if text.isalpha():
        return (text,)
    parts: list[Any] = _DIGITS.split(text)
    parts[1::2] = map(int, parts[1::2])
    return tuple(parts)


def text_of_count(field: str) -> Text:
    """A number; where there is nobody, nothing, which only hid the numbers."""

    def text(rotation: Rotation, _plan: Plan) -> str:
        number: int | None = getattr(rotation, field)
        return str(number) if number else ""

    return text


def text_of_optional(field: str) -> Text:
    """A number, with a nought where there are none; nothing where it is not known."""

    def text(rotation: Rotation, _plan: Plan) -> str:
        number: int | None = getattr(rotation, field)
        return "" if number is None else str(number)

    return text


def text_in_one_line(field: str) -> Text:
    """A text that may have several lines, as a cell shows it."""
    return lambda rotation, _plan: " ".join(getattr(rotation, field).split())


def mission_name(rotation: Rotation, plan: Plan) -> str:
    """The name of the mission."""
    mission = plan.missions.get(rotation.mission)
    return rotation.mission if mission is None else mission.name


def region_name(rotation: Rotation, plan: Plan) -> str:
    """The region of the mission."""
    mission = plan.missions.get(rotation.mission)
    return "" if mission is None else mission.region


def force_name(rotation: Rotation, plan: Plan) -> str:
    """The name of the force that it draws on; nothing for none."""
    force = plan.forces.get(rotation.force or "")
    return rotation.force or "" if force is None else force.name


def post_title(rotation: Rotation, plan: Plan) -> str:
    """The title of the post that it fills; nothing for none."""
    post = plan.posts.get(rotation.post or "")
    return rotation.post or "" if post is None else post.title


def relieved_name(rotation: Rotation, plan: Plan) -> str:
    """The name of the rotation that it relieves; nothing for none."""
    other = plan.rotations.get(rotation.relieves or "")
    return rotation.relieves or "" if other is None else other.name


def by_field(field: str, blank: int = 0) -> OrderIn:
    """Sorted by a number; one that is not known comes before all others."""

    def order(rotation: Rotation) -> int:
        number: int | None = getattr(rotation, field)
        return blank if number is None else number

    return lambda _plan: order


def by_value(value: Callable[[Rotation], Any]) -> OrderIn:
    """Sorted by something that the rotation itself says."""
    return lambda _plan: value


def by_text(text: Text) -> OrderIn:
    """Sorted by what the cells show, as people sort texts."""

    def order_in(plan: Plan) -> Order:
        known: dict[str, tuple[Any, ...]] = {}

        def order(rotation: Rotation) -> tuple[Any, ...]:
            shown = text(rotation, plan)
            found = known.get(shown)
            if found is None:
                found = known[shown] = natural(shown)
            return found

        return order

    return order_in
