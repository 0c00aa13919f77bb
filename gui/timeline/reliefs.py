"""Which rotation of the plan one follows that an edit under way would add."""

from __future__ import annotations

from collections.abc import Iterable

from domain.model import Plan, Rotation


def all_followed(names: Iterable[str], after: Plan, before: Plan) -> set[str]:
    """The rotations of before in whose rows others of after are drawn."""
    added = (after.rotations.get(name) for name in names if name not in before.rotations)
    found = (followed_by(rotation, after, before) for rotation in added if rotation is not None)
    return {name for name in found if name is not None}


def followed_by(rotation: Rotation, after: Plan, before: Plan) -> str | None:
    """The rotation of before that one of after follows, directly or through others."""
    name = rotation.relieves
    for _step in range(len(after.rotations)):
        if name is None or name in before.rotations:
            return name
        name = after.rotations[name].relieves
    return None
