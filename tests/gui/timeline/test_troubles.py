"""Which findings are about which rotation, and on which of its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.model import Kind, Ref
from domain.rules.finding import Contributor, Finding, Severity
from gui.timeline.troubles import Trouble, Troubles, joined, merged, trouble_of
from tests.domain import plan_builder as build

ROTATION = build.rotation("a", "osc", "2026-01-01", "2026-06-30", military=4)


def number(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def finding(
    first: str, last: str, *about: str, contributors: str = "", severity: str = "error"
) -> Finding:
    return Finding(
        "FRA001",
        Severity(severity),
        tuple(Ref(Kind.ROTATION, name) for name in about) or (Ref(Kind.LIMIT, "cap"),),
        date.fromisoformat(first),
        date.fromisoformat(last),
        contributors=tuple(
            Contributor(Ref(Kind.ROTATION, name), 1) for name in contributors.split()
        ),
    )


def test_trouble_lies_on_the_days_of_the_finding_that_the_rotation_has() -> None:
    found = trouble_of(finding("2026-06-20", "2026-07-10", contributors="a"), ROTATION)
    assert found == Trouble(number("2026-06-20"), number("2026-07-01"), Severity.ERROR)


def test_a_finding_on_other_days_is_no_trouble_of_a_contributor() -> None:
    assert trouble_of(finding("2026-07-01", "2026-07-10", contributors="a"), ROTATION) is None


def test_what_is_said_of_a_rotation_itself_is_shown_beside_it() -> None:
    gap = finding("2025-12-20", "2025-12-31", "a", severity="warning")
    found = trouble_of(gap, ROTATION)
    assert found == Trouble(number("2025-12-20"), number("2026-01-01"), Severity.WARNING)


def test_subjects_and_contributors_have_the_finding_once() -> None:
    troubles = Troubles()
    both = finding("2026-01-01", "2026-01-10", "a", contributors="a b")
    troubles.read([both])
    assert troubles.findings_of("a") == [both]
    assert troubles.findings_of("b") == [both]
    assert troubles.findings_of("c") == []


def test_what_someone_accepted_is_no_trouble() -> None:
    troubles = Troubles()
    troubles.read([replace(finding("2026-01-01", "2026-01-10", "a"), waiver="w")])
    assert troubles.findings_of("a") == []


def test_the_worst_finding_comes_first_and_is_painted_last() -> None:
    troubles = Troubles()
    note = finding("2026-01-01", "2026-06-30", "a", severity="note")
    error = finding("2026-02-01", "2026-02-10", "a")
    troubles.read([note, error])
    assert troubles.findings_of("a") == [error, note]
    assert [trouble.severity for trouble in troubles.of(ROTATION)] == ["note", "error"]


def test_an_edit_is_followed() -> None:
    troubles = Troubles()
    old, new = finding("2026-01-01", "2026-01-10", "a"), finding("2026-02-01", "2026-02-10", "b")
    troubles.read([old])
    assert troubles.follow([old], [new]) == {"a", "b"}
    assert (troubles.findings_of("a"), troubles.findings_of("b")) == ([], [new])


def test_a_preview_is_shown_and_taken_back() -> None:
    troubles = Troubles()
    old, new = finding("2026-01-01", "2026-01-10", "a"), finding("2026-02-01", "2026-02-10", "b")
    troubles.read([old])
    assert troubles.preview([old], [new]) == {"a", "b"}
    assert (troubles.findings_of("a"), troubles.findings_of("b")) == ([], [new])
    troubles.end_preview()
    assert (troubles.findings_of("a"), troubles.findings_of("b")) == ([old], [])


def test_an_equal_finding_that_is_another_object_is_known() -> None:
    troubles = Troubles()
    troubles.read([finding("2026-01-01", "2026-01-10", "a")])
    troubles.follow([finding("2026-01-01", "2026-01-10", "a")], [])
    assert troubles.findings_of("a") == []


def test_findings_of_many_rotations_become_few_stretches_without_notes() -> None:
    shared = finding("2026-01-05", "2026-01-20", contributors="a b")
    found = joined(
        [
            finding("2026-01-01", "2026-01-10", "a"),
            shared,
            shared,
            finding("2026-03-01", "2026-03-10", "a", severity="warning"),
            finding("2026-05-01", "2026-05-10", "a", severity="note"),
        ]
    )
    assert found == [
        Trouble(number("2026-03-01"), number("2026-03-11"), Severity.WARNING),
        Trouble(number("2026-01-01"), number("2026-01-21"), Severity.ERROR),
    ]


def test_spans_that_touch_become_one() -> None:
    assert merged([(1, 3), (3, 5), (4, 5), (7, 9)]) == [(1, 5), (7, 9)]
