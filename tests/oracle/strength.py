"""How many people, and how many teams, a limit counts on a day."""

from collections.abc import Iterable
from datetime import date

from tests.oracle.dates import last_of_days
from tests.oracle.in_force import InForce
from tests.oracle.words import CATEGORIES, Frame, Plan, Rotation


def headcount(rotation: Rotation, categories: Iterable[str] = CATEGORIES) -> int:
    """The people of a rotation in these categories, the handover not deducted."""
    return sum(rotation.people(category) for category in categories)


def categories_with_people(rotation: Rotation) -> list[str]:
    return [category for category in CATEGORIES if rotation.people(category) > 0]


def in_handover(successor: Rotation, day: date, plan: Plan) -> bool:
    """Whether the day is one of the successor's own and of its "first `handover_days` days"."""
    handover_days = plan.missions[successor.mission].handover_days
    return successor.has(day) and day <= last_of_days(successor.first_day, handover_days)


def counted_people(rotation: Rotation, category: str, day: date, plan: Plan) -> int:
    """The people of a category that a rotation counts for on a day.

    "With `handover_counts` false, the relieved rotation counts, per category, only for the people
    it has more than all rotations together that relieve it and are in their first
    `handover_days` days (and on a day of both)."
    """
    if not rotation.has(day):
        return 0
    people = rotation.people(category)
    if plan.missions[rotation.mission].handover_counts:
        return people
    relievers = [
        other
        for other in plan.rotations
        if other.relieves == rotation.id and in_handover(other, day, plan)
    ]
    return max(0, people - sum(other.people(category) for other in relievers))


def rotations_that_count(frame: Frame, day: date, plan: Plan, in_force: InForce) -> list[Rotation]:
    """The rotations that a frame counts on a day.

    "A rotation counts if its mission is covered by the frame, d lies in the rotation, the frame is
    in force on d, and its status is not `cancelled`."
    """
    if frame.id not in in_force or not in_force[frame.id].has(day):
        return []
    return [r for r in plan.rotations if r.mission in frame.missions and r.has(day)]


def persons(
    frame: Frame, categories: Iterable[str], day: date, plan: Plan, in_force: InForce
) -> dict[tuple[str, str], int]:
    """The strength on a day, as what each rotation adds to it.

    "Strength of a limit on day d = the sum, over the rotations that count, of their headcount in
    its categories."
    """
    return {
        ("rotation", r.id): sum(counted_people(r, category, day, plan) for category in categories)
        for r in rotations_that_count(frame, day, plan, in_force)
    }


def teams(frame: Frame, day: date, plan: Plan, in_force: InForce) -> dict[tuple[str, str], int]:
    """The teams on a day, as what each rotation adds to them.

    "`teams` and `teams_per_year` count the teams of every rotation that counts, whatever its
    categories; no teams given is 0."
    """
    return {
        ("rotation", r.id): r.teams or 0 for r in rotations_that_count(frame, day, plan, in_force)
    }
