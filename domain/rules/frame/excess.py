"""What the rules about limits share: runs above a number, severities, who contributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from domain.engine.situation import Situation
from domain.engine.strength import amounts_on, steps_on
from domain.model import ABOUT, NUMBERED, Frame, Kind, Limit, Measure, Ref, Rotation
from domain.rules.about import LimitOnDays
from domain.rules.finding import Contributor, Severity, contributors_of
from domain.rules.rule import Breach
from domain.rules.runs import runs_of


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
    return contributors_of(
        Kind.ROTATION, ((rotation.id, amount) for rotation, amount in amounts if amount > 0)
    )


def daily_breaches(situation: Situation, about: LimitOnDays) -> Iterator[Breach]:
    """The runs of days on which a limit is exceeded, each with its peak."""
    frame, limit = about.frame, about.limit
    number, words = limit.number or 0, dict[str, str | int | None]()
    for run in runs_of(steps_on(situation, frame, limit, about.days, above=number)):
        words = words or words_of(situation, frame, limit)
        peak = max(run, key=lambda step: step.value)
        yield Breach(
            (Ref(Kind.LIMIT, limit.id),),
            run[0].start,
            run[-1].end,
            measured=peak.value,
            limit=number,
            peak=peak.start,
            contributors=contributors_of(
                Kind.ROTATION, amounts_on(situation, frame, limit, peak.start)
            ),
            severity=severity_of(situation, limit, peak.value),
            parameters=dict(words),
        )
