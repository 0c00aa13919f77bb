"""FRA004."""

from __future__ import annotations

from collections.abc import Iterator

from domain.engine.situation import Situation
from domain.language import N_
from domain.model import Kind, Ref, Rotation
from domain.rules.finding import Severity
from domain.rules.rule import Breach, Scope, Words, rule


@rule(
    "FRA004",
    "team-size",
    Severity.ERROR,
    Scope.ROTATION,
    Words(
        title=N_("A team has another size than the frame says"),
        says=N_(
            "{rotation} has {measured_persons} in {teams_count}; the frame asks for {size} a team, "
            "so {limit}."
        ),
        why=N_("The frame fixes how many persons a team has; other numbers were not decided."),
        what_to_do=N_(
            "Enter the number of teams, and set the headcount to teams × size. People beside a "
            "team get a rotation of their own, as part of the team's."
        ),
        source=N_("The decision on the frame"),
        variants={
            "no_teams": N_(
                "{rotation} has {measured_persons} but no number of teams; the frame asks for "
                "teams of {size}."
            )
        },
    ),
)
def team_size(situation: Situation, rotation: Rotation) -> Iterator[Breach]:
    """The headcount of a rotation is not teams × the size that its frame fixes."""
    teams = rotation.teams or 0
    if not teams and rotation.part_of is not None:
        return
    for frame, limit in situation.standing.team_sizes_at(rotation.mission):
        span = situation.standing.in_force[frame.id]
        people = rotation.people_in(limit.categories)
        size = limit.number or 0
        if span is None or not span[0] <= rotation.start < span[1]:
            continue
        if people and people != teams * size:
            yield Breach(
                (Ref(Kind.ROTATION, rotation.id), Ref(Kind.LIMIT, limit.id)),
                rotation.start,
                rotation.end,
                measured=people,
                limit=teams * size,
                parameters={
                    "rotation": rotation.name,
                    "teams": teams,
                    "size": size,
                    "frame": frame.title,
                    "variant": "teams" if teams else "no_teams",
                },
            )
