"""ROT001 and ROT002: shorter or longer than a tour may be."""

from datetime import date

from tests.oracle.dates import last_of_days, last_of_months, number_of_days
from tests.oracle.findings import Finding, Subject
from tests.oracle.strength import categories_with_people
from tests.oracle.words import Length, Plan, Rotation

# A category with people, and the day on which the bound ends for this rotation.
Bound = tuple[str, date]


def length_findings(plan: Plan) -> list[Finding]:
    """ROT001 and ROT002: "At most one ROT001 and one ROT002 a rotation"."""
    found = []
    for rotation in plan.rotations:
        found += _too_short(rotation, plan)
        found += _too_long(rotation, plan)
    return found


def _end(rotation: Rotation, length: Length) -> date:
    if length.months is not None:
        return last_of_months(rotation.first_day, length.months)
    return last_of_days(rotation.first_day, length.days or 0)


def _bounds(rotation: Rotation, plan: Plan, which: str) -> list[Bound]:
    """The bounds that hold for the rotation, `min` or `max`.

    "Tour lengths are data with a period of validity, chosen by the rotation's first day; all that
    hold apply, each category with people to its own." "A mission's own `min_length` or
    `max_length` each takes the place of that bound for every category with people, police too."
    "A rotation without people has no bounds."
    """
    mission = plan.missions[rotation.mission]
    own = mission.min_length if which == "min" else mission.max_length
    categories = categories_with_people(rotation)
    if own is not None:
        return [(category, _end(rotation, own)) for category in categories]
    bounds = []
    for rule in plan.length_rules:
        months = rule.min_months if which == "min" else rule.max_months
        holds = rule.category in categories and rule.span.has(rotation.first_day)
        if holds and months is not None:
            bounds.append((rule.category, last_of_months(rotation.first_day, months)))
    return bounds


def _too_short(rotation: Rotation, plan: Plan) -> list[Finding]:
    """ROT001.

    "A rotation lasts at least n months if its last day is on or after that day." "A warning if
    only minimums for civilians are broken, the mission's own included, else an error."
    """
    broken = [bound for bound in _bounds(rotation, plan, "min") if rotation.last_day < bound[1]]
    if not broken:
        return []
    only_civilians = all(category == "civilian" for category, _ in broken)
    strictest = max(end for _, end in broken)
    return [_finding("ROT001", "warning" if only_civilians else "error", rotation, strictest)]


def _too_long(rotation: Rotation, plan: Plan) -> list[Finding]:
    """ROT002: "at most n months if on or before it"."""
    broken = [bound for bound in _bounds(rotation, plan, "max") if rotation.last_day > bound[1]]
    if not broken:
        return []
    strictest = min(end for _, end in broken)
    return [_finding("ROT002", "error", rotation, strictest)]


def _finding(code: str, severity: str, rotation: Rotation, strictest: date) -> Finding:
    """The finding: "its days / days of the strictest broken bound, counted from its first day".

    "A justification of more than blanks makes it a note."
    """
    justified = rotation.justification.strip() != ""
    return Finding(
        code=code,
        severity="note" if justified else severity,
        subjects=(Subject("rotation", rotation.id),),
        first_day=rotation.first_day,
        last_day=rotation.last_day,
        measured=number_of_days(rotation.first_day, rotation.last_day),
        limit=number_of_days(rotation.first_day, strictest),
    )
