"""Who draws on a frame at all, and on which days."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from domain.engine.quick import Drawing
from domain.engine.situation import Situation
from domain.engine.spans import Span, merged, overlap
from domain.model import Category, Frame


def drawing_on(
    situation: Situation, frame: Frame, categories: Collection[Category], days: Span
) -> Sequence[Drawing]:
    """The runs of days in force on which rotations have people in categories."""
    if situation.quick is not None:
        return situation.quick.drawing_on(frame, categories, days)
    drawing = [
        (rotation.id, common)
        for rotation in situation.rotations_at(frame.missions, days)
        if rotation.people_in(categories)
        and (common := overlap((rotation.start, rotation.end), days)) is not None
    ]
    return [
        (run, [name for name, span in drawing if overlap(span, run) is not None])
        for run in merged(span for _name, span in drawing)
    ]
