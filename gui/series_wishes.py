"""What a series that fills a mission is like, unless the user wants it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from domain.engine.fill_ends import FillEnds, fill_ends
from domain.engine.series import series
from domain.engine.series_days import SeriesWish, whole_days
from domain.engine.standing import Standing
from domain.errors import Refused
from domain.language import _, plural
from domain.model import (
    AddRotations,
    Kind,
    Mission,
    Plan,
    Ref,
    ResizeRotation,
    Rotation,
    Together,
    touched_between,
)
from domain.model.days import LAST_YEAR, add_months
from domain.model.new_ids import NewIds
from domain.rules.checker import Checker
from domain.words.days import day_text
from gui.days import whole_months

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


def strands_at(plan: Plan, mission: str) -> list[Rotation]:
    """The rotations of a mission that nobody relieves yet, those that end last first."""
    there = [r for r in plan.rotations.things() if r.mission == mission and not r.cancelled]
    relieved = {r.relieves for r in there}
    open_ones = [r for r in there if r.id not in relieved]
    return sorted(open_ones, key=lambda r: (-r.end, r.first_day, r.name))


def to_follow(plan: Plan, first: Rotation) -> Rotation:
    """A rotation, or where it lasts as long as its frame the first of the mission that does not."""
    standing = Standing(plan)
    strands = [first, *strands_at(plan, first.mission)]
    lacking = (one for one in strands if fill_ends(standing, one).frame is not None)
    return next(lacking, first)


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
    )


def usual_months(follows: Rotation, mission: Mission) -> int:
    """As many months as the rotation before lasts, or nearly, within what the mission allows."""
    months = whole_months(follows.first_day, follows.last_day)
    months = months or max(1, round(follows.days / _DAYS_OF_MONTH))
    most = mission.max_length.months if mission.max_length else None
    return min(months, most or MOST_MONTHS, MOST_MONTHS)


def last_day_to_fill(plan: Plan, follows: Rotation) -> date:
    """The last day on which frame and mandate of the mission hold after a rotation.

    Where neither ends then, it is the end of the planning days, else two years on.
    """
    end = ends_to_fill(plan, follows).first
    planned = plan.settings.planning_last_day
    if end is not None:
        return end
    if planned is not None and planned > follows.last_day:
        return planned
    return min(add_months(follows.last_day, _MONTHS_WITHOUT_END), date(LAST_YEAR, 12, 31))


def ends_to_fill(plan: Plan, follows: Rotation) -> FillEnds:
    """When frame and mandate of the mission end after a rotation."""
    return fill_ends(Standing(plan), follows)


def ends_text(ends: FillEnds) -> str:
    """When frame and mandate end, as a sentence; empty where neither does."""
    if ends.frame is not None and ends.mandate is not None:
        return _("The frame ends on {frame}, the mandate on {mandate}.").format(
            frame=day_text(ends.frame), mandate=day_text(ends.mandate)
        )
    if ends.frame is not None:
        return _("The frame ends on {day}.").format(day=day_text(ends.frame))
    if ends.mandate is not None:
        return _("The mandate ends on {day}.").format(day=day_text(ends.mandate))
    return ""


def rest_text(wish: SeriesWish, rotations: Sequence[Rotation]) -> str:
    """What became of days at the end that are too few for a rotation; empty where none are."""
    whole = whole_days(wish)
    if is_lengthened(wish, rotations):
        return _(
            "What remains until {day} is too short for a rotation of its own: {name} lasts longer."
        ).format(day=day_text(wish.last_day), name=wish.follows.name)
    days = [(one.first_day, one.last_day) for one in rotations]
    spread = [one for one in days if one not in whole]
    if not spread:
        return ""
    return plural(
        "The last days are too few for a rotation of their own: the last rotation takes them in.",
        "The last days are too few for a rotation of their own: the last {count} share them.",
        len(spread),
    ).format(count=len(spread))


def is_lengthened(wish: SeriesWish, rotations: Sequence[Rotation]) -> bool:
    """Whether the rotation that is followed lasts longer, and nothing is added."""
    return bool(rotations) and rotations[0].id == wish.follows.id


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
    if is_lengthened(wish, rotations):
        longer = wish.follows
        return Together((ResizeRotation(longer.id, longer.first_day, wish.last_day),), title)
    return Together((AddRotations(rotations),), title)


def _new_ids(plan: Plan, mission: str) -> Iterator[str]:
    new_ids = NewIds(plan.rotations)
    while True:
        yield new_ids.for_mission(mission)
