"""What the pill and the tooltip say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.model import Kind, Ref
from domain.rules.finding import Finding, Severity
from domain.session import Preview
from gui.timeline.drag import Outcome
from gui.timeline.pill import length_text, pill_of
from gui.timeline.tooltip import text_of
from tests.domain import plan_builder as build


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2027-03-01", "2027-08-31", "6 mo · 184 d"),
        ("2027-03-01", "2027-09-03", "6 mo 3 d · 187 d"),
        ("2025-01-31", "2025-04-29", "3 mo · 89 d"),
        ("2027-03-01", "2027-03-10", "10 d"),
        ("2027-03-01", "2027-03-01", "1 d"),
    ],
)
def test_a_length_is_in_months_and_days(first: str, last: str, text: str) -> None:
    assert length_text(day(first), day(last)) == text


def finding(code: str, *about: str) -> Finding:
    subjects = tuple(Ref(Kind.ROTATION, name) for name in about)
    return Finding(code, Severity.ERROR, subjects, day("2027-03-01"), day("2027-03-31"))


OUTCOME = Outcome(day("2027-03-01").toordinal(), day("2027-09-01").toordinal(), "osc")


def test_the_pill_says_the_days_and_the_length() -> None:
    pill = pill_of(OUTCOME, None, ())
    assert pill.days == "01-03-2027 – 31-08-2027"
    assert (pill.length, pill.remarks, pill.wrong_length) == ("6 mo · 184 d", (), False)


def test_the_pill_says_what_would_come_and_go() -> None:
    plan = build.plan()
    preview = Preview(
        plan,
        frozenset(),
        (),
        solved=(finding("FRA001"), finding("FOR001", "a", "b")),
        caused=(replace(finding("FRA001"), last_day=day("2027-04-30")), finding("ROT001", "a")),
    )
    pill = pill_of(OUTCOME, preview, (finding("ROT001", "a"),))
    assert pill.remarks == ("1 new finding", "1 solved")
    assert pill.wrong_length


def test_a_tooltip_tells_all_of_a_rotation() -> None:
    plan = build.plan(
        build.rotation("a", "osc", "2027-03-01", "2027-08-31", military=3, police=1, force="navy")
    )
    text = text_of(plan.rotations["a"], plan, [])
    assert text.splitlines() == [
        "A",
        "OSC",
        "01-03-2027 – 31-08-2027 · 6 mo · 184 d",
        "3 military, 1 police",
        "from NAVY",
        "Planned",
    ]
