"""What a series that fills a mission is like, unless the user wants it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.engine.in_force import in_force_spans
from domain.engine.series import SeriesWish, series
from domain.errors import Refused
from domain.language import _
from domain.model import (
    AddRotations,
    Kind,
    Mission,
    Plan,
    Ref,
    Rotation,
    Together,
    touched_between,
)
from domain.model.days import FIRST_YEAR, LAST_YEAR, add_months
from domain.model.new_ids import NewIds
from domain.rules.checker import Checker
from gui.days import day_text, whole_months

MOST_MONTHS: Final = 60
MOST_IN_SERIES: Final = 200
_DAYS_OF_MONTH: Final = 30.4
_MONTHS_WITHOUT_END: Final = 24
_TROUBLE: Final = frozenset({"FOR001", "FOR003", "FOR004"})
"""What the rules say of a force that is elsewhere, recovers, or is on its way."""


class ForceFits:
    """Tells whether a rotation can be added as far as its force is concerned."""

    def __init__(self, plan: Plan, as_of: date | None) -> None:
        """Begin at a plan; it is checked when first asked about a force."""
        self._checker = Checker(plan, as_of)

    def __call__(self, plan: Plan, rotation: Rotation) -> bool:
        """Whether no rule about forces says more about the plan with the rotation in it."""
        if rotation.force is None:
            return True
        here = self._checker.plan
        if plan is not here:
            self._checker.update(plan, touched_between(here, plan))
        ref = Ref(Kind.ROTATION, rotation.id)
        update = self._checker.update(plan.put(rotation), [ref])
        self._checker.go_back(update)
        return not any(finding.code in _TROUBLE for finding in update.caused)


def last_in_chain(plan: Plan, rotation: Rotation) -> Rotation:
    """The last of the rotations that relieve one another, beginning with this one."""
    reliefs = {r.relieves: r for r in plan.rotations.things() if r.relieves and not r.cancelled}
    seen = {rotation.id}
    while rotation.id in reliefs and reliefs[rotation.id].id not in seen:
        rotation = reliefs[rotation.id]
        seen.add(rotation.id)
    return rotation


def last_at(plan: Plan, mission: str) -> Rotation | None:
    """The rotation with which a mission ends so far; none where it has none."""
    there = (r for r in plan.rotations.things() if r.mission == mission and not r.cancelled)
    return max(there, key=lambda r: (r.last_day, r.first_day, r.name), default=None)


def usual_wish(plan: Plan, follows: Rotation) -> SeriesWish:
    """A series as long, with handovers as long, as the mission has them, to the end of its frame.

    Raises Refused where the mission is filled until then already.
    """
    mission = plan.missions[follows.mission]
    return SeriesWish(
        follows,
        last_day_to_fill(plan, follows),
        months=usual_months(follows, mission),
        handover_days=mission.handover_days,
        shortest_months=(mission.min_length.months or 0) if mission.min_length else 0,
        forces=(),
    )


def usual_months(follows: Rotation, mission: Mission) -> int:
    """As many months as the rotation before lasts, or nearly, within what the mission allows."""
    months = whole_months(follows.first_day, follows.last_day)
    months = months or max(1, round(follows.days / _DAYS_OF_MONTH))
    most = mission.max_length.months if mission.max_length else None
    return min(months, most or MOST_MONTHS, MOST_MONTHS)


def last_day_to_fill(plan: Plan, follows: Rotation) -> date:
    """The last day on which a frame of the mission is in force after a rotation.

    Where no frame ends then, it is the end of the planning days, else two years on.
    """
    spans = in_force_spans(plan)
    frames = (f for f in plan.frames.things() if follows.mission in f.missions)
    ends = [span[1] for frame in frames if (span := spans[frame.id]) is not None]
    days = [date.fromordinal(end - 1) for end in ends if end > follows.end]
    bounded = [day for day in days if FIRST_YEAR <= day.year <= LAST_YEAR]
    planned = plan.settings.planning_last_day
    if bounded:
        return max(bounded)
    if planned is not None and planned > follows.last_day:
        return planned
    return min(add_months(follows.last_day, _MONTHS_WITHOUT_END), date(LAST_YEAR, 12, 31))


def filled(plan: Plan, wish: SeriesWish, fits: ForceFits) -> tuple[Rotation, ...]:
    """The rotations of a series; raises Refused where there would be too many."""
    days = (wish.last_day - wish.follows.last_day).days
    if days / (wish.months * _DAYS_OF_MONTH) > MOST_IN_SERIES:
        raise Refused(
            _("That would be more than {count} rotations; choose an earlier last day.").format(
                count=MOST_IN_SERIES
            )
        )
    return series(plan, wish, _new_ids(plan, wish.follows.mission), fits)


def fill_edit(plan: Plan, wish: SeriesWish, rotations: tuple[Rotation, ...]) -> Together:
    """The edit that adds a series, as one step."""
    mission = plan.missions[wish.follows.mission].name
    title = _("Fill {mission} until {day}").format(mission=mission, day=day_text(wish.last_day))
    return Together((AddRotations(rotations),), title)


def _new_ids(plan: Plan, mission: str) -> Iterator[str]:
    new_ids = NewIds(plan.rotations)
    while True:
        yield new_ids.for_mission(mission)
