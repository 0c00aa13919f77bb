"""Findings in order, kept so at the cost of what changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import Final

from domain.rules.finding import RANK, Finding

Findings = tuple[Finding, ...]
_FEW: Final = 8
_order: Final = attrgetter("order")
_order_within: Final = attrgetter("order_within")


class InOrder:
    """All findings in order; changes are taken up when they are asked for."""

    def __init__(self, everything: Callable[[], Iterable[Finding]]) -> None:
        """Nothing is asked yet; what there is then is told by a function."""
        self._everything = everything
        self._ordered: list[Finding] | None = None
        self._all: Findings | None = None
        self._gone: dict[int, Finding] = {}
        self._came: dict[int, Finding] = {}

    def follow(self, gone: Findings, came: Findings) -> None:
        """Take note of a change; what goes and comes again, the same object, never left."""
        if self._ordered is None:
            return
        for finding in gone:
            if self._came.pop(id(finding), None) is None:
                self._gone[id(finding)] = finding
        for finding in came:
            if self._gone.pop(id(finding), None) is None:
                self._came[id(finding)] = finding

    def all(self) -> Findings:
        """All findings, in order."""
        if self._ordered is None:
            self._ordered = in_order(self._everything())
        elif self._gone or self._came:
            self._ordered = followed(self._ordered, self._gone.values(), self._came.values())
        elif self._all is not None:
            return self._all
        self._gone, self._came = {}, {}
        self._all = tuple(self._ordered)
        return self._all


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order; those of one severity and code are sorted by themselves.

    Their keys are short then, and begin with a number, which halves the time.
    """
    apart: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        apart.setdefault((RANK[finding.severity], finding.code), []).append(finding)
    ordered: list[Finding] = []
    for _kind, alike in sorted(apart.items(), key=itemgetter(0)):
        ordered += sorted(alike, key=_order_within)
    return ordered


def followed(
    ordered: list[Finding], gone: Iterable[Finding], came: Iterable[Finding]
) -> list[Finding]:
    """Findings in order without some, which are the same objects, and with some others.

    The list itself may be changed and given back.
    """
    gone, came = list(gone), list(came)
    if len(gone) + len(came) > _FEW:
        return _merged(ordered, gone, came)
    for finding in gone:
        del ordered[_place_of(finding, ordered)]
    for finding in came:
        insort(ordered, finding, key=_order)
    return ordered


def _merged(
    ordered: Sequence[Finding], gone: Iterable[Finding], came: Iterable[Finding]
) -> list[Finding]:
    """The same, with each stretch between two changes taken over as a whole."""
    changes: list[tuple[int, Finding | None]] = [
        (bisect_left(ordered, one.order, key=_order), one) for one in sorted(came, key=_order)
    ]
    changes += ((_place_of(one, ordered), None) for one in gone)
    found: list[Finding] = []
    at = 0
    # The sort is stable: what comes stands before what goes from the same place.
    for place, finding in sorted(changes, key=lambda change: change[0]):
        found += ordered[at:place]
        at = place
        if finding is None:
            at += 1
        else:
            found.append(finding)
    found += ordered[at:]
    return found


def _place_of(finding: Finding, ordered: Sequence[Finding]) -> int:
    place = bisect_left(ordered, finding.order, key=_order)
    while ordered[place] is not finding:
        place += 1
    return place
