"""FRA005: days on which no frame in force covers a category, though one does on another day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model import Plan, UntilDecided
from tests.domain.plan_builder import cancelled, day, frame, limit, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, found, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
SOLDIER = rotation("r1", "osc", *MARCH, military=1)

CASES: Cases = {
    "a rotation within its frame": (plan(frame("osc", days=MARCH), SOLDIER), []),
    "a frame that begins a day later": (
        plan(frame("osc", days=("2026-03-02", "2026-03-31")), SOLDIER),
        ["error r1 2026-03-01 2026-03-01"],
    ),
    "a frame that ends a day earlier": (
        plan(frame("osc", days=("2026-03-01", "2026-03-30")), SOLDIER),
        ["error r1 2026-03-31 2026-03-31"],
    ),
    "a frame in the middle leaves two runs": (
        plan(frame("osc", days=("2026-03-10", "2026-03-20")), SOLDIER),
        ["error r1 2026-03-01 2026-03-09", "error r1 2026-03-21 2026-03-31"],
    ),
    "two frames with a day between them": (
        plan(
            frame("osc", id_="f1", days=(None, "2026-03-14")),
            frame("osc", id_="f2", days=("2026-03-16", None)),
            SOLDIER,
        ),
        ["error r1 2026-03-15 2026-03-15"],
    ),
    "two frames that join": (
        plan(
            frame("osc", id_="f1", days=(None, "2026-03-14")),
            frame("osc", id_="f2", days=("2026-03-15", None)),
            SOLDIER,
        ),
        [],
    ),
    "the other day may lie outside the rotation": (
        plan(frame("osc", days=("2030-01-01", "2030-01-01")), SOLDIER),
        ["error r1 2026-03-01 2026-03-31"],
    ),
    "a frame without days covers every day": (plan(frame("osc"), SOLDIER), []),
    "no frame at all is another finding": (plan(frame("untso"), SOLDIER), []),
    "a category that is not covered is outside": (
        plan(
            frame("osc", limit("f1/a", 9, "military"), id_="f1"),
            frame("osc", limit("f2/a", 9, "police"), id_="f2", days=("2026-04-01", None)),
            rotation("r1", "osc", *MARCH, military=1, police=1),
        ),
        ["error r1 2026-03-01 2026-03-31"],
    ),
    "a category without people is not asked": (
        plan(
            frame("osc", limit("f1/a", 9, "military"), id_="f1"),
            frame("osc", limit("f2/a", 9, "police"), id_="f2", days=("2026-04-01", None)),
            SOLDIER,
        ),
        [],
    ),
    "a rotation without people is not asked": (
        plan(
            frame("osc", days=("2026-04-01", None)),
            rotation("r1", "osc", *MARCH, teams=4),
        ),
        [],
    ),
    "days outside for one category and then for another are one run": (
        plan(
            frame("osc", limit("f1/a", 9, "military"), id_="f1", days=(None, "2026-03-15")),
            frame("osc", limit("f2/a", 9, "police"), id_="f2", days=("2026-03-16", None)),
            rotation("r1", "osc", *MARCH, military=1, police=1),
        ),
        ["error r1 2026-03-01 2026-03-31"],
    ),
    "one category may be outside and another never covered": (
        plan(
            frame("osc", limit("cap", 9, "military"), days=("2026-03-02", None)),
            rotation("r1", "osc", *MARCH, military=1, civilian=1),
        ),
        ["error r1 2026-03-01 2026-03-01"],
    ),
    "a limit of any measure covers its categories": (
        plan(frame("osc", limit("cap", 1, "military", measure="average_per_year")), SOLDIER),
        [],
    ),
    "an unknown number covers all the same": (
        plan(frame("osc", limit("cap", binding="unknown"), days=MARCH), SOLDIER),
        [],
    ),
    "an unread number covers all the same": (
        plan(frame("osc", limit("cap", 3, measure=None), days=MARCH), SOLDIER),
        [],
    ),
    "a full frame covers too": (
        plan(frame("osc", limit("cap", 0), days=MARCH), SOLDIER),
        [],
    ),
    "a frame of several missions covers each": (
        plan(frame("untso osc", days=MARCH), SOLDIER),
        [],
    ),
    "a superseded frame covers up to the day before": (
        plan(
            frame("osc", id_="f1"),
            frame("untso", id_="f2", days=("2026-03-15", None), supersedes=("f1",)),
            SOLDIER,
        ),
        ["error r1 2026-03-15 2026-03-31"],
    ),
    "a superseded frame does not come back": (
        plan(
            frame("osc", id_="f1"),
            frame("osc", id_="f2", days=("2026-03-10", "2026-03-20"), supersedes=("f1",)),
            SOLDIER,
        ),
        ["error r1 2026-03-21 2026-03-31"],
    ),
    "a cancelled rotation": (
        plan(frame("osc", days=("2026-04-01", None)), *cancelled(SOLDIER)),
        [],
    ),
}


@each(CASES)
def test_days_outside_a_frame_are(plan: Plan, lines: list[str]) -> None:
    assert said("FRA005", plan) == lines


@pytest.mark.parametrize(
    ("met", "until_decided", "lines"),
    [
        (None, UntilDecided.IN_FORCE, []),
        (None, UntilDecided.NOT_IN_FORCE, ["error r1 2026-03-15 2026-03-31"]),
        (True, UntilDecided.NOT_IN_FORCE, []),
        (False, UntilDecided.IN_FORCE, ["error r1 2026-03-15 2026-03-31"]),
    ],
)
def test_a_conditional_frame_covers_while_it_is_in_force(
    *, met: bool | None, until_decided: UntilDecided, lines: list[str]
) -> None:
    conditional = replace(
        frame("osc", id_="f2"),
        condition="if asked",
        condition_met=met,
        until_decided=until_decided,
    )
    about = plan(frame("osc", id_="f1", days=(None, "2026-03-14")), conditional, SOLDIER)

    assert said("FRA005", about) == lines


def test_a_finding_names_the_categories_that_are_outside_on_its_days() -> None:
    about = plan(
        frame("osc", limit("f1/a", 9, "military"), id_="f1", days=("2026-03-10", None)),
        frame("osc", limit("f2/a", 9, "police"), id_="f2", days=(None, "2026-03-20")),
        rotation("r1", "osc", *MARCH, military=1, police=1),
    )
    before, after = (finding for finding in found(about) if finding.code == "FRA005")

    assert (before.parameters["categories"], after.parameters["categories"]) == (
        "military",
        "police",
    )


def test_a_finding_is_about_the_rotation_and_has_no_numbers() -> None:
    finding = only_finding("FRA005", plan(frame("osc", days=("2026-03-02", None)), SOLDIER))

    assert finding.subjects == refs("rotation r1")
    assert (finding.first_day, finding.last_day) == (day("2026-03-01"), day("2026-03-01"))
    assert (finding.measured, finding.limit, finding.excess, finding.peak_day) == (
        None,
        None,
        None,
        None,
    )
    assert finding.contributors == ()
