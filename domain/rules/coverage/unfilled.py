"""COV001."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from domain.engine.situation import Situation
from domain.engine.spans import Span, overlap
from domain.language import N_
from domain.model import Kind, Post, Ref, Rotation
from domain.rules.finding import Contributor, Severity
from domain.rules.rule import Breach, Scope, Words, rule

Part = tuple[int, int, int]
"""A start, an end, and the people who fill the post in between."""


@rule(
    "COV001",
    "unfilled",
    Severity.NOTE,
    Scope.POST,
    Words(
        title=N_("A post is not filled"),
        says=N_("{post} ({mission}): {measured} of {limit_persons} on {peak_day}."),
        why=N_("The mission counts on this post; nobody is planned for it on these days."),
        what_to_do=N_("Plan a rotation that names this post, or lower what is asked."),
        source=N_("The establishment of the mission"),
    ),
)
def unfilled(situation: Situation, post: Post) -> Iterator[Breach]:
    """Fewer people than asked are in rotations that name a post."""
    span = situation.open_span(
        None if post.first_day is None else post.first_day.toordinal(),
        None if post.last_day is None else post.last_day.toordinal() + 1,
    )
    if span is None:
        return
    names = situation.on_post.get(post.id, ())
    filling = [situation.plan.rotations[name] for name in names]
    run: list[Part] = []
    for part in _parts(post, span, filling):
        if part[2] < post.quantity:
            run.append(part)
        elif run:
            yield _breach(situation, post, filling, run)
            run = []
    if run:
        yield _breach(situation, post, filling, run)


def _parts(post: Post, span: Span, filling: list[Rotation]) -> Iterator[Part]:
    cuts = {*span}
    for rotation in filling:
        cuts.update(overlap((rotation.start, rotation.end), span) or ())
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        people = (r.people(post.category) for r in filling if r.start <= start < r.end)
        yield start, end, sum(people)


def _breach(situation: Situation, post: Post, filling: list[Rotation], run: list[Part]) -> Breach:
    peak, _end, people = min(run, key=lambda part: part[2])
    return Breach(
        (Ref(Kind.POST, post.id),),
        run[0][0],
        run[-1][1],
        measured=people,
        limit=post.quantity,
        peak=peak,
        contributors=tuple(
            Contributor(Ref(Kind.ROTATION, rotation.id), rotation.people(post.category))
            for rotation in filling
            if rotation.start <= peak < rotation.end and rotation.people(post.category)
        ),
        parameters={
            "post": post.title,
            "mission": situation.plan.missions[post.mission].name,
        },
    )
