"""COV001."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.filling import unfilled_steps
from domain.engine.profile import Step
from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Kind, Post, Ref
from domain.rules.about import PostOnDays
from domain.rules.finding import Severity, contributors_of
from domain.rules.rule import Breach, Scope, Words, rule
from domain.rules.runs import runs_of


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
def unfilled(situation: Situation, about: PostOnDays) -> Iterator[Breach]:
    """Fewer people than asked are in rotations that name a post."""
    for run in runs_of(unfilled_steps(situation, about.post, about.days)):
        yield _breach(situation, about.post, run)


def _breach(situation: Situation, post: Post, run: list[Step]) -> Breach:
    peak = min(run, key=lambda step: step.value)
    filling = situation.rotations_for(post.id, (peak.start, peak.start + 1))
    return Breach(
        (Ref(Kind.POST, post.id),),
        run[0].start,
        run[-1].end,
        measured=peak.value,
        limit=post.quantity,
        peak=peak.start,
        contributors=contributors_of(
            Kind.ROTATION,
            ((one.id, people) for one in filling if (people := one.people(post.category))),
        ),
        parameters={
            "post": post.title,
            "mission": situation.plan.missions[post.mission].name,
        },
    )
