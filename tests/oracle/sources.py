"""REF001: two frames that say different things about the same."""

from datetime import date
from itertools import combinations

from tests.oracle.bookings import looked_at
from tests.oracle.dates import days_of, runs
from tests.oracle.findings import Finding, Subject
from tests.oracle.in_force import InForce
from tests.oracle.words import Frame, Limit, Plan


def source_findings(plan: Plan, in_force: InForce) -> list[Finding]:
    """REF001: "→ days on which both are in force; one run list per pair of frames"."""
    found = []
    for one, other in combinations(plan.frames, 2):
        if _contradict(one, other):
            both = _days(one, plan, in_force) & _days(other, plan, in_force)
            subjects = (Subject("frame", one.id), Subject("frame", other.id))
            found += [
                Finding("REF001", "note", subjects, first, last) for first, last in runs(both)
            ]
    return found


def _contradict(one: Frame, other: Frame) -> bool:
    """Whether two frames contradict each other somewhere.

    "Two frames with the same set of missions, each with a limit of the same measure and the same
    set of categories, whose numbers, bindings or last days differ." "`unread` limits have no
    measure and are compared with none."
    """
    return one.missions == other.missions and any(
        a.measure is not None
        and a.measure == b.measure
        and a.categories == b.categories
        and _differ(a, b, same_last_day=one.span.last == other.span.last)
        for a in one.limits
        for b in other.limits
    )


def _differ(one: Limit, other: Limit, *, same_last_day: bool) -> bool:
    """Whether two limits of like measure and categories contradict each other.

    "`unlimited` is a number of its own; where either limit is `unknown` only last days are
    compared."
    """
    if not same_last_day:
        return True
    if "unknown" in {one.binding, other.binding}:
        return False
    return (one.number, one.binding) != (other.number, other.binding)


def _days(frame: Frame, plan: Plan, in_force: InForce) -> set[date]:
    span = looked_at(frame.span, plan)
    if span is None or frame.id not in in_force:
        return set()
    return {day for day in days_of(*span) if in_force[frame.id].has(day)}
