"""What differs between two plans with the same rotations and forces: frames, missions, waivers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from domain.engine.standing import Standing
from domain.model import Force, Frame, Mandate, Mission, Plan, Post, RecoveryRule, Ref, Waiver


@dataclass(frozen=True, slots=True)
class Amended:
    """The missions whose frames, mandates or words differ, and the waivers that do."""

    missions: frozenset[str]
    waivers: tuple[Waiver, ...]
    """As they were and as they are."""
    posts: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    """Those of which the name or the supply differs, and nothing else that counts."""
    rules: tuple[RecoveryRule, ...] = field(default=())
    """Rules on recovery that name forces, as they were and as they are."""

    @property
    def reaches_forces(self) -> bool:
        """Whether it is about forces or posts too."""
        return bool(self.posts or self.forces or self.rules)


def amended(before: Plan, after: Plan, touched: Iterable[Ref]) -> Amended | None:
    """What differs in what was touched, or none where that may reach further than missions."""
    if before.settings is not after.settings:
        return None
    missions, waivers = set[str](), list[Waiver]()
    posts, forces, rules = set[str](), set[str](), list[RecoveryRule]()
    for ref in touched:
        match before.find(ref), after.find(ref):
            case (Mission() as old, Mission() as new) if _counts_alike(old, new):
                missions.add(new.id)
            case (Frame() | None as old_frame, Frame() | None as new_frame):
                missions.update(*(one.missions for one in (old_frame, new_frame) if one))
            case (Mandate() | None as old_mandate, Mandate() | None as new_mandate):
                missions.update(one.mission for one in (old_mandate, new_mandate) if one)
            case (Waiver() | None as old_waiver, Waiver() | None as new_waiver):
                waivers += (one for one in (old_waiver, new_waiver) if one)
            case (Post() | None, Post() | None):
                posts.add(ref.id)
            case (Force() as old, Force() as new) if _stands_alike(old, new):
                forces.add(new.id)
            case (RecoveryRule() | None as old_rule, RecoveryRule() | None as new_rule) if all(
                rule.forces for rule in (old_rule, new_rule) if rule
            ):
                rules += (rule for rule in (old_rule, new_rule) if rule)
            case _:
                return None
    return Amended(
        frozenset(missions), tuple(waivers), frozenset(posts), frozenset(forces), tuple(rules)
    )


def _stands_alike(one: Force, other: Force) -> bool:
    """Whether two versions of a force are of one kind and measure, in one place of the tree."""
    return (one.kind, one.measure, one.parent) == (other.kind, other.measure, other.parent)


def _counts_alike(one: Mission, other: Mission) -> bool:
    """Whether two versions of a mission have the same handover and preparation."""
    same = replace(
        one,
        handover_days=other.handover_days,
        handover_counts=other.handover_counts,
        preparation_days=other.preparation_days,
    )
    return same == one


def missions_with_other_days(before: Standing, after: Standing) -> set[str]:
    """The missions of frames that are in force on other days than before."""
    return {
        mission
        for name in {*before.in_force, *after.in_force}
        if before.in_force.get(name) != after.in_force.get(name)
        for standing in (before, after)
        if name in standing.plan.frames
        for mission in standing.plan.frames[name].missions
    }
