"""Plans as nobody makes them: what a check, an edit and an event of a drag cost there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Final

from benchmarks import extreme_plans as plans
from benchmarks.edit import Nowhere
from benchmarks.measuring import milliseconds, seconds, table
from benchmarks.plans import AS_OF
from benchmarks.writing import run
from domain.model import MoveRotations, Plan
from domain.session import Session

_TIMES: Final = 9
_HEADS: Final = (
    "plan", "rotations", "findings", "whole check", "edit, median", "drag event, median",
)  # fmt: skip
_PLANS: Final[Sequence[tuple[str, Callable[[], Plan]]]] = (
    ("one unit booked 1,000 times at once", partial(plans.one_unit_booked_at_once, 1_000)),
    ("all rotations on the same days", partial(plans.everything_on_one_day, 100_000)),
    ("all rotations at one mission", partial(plans.one_mission, 100_000)),
    ("one frame over 200 missions", partial(plans.one_frame, 100_000, 200)),
    ("59 chains of relief, handover deducted", partial(plans.long_reliefs, 59, 1_700)),
    ("5 chains of the same people", partial(plans.the_same_people, 5, 4_000)),
    ("no frame at all", partial(plans.without_frames, 100_000)),
)


def tables(_sizes: Sequence[int]) -> str:
    """What each of them costs; their sizes are their own."""
    return table(_HEADS, [_row(name, make()) for name, make in _PLANS])


def _row(name: str, plan: Plan) -> list[str]:
    session = Session(plan, Nowhere(), AS_OF)
    whole = seconds(lambda: session.findings)
    found = len(session.findings)
    moved = list(plan.rotations)[:: max(1, len(plan.rotations) // _TIMES)][:_TIMES]
    return [
        name,
        f"{len(plan.rotations):,}",
        f"{found:,}",
        milliseconds(whole),
        milliseconds(median(_edited(session, one) for one in moved)),
        milliseconds(median(_dragged(session, one) for one in moved)),
    ]


def _edited(session: Session, name: str) -> float:
    def edit() -> object:
        session.submit(MoveRotations((name,), 1))
        return session.findings

    return seconds(edit)


def _dragged(session: Session, name: str) -> float:
    return seconds(lambda: session.preview(MoveRotations((name,), 2)))


if __name__ == "__main__":
    run("extremes", __doc__, tables)
