"""Waivers: whether someone accepted a finding, and whether that still holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.model import Ref, Waiver
from domain.rules.finding import Finding

Acceptances = dict[tuple[str, frozenset[Ref]], list[Waiver]]
"""The waivers of a code and a set of subjects, in the order of the plan."""


def acceptances(waivers: Iterable[Waiver]) -> Acceptances:
    """Waivers by what they are about."""
    found: Acceptances = defaultdict(list)
    for waiver in waivers:
        found[waiver.code, frozenset(waiver.subjects)].append(waiver)
    return found


def with_waivers(finding: Finding, accepted: Acceptances, as_of: date | None) -> Finding:
    """The finding with the first waiver that holds for it, or those that lapsed."""
    waivers = accepted.get((finding.code, frozenset(finding.subjects)), ())
    if not waivers:
        return finding
    for waiver in waivers:
        if holds(waiver, finding, as_of):
            return replace(finding, waiver=waiver.id)
    return replace(finding, lapsed_waivers=tuple(waiver.id for waiver in waivers))


def holds(waiver: Waiver, finding: Finding, as_of: date | None) -> bool:
    """Whether a finding lies within what a waiver accepted."""
    accepted = waiver.accepted
    if as_of is not None and waiver.until is not None and as_of > waiver.until:
        return False
    if not accepted.first_day <= finding.first_day <= finding.last_day <= accepted.last_day:
        return False
    if finding.excess is not None and (accepted.excess is None or finding.excess > accepted.excess):
        return False
    return {contributor.ref for contributor in finding.contributors} <= set(accepted.contributors)
