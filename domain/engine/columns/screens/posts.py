"""Posts that are not filled: all of them swept at once, by post and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from domain.engine.columns.arrays import Longs, order_of, stretches
from domain.engine.columns.numbers import NONE
from domain.engine.columns.screens.screened import Screened
from domain.engine.filling import days_of_post
from domain.engine.spans import Span
from domain.model import Category, Post

Asked = tuple[int, Post, Span]
"""The slot of a post that asks for anyone, the post, and its days."""


Events = tuple[Longs, Longs, Longs]
"""Post, by number, day, and by how much its people change."""


def unfilled(screened: Screened) -> Iterator[tuple[Post, Span]]:
    """The posts with fewer people than asked, and days that hold all those on which they have."""
    plan = screened.situation.plan
    basis = plan.posts, plan.settings
    asked, events = screened.columns.standing("posts", basis, lambda: _sorted(screened))
    if not asked:
        return
    of_post, days, changes = events
    people = np.cumsum(changes)
    wanted = np.array([post.quantity for _slot, post, _days in asked], np.int64)
    lasts = (of_post[:-1] == of_post[1:]) & (days[:-1] < days[1:])
    short = np.flatnonzero(lasts & (people[:-1] < wanted[of_post[:-1]]))
    for begin, end in stretches(of_post[short]):
        post = asked[of_post[short[begin]]][1]
        yield post, (int(days[short[begin]]), int(days[short[end - 1] + 1]))


def _sorted(screened: Screened) -> tuple[list[Asked], Events]:
    """The posts that ask for anyone, and where their people come and go, by post and day."""
    asked = list(_asked(screened))
    if not asked:
        return [], (np.empty(0, np.int64),) * 3
    of_post, days, changes = _events(screened, asked)
    order = order_of(of_post, days)
    return asked, (of_post[order], days[order], changes[order])


def _asked(screened: Screened) -> Iterator[Asked]:
    posts = screened.situation.plan.posts
    for post in posts.things():
        days = days_of_post(screened.situation, post)
        if days is not None and post.quantity:
            yield posts.slot(post.id), post, days


def _events(screened: Screened, asked: Sequence[Asked]) -> Events:
    """For each post where people come and go, and its first and last day: post, day, change."""
    numbers = screened.numbers
    spans = np.array([days for _slot, _post, days in asked], np.int64)
    of_slot = np.full(len(screened.situation.plan.posts.slots), NONE, np.int64)
    of_slot[[slot for slot, _post, _days in asked]] = np.arange(len(asked))
    order = list(Category)
    category = np.array([order.index(post.category) for _slot, post, _days in asked])
    slots = np.flatnonzero(screened.living & (numbers.post != NONE))
    slots = slots[of_slot[numbers.post[slots]] != NONE]
    at = of_slot[numbers.post[slots]]
    starts = np.maximum(numbers.start[slots], spans[at, 0])
    ends = np.minimum(numbers.end[slots], spans[at, 1])
    there = starts < ends
    at, starts, ends = at[there], starts[there], ends[there]
    people = numbers.amounts[category[at], slots[there]].astype(np.int64)
    every, nothing = np.arange(len(asked)), np.zeros(2 * len(asked), np.int64)
    return (
        np.concatenate((at, at, every, every)),
        np.concatenate((starts, ends, spans[:, 0], spans[:, 1])),
        np.concatenate((people, -people, nothing)),
    )
