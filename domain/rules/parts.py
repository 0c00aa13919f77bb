"""The parts into which a plan is cut for checking, each under a name of its own."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.bookings import Pair, pairs_on
from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS, Span
from domain.model import Plan, Rotation
from domain.rules.about import (
    FrameOnDays,
    LimitOnDays,
    OnDays,
    PoolOnDays,
    PostOnDays,
    UnitOnDays,
)
from domain.rules.catalogue import BY_SCOPE
from domain.rules.rule import Rule, Scope

Part = tuple[Scope, str] | tuple[Scope, str, str, str, str, str]
"""A kind of part, and an id or the names of a pair."""
About = OnDays | Pair | Rotation | Plan | None
"""What a rule looks at; none where there is no such rotation, frame or limit."""
Suspect = tuple[Part, About, tuple[Rule, ...]]
"""A part, what rules look at there, and the rules that may find something."""


def pair_part(pair: Pair) -> Part:
    """The part that a pair of bookings is."""
    return Scope.PAIR, *pair.names


def unit_or_pool(situation: Situation, force: str) -> Part:
    """The part that a force is."""
    return (Scope.UNIT if situation.standing.is_unit(force) else Scope.POOL), force


def about_of(situation: Situation, part: Part, days: Span = ALWAYS) -> About:
    """What stands under the name of a part that is no pair, on some days where it has days."""
    scope, name = part[0], part[1]
    plan = situation.plan
    about: About
    match scope:
        case Scope.LIMIT:
            here = situation.standing.limits.get(name)
            about = None if here is None else LimitOnDays(days, *here)
        case Scope.FRAME:
            frame = plan.frames.get(name)
            about = None if frame is None else FrameOnDays(days, frame)
        case Scope.UNIT:
            about = UnitOnDays(days, plan.forces[name])
        case Scope.POOL:
            about = PoolOnDays(days, plan.forces[name])
        case Scope.POST:
            post = plan.posts.get(name)
            about = None if post is None else PostOnDays(days, post)
        case Scope.FRAMES:
            about = plan
        case _:
            about = plan.rotations.get(name)
    return about


def everything(situation: Situation) -> Iterator[Suspect]:
    """Every part of a plan on which a rule might find something, with all rules about its like."""
    for part, about in _all_parts(situation):
        yield part, about, BY_SCOPE[part[0]]


def _all_parts(situation: Situation) -> Iterator[tuple[Part, About]]:
    plan = situation.plan
    yield (Scope.FRAMES, ""), plan
    for named in _named_parts(situation):
        yield named, about_of(situation, named)
    for force in plan.forces:
        if situation.standing.is_unit(force):
            for pair in pairs_on(situation, force):
                yield pair_part(pair), pair
    for rotation in plan.rotations.things():
        if not rotation.cancelled:
            yield (Scope.ROTATION, rotation.id), rotation
            if rotation.relieves is not None:
                yield (Scope.HANDOVER, rotation.id), rotation


def _named_parts(situation: Situation) -> Iterator[Part]:
    plan = situation.plan
    yield from ((Scope.FRAME, name) for name in plan.frames)
    yield from ((Scope.LIMIT, name) for name in situation.standing.limits)
    yield from ((Scope.POST, name) for name in plan.posts)
    yield from (unit_or_pool(situation, name) for name in plan.forces)
