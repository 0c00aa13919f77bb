"""What cannot be in the plan that is made of two, though each change by itself can."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from domain.engine.merging.choosing import limits_between
from domain.engine.merging.contest import Contest
from domain.engine.merging.fields import FRAME
from domain.engine.merging.spots import Side, Spot, spot_of
from domain.errors import Refused
from domain.language import _
from domain.model import Force, Frame, Kind, Plan, Ref, Rotation
from domain.model.references import references_of

_TOGETHER: Final = (
    ("first_day", "last_day"),
    ("measure", "number", "binding"),
    ("kind", "factor", "days", "window_days"),
    ("planning_first_day", "planning_last_day"),
)
"""Fields that have to fit each other."""
TIES: Final = ("relieves", "continues", "part_of")


@dataclass(frozen=True, slots=True)
class Mixture:
    """Spots whose versions cannot be had together, and references that could be cut instead."""

    spots: tuple[Spot, ...]
    reason: str
    ties: tuple[tuple[Spot, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dangling:
    """A reference to something that is not there."""

    spot: Spot
    target: Ref


Trouble = Mixture | Dangling


def troubles_inside(contest: Contest) -> Iterator[Trouble]:
    """The things that cannot be, whatever they refer to."""
    try:
        contest.settings()
    except Refused as refused:
        yield _mixture_in(contest, None, refused.sentence, contest.settings)
    for ref in contest.things:
        if ref is not None and contest.is_there(ref):
            yield from _inside(contest, ref)


def _inside(contest: Contest, ref: Ref) -> Iterator[Trouble]:
    if ref.kind is Kind.LIMIT:
        frame = Ref(Kind.FRAME, contest.fields(ref)[FRAME])
        if frame in contest.things and not contest.is_there(frame):
            yield Dangling(spot_of(ref, FRAME), frame)
        yield from _refused(contest, ref, lambda: contest.limit(ref))
    elif ref.kind is not Kind.FRAME:
        yield from _refused(contest, ref, lambda: contest.thing(ref))
    elif not contest.has_limits(ref.id):
        between = [*limits_between(contest, ref.id), *_existence(contest, ref)]
        spots = filter(contest.differs, between)
        reason = _("Frame {id} has no limits.").format(id=ref.id)
        yield Mixture(tuple(dict.fromkeys(spots)), reason)
    else:
        yield from _refused(contest, ref, lambda: contest.bare_frame(ref))


def _existence(contest: Contest, ref: Ref) -> list[Spot]:
    presence = contest.presence(ref)
    return [] if presence is None else [presence]


def _refused(contest: Contest, ref: Ref, make: Callable[[], object]) -> Iterator[Trouble]:
    try:
        make()
    except Refused as refused:
        yield _mixture_in(contest, ref, refused.sentence, make)


def _mixture_in(
    contest: Contest, ref: Ref | None, reason: str, make: Callable[[], object]
) -> Mixture:
    """The fewest fields of a thing that cannot be had together: with mine in all it can be."""
    spots = [spot for spot in contest.spots_of(ref) if spot.field]
    for names in _TOGETHER:
        group = [spot for spot in spots if spot.field in names]
        if group and _can_be_with_mine(contest, group, make):
            return Mixture(tuple(group), reason)
    return Mixture(tuple(spots), reason)


def _can_be_with_mine(contest: Contest, spots: list[Spot], make: Callable[[], object]) -> bool:
    before = dict(contest.choice)
    contest.choice.update(dict.fromkeys(spots, Side.MINE))
    try:
        make()
    except Refused:
        return False
    finally:
        contest.choice = before
    return True


def troubles_between(contest: Contest, plan: Plan) -> Iterator[Trouble]:
    """References of a plan that lead nowhere, to another mission, or back to themselves."""
    for kind in Kind:
        if kind is Kind.LIMIT:
            continue
        for thing in plan.table(kind).things():
            for field, to, name in references_of(thing):
                if name not in plan.table(to):
                    yield Dangling(Spot(kind, thing.id, field), Ref(to, name))
    for rotation in plan.rotations.things():
        yield from _elsewhere(contest, plan, rotation)
    yield from _circles(contest, plan)


def _elsewhere(contest: Contest, plan: Plan, rotation: Rotation) -> Iterator[Trouble]:
    for field, to, target in (
        ("relieves", Kind.ROTATION, plan.rotations.get(rotation.relieves or "")),
        ("post", Kind.POST, plan.posts.get(rotation.post or "")),
    ):
        if target is None or target.mission == rotation.mission:
            continue
        here, there = Ref(Kind.ROTATION, rotation.id), Ref(to, target.id)
        spots = [spot_of(here, field), spot_of(here, "mission"), spot_of(there, "mission")]
        reason = _("Rotation {id} is at another mission than what its {field} names.").format(
            id=rotation.id, field=field
        )
        yield _mixture(contest, spots, reason, ((spots[0], target.id),))


def _mixture(
    contest: Contest, spots: list[Spot], reason: str, ties: tuple[tuple[Spot, str], ...]
) -> Mixture:
    """Those of the spots in which the sides differ; the ties of things that one side lacks."""
    differing = tuple(spot for spot in spots if contest.differs(spot))
    loose = tuple(tie for tie in ties if contest.is_one_sided(tie[0].ref))
    return Mixture((*differing, *(spot for spot, _target in loose)), reason, loose)


def _circles(contest: Contest, plan: Plan) -> Iterator[Trouble]:
    for kind, field, follow in _relations(plan):
        for circle in circles(follow):
            ties = tuple(
                (Spot(kind, name, field), target)
                for name, target in zip(circle, [*circle[1:], circle[0]], strict=True)
            )
            reason = _("{field} leads from {id} back to itself.").format(field=field, id=circle[0])
            yield _mixture(contest, [spot for spot, _target in ties], reason, ties)


def _relations(plan: Plan) -> Iterator[tuple[Kind, str, Mapping[str, tuple[str, ...]]]]:
    for field in TIES:
        yield Kind.ROTATION, field, _links(plan.rotations, field)
    yield Kind.FORCE, "parent", _links(plan.forces, "parent")
    yield Kind.FRAME, "supersedes", {one.id: one.supersedes for one in plan.frames.things()}


def _links(table: Mapping[str, Rotation | Force | Frame], field: str) -> dict[str, tuple[str, ...]]:
    links = ((name, getattr(table[name], field)) for name in table)
    return {name: (target,) for name, target in links if target is not None}


def circles(follow: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Ways that lead back to where they began; at least one if there is any."""
    done: set[str] = set()
    for start in follow:
        way, place = [start], {start: 0}
        waiting = [iter(follow[start] if start not in done else ())]
        while waiting:
            target = next(waiting[-1], None)
            if target is None:
                waiting.pop()
                done.add(way.pop())
            elif target in place and place[target] < len(way) and way[place[target]] == target:
                yield way[place[target] :]
            elif target in follow and target not in done:
                place[target] = len(way)
                way.append(target)
                waiting.append(iter(follow[target]))
