"""COV001: a post with too few people."""

from datetime import date

from tests.oracle.bookings import looked_at
from tests.oracle.dates import days_of, runs_with_peak
from tests.oracle.findings import Finding, Subject, contributors
from tests.oracle.words import Plan, Post


def post_findings(plan: Plan) -> list[Finding]:
    """COV001 of every post."""
    return [finding for post in plan.posts for finding in _unfilled(post, plan)]


def _filling(post: Post, day: date, plan: Plan) -> dict[tuple[str, str], int]:
    """The people "in its category, in rotations that name it (handover is not deducted)"."""
    return {
        ("rotation", r.id): r.people(post.category)
        for r in plan.rotations
        if r.post == post.id and r.has(day)
    }


def _unfilled(post: Post, plan: Plan) -> list[Finding]:
    """COV001: "post → days with fewer people … than it asks"."""
    span = looked_at(post.span, plan)
    if span is None:
        return []
    people = {day: _filling(post, day, plan) for day in days_of(*span)}
    short = {
        day: post.quantity - sum(filling.values())
        for day, filling in people.items()
        if sum(filling.values()) < post.quantity
    }
    return [
        Finding(
            code="COV001",
            severity="note",
            subjects=(Subject("post", post.id),),
            first_day=first,
            last_day=last,
            measured=sum(people[peak].values()),
            limit=post.quantity,
            peak_day=peak,
            contributors=contributors(people[peak]),
        )
        for first, last, peak in runs_with_peak(short)
    ]
