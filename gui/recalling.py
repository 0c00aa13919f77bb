"""The steps that were made before a plan was opened, as steps that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.model import LISTS, Plan
from domain.session import Change
from domain.store import PlanFile
from domain.values import dataclass, replace

MOST: Final = 200
"""So many steps can be undone one by one; beyond that the history leads to any of them."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """Steps with the numbers that they have in the journal; so many of them were done."""

    steps: tuple[tuple[Change, int], ...]
    done: int


def recalled(file: PlanFile, plan: Plan) -> Recalled:
    """The steps that led to a plan, which was just loaded, and those that were undone.

    Whatever the scenario was called then, in all of them it has the name that it has now. Raises
    UnreadableFile when the journal does not fit.
    """
    past = file.past(plan, MOST)
    called: dict[int, Plan] = {id(plan): plan}

    def now_called(then: Plan) -> Plan:
        named = replace(
            then, name=plan.name, scenario=plan.scenario, derived_from=plan.derived_from
        )
        return called.setdefault(id(then), named)

    def changes() -> Iterator[tuple[Change, int, bool]]:
        for steps, done in ((past.done, True), (past.undone, False)):
            for step in steps:
                before, after = now_called(step.before), now_called(step.after)
                if _differ(before, after):
                    change = Change(before, after, frozenset(), step.label, (), ())
                    yield change, step.seq, done

    found = list(_joined(changes()))
    count = sum(done for *_step, done in found)
    steps = [(change, seq) for change, seq, _done in found]
    # The scenario may have got its name after the last step: the plan is the same but for that.
    if count:
        change, seq = steps[count - 1]
        steps[count - 1] = replace(change, after=plan), seq
    if count < len(steps):
        change, seq = steps[count]
        steps[count] = replace(change, before=plan), seq
    return Recalled(tuple(steps), count)


def _joined(
    changes: Iterator[tuple[Change, int, bool]],
) -> Iterator[tuple[Change, int, bool]]:
    """The same steps, each beginning with the very plan with which the one before it ended."""
    end: Plan | None = None
    for change, seq, done in changes:
        joined = change if end is None else replace(change, before=end)
        end = joined.after
        yield joined, seq, done


def _differ(before: Plan, after: Plan) -> bool:
    """Whether anything but names is another in two plans that share what did not change."""
    lists = (before.table(kind) is not after.table(kind) for kind in LISTS)
    settings = before.settings != after.settings or before.open_points != after.open_points
    return settings or any(lists)
