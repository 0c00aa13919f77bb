"""What the rules about limits share: runs above a number, severities, who contributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from domain.engine.profile import Step
from domain.engine.situation import Situation
from domain.engine.strength import amount_on, rotations_of, steps_of
from domain.model import ABOUT, NUMBERED, Frame, Kind, Limit, Measure, Ref, Rotation
from domain.rules.finding import Contributor, Severity
from domain.rules.rule import Breach


def severity_of(situation: Situation, limit: Limit, measured: int | Fraction) -> Severity:
    """A warning within the margin of a circa number, else an error."""
    number = limit.number or 0
    within = limit.binding in ABOUT and measured <= number + situation.plan.settings.margin(number)
    return Severity.WARNING if within else Severity.ERROR


def numbered(limit: Limit, measure: Measure) -> bool:
    """Whether a limit has this measure and a number that binds."""
    return limit.measure is measure and limit.binding in NUMBERED


def words_of(situation: Situation, frame: Frame, limit: Limit) -> dict[str, str | int | None]:
    """The words that the text of a breach of a limit needs."""
    missions = situation.plan.missions
    return {
        "missions": ", ".join(missions[name].name for name in dict.fromkeys(frame.missions)),
        "frame": frame.title,
        "binding": limit.binding.value,
        "categories": "+".join(sorted(category.value for category in limit.categories)),
    }


def contributing(amounts: Iterable[tuple[Rotation, int]]) -> tuple[Contributor, ...]:
    """Rotations with an amount above zero as contributors."""
    return tuple(
        Contributor(Ref(Kind.ROTATION, rotation.id), amount)
        for rotation, amount in amounts
        if amount > 0
    )


def runs_above(steps: Sequence[Step], number: int) -> Iterator[list[Step]]:
    """The longest runs of consecutive days on which steps are above a number."""
    run: list[Step] = []
    for step in steps:
        if step.value <= number:
            continue
        if run and run[-1].end != step.start:
            yield run
            run = []
        run.append(step)
    if run:
        yield run


def daily_breaches(situation: Situation, frame: Frame, limit: Limit) -> Iterator[Breach]:
    """The runs of days on which a limit is exceeded, each with its peak."""
    number = limit.number or 0
    for run in runs_above(steps_of(situation, frame, limit), number):
        peak = max(run, key=lambda step: step.value)
        amounts = (
            (rotation, amount_on(situation, limit, rotation, peak.start))
            for rotation in rotations_of(situation, frame)
        )
        yield Breach(
            (Ref(Kind.LIMIT, limit.id),),
            run[0].start,
            run[-1].end,
            measured=peak.value,
            limit=number,
            peak=peak.start,
            contributors=contributing(amounts),
            severity=severity_of(situation, limit, peak.value),
            parameters=words_of(situation, frame, limit),
        )
