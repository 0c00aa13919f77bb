"""When frames are in force: their own days, less what superseded or corrected them."""

from __future__ import annotations

from collections.abc import Mapping

from domain.engine.spans import Span
from domain.model import Frame, Plan


def in_force_spans(plan: Plan) -> Mapping[str, Span | None]:
    """For each frame the days on which it is in force, or none if there are none.

    A frame ends for good where one that supersedes it begins. A corrected frame has never
    been, and its correction supersedes in its stead.
    """
    frames = plan.frames
    corrected = {
        name
        for frame in frames.things()
        if frame.correction and not frame.void
        for name in frame.supersedes
    }
    ends: dict[str, int] = {}
    for frame in frames.things():
        if frame.void or frame.id in corrected:
            continue
        for name in superseded_by(frame, frames):
            ends[name] = min(frame.start, ends.get(name, frame.start))
    return {
        frame.id: None
        if frame.void or frame.id in corrected
        else _span(frame, ends.get(frame.id, frame.end))
        for frame in frames.things()
    }


def _span(frame: Frame, superseded_from: int) -> Span | None:
    end = min(frame.end, superseded_from)
    return (frame.start, end) if frame.start < end else None


def superseded_by(frame: Frame, frames: Mapping[str, Frame]) -> set[str]:
    """The frames that a frame supersedes, those of the frames that it corrects among them."""
    names, expanded, waiting = set[str](), {frame.id}, [frame]
    while waiting:
        here = waiting.pop()
        names.update(here.supersedes)
        if not here.correction:
            continue
        # A correction takes over what the corrected frame superseded.
        for target in map(frames.__getitem__, here.supersedes):
            if not target.void and target.id not in expanded:
                expanded.add(target.id)
                waiting.append(target)
    return names
