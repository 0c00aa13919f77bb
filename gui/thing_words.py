"""What things of a plan are called, where they may stand in one of several plans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.language import N_, _
from domain.model import Kind, Mandate, Mission, Plan, Post, Ref, Rotation, Sharing, Waiver

_LISTS: Final = {
    Kind.MISSION: N_("Missions"),
    Kind.MANDATE: N_("Mandates"),
    Kind.FRAME: N_("Frames"),
    Kind.FORCE: N_("Forces"),
    Kind.COMMITMENT: N_("Commitments"),
    Kind.SHARING: N_("Sharings"),
    Kind.RECOVERY_RULE: N_("Recovery rules"),
    Kind.LENGTH_RULE: N_("Length rules"),
    Kind.POST: N_("Posts"),
    Kind.ROTATION: N_("Rotations"),
    Kind.WAIVER: N_("Acceptances"),
}


def many_kind_text(kind: Kind) -> str:
    """The name of a kind of things that have a list of their own, in the plural."""
    return _(_LISTS[kind])


def thing_name(ref: Ref, plans: Iterable[Plan]) -> str:
    """The name of a thing in the first of some plans that has it; else its id."""
    from domain.rules.texts import name_of

    for plan in plans:
        if ref.kind is Kind.LIMIT:
            name = name_of(ref, plan)
            if name != ref.id:
                return name
        elif plan.find(ref) is not None:
            return _name(ref, plan) or ref.id
    return ref.id


def _name(ref: Ref, plan: Plan) -> str:
    from domain.rules.texts import name_of

    match plan.find(ref):
        case Mission(name=name):
            return name
        case Rotation(name=name, mission=mission) | Post(title=name, mission=mission):
            where = _mission(mission, plan)
            return name if name == where else f"{name or ref.id} · {where}"
        case Mandate(legal_basis=basis, mission=mission):
            return f"{basis} · {_mission(mission, plan)}"
        case Sharing(force=force):
            return name_of(Ref(Kind.FORCE, force), plan)
        case Waiver(code=code, subjects=subjects):
            return " · ".join([code, *(name_of(subject, plan) for subject in subjects[:1])])
        case _:
            return name_of(ref, plan)


def _mission(name: str, plan: Plan) -> str:
    return plan.missions[name].name if name in plan.missions else name


def thing_text(ref: Ref | None, plans: Iterable[Plan]) -> str:
    """A thing by its kind and name: Rotation Alpha · OSC."""
    from domain.exchange.titles import kind_text

    if ref is None:
        return kind_text(None)
    return f"{kind_text(ref.kind)} {thing_name(ref, plans)}"
