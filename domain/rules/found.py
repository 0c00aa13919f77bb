"""The findings of a plan by the part they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress
from operator import not_
from typing import Final

from domain.rules.finding import Finding
from domain.rules.in_order import Findings, InOrder
from domain.rules.parts import Part

Replaced = tuple[Findings, Findings]
"""Findings that went, and those that came in their place."""
_NAMES_OF_A_PAIR: Final = 6


class Found:
    """What was found in each part; it remembers what a change replaces."""

    def __init__(self, found: dict[Part, Findings]) -> None:
        """Take up what was found in each part where anything was."""
        self._by_part = found
        self._pairs: dict[tuple[str, str], dict[Part, None]] | None = None
        self._in_order = InOrder(lambda: chain.from_iterable(found.values()))

    def of(self, part: Part) -> Findings:
        """What was found in a part."""
        return self._by_part.get(part, ())

    def parts(self) -> set[Part]:
        """The parts in which anything was found."""
        return set(self._by_part)

    def items(self) -> list[tuple[Part, Findings]]:
        """The parts in which anything was found, each with what was."""
        return list(self._by_part.items())

    def all(self) -> Findings:
        """All findings, in order."""
        return self._in_order.all()

    def pairs_of(self, kind: str, name: str) -> list[Part]:
        """The pairs with findings in which a booking takes part; looked up when first asked."""
        if self._pairs is None:
            self._pairs = {}
            for part in self._by_part:
                for one in _bookings_in(part):
                    self._pairs.setdefault(one, {})[part] = None
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
            self._in_order.follow(solved, caused)
        return solved, caused

    def restore(self, part: Part, findings: Findings) -> None:
        """Let a part have again what it had before, the same objects."""
        now = self.of(part)
        self._store(part, findings)
        self._in_order.follow(_without(now, findings), _without(findings, now))

    def _store(self, part: Part, findings: Findings) -> None:
        if findings:
            self._by_part[part] = findings
        else:
            self._by_part.pop(part, None)
        if self._pairs is not None:
            for name in _bookings_in(part):
                own = self._pairs.setdefault(name, {})
                if findings:
                    own[part] = None
                else:
                    own.pop(part, None)


def _bookings_in(part: Part) -> Iterator[tuple[str, str]]:
    """The two bookings that a pair is of; nothing for another part."""
    if len(part) == _NAMES_OF_A_PAIR:
        yield part[2:4]
        yield part[4:6]


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
    if not others or not findings:
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
