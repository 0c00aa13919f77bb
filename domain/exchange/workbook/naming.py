"""Things of a plan by the names that a planner knows them by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from domain.exchange.workbook.words import limit_text
from domain.language import _
from domain.model import Commitment, Force, Frame, Limit, Mission, Plan, Post, Ref, Rotation
from domain.model.words import Kind

Named = Mission | Force


def missions_text(plan: Plan, missions: Iterable[str]) -> str:
    """The names of missions, one after the other."""
    return ", ".join(plan.missions[name].name for name in missions)


def frame_name(plan: Plan, frame: Frame) -> str:
    """The title of a frame, or the missions it is about."""
    return frame.title or missions_text(plan, frame.missions)


def name_of(plan: Plan, ref: Ref, limits: Mapping[str, tuple[Frame, Limit]]) -> str:
    """The name of a thing with what tells it from others of its name; its id if it has none."""
    if ref.kind is Kind.LIMIT:
        return _limit_name(plan, ref, limits)
    thing = plan.find(ref)
    match thing:
        case Rotation() | Post():
            name = thing.name if isinstance(thing, Rotation) else thing.title
            return f"{name or thing.id} ({plan.missions[thing.mission].name})"
        case Frame():
            return frame_name(plan, thing) or thing.id
        case Force() | Commitment() | Mission():
            return thing.name or thing.id
        case _:
            return ref.id


def _limit_name(plan: Plan, ref: Ref, limits: Mapping[str, tuple[Frame, Limit]]) -> str:
    if ref.id not in limits:
        return ref.id
    frame, limit = limits[ref.id]
    return _("{frame}: {limit}").format(frame=frame_name(plan, frame), limit=limit_text(limit))


def labels_of(things: Iterable[Named]) -> Mapping[str, str]:
    """A label for each id that no other thing has: the name, with the id where it needs one."""
    named = list(things)
    taken = Counter(thing.name.strip().casefold() for thing in named)
    taken.update(thing.id.casefold() for thing in named if thing.id != thing.name.strip())
    return {thing.id: _label(thing, taken) for thing in named}


def _label(thing: Named, taken: Mapping[str, int]) -> str:
    name = thing.name.strip()
    return name if name and taken[name.casefold()] == 1 else f"{name} ({thing.id})".strip()
