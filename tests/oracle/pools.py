"""FOR002: more demanded of a pool than it supplies."""

from datetime import date

from tests.oracle.bookings import Booking, bookings, is_inside
from tests.oracle.dates import runs_with_peak
from tests.oracle.findings import Finding, Subject, contributors
from tests.oracle.strength import headcount
from tests.oracle.words import Force, Plan


def pool_findings(plan: Plan) -> list[Finding]:
    """FOR002 of every pool: "pool → days on which demand exceeds supply"."""
    pools = [force for force in plan.forces.values() if force.kind == "pool"]
    return [finding for pool in pools for finding in _exhausted(pool, plan)]


def _exhausted(pool: Force, plan: Plan) -> list[Finding]:
    drawing = _drawing_on(pool, plan)
    demand: dict[date, dict[tuple[str, str], int]] = {}
    for booking in drawing:
        for day in booking.days:
            demand.setdefault(day, {})[booking.kind, booking.id] = _quantity(booking, plan)
    short: dict[date, int] = {}
    for day, amounts in demand.items():
        supply = _supply(pool, day)
        if supply is not None and sum(amounts.values()) > supply:
            short[day] = sum(amounts.values()) - supply
    return [
        Finding(
            code="FOR002",
            severity="error",
            subjects=(Subject("force", pool.id),),
            first_day=first,
            last_day=last,
            measured=sum(demand[peak].values()),
            limit=_supply(pool, peak),
            peak_day=peak,
            contributors=contributors(demand[peak]),
        )
        for first, last, peak in runs_with_peak(short)
    ]


def _drawing_on(pool: Force, plan: Plan) -> list[Booking]:
    """What demands something of the pool.

    "Demand on a day: rotations and exclusive commitments on the pool or on a force below it whose
    measure is the same."
    """
    return [
        booking
        for booking in bookings(plan)
        if is_inside(booking.force, pool.id, plan)
        and plan.forces[booking.force].measure == pool.measure
    ]


def _quantity(booking: Booking, plan: Plan) -> int:
    """How much a booking demands.

    "Their `quantity`, or if null: for a rotation on `persons` its headcount, on `teams` its teams
    (1 if null or 0), on `items` 1; for a commitment 1."
    """
    if booking.commitment is not None:
        given = booking.commitment.quantity
        return 1 if given is None else given
    rotation = booking.rotation
    if rotation is None:
        return 0
    if rotation.quantity is not None:
        return rotation.quantity
    measure = plan.forces[booking.force].measure
    if measure == "persons":
        return headcount(rotation)
    return (rotation.teams or 1) if measure == "teams" else 1


def _supply(pool: Force, day: date) -> int | None:
    """The step of the day: "a day without a step is unknown: no finding; zero is written"."""
    for step in pool.supply:
        if step.span.has(day):
            return step.quantity
    return None
