"""FRA004 to FRA008: team sizes, outside every frame, conditional and unknown frames."""

from datetime import date

from tests.oracle.dates import days_of, runs
from tests.oracle.findings import Contributor, Finding, Subject
from tests.oracle.in_force import InForce, covering, is_undecided
from tests.oracle.limits import compared_number
from tests.oracle.strength import categories_with_people, headcount
from tests.oracle.words import Frame, Limit, Plan, Rotation


def frame_findings(plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA004 to FRA008 of the whole plan."""
    found = []
    for rotation in plan.rotations:
        found += _team_sizes(rotation, plan, in_force)
        found += _outside_frame(rotation, plan, in_force)
        found += _no_frame(rotation, plan, in_force)
        found += _conditional(rotation, plan, in_force)
    for frame in plan.frames:
        found += _limit_unknown(frame, plan, in_force)
    return found


def _team_sizes(rotation: Rotation, plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA004.

    "Rotation with people in the categories of a `team_size` limit in force on its first day, and
    headcount in them ≠ teams x size (no teams given is 0; a rotation without teams that is
    `part_of` another is left out)."
    """
    if not rotation.teams and rotation.part_of is not None:
        return []
    found = []
    for frame in plan.frames:
        in_force_then = frame.id in in_force and in_force[frame.id].has(rotation.first_day)
        if in_force_then and rotation.mission in frame.missions:
            found += [
                finding
                for limit in frame.limits
                if limit.measure == "team_size"
                for finding in _team_size(rotation, limit)
            ]
    return found


def _team_size(rotation: Rotation, limit: Limit) -> list[Finding]:
    """FRA004 of one limit: "`team_size` …, which compares for equality whatever the binding"."""
    size = compared_number(limit)
    people = headcount(rotation, limit.categories)
    if size is None or people == 0 or people == (rotation.teams or 0) * size:
        return []
    return [
        Finding(
            code="FRA004",
            severity="error",
            subjects=(Subject("rotation", rotation.id), Subject("limit", limit.id)),
            first_day=rotation.first_day,
            last_day=rotation.last_day,
            measured=people,
            limit=(rotation.teams or 0) * size,
        )
    ]


def _on_days(code: str, severity: str, rotation: Rotation, days: set[date]) -> list[Finding]:
    return [
        Finding(code, severity, (Subject("rotation", rotation.id),), first, last)
        for first, last in runs(days)
    ]


def _outside_frame(rotation: Rotation, plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA005.

    "Rotation → days on which at least one category with people is covered by no frame in force,
    though a frame covers it on another day."
    """
    outside = set()
    for category in categories_with_people(rotation):
        if covering(rotation.mission, category, plan, in_force):
            for day in days_of(rotation.first_day, rotation.last_day):
                if not covering(rotation.mission, category, plan, in_force, day):
                    outside.add(day)
    return _on_days("FRA005", "error", rotation, outside)


def _no_frame(rotation: Rotation, plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA006: "rotation: a category with people is covered on no day at all"."""
    if all(
        covering(rotation.mission, category, plan, in_force)
        for category in categories_with_people(rotation)
    ):
        return []
    subjects = (Subject("rotation", rotation.id),)
    return [Finding("FRA006", "error", subjects, rotation.first_day, rotation.last_day)]


def _conditional(rotation: Rotation, plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA007.

    "Rotation → days on which, for at least one category with people, there is a frame in force
    that covers it and all such frames are undecided."
    """
    conditional = set()
    for category in categories_with_people(rotation):
        for day in days_of(rotation.first_day, rotation.last_day):
            frames = covering(rotation.mission, category, plan, in_force, day)
            if frames and all(is_undecided(frame) for frame in frames):
                conditional.add(day)
    return _on_days("FRA007", "note", rotation, conditional)


def _limit_unknown(frame: Frame, plan: Plan, in_force: InForce) -> list[Finding]:
    """FRA008.

    "Frame → days on which it is in force and a rotation with people in the categories of one of
    its `unknown` or `unread` limits is there; one run for all such limits of a frame." The
    contributors are "rotations that draw on it on any day of the run, amount null".
    """
    if frame.id not in in_force:
        return []
    categories = {
        category
        for limit in frame.limits
        if limit.binding in {"unknown", "unread"}
        for category in limit.categories
    }
    there = {
        rotation.id: {
            day
            for day in days_of(rotation.first_day, rotation.last_day)
            if in_force[frame.id].has(day)
        }
        for rotation in plan.rotations
        if rotation.mission in frame.missions and headcount(rotation, categories) > 0
    }
    return [
        Finding(
            code="FRA008",
            severity="note",
            subjects=(Subject("frame", frame.id),),
            first_day=first,
            last_day=last,
            contributors=tuple(
                Contributor("rotation", id_, None)
                for id_, days in sorted(there.items())
                if days & set(days_of(first, last))
            ),
        )
        for first, last in runs(set().union(*there.values()))
    ]
