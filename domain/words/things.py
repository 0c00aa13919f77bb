"""What things are called: alone, with their mission, or in the first of several plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from domain.model import (
    Commitment,
    Force,
    Frame,
    Kind,
    Limit,
    Mandate,
    Mission,
    Plan,
    Post,
    Ref,
    Rotation,
    Sharing,
    Table,
    Thing,
    Waiver,
)
from domain.words.titles import kind_text


def name_of(ref: Ref, plan: Plan) -> str:
    """The name by which a person knows a thing of a plan; its id where it has none or is gone."""
    if ref.kind is Kind.LIMIT:
        found = limit_in(plan, ref.id)
        return ref.id if found is None else f"{found[0].title} ({ref.id})"
    return _name(plan.find(ref), plan) or ref.id


def _name(thing: Thing | None, plan: Plan) -> str:
    match thing:
        case Mission() | Rotation() | Commitment() | Force():
            return thing.name
        case Frame() | Post():
            return thing.title
        case Mandate(legal_basis=basis):
            return basis
        case Sharing(force=force):
            return name_of(Ref(Kind.FORCE, force), plan)
        case Waiver(code=code, subjects=subjects):
            return " · ".join([code, *(name_of(subject, plan) for subject in subjects[:1])])
        case _:
            return ""


def limit_in(plan: Plan, limit_id: str) -> tuple[Frame, Limit] | None:
    """A limit of a plan with its frame, or none."""
    return _limits_of(plan.frames).get(limit_id)


@lru_cache(maxsize=4)
def _limits_of(frames: Table[Frame]) -> Mapping[str, tuple[Frame, Limit]]:
    """The limits of frames by id; the frames of the plans last asked about are remembered."""
    return {limit.id: (frame, limit) for frame in frames.things() for limit in frame.limits}


def thing_name(ref: Ref, plans: Iterable[Plan]) -> str:
    """What the first of some plans that has a thing calls it, with its mission; else its id."""
    for plan in plans:
        if ref.kind is Kind.LIMIT:
            if limit_in(plan, ref.id) is not None:
                return name_of(ref, plan)
        elif plan.find(ref) is not None:
            return _with_mission(ref, plan)
    return ref.id


def _with_mission(ref: Ref, plan: Plan) -> str:
    name, thing = name_of(ref, plan), plan.find(ref)
    if not isinstance(thing, Rotation | Post | Mandate):
        return name
    where = name_of(Ref(Kind.MISSION, thing.mission), plan)
    return name if name == where else f"{name} · {where}"


def thing_text(ref: Ref | None, plans: Iterable[Plan]) -> str:
    """A thing by its kind and name: Rotation Alpha · OSC; without one the settings."""
    return kind_text(None) if ref is None else f"{kind_text(ref.kind)} {thing_name(ref, plans)}"
