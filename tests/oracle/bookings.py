"""Who has booked which force, and which two bookings share it lawfully."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.dates import Span, days_of
from tests.oracle.strength import in_handover
from tests.oracle.words import Commitment, Force, Plan, Rotation


@dataclass(frozen=True, slots=True)
class Booking:
    """A rotation or an exclusive commitment, on the force that it draws on."""

    kind: str
    id: str
    force: str
    first_day: date
    last_day: date
    rotation: Rotation | None = None
    commitment: Commitment | None = None

    @property
    def days(self) -> list[date]:
        return days_of(self.first_day, self.last_day)


def looked_at(span: Span, plan: Plan) -> tuple[date, date] | None:
    """The first and last day that are looked at of something with open days, if any.

    "Where a post, commitment or, in REF001, a frame has an open day, it is looked at from
    `planning_first_day` or until `planning_last_day` (settings); if that is null, from the first or
    until the last day of any rotation, cancelled ones too; a booking then begins or ends on that
    day. Nothing else is cut."
    """
    everyone = plan.all_rotations.values()
    first = span.first or plan.settings.planning.first
    last = span.last or plan.settings.planning.last
    if first is None and everyone:
        first = min(r.first_day for r in everyone)
    if last is None and everyone:
        last = max(r.last_day for r in everyone)
    if first is None or last is None or last < first:
        return None
    return first, last


def bookings(plan: Plan) -> list[Booking]:
    """Every booking of a force: "the rotations that draw on it and its exclusive commitments"."""
    found = [
        Booking("rotation", r.id, r.force, r.first_day, r.last_day, rotation=r)
        for r in plan.rotations
        if r.force is not None
    ]
    for commitment in plan.commitments:
        days = looked_at(commitment.span, plan)
        if commitment.exclusive and days is not None:
            first, last = days
            found.append(
                Booking(
                    "commitment",
                    commitment.id,
                    commitment.force,
                    first,
                    last,
                    commitment=commitment,
                )
            )
    return found


def unit_bookings(plan: Plan) -> list[Booking]:
    """The bookings of units: a pool is not in one place, and cannot be booked twice."""
    return [one for one in bookings(plan) if plan.forces[one.force].kind == "unit"]


def is_inside(inner: str, outer: str, plan: Plan) -> bool:
    """Whether the one force is the other, or inside it "at any depth (also through a pool)"."""
    force: Force | None = plan.forces[inner]
    while force is not None:
        if force.id == outer:
            return True
        force = None if force.parent is None else plan.forces[force.parent]
    return False


def inner_force(one: Booking, other: Booking, plan: Plan) -> str | None:
    """The inner one of two forces; none when neither is inside the other.

    "Bookings of the whole and of the part clash; two companies of one battalion do not clash with
    each other."
    """
    if is_inside(one.force, other.force, plan):
        return one.force
    if is_inside(other.force, one.force, plan):
        return other.force
    return None


def unit_pairs(plan: Plan) -> list[tuple[str, Booking, Booking]]:
    """Each "pair of bookings of a unit, or of one inside the other".

    The inner force, the earlier booking and the later one: "the earlier booking comes first
    (first day, last day, kind, id)".
    """
    in_order = sorted(unit_bookings(plan), key=lambda b: (b.first_day, b.last_day, b.kind, b.id))
    pairs = []
    for index, earlier in enumerate(in_order):
        for later in in_order[index + 1 :]:
            inner = inner_force(earlier, later, plan)
            if inner is not None:
                pairs.append((inner, earlier, later))
    return pairs


def end_of_chain(rotation: Rotation, link: str, plan: Plan) -> str:
    """The rotation at which a chain of `part_of` or `continues` ends.

    "Chains run through cancelled rotations."
    """
    while True:
        following = rotation.part_of if link == "part_of" else rotation.continues
        if following is None:
            return rotation.id
        rotation = plan.all_rotations[following]


def in_one_chain(one: Booking, other: Booking, link: str, plan: Plan) -> bool:
    """Whether two bookings are rotations whose chains end at the same rotation."""
    if one.rotation is None or other.rotation is None:
        return False
    return end_of_chain(one.rotation, link, plan) == end_of_chain(other.rotation, link, plan)


def are_nested(one: Booking, other: Booking, plan: Plan) -> bool:
    """Whether they share the unit because the one is embarked on the other.

    "Rotations whose chains of `part_of` end at the same rotation are nested (an embarked staff) and
    share the unit."
    """
    return in_one_chain(one, other, "part_of", plan)


def are_shared_on(day: date, inner: str, one: Booking, other: Booking, plan: Plan) -> bool:
    """Whether the two bookings are lawful beside each other on the day.

    "A commitment can't be shared." "A rotation and the one it relieves share the unit on the
    successor's first `handover_days` days."
    """
    if one.rotation is None or other.rotation is None:
        return False
    return (
        _sharing_declared(day, inner, one.rotation, other.rotation, plan)
        or _handing_over(day, one.rotation, other.rotation, plan)
        or _handing_over(day, other.rotation, one.rotation, plan)
    )


def _sharing_declared(day: date, inner: str, one: Rotation, other: Rotation, plan: Plan) -> bool:
    """Whether a sharing says so.

    "Declared sharing makes two bookings lawful on its days: its force is the inner one of the two
    forces or contains it, and it names the missions of both."
    """
    return any(
        sharing.span.has(day)
        and is_inside(inner, sharing.force, plan)
        and {one.mission, other.mission} <= sharing.missions
        for sharing in plan.sharings
    )


def _handing_over(day: date, successor: Rotation, relieved: Rotation, plan: Plan) -> bool:
    return successor.relieves == relieved.id and in_handover(successor, day, plan)
