"""What is offered to mend a finding: it mends it, and does what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.exchange.plan_json import plan_from_document
from domain.model import Applied, Edit, Length, Plan
from domain.repairs import Repair, repairs_of
from domain.rules.checker import check
from domain.rules.finding import Finding
from domain.session import Session
from tests.domain.plan_builder import (
    commitment,
    day,
    frame,
    length_rule,
    limit,
    mandate,
    mission,
    plan,
    pool,
    post,
    recovery_rule,
    rotation,
    step,
    unit,
)
from tests.oracle.plans import Case, cases

SPRING = ("2026-03-01", "2026-05-31")


class Nowhere:
    """Trying keeps nothing."""

    def save(self, before: Plan, applied: Applied, label: str) -> None:
        raise AssertionError(before, applied, label)


def session_of(about: Plan) -> Session:
    return Session(about, Nowhere())


def offered(about: Plan, code: str, as_of: str | None = None) -> tuple[Repair, ...]:
    session = session_of(about)
    finding = next(one for one in session.findings if one.code == code)
    return repairs_of(
        session, finding, None if as_of is None else day(as_of), most=100, of_each=100
    )


def sentences(repairs: Iterable[Repair]) -> list[str]:
    return [repair.sentence for repair in repairs]


TOO_MANY = plan(
    frame("osc", limit("cap", 7)),
    rotation("old", "osc", "2026-01-01", "2026-06-30", military=4),
    rotation("new", "osc", "2026-06-17", "2026-12-16", military=4),
)


@pytest.mark.parametrize(
    ("about", "code", "sentence"),
    [
        (TOO_MANY, "FRA001", "Old: ends 14 days earlier, on 16-06-2026"),
        (TOO_MANY, "FRA001", "New: begins 14 days later, on 01-07-2026"),
        (TOO_MANY, "FRA001", "New: moves 14 days later, to 01-07-2026 – 30-12-2026"),
        (TOO_MANY, "FRA001", "New: 1 person fewer, 3 persons left"),
        (TOO_MANY, "FRA001", "New: is cancelled"),
        (
            plan(
                frame("vpd", limit("teams", 1, measure="teams")),
                rotation("a", "vpd", *SPRING, military=11, teams=1),
                rotation("b", "vpd", *SPRING, military=22, teams=2),
            ),
            "FRA002",
            "B: is cancelled",
        ),
        (
            plan(
                frame("vpd", limit("size", 11, measure="team_size", binding="exact")),
                rotation("a", "vpd", *SPRING, military=12, teams=1),
            ),
            "FRA004",
            "A: 1 person fewer, 11 persons left",
        ),
        (
            plan(
                frame("vpd", limit("size", 11, measure="team_size", binding="exact")),
                rotation("a", "vpd", *SPRING, military=22, teams=1),
            ),
            "FRA004",
            "A: counts as 2 teams",
        ),
        (
            plan(
                frame("osc", days=("2026-01-01", "2026-04-30")),
                rotation("a", "osc", *SPRING, military=1),
            ),
            "FRA005",
            "A: ends 31 days earlier, on 30-04-2026",
        ),
        (
            plan(
                frame("osc"),
                mandate("osc", "2026-04-01", None),
                rotation("a", "osc", *SPRING, military=1),
            ),
            "MAN001",
            "A: moves 31 days later, to 01-04-2026 – 01-07-2026",
        ),
        (
            plan(
                frame("osc"),
                length_rule("military", at_least=4),
                rotation("a", "osc", *SPRING, military=1),
            ),
            "ROT001",
            "A: ends 30 days later, on 30-06-2026",
        ),
        (
            plan(
                frame("osc"),
                length_rule("military", at_most=2),
                rotation("a", "osc", *SPRING, military=1),
            ),
            "ROT002",
            "A: ends 31 days earlier, on 30-04-2026",
        ),
        (
            plan(
                mission("osc", handover_days=3),
                frame("osc"),
                rotation("a", "osc", *SPRING, military=1),
                rotation("b", "osc", "2026-06-11", "2026-09-10", military=1, relieves="a"),
            ),
            "ROT003",
            "B: moves 13 days earlier, to 29-05-2026 – 28-08-2026",
        ),
        (
            plan(
                frame("osc"),
                rotation("a", "osc", *SPRING, military=1),
                rotation("b", "osc", "2026-05-22", "2026-08-21", military=1, relieves="a"),
            ),
            "ROT003",
            "A: ends 10 days earlier, on 21-05-2026",
        ),
        (
            plan(
                frame("osc"),
                frame("vpd"),
                unit("ship"),
                unit("sister"),
                rotation("a", "osc", *SPRING, military=1, force="ship"),
                rotation("b", "vpd", "2026-05-22", "2026-08-21", military=1, force="ship"),
            ),
            "FOR001",
            "B: done by SISTER",
        ),
        (
            plan(
                frame("osc"),
                pool("guards", step(2)),
                rotation("a", "osc", *SPRING, military=1, force="guards", quantity=2),
                rotation("b", "osc", *SPRING, military=1, force="guards", quantity=2),
                commitment("c", "guards", "2027-01-01", "2027-01-31", quantity=1),
            ),
            "FOR002",
            "B: moves 92 days later, to 01-06-2026 – 31-08-2026",
        ),
        (
            plan(
                frame("osc"),
                unit("ship"),
                recovery_rule("rest", days=60),
                rotation("a", "osc", *SPRING, military=1, force="ship"),
                rotation("b", "osc", "2026-06-30", "2026-09-29", military=1, force="ship"),
            ),
            "FOR003",
            "B: moves 31 days later, to 31-07-2026 – 30-10-2026",
        ),
        (
            plan(
                frame("osc"),
                post("chief", "osc", 1, "2026-03-01", "2026-06-14"),
                rotation("a", "osc", *SPRING, military=1, post="chief"),
            ),
            "COV001",
            "A: ends 14 days later, on 14-06-2026",
        ),
    ],
)
def test_a_change_that_mends_it_is_offered(about: Plan, code: str, sentence: str) -> None:
    assert sentence in sentences(offered(about, code))


def test_what_harms_least_and_asks_least_comes_first() -> None:
    last = sentences(offered(TOO_MANY, "FRA001"))[-1]
    first = sentences(offered(TOO_MANY, "FRA001"))[0]
    assert first == "New: 1 person fewer, 3 persons left"
    assert last.endswith(": is cancelled")


def test_a_change_that_leaves_a_rest_is_not_offered() -> None:
    """Two are one too many each: none of them alone mends it."""
    about = plan(
        frame("osc", limit("cap", 1)),
        *(rotation(name, "osc", *SPRING, military=1) for name in "abc"),
    )
    assert offered(about, "FRA001") == ()


def test_no_more_than_asked_are_offered_and_at_most_two_of_one_rotation() -> None:
    session = session_of(TOO_MANY)
    repairs = repairs_of(session, session.findings[0], most=3)
    assert len(repairs) == 3
    assert len([text for text in sentences(repairs) if text.startswith("New")]) <= 2


def test_what_is_deployed_keeps_its_first_day_and_its_people() -> None:
    deployed = plan(
        frame("osc", limit("cap", 7)),
        rotation("old", "osc", "2026-01-01", "2026-06-30", military=4, status="deployed"),
        rotation("new", "osc", "2026-06-17", "2026-12-16", military=4),
    )
    repairs = [text for text in sentences(offered(deployed, "FRA001")) if text.startswith("Old")]
    assert repairs == ["Old: ends 14 days earlier, on 16-06-2026"]


def test_what_is_completed_is_left_as_it_is() -> None:
    completed = plan(
        frame("osc", limit("cap", 3)),
        rotation("old", "osc", "2026-01-01", "2026-06-30", military=4, status="completed"),
    )
    assert offered(completed, "FRA001") == ()


def test_what_lies_ahead_is_not_moved_into_the_past() -> None:
    ahead = sentences(offered(TOO_MANY, "FRA001", as_of="2026-06-17"))
    assert "New: begins 14 days later, on 01-07-2026" in ahead
    assert "Old: ends 14 days earlier, on 16-06-2026" not in ahead
    assert "Old: ends 14 days earlier, on 16-06-2026" in sentences(
        offered(TOO_MANY, "FRA001", as_of="2026-06-16")
    )


def test_successors_move_along() -> None:
    about = plan(
        frame("osc", days=("2026-03-11", None)),
        rotation("a", "osc", *SPRING, military=1),
        rotation("b", "osc", "2026-06-01", "2026-08-31", military=1, relieves="a"),
        rotation("c", "osc", "2026-09-01", "2026-11-30", military=1, relieves="b"),
    )
    repairs = {one.sentence: one for one in offered(about, "FRA005")}
    together = repairs[
        "A and its successors: move 10 days later, itself to 11-03-2026 – 10-06-2026"
    ]
    assert together.caused == ()
    after = together.edit.apply(about).plan
    assert [one.first_day.isoformat() for one in after.rotations.things()] == [
        "2026-03-11",
        "2026-06-11",
        "2026-09-11",
    ]


def test_what_is_decided_too_late_leaves_as_much_later() -> None:
    about = plan(
        mission("osc", preparation_days=30),
        frame("osc"),
        rotation("a", "osc", *SPRING, military=1),
    )
    session = Session(about, Nowhere(), day("2026-02-09"))
    (finding,) = session.findings
    (repair,) = repairs_of(session, finding, day("2026-02-09"))
    assert repair.sentence == "A: moves 10 days later, to 11-03-2026 – 10-06-2026"


def test_nothing_is_offered_where_no_rotation_can_mend_it() -> None:
    about = plan(
        frame("osc", limit("cap", binding="unknown")), rotation("a", "osc", *SPRING, military=1)
    )
    assert offered(about, "FRA008") == ()


def difference(before: Plan, edit: Edit, as_of: date | None) -> tuple[set[Finding], set[Finding]]:
    old, new = set(check(before, as_of)), set(check(edit.apply(before).plan, as_of))
    return old - new, new - old


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases(), data=st.data())
def test_what_is_offered_does_what_it_says(case: Case, data: st.DataObject) -> None:
    document, as_of = case
    about = plan_from_document(document)
    session = Session(about, Nowhere(), as_of)
    if not session.findings:
        return
    finding = data.draw(st.sampled_from(session.findings))
    for repair in repairs_of(session, finding):
        solved, caused = difference(about, repair.edit, as_of)
        assert (set(repair.solved), set(repair.caused)) == (solved, caused)
        assert finding in solved
        assert not [
            one for one in caused if (one.code, one.subjects) == (finding.code, finding.subjects)
        ]
    assert session.plan is about


@pytest.mark.parametrize(
    "about",
    [
        plan(
            replace(mission("osc"), min_length=Length(days=40_000), decision_lead_days=40_000),
            rotation("r", "osc", "2100-06-01", "2100-12-31", military=1),
            rotation("s", "osc", "1990-01-01", "1990-03-31", military=1),
        ),
        plan(
            mission("osc"),
            unit("ship"),
            recovery_rule("rest", factor="1000"),
            rotation("r", "osc", "1990-01-01", "2099-12-31", military=1, force="ship"),
            rotation("s", "osc", "2100-12-01", "2100-12-31", military=1, force="ship"),
        ),
    ],
)
def test_the_largest_numbers_lead_to_no_day_outside_the_calendar(about: Plan) -> None:
    session = Session(about, Nowhere(), day("2026-02-09"))
    assert {finding.code for finding in session.findings} & {"ROT001", "DEC001", "FOR003"}
    for finding in session.findings:
        for repair in repairs_of(session, finding, day("2026-02-09")):
            assert finding in repair.solved
