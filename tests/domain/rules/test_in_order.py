"""Findings in order, held against sorting all of them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Kind, Ref
from domain.rules.finding import Finding, Severity
from domain.rules.in_order import InOrder, followed

FIRST = date(2026, 1, 1)


def finding(number: int) -> Finding:
    return Finding(
        "FRA001" if number % 2 else "MAN001",
        Severity.ERROR if number % 3 else Severity.NOTE,
        (Ref(Kind.LIMIT, f"limit-{number}"),),
        FIRST + timedelta(number % 5),
        FIRST + timedelta(20),
    )


ALL = [finding(number) for number in range(60)]
SOME = st.sets(st.integers(0, 59)).map(lambda numbers: [ALL[number] for number in numbers])


def in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: one.order)


@given(here=SOME, others=SOME, data=st.data())
def test_findings_that_go_and_come_leave_the_rest_in_order(
    here: list[Finding], others: list[Finding], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(here), unique_by=id)) if here else []
    came = [one for one in others if one not in here]
    left = [one for one in here if one not in gone]

    assert followed(in_order(here), gone, came) == in_order(left + came)


@given(steps=st.lists(SOME, max_size=6), data=st.data())
def test_changes_are_taken_up_when_findings_are_asked_for(
    steps: list[list[Finding]], data: st.DataObject
) -> None:
    here: list[Finding] = []
    findings = InOrder(lambda: list(here))
    for there in steps:
        gone = tuple(one for one in here if one not in there)
        came = tuple(one for one in there if one not in here)
        findings.follow(gone, came)
        here[:] = there
        if data.draw(st.booleans()):
            assert list(findings.all()) == in_order(here)

    assert list(findings.all()) == in_order(here)


def test_nothing_changes_where_all_that_went_came_again() -> None:
    findings = InOrder(lambda: ALL)
    before = findings.all()
    findings.follow((ALL[3],), ())
    findings.follow((), (ALL[3],))

    assert findings.all() is before
