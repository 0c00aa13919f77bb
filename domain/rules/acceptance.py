"""Accepting a finding as it is now, and why an acceptance of before no longer holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from domain.errors import Refused
from domain.language import _
from domain.model import Accepted, Edit, Kind, Plan, Put, Ref, Remove, Together, Waiver
from domain.rules.finding import Finding
from domain.words.days import day_text

_STEM: Final = "waiver"


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a finding is accepted, by whom, and until when; none is without end."""

    reason: str
    by: str
    on: date
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse an acceptance without a reason or a name, and one that is over already."""
        if not self.reason.strip():
            raise Refused(_("Say why the finding is accepted."))
        if not self.by.strip():
            raise Refused(_("Say who accepts the finding."))
        if self.until is not None and self.until < self.on:
            raise Refused(_("The last day of the acceptance is past already."))


def accepting(plan: Plan, finding: Finding, grounds: Grounds) -> Edit:
    """The edit that accepts a finding with its days, excess and contributors of now."""
    waiver = waiver_of(plan, finding, grounds)
    return Put(
        (waiver,), _("Accept {code}: {reason}").format(code=finding.code, reason=waiver.reason)
    )


def waiver_of(plan: Plan, finding: Finding, grounds: Grounds) -> Waiver:
    """The waiver that accepts exactly a finding, under an id that no other has."""
    excess = finding.excess
    accepted = Accepted(
        finding.first_day,
        finding.last_day,
        None if excess is None else Decimal(excess),
        tuple(part.ref for part in finding.contributors),
    )
    return Waiver(
        _new_id(plan),
        finding.code,
        finding.subjects,
        " ".join(grounds.reason.split()),
        " ".join(grounds.by.split()),
        grounds.on,
        grounds.until,
        accepted,
    )


def taking_back(finding: Finding) -> Edit:
    """The edit that takes the acceptance of a finding back; raises Refused where there is none."""
    if finding.waiver is None:
        raise Refused(_("This finding is not accepted."))
    title = _("Take back the acceptance of {code}").format(code=finding.code)
    return Together((Remove(Ref(Kind.WAIVER, finding.waiver)),), title)


def reasons_to_lapse(waiver: Waiver, finding: Finding, as_of: date | None) -> Iterator[str]:
    """In what a finding goes beyond what a waiver accepted, each as the end of a sentence."""
    accepted = waiver.accepted
    if as_of is not None and waiver.until is not None and as_of > waiver.until:
        yield _("the acceptance ended on {day}").format(day=day_text(waiver.until))
    if finding.first_day < accepted.first_day or finding.last_day > accepted.last_day:
        yield _("it was accepted only from {first} to {last}").format(
            first=day_text(accepted.first_day), last=day_text(accepted.last_day)
        )
    if finding.excess is not None and (accepted.excess is None or finding.excess > accepted.excess):
        yield _("the distance to the limit is now {now}, not {then}").format(
            now=finding.excess, then="–" if accepted.excess is None else accepted.excess
        )
    if {part.ref for part in finding.contributors} - set(accepted.contributors):
        yield _("others contribute to it now")


def _new_id(plan: Plan) -> str:
    number = len(plan.waivers) + 1
    while f"{_STEM}-{number}" in plan.waivers:
        number += 1
    return f"{_STEM}-{number}"
