"""The days to which a dragged end is drawn: ends of frames, mandates and neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from domain.model import Rotation

if TYPE_CHECKING:
    from gui.timeline.scene import Scene


def magnets_for(scene: Scene, mission: str, dragged: Iterable[str]) -> tuple[int, ...]:
    """The days on which something begins or has ended at a mission, what is dragged apart.

    Neighbours overlap by the handover days of the mission: those days count too.
    """
    plan, left_out = scene.document.plan, frozenset(dragged)
    handover = plan.missions[mission].handover_days
    names = (name for name in scene.rows.rotations_of(mission) if name not in left_out)
    neighbours = (plan.rotations[name] for name in names)
    own = (plan.rotations[name].start for name in left_out if name in plan.rotations)
    days = chain(scene.days_of(mission).magnets, ends_of(neighbours, handover), own)
    return tuple(sorted(set(days)))


def ends_of(rotations: Iterable[Rotation], handover: int) -> Iterator[int]:
    """Where rotations begin and have ended, with and without the days of handover."""
    for rotation in rotations:
        yield rotation.start
        yield rotation.end
        if handover:
            yield rotation.start + handover
            yield rotation.end - handover
