"""What it takes to keep a mission filled for good, said beside the series that would fill it."""

from __future__ import annotations

from datetime import date

from domain.engine.sustainment import of_mission
from domain.errors import Refused
from domain.language import _
from domain.model import Plan, Rotation
from domain.model.days import last_day_of_months


def sustainment_text(plan: Plan, follows: Rotation, months: int) -> str:
    """How many people it takes to go on for good with tours of so many months.

    Empty where nobody has to prepare, to hand over or to recover: then it is as many as are there.
    """
    filled = follows.headcount
    first = date.fromordinal(follows.end)
    tour = (last_day_of_months(first, months) - first).days + 1
    try:
        found = of_mission(plan, follows.mission, filled, tour)
    except Refused:
        return ""
    cycle = found.cycle
    if found.needed_whole <= filled:
        return ""
    return _(
        "To go on like this for good takes {needed} people in all for the {filled} there: "
        "each tour of {tour} days comes with {preparation} of preparation, {recovery} of recovery "
        "and {overlap} of handover."
    ).format(
        needed=found.needed_whole,
        filled=filled,
        tour=tour,
        preparation=cycle.preparation,
        recovery=cycle.recovery,
        overlap=cycle.overlap,
    )
