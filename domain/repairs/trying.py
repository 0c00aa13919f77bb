"""Each change is tried on the plan before it is offered; what does not mend is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Final

from domain.errors import KnownError
from domain.repairs.changes import Changes
from domain.repairs.proposals import Trouble, proposals_for
from domain.repairs.repair import Proposal, Repair
from domain.rules.finding import Finding
from domain.session import Session

MOST: Final = 5
MOST_A_ROTATION: Final = 2
"""So that what is offered is not five changes of one rotation."""


def repairs_of(
    session: Session,
    finding: Finding,
    as_of: date | None = None,
    *,
    most: int = MOST,
    of_each: int = MOST_A_ROTATION,
) -> tuple[Repair, ...]:
    """The single changes that mend a finding, those first that harm least and ask least.

    At most so many, and at most so many of each rotation.

    The plan and the file stay as they are. Nothing that lies ahead as of a day is moved before it.
    """
    trouble = Trouble(finding, session.plan, Changes(as_of))
    tried = [
        (repair.harm, proposal.effort, proposal.sentence, proposal, repair)
        for proposal in _different(proposals_for(trouble))
        if (repair := _tried(session, finding, proposal)) is not None
    ]
    tried.sort(key=lambda one: one[:3])
    found = ((proposal, repair) for *_order, proposal, repair in tried)
    return tuple(islice(_mixed(found, of_each), most))


def _different(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    known = set[tuple[str, str]]()
    for proposal in proposals:
        change = proposal.rotation, proposal.sentence
        if change not in known:
            known.add(change)
            yield proposal


def _tried(session: Session, finding: Finding, proposal: Proposal) -> Repair | None:
    """What a change does, if it mends the finding and can be done."""
    try:
        preview = session.preview(proposal.edit)
    except KnownError:
        return None
    if finding not in preview.solved or any(_is_rest(one, finding) for one in preview.caused):
        return None
    return Repair(proposal.edit, proposal.sentence, preview.solved, preview.caused)


def _is_rest(caused: Finding, finding: Finding) -> bool:
    """Whether a finding is what is left of another, or the same on other days."""
    return caused.code == finding.code and caused.subjects == finding.subjects


def _mixed(found: Iterable[tuple[Proposal, Repair]], of_each: int) -> Iterator[Repair]:
    counts = Counter[str]()
    for proposal, repair in found:
        counts[proposal.rotation] += 1
        if counts[proposal.rotation] <= of_each:
            yield repair
