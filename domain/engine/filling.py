"""Posts: how many people fill them, day by day, against what is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from domain.engine.profile import Step
from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS, Span, overlap
from domain.model import Post


def days_of_post(situation: Situation, post: Post) -> Span | None:
    """The days on which a post is to be filled, open ones cut by the planning days."""
    return situation.open_span(
        None if post.first_day is None else post.first_day.toordinal(),
        None if post.last_day is None else post.last_day.toordinal() + 1,
    )


def unfilled_steps(situation: Situation, post: Post, days: Span = ALWAYS) -> Sequence[Step]:
    """How many people there are, where on some days a post has fewer than it asks."""
    span = days_of_post(situation, post)
    looked_at = None if span is None else overlap(span, days)
    if looked_at is None:
        return ()
    changes: dict[int, int] = defaultdict(int)
    for rotation in situation.rotations_for(post.id, looked_at):
        people = rotation.people(post.category)
        changes[max(rotation.start, looked_at[0])] += people
        changes[min(rotation.end, looked_at[1])] -= people
    return _short_of(post.quantity, changes, looked_at)


def _short_of(quantity: int, changes: dict[int, int], days: Span) -> list[Step]:
    found: list[Step] = []
    people = 0
    for start, end in pairwise(sorted({*changes, *days})):
        people += changes.get(start, 0)
        if people < quantity:
            found.append(Step(start, end, people))
    return found
