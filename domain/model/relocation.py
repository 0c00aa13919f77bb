"""Rotations that go to another mission: what tied them to the old one stays behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.model.plan import Plan
from domain.model.rotations import Rotation
from domain.values import replace


def relocated(plan: Plan, changed: Iterable[Rotation]) -> list[Rotation]:
    """Changed rotations, and those that relieve them, without ties that cannot be any more.

    A rotation relieves only one at its own mission, and fills only a post of it.
    """
    moved = {rotation.id: rotation for rotation in changed}
    away = {
        name for name, rotation in moved.items() if plan.rotations[name].mission != rotation.mission
    }
    if away:
        for other in plan.rotations.things():
            if other.relieves in away:
                moved.setdefault(other.id, other)
    return [_untied(plan, moved, rotation) for rotation in moved.values()]


def _untied(plan: Plan, moved: Mapping[str, Rotation], rotation: Rotation) -> Rotation:
    relieved = moved.get(rotation.relieves or "") or plan.rotations.get(rotation.relieves or "")
    post = plan.posts.get(rotation.post or "")
    return replace(
        rotation,
        relieves=None if _elsewhere(relieved, rotation) else rotation.relieves,
        post=None if _elsewhere(post, rotation) else rotation.post,
    )


def _elsewhere(thing: object, rotation: Rotation) -> bool:
    return thing is not None and getattr(thing, "mission", None) != rotation.mission
