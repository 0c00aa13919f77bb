"""REF001."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from domain.engine.situation import Situation
from domain.engine.spans import Span, overlap
from domain.language import N_
from domain.model import Binding, Frame, Kind, Limit, Plan, Ref
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "REF001",
    "sources-contradict",
    Severity.NOTE,
    Scope.FRAMES,
    Words(
        title=N_("Two decisions in force say different things"),
        says=N_(
            "{missions}: '{frame}' and '{other}' are in force together and say different things."
        ),
        why=N_("Both are checked; which of them holds is for a person to decide."),
        what_to_do=N_("Find out which decision holds, and let it supersede the other."),
        source=N_("The two decisions"),
    ),
)
def sources_contradict(situation: Situation, plan: Plan) -> Iterator[Breach]:
    """Two frames of the same missions are in force with limits that differ."""
    alike: dict[frozenset[str], list[Frame]] = defaultdict(list)
    for frame in plan.frames.things():
        if situation.standing.in_force[frame.id] is not None:
            alike[frozenset(frame.missions)].append(frame)
    for frames in alike.values():
        for one, other in combinations(frames, 2):
            days = _both_in_force(situation, one, other)
            if days is not None and _differ(one, other):
                yield _breach(plan, one, other, days)


def _both_in_force(situation: Situation, one: Frame, other: Frame) -> Span | None:
    spans = [_looked_at(situation, frame) for frame in (one, other)]
    return None if None in spans else overlap(spans[0] or (0, 0), spans[1] or (0, 0))


def _looked_at(situation: Situation, frame: Frame) -> Span | None:
    """The days in force; a frame with an open day is looked at within the planning days."""
    in_force = situation.standing.in_force[frame.id]
    window = situation.open_span(
        None if frame.first_day is None else frame.start,
        None if frame.last_day is None else frame.end,
    )
    return None if in_force is None or window is None else overlap(in_force, window)


def _differ(one: Frame, other: Frame) -> bool:
    return any(
        _limits_differ(first, second) or one.last_day != other.last_day
        for first in one.limits
        for second in other.limits
        if first.measure is not None
        and (first.measure, first.categories) == (second.measure, second.categories)
    )


def _limits_differ(one: Limit, other: Limit) -> bool:
    if Binding.UNKNOWN in {one.binding, other.binding}:
        return False
    return (one.number, one.binding) != (other.number, other.binding)


def _breach(plan: Plan, one: Frame, other: Frame, days: Span) -> Breach:
    return Breach(
        (Ref(Kind.FRAME, one.id), Ref(Kind.FRAME, other.id)),
        *days,
        parameters={
            "missions": ", ".join(plan.missions[name].name for name in one.missions),
            "frame": one.title,
            "other": other.title,
        },
    )
