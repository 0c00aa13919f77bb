"""Accepting a finding as it is: what is accepted, what is refused, why it lapses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.errors import Refused
from domain.model import Kind, Plan, Ref
from domain.rules.acceptance import Grounds, accepting, reasons_to_lapse, taking_back, waiver_of
from domain.rules.checker import check
from domain.rules.finding import Finding
from tests.domain.plan_builder import frame, limit, plan, rotation

TODAY = date(2026, 1, 1)
MARCH = ("2026-03-01", "2026-03-31")


def too_many() -> Plan:
    """Nine people where seven are allowed, all of March."""
    return plan(
        frame("osc", limit("cap", 7)),
        rotation("r1", "osc", *MARCH, military=5),
        rotation("r2", "osc", *MARCH, military=4),
    )


def over_the_limit(of: Plan) -> Finding:
    return next(finding for finding in check(of, TODAY) if finding.code == "FRA001")


def grounds(reason: str = "agreed", by: str = "chief", until: date | None = None) -> Grounds:
    return Grounds(reason, by, TODAY, until)


def test_a_waiver_accepts_exactly_what_the_finding_says() -> None:
    before = too_many()
    waiver = waiver_of(before, over_the_limit(before), grounds(" agreed \n on Monday "))
    assert (waiver.id, waiver.code, waiver.reason) == ("waiver-1", "FRA001", "agreed on Monday")
    assert (waiver.on, waiver.until) == (TODAY, None)
    accepted = waiver.accepted
    assert (accepted.first_day, accepted.last_day) == (date(2026, 3, 1), date(2026, 3, 31))
    assert accepted.excess == Decimal(2)
    assert accepted.contributors == (Ref(Kind.ROTATION, "r1"), Ref(Kind.ROTATION, "r2"))


def test_an_accepted_finding_is_waived_until_that_is_taken_back() -> None:
    before = too_many()
    edit = accepting(before, over_the_limit(before), grounds())
    assert edit.label == "Accept FRA001: agreed"
    after = edit.apply(before).plan
    waived = over_the_limit(after)
    assert waived.waiver == "waiver-1"
    undone = taking_back(waived).apply(after).plan
    assert over_the_limit(undone).waiver is None


def test_an_id_is_never_used_twice() -> None:
    before = too_many()
    waiver = replace(waiver_of(before, over_the_limit(before), grounds()), id="waiver-2")
    after = before.put(waiver)
    assert waiver_of(after, over_the_limit(before), grounds()).id == "waiver-3"


@pytest.mark.parametrize(
    ("reason", "by", "until", "sentence"),
    [
        (" ", "chief", None, "Say why the finding is accepted."),
        ("agreed", "", None, "Say who accepts the finding."),
        ("agreed", "chief", date(2025, 12, 31), "The last day of the acceptance is past already."),
    ],
)
def test_an_acceptance_without_grounds_is_refused(
    reason: str, by: str, until: date | None, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        grounds(reason, by, until)
    assert refused.value.sentence == sentence


def test_what_is_not_accepted_cannot_be_taken_back() -> None:
    with pytest.raises(Refused):
        taking_back(over_the_limit(too_many()))


def test_a_lapsed_acceptance_says_in_what_the_finding_goes_beyond_it() -> None:
    before = too_many()
    waiver = waiver_of(before, over_the_limit(before), grounds(until=date(2026, 6, 30)))
    worse = before.put(rotation("r3", "osc", "2026-03-01", "2026-04-02", military=9))
    finding = over_the_limit(worse)
    assert list(reasons_to_lapse(waiver, finding, date(2026, 7, 1))) == [
        "the acceptance ended on 30-06-2026",
        "it was accepted only from 01-03-2026 to 31-03-2026",
        "the distance to the limit is now 11, not 2",
        "others contribute to it now",
    ]
    assert list(reasons_to_lapse(waiver, over_the_limit(before), TODAY)) == []
