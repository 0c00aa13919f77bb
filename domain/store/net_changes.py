"""What several steps in a row amount to, so that a step that undoes others is known as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from domain.store.descriptions import Said
from domain.store.history import HistoryStep
from domain.store.journal_words import PLAN, SCENARIO, WITHOUT_ROWS

Sides = tuple[Said | None, Said | None]
Net = dict[tuple[str, str], Sides]
"""What things were and became, by kind and id: as in the journal, things that stayed left out."""
_MOST_AT_ONCE: Final = 60
"""So many steps that were undone in one go are still known."""


def net_of(changes: Iterable[Mapping[str, Any]]) -> Net:
    """What the changes of one step amount to."""
    net: Net = {}
    for change in changes:
        if change["kind"] not in WITHOUT_ROWS:
            _add(net, _key(change), (change["before"], change["after"]))
    return net


def _key(change: Mapping[str, Any]) -> tuple[str, str]:
    kind = change["kind"]
    return kind, "" if kind in {PLAN, SCENARIO} else change["id"]


def then(first: Net, second: Net) -> Net:
    """What two steps amount to, one after the other."""
    if not first:
        return second
    both = dict(first)
    for key, sides in second.items():
        _add(both, key, sides)
    return both


def _add(net: Net, key: tuple[str, str], sides: Sides) -> None:
    """Have something become something else on top of what became of it before."""
    joined = _joined(net[key], sides) if key in net else sides
    if joined is None:
        net.pop(key, None)
    else:
        net[key] = joined


def _joined(first: Sides, second: Sides) -> Sides | None:
    was, became, then_was, now = *first, *second
    before = was and {**(then_was or {}), **was}
    after = now and {**(became or {}), **now}
    if before is None or after is None:
        left = _without_nulls(before), _without_nulls(after)
        return None if left == (None, None) else left
    names = [
        name for name in {**before, **after} if before.get(name, None) != after.get(name, None)
    ]
    if not names:
        return None
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


def _without_nulls(said: Said | None) -> Said | None:
    return said and {name: value for name, value in said.items() if value is not None}


def opposite(net: Net) -> Net:
    """What undoes it."""
    return {key: (after, before) for key, (before, after) in net.items()}


def effective(steps: Sequence[HistoryStep]) -> tuple[list[HistoryStep], list[HistoryStep]]:
    """The steps that still hold, first one first, and those that were undone, next one first.

    The steps are given first one first. One that amounts to the opposite of the last ones undoes
    them, one that amounts to those that were just undone does them again.
    """
    done: list[tuple[HistoryStep, Net]] = []
    undone: list[tuple[HistoryStep, Net]] = []
    for step in steps:
        net = net_of(step.changes)
        if not net:
            continue
        back = _how_many(done[::-1], opposite(net), backwards=True)
        again = 0 if back else _how_many(undone, net, backwards=False)
        if back:
            undone = done[-back:] + undone
            done = done[:-back]
        elif again:
            done += undone[:again]
            undone = undone[again:]
        else:
            done.append((step, net))
            undone = []
    return [step for step, _net in done], [step for step, _net in undone]


def _how_many(steps: Sequence[tuple[HistoryStep, Net]], wanted: Net, *, backwards: bool) -> int:
    """How many of the steps, from the first on, amount to what is wanted; 0 if none do."""
    sum_: Net = {}
    for count, (_step, net) in enumerate(steps[:_MOST_AT_ONCE], start=1):
        if not net.keys() <= wanted.keys():
            return 0
        sum_ = then(net, sum_) if backwards else then(sum_, net)
        if sum_ == wanted:
            return count
    return 0
