"""Decisions as values: from when until when, replaced by what, open in which respect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.language import set_language
from domain.model import Binding, OpenPoint, Plan, UntilDecided
from domain.rules.checker import check
from gui.models.decision_words import (
    binding_in,
    in_force_text,
    marks_text,
    point_text,
    span_text,
    why_not_longer,
)
from gui.models.decisions import Decision, Mark, decisions_of
from tests.domain import plan_builder as build


def decisions_in(plan: Plan) -> dict[str, Decision]:
    return {one.frame.id: one for one in decisions_of(plan, check(plan))}


@pytest.fixture
def plan() -> Plan:
    """Aspides: a first frame, a letter with a wrong end, and its correction."""
    return build.plan(
        build.mission("aspides"),
        build.frame("aspides", build.limit("one", 5), id_="report", days=(None, "2028-06-30")),
        build.frame(
            "aspides",
            build.limit("two", 10),
            id_="letter",
            days=("2025-01-01", "2025-05-31"),
            supersedes=("report",),
        ),
        build.frame(
            "aspides",
            build.limit("three", 10),
            id_="answers",
            days=("2025-01-01", "2028-06-30"),
            supersedes=("letter",),
            correction=True,
        ),
    )


def test_a_corrected_frame_has_never_been(plan: Plan) -> None:
    letter = decisions_in(plan)["letter"]
    assert letter.in_force is None
    assert [frame.id for frame in letter.corrected_by] == ["answers"]
    assert in_force_text(letter) == "In force on no day"
    assert list(why_not_longer(letter)) == [
        "It was a mistake: 'Frame answers' corrects it, so it never held."
    ]


def test_a_correction_takes_the_place_of_what_the_corrected_frame_superseded(plan: Plan) -> None:
    report = decisions_in(plan)["report"]
    assert [frame.id for frame in report.superseded_by] == ["answers"]
    assert in_force_text(report) == "In force … – 31-12-2024"
    assert list(why_not_longer(report)) == ["'Frame answers' takes its place from 01-01-2025."]


def test_the_correction_is_in_force_on_its_own_days(plan: Plan) -> None:
    answers = decisions_in(plan)["answers"]
    assert in_force_text(answers) == "In force 01-01-2025 – 30-06-2028"
    assert list(why_not_longer(answers)) == []
    assert [frame.id for frame in answers.supersedes] == ["letter"]


def test_an_open_end_says_of_which_kind_it_is() -> None:
    plan = build.plan(build.frame("sole", days=("2025-01-01", None)))
    assert in_force_text(decisions_in(plan)["sole"]) == "In force 01-01-2025 – … (not stated)"
    assert span_text(None) == "–"


@pytest.mark.parametrize(
    ("met", "until", "why"),
    [
        (False, UntilDecided.IN_FORCE, ["Its condition is not met, so it does not hold."]),
        (
            None,
            UntilDecided.NOT_IN_FORCE,
            ["Its condition is undecided, and it does not hold until that is decided."],
        ),
        (None, UntilDecided.IN_FORCE, []),
        (True, UntilDecided.NOT_IN_FORCE, []),
    ],
)
def test_a_condition_says_why_a_frame_does_not_hold(
    met: bool | None, until: UntilDecided, why: list[str]
) -> None:
    frame = build.frame("unc", condition="if the evaluation says so", until_decided=until)
    plan = build.plan(replace(frame, condition_met=met))
    decision = decisions_in(plan)["unc"]
    assert list(why_not_longer(decision)) == why
    assert (decision.in_force is None) == bool(why)


def test_what_asks_for_attention_is_marked() -> None:
    plan = build.plan(
        build.mission("unc"),
        build.frame("unc", build.limit("one", 3), id_="firm", days=(None, "2026-12-31")),
        build.frame(
            "unc",
            build.limit("two", 3, binding="circa"),
            build.limit("three", 15, measure=None),
            id_="longer",
            days=(None, "2028-06-30"),
            condition="if the evaluation says so",
        ),
        build.rotation("a", "unc", "2026-01-01", "2026-12-31", military=3),
    )
    point = OpenPoint("Nederlands", "English", "frame", "longer")
    about_limit = OpenPoint("", "About a limit", "limit", "three")
    plan = replace(plan, open_points=(point, about_limit))
    decisions = decisions_in(plan)
    assert decisions["firm"].marks == {Mark.CONTRADICTED}
    longer = decisions["longer"]
    assert longer.marks == {Mark.UNDECIDED, Mark.UNREAD, Mark.CONTRADICTED, Mark.OPEN_POINT}
    assert marks_text(longer) == (
        "condition undecided · measure not chosen · contradicted · open point"
    )
    assert longer.points == (point, about_limit)
    assert longer.contradictions == decisions["firm"].contradictions


def test_an_open_point_is_read_in_the_language_of_the_window() -> None:
    point = OpenPoint("Nederlands", "English")
    assert point_text(point) == "English"
    set_language("nl")
    assert point_text(point) == "Nederlands"
    assert point_text(OpenPoint("", "English only")) == "English only"


@pytest.mark.parametrize(
    ("quote", "binding"),
    [
        ("circa vijftien civiele functionarissen per jaar", Binding.CIRCA),
        ("maximaal 7", Binding.MAXIMUM),
        ("vijftien per jaar", Binding.EXACT),
        ("", Binding.EXACT),
    ],
)
def test_the_words_around_a_number_say_how_binding_it_is(quote: str, binding: Binding) -> None:
    assert binding_in(quote) is binding


def test_days_before_all_are_dots() -> None:
    plan = build.plan(build.frame("osc", days=(None, "2025-12-31")))
    assert span_text(decisions_in(plan)["osc"].in_force) == "… – 31-12-2025"
    assert date(2025, 12, 31).toordinal() + 1 == (decisions_in(plan)["osc"].in_force or (0, 0))[1]
