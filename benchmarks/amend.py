"""An edit of something other than rotations, until all findings are current."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from statistics import median
from typing import Final

from benchmarks.edit import Nowhere
from benchmarks.measuring import milliseconds, seconds, table
from benchmarks.plans import AS_OF, plan_of
from benchmarks.writing import run
from domain.model import Edit, Frame, Mission, Plan, Put
from domain.rules.acceptance import Grounds, accepting
from domain.session import Session

_TIMES: Final = 15
_HEADS: Final = (
    "rotations", "number of a frame", "last day of a frame", "name of a mission", "acceptance",
    "whole check", "/ number of a frame",
)  # fmt: skip
Kind = Callable[[Session, int], Edit]
"""The edit with a number, in the plan as it is by then."""


def tables(sizes: Sequence[int]) -> str:
    """What such edits cost in plans of some sizes."""
    return table(_HEADS, [_row(size) for size in sizes])


def _row(size: int) -> list[str]:
    session = Session(plan_of(size), Nowhere(), AS_OF)
    whole = seconds(lambda: session.findings)
    times = [median(_times(session, kind)) for kind in (_number, _days, _name, _acceptance)]
    return [
        f"{size:,}",
        *map(milliseconds, times),
        milliseconds(whole),
        f"{whole / times[0]:.0f}",
    ]


def _times(session: Session, kind: Kind) -> Iterator[float]:
    for number in range(_TIMES):
        yield seconds(partial(_submit, session, kind(session, number)))


def _submit(session: Session, edit: Edit) -> object:
    session.submit(edit)
    return session.findings


def _frame(plan: Plan, number: int) -> Frame:
    names = list(plan.frames)
    return plan.frames[names[number * len(names) // _TIMES]]


def _mission(plan: Plan, number: int) -> Mission:
    names = list(plan.missions)
    return plan.missions[names[number * len(names) // _TIMES]]


def _number(session: Session, number: int) -> Edit:
    frame = _frame(session.plan, number)
    first, *others = frame.limits
    return Put((replace(frame, limits=(replace(first, number=(first.number or 1) - 1), *others)),))


def _days(session: Session, number: int) -> Edit:
    frame = _frame(session.plan, number)
    last = frame.last_day
    return Put((replace(frame, last_day=None if last is None else last - timedelta(days=1)),))


def _name(session: Session, number: int) -> Edit:
    mission = _mission(session.plan, number)
    return Put((replace(mission, name=f"{mission.name} (new)"),))


def _acceptance(session: Session, number: int) -> Edit:
    found = session.findings
    finding = found[number * len(found) // _TIMES]
    return accepting(session.plan, finding, Grounds("agreed", "chief", AS_OF))


if __name__ == "__main__":
    run("amend", __doc__, tables)
