"""The profiles of limits, kept and mended where an edit changed them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from domain.engine.profile import Profile, Step
from domain.engine.situation import Situation
from domain.engine.spans import Span, merged
from domain.engine.strength import PER_DAY, profile_of, steps_on


class Profiles:
    """How limits are filled: each is reckoned when first asked, and mended when asked again."""

    def __init__(self, situation: Situation) -> None:
        """Nothing is asked yet."""
        self._situation = situation
        self._known: dict[str, Profile] = {}
        self._disturbed: dict[str, list[Span]] = {}

    def of(self, limit_id: str) -> Profile:
        """How a limit is filled over time; raises KeyError if there is no such limit."""
        frame, limit = self._situation.standing.limits[limit_id]
        known, disturbed = self._known.get(limit_id), self._disturbed.pop(limit_id, [])
        if known is None or (disturbed and limit.measure not in PER_DAY):
            known = profile_of(self._situation, frame, limit)
        for days in merged(disturbed) if limit.measure in PER_DAY else ():
            inner = steps_on(self._situation, frame, limit, days)
            known = replace(known, steps=spliced(known.steps, days, inner))
        self._known[limit_id] = known
        return known

    def disturb(self, mission: str, days: Span) -> None:
        """Take note that who is at a mission on some days is about to change, or has changed."""
        for frame in self._situation.standing.frames_at.get(mission, ()) if self._known else ():
            for limit in frame.limits:
                if limit.id in self._known:
                    self._disturbed.setdefault(limit.id, []).append(days)


def spliced(steps: Sequence[Step], days: Span, inner: Sequence[Step]) -> tuple[Step, ...]:
    """Steps with others in their place on some days; those of one value that touch become one."""
    first = bisect_right(steps, days[0], key=attrgetter("end"))
    last = bisect_left(steps, days[1], key=attrgetter("start"))
    middle = list(inner)
    if first < len(steps) and steps[first].start < days[0]:
        middle.insert(0, replace(steps[first], end=days[0]))
    if last and steps[last - 1].end > days[1]:
        middle.append(replace(steps[last - 1], start=days[1]))
    before, after = list(steps[max(first - 1, 0) : first]), list(steps[last : last + 1])
    joined = _joined([*before, *middle, *after])
    return (*steps[: first - len(before)], *joined, *steps[last + len(after) :])


def _joined(steps: Sequence[Step]) -> list[Step]:
    found: list[Step] = []
    for step in steps:
        if found and found[-1].end == step.start and found[-1].value == step.value:
            found[-1] = replace(found[-1], end=step.end)
        else:
            found.append(step)
    return found
