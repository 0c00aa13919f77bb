"""FOR003: a unit that is booked again before it has recovered, or that is away too often."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from tests.oracle.bookings import Booking, in_one_chain, inner_force, is_inside, unit_bookings
from tests.oracle.dates import days_of, number_of_days, runs_with_peak
from tests.oracle.findings import Finding, Subject, contributors
from tests.oracle.strength import headcount
from tests.oracle.words import Plan, RecoveryRule


@dataclass(frozen=True, slots=True)
class Claim:
    """The days after a tour in which the unit may not begin anything else."""

    tour: Booking
    days: int

    @property
    def last_day(self) -> date:
        return self.tour.last_day + timedelta(days=self.days)

    def claims(self, day: date) -> bool:
        return self.tour.last_day < day <= self.last_day


def recovery_findings(plan: Plan) -> list[Finding]:
    """FOR003 of every recovery rule."""
    found = []
    for rule in plan.recovery_rules:
        if rule.kind == "quota":
            for unit in sorted({tour.force for tour in _tours(rule, plan)}):
                found += _quota_broken(rule, unit, plan)
        else:
            for later in unit_bookings(plan):
                found += _too_soon(rule, later, plan)
    return found


def _tours(rule: RecoveryRule, plan: Plan) -> list[Booking]:
    """The tours that a rule looks at.

    "A tour is a rotation on a unit with people in a category of the rule, at a mission the rule
    does not exempt."
    """
    return [
        booking
        for booking in unit_bookings(plan)
        if booking.rotation is not None
        and headcount(booking.rotation, rule.categories) > 0
        and booking.rotation.mission not in rule.exempt_missions
    ]


def _holds_for(rule: RecoveryRule, unit: str, plan: Plan) -> bool:
    """Where: "the forces it names and all inside them, without names for every unit"."""
    return not rule.forces or any(is_inside(unit, force, plan) for force in rule.forces)


def _needed(rule: RecoveryRule, tour: Booking) -> int:
    """What a tour claims: "ratio: ⌈factor x days of the tour⌉ days …, interval: `days` days"."""
    if rule.kind == "interval":
        return rule.days
    return ceil(rule.factor * number_of_days(tour.first_day, tour.last_day))


def _may_begin(later: Booking) -> bool:
    """Whether nothing stops it: "commitments of kind `maintenance` and `exercise` may"."""
    return later.commitment is not None and later.commitment.kind in {"maintenance", "exercise"}


def _claims_on(rule: RecoveryRule, later: Booking, plan: Plan) -> list[Claim]:
    """The claims of all tours on the first day of the later booking.

    "No other booking of the same unit, of one inside it or of one that contains it may begin."
    "The rule must hold on the tour's last day and for the inner one of the two units." "Within a
    chain of `continues` no recovery is claimed."
    """
    found = []
    for tour in _tours(rule, plan):
        inner = inner_force(tour, later, plan)
        claim = Claim(tour, _needed(rule, tour))
        if (
            claim.claims(later.first_day)
            and rule.span.has(tour.last_day)
            and inner is not None
            and _holds_for(rule, inner, plan)
            and not in_one_chain(tour, later, "continues", plan)
        ):
            found.append(claim)
    return found


def _too_soon(rule: RecoveryRule, later: Booking, plan: Plan) -> list[Finding]:
    """FOR003 of kind ratio and interval.

    "Rule and later booking → from its first day to the last day that recovery claims, at most its
    own last day." "Free days before it / days needed, for the tour whose claim ends last (if equal,
    the one that ended last)."
    """
    claims = [] if _may_begin(later) else _claims_on(rule, later, plan)
    if not claims:
        return []
    last = max(claims, key=lambda claim: (claim.last_day, claim.tour.last_day))
    needs = {(claim.tour.kind, claim.tour.id): claim.days for claim in claims}
    return [
        Finding(
            code="FOR003",
            severity="error",
            subjects=(
                Subject("force", later.force),
                Subject(later.kind, later.id),
                Subject("recovery_rule", rule.id),
            ),
            first_day=later.first_day,
            last_day=min(later.last_day, last.last_day),
            measured=(later.first_day - last.tour.last_day).days - 1,
            limit=last.days,
            contributors=contributors(needs),
        )
    ]


def _quota_broken(rule: RecoveryRule, unit: str, plan: Plan) -> list[Finding]:
    """FOR003 of kind quota.

    "For each unit that a tour draws on, a day on tour (of the unit or one that contains it) breaks
    the quota if that day and the `window_days` - 1 days before it hold more than `days` days on
    tour; only days on which the rule holds are counted or reported."
    """
    if not _holds_for(rule, unit, plan):
        return []
    on_tour = {
        (tour.kind, tour.id): {day for day in tour.days if rule.span.has(day)}
        for tour in _tours(rule, plan)
        if is_inside(unit, tour.force, plan)
    }
    all_days = set().union(*on_tour.values())
    used = {day: len(all_days & _window(day, rule)) for day in all_days}
    over = {day: count - rule.days for day, count in used.items() if count > rule.days}
    return [
        Finding(
            code="FOR003",
            severity="error",
            subjects=(Subject("force", unit), Subject("recovery_rule", rule.id)),
            first_day=first,
            last_day=last,
            measured=used[peak],
            limit=rule.days,
            peak_day=peak,
            contributors=contributors(
                {tour: len(days & _window(peak, rule)) for tour, days in on_tour.items()}
            ),
        )
        for first, last, peak in runs_with_peak(over)
    ]


def _window(day: date, rule: RecoveryRule) -> set[date]:
    """The days that are counted: "that day and the `window_days` - 1 days before it"."""
    return set(days_of(day - timedelta(days=rule.window_days - 1), day))
