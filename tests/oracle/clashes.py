"""FOR001 and FOR004: two bookings of one unit at once, or within the preparation of the later."""

from datetime import date, timedelta

from tests.oracle.bookings import (
    Booking,
    are_nested,
    are_shared_on,
    in_one_chain,
    unit_pairs,
)
from tests.oracle.dates import ONE_DAY, days_of, runs
from tests.oracle.findings import Finding, Subject
from tests.oracle.words import Plan


def clash_findings(plan: Plan) -> list[Finding]:
    """FOR001 and FOR004 of every pair of bookings."""
    found = []
    for inner, earlier, later in unit_pairs(plan):
        found += _double_booked(inner, earlier, later, plan)
        found += _preparation_overlap(inner, earlier, later, plan)
    return found


def _double_booked(inner: str, earlier: Booking, later: Booking, plan: Plan) -> list[Finding]:
    """FOR001.

    "Pair of bookings of a unit, or of one inside the other → days in common, unless shared or
    nested."
    """
    if are_nested(earlier, later, plan):
        return []
    common = set(earlier.days) & set(later.days)
    days = {day for day in common if not are_shared_on(day, inner, earlier, later, plan)}
    return _on_days("FOR001", "error", (inner, earlier, later), days)


def _preparation_overlap(inner: str, earlier: Booking, later: Booking, plan: Plan) -> list[Finding]:
    """FOR004.

    "Pair of bookings → preparation days of the later that lie inside the earlier, unless shared on
    that day, nested, or in one chain of `continues`; only rotations have preparation, the earlier
    may be a commitment."
    """
    if are_nested(earlier, later, plan) or in_one_chain(earlier, later, "continues", plan):
        return []
    inside = set(_preparation(later, plan)) & set(earlier.days)
    days = {day for day in inside if not are_shared_on(day, inner, earlier, later, plan)}
    return _on_days("FOR004", "warning", (inner, earlier, later), days)


def _preparation(booking: Booking, plan: Plan) -> list[date]:
    """The preparation: "`preparation_days` of the mission before a rotation's first day"."""
    if booking.rotation is None:
        return []
    length = plan.missions[booking.rotation.mission].preparation_days
    return days_of(booking.first_day - timedelta(days=length), booking.first_day - ONE_DAY)


def _on_days(
    code: str, severity: str, about: tuple[str, Booking, Booking], days: set[date]
) -> list[Finding]:
    """Subjects: "inner force, earlier booking, later booking"."""
    inner, earlier, later = about
    subjects = (
        Subject("force", inner),
        Subject(earlier.kind, earlier.id),
        Subject(later.kind, later.id),
    )
    return [Finding(code, severity, subjects, first, last) for first, last in runs(days)]
