"""One edit until all findings are current, and one event of a drag, without disk and window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random
from statistics import median
from typing import Final

from benchmarks.measuring import milliseconds, quantile, seconds, table
from benchmarks.plans import AS_OF, plan_of
from benchmarks.writing import run
from domain.model import Applied, ChangeRotations, Edit, MoveRotations, Plan, ResizeRotation
from domain.session import Session

_EDITS: Final = 400
_DRAGS: Final = 40
_EVENTS: Final = 10
_LIMITS: Final = 4
_MOST: Final = 0.95
_HEADS: Final = (
    "rotations", "edit, median", "95 of 100", "/ in the smallest plan", "whole check / edit",
    "drag event, median", "95 of 100",
)  # fmt: skip


class Nowhere:
    """Keeps nothing."""

    def save(self, before: Plan, applied: Applied, label: str) -> None:
        """Keep nothing."""


@dataclass
class Open:
    """An open plan, with what it cost to check it and what edits of it cost."""

    session: Session
    dice: Random
    whole: float
    edits: list[float]
    events: list[float]


def tables(sizes: Sequence[int]) -> str:
    """What an edit and an event of a drag cost in plans of some sizes."""
    opened = [_opened(size) for size in sizes]
    for _turn in range(_EDITS):
        for one in opened:
            one.edits.append(_edited(one))
    for _turn in range(_DRAGS):
        for one in opened:
            one.events.extend(_dragged(one))
    smallest = median(opened[0].edits)
    rows = [_row(size, one, smallest) for size, one in zip(sizes, opened, strict=True)]
    return table(_HEADS, rows)


def _opened(size: int) -> Open:
    session = Session(plan_of(size), Nowhere(), AS_OF)
    whole = seconds(lambda: session.findings)
    return Open(session, Random(size), whole, [], [])  # noqa: S311 - a benchmark's dice


def _edited(one: Open) -> float:
    """The time of an edit that a planner might do, until all findings are current."""
    session, edit = one.session, _edit(one.session.plan, one.dice)

    def submit() -> object:
        session.submit(edit)
        return session.findings

    return seconds(submit)


def _edit(plan: Plan, dice: Random) -> Edit:
    rotation = plan.rotations[_any_rotation(plan, dice)]
    by = timedelta(dice.randint(-20, 20))
    return dice.choice(
        (
            MoveRotations((rotation.id,), by.days),
            ResizeRotation(rotation.id, rotation.first_day, rotation.last_day + abs(by)),
            ChangeRotations((rotation.id,), {"military": rotation.military + dice.randint(0, 2)}),
        )
    )


def _dragged(one: Open) -> Iterator[float]:
    """The time of each event of a drag: findings, and the strength of some limits."""
    session, plan = one.session, one.session.plan
    name = _any_rotation(plan, one.dice)
    mission = plan.rotations[name].mission
    here = [limit.id for frame, limit in plan.limits() if mission in frame.missions][:_LIMITS]
    for days in range(1, _EVENTS + 1):
        edit = MoveRotations((name,), days)
        yield seconds(partial(session.preview, edit, here))


def _any_rotation(plan: Plan, dice: Random) -> str:
    rotation = None
    while rotation is None:
        rotation = plan.rotations.at(dice.randrange(len(plan.rotations)))
    return rotation.id


def _row(size: int, one: Open, smallest: float) -> list[str]:
    edit = median(one.edits)
    return [
        f"{size:,}",
        milliseconds(edit),
        milliseconds(quantile(one.edits, _MOST)),
        f"{edit / smallest:.2f}",
        f"{one.whole / edit:,.0f}",
        milliseconds(median(one.events)),
        milliseconds(quantile(one.events, _MOST)),
    ]


if __name__ == "__main__":
    run("edit", __doc__, tables)
