"""The findings of a plan by the part they come from, and all of them in order."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from operator import attrgetter, not_
from typing import Final

from domain.rules.finding import Finding
from domain.rules.parts import Part

Findings = tuple[Finding, ...]
Replaced = tuple[Findings, Findings]
"""Findings that went, and those that came in their place."""
_MANY: Final = 256
_NAMES_OF_A_PAIR: Final = 6


class Found:
    """What was found in each part; it remembers what a change replaces."""

    def __init__(self, found: dict[Part, Findings]) -> None:
        """Take up what was found in each part where anything was."""
        self._by_part = found
        self._pairs: dict[tuple[str, str], dict[Part, None]] = {}
        for part in found:
            self._enter_pair(part)
        self._ordered: list[Finding] | None = None
        self._all: Findings | None = None
        self._gone: dict[int, Finding] = {}
        self._came: dict[int, Finding] = {}

    def of(self, part: Part) -> Findings:
        """What was found in a part."""
        return self._by_part.get(part, ())

    def parts(self) -> set[Part]:
        """The parts in which anything was found."""
        return set(self._by_part)

    def pairs_of(self, kind: str, name: str) -> list[Part]:
        """The pairs with findings in which a booking takes part."""
        return list(self._pairs.get((kind, name), ()))

    def put(self, part: Part, came: Sequence[Finding], kept: Findings = ()) -> Replaced:
        """Let a part have these findings beside those that are kept of it.

        Gives those that went and those that came; one that is equal to one that went stays.
        """
        before = self.of(part)
        if not before and not came:
            return (), ()
        gone = _without(before, kept)
        stays = _equal(gone, came) if gone and came else ()
        now = tuple(came) if not stays else tuple(_in_place(came, stays))
        solved, caused = _without(gone, stays), _without(now, stays)
        if solved or caused:
            self._store(part, (*kept, *now))
            self._note(solved, caused)
        return solved, caused

    def restore(self, part: Part, findings: Findings) -> None:
        """Let a part have again what it had before, the same objects."""
        now = self.of(part)
        self._store(part, findings)
        self._note(_without(now, findings), _without(findings, now))

    def _store(self, part: Part, findings: Findings) -> None:
        if findings:
            self._by_part[part] = findings
            self._enter_pair(part)
        else:
            self._by_part.pop(part, None)
            for name in _bookings_in(part):
                self._pairs.get(name, {}).pop(part, None)

    def _enter_pair(self, part: Part) -> None:
        for name in _bookings_in(part):
            self._pairs.setdefault(name, {})[part] = None

    def _note(self, gone: Findings, came: Findings) -> None:
        """Remember what the order has to follow; what goes and comes again never left."""
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
            found = [one for findings in self._by_part.values() for one in findings]
            self._ordered = sorted(found, key=_order)
        elif self._gone or self._came:
            self._ordered = followed(self._ordered, self._gone.values(), self._came.values())
        elif self._all is not None:
            return self._all
        self._gone, self._came = {}, {}
        self._all = tuple(self._ordered)
        return self._all


_order: Final = attrgetter("order")


def followed(
    ordered: list[Finding], gone: Iterable[Finding], came: Iterable[Finding]
) -> list[Finding]:
    """Findings in order without some, which are the same objects, and with some others."""
    gone, came = list(gone), list(came)
    if len(gone) + len(came) > _MANY:
        lost = {id(one) for one in gone}
        return sorted([*(one for one in ordered if id(one) not in lost), *came], key=_order)
    for finding in gone:
        place = bisect_left(ordered, finding.order, key=_order)
        while ordered[place] is not finding:
            place += 1
        del ordered[place]
    for finding in came:
        insort(ordered, finding, key=_order)
    return ordered


def _bookings_in(part: Part) -> tuple[tuple[str, str], ...]:
    """The two bookings that a pair is of; nothing for another part."""
    return (part[2:4], part[4:6]) if len(part) == _NAMES_OF_A_PAIR else ()


def difference(before: Found, after: Found) -> tuple[list[Finding], list[Finding]]:
    """The findings that are in the first only, and those that are in the second only."""
    solved, caused = list[Finding](), list[Finding]()
    for part in before.parts() | after.parts():
        gone, came = before.of(part), after.of(part)
        if gone != came:
            solved += (finding for finding in gone if finding not in came)
            caused += (finding for finding in came if finding not in gone)
    return solved, caused


def parted(findings: Findings, concerned: Callable[[Finding], bool]) -> tuple[Findings, Findings]:
    """Those findings that are concerned, and the others."""
    yes = [concerned(finding) for finding in findings]
    return tuple(compress(findings, yes)), tuple(compress(findings, map(not_, yes)))


def _without(findings: Findings, others: Findings) -> Findings:
    """Some findings without those that are among others, the same objects."""
    if not others:
        return findings
    ids = {id(other) for other in others}
    return tuple(finding for finding in findings if id(finding) not in ids)


def _equal(gone: Findings, came: Sequence[Finding]) -> Findings:
    """Those that went of which an equal one came."""
    known = {finding.key: finding for finding in gone}
    return tuple(old for new in came if (old := known.get(new.key)) is not None and old == new)


def _in_place(came: Sequence[Finding], stays: Findings) -> Iterable[Finding]:
    """Those that came, with the old ones in the place of their equals."""
    old = {finding.key: finding for finding in stays}
    return (old.get(finding.key, finding) for finding in came)
