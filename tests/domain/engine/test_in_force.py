"""When frames are in force: superseded, corrected, on condition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.engine.in_force import in_force_spans
from domain.model import Frame, UntilDecided
from domain.model.days import AFTER_ALL, BEFORE_ALL
from tests.domain.plan_builder import frame, limit, plan

NEVER = "never"
FIRST_HALF = "2026-01-01 2026-06-30"
YEAR = ("2026-01-01", "2026-12-31")
WHOLE_YEAR = "2026-01-01 2026-12-31"


def of(
    id_: str,
    first: str | None = "2026-01-01",
    last: str | None = "2026-12-31",
    *,
    supersedes: tuple[str, ...] = (),
    correction: bool = False,
) -> Frame:
    return frame(
        "osc",
        limit(f"{id_}/cap", 7),
        id_=id_,
        days=(first, last),
        supersedes=supersedes,
        correction=correction,
    )


def in_force(*frames: Frame) -> dict[str, str]:
    """First and last day in force of each frame, or never."""
    return {name: written(span) for name, span in in_force_spans(plan(*frames)).items()}


def written(span: tuple[int, int] | None) -> str:
    if span is None:
        return NEVER
    start, end = span
    first = "open" if start == BEFORE_ALL else date.fromordinal(start).isoformat()
    last = "open" if end == AFTER_ALL else date.fromordinal(end - 1).isoformat()
    return f"{first} {last}"


CASES: dict[str, tuple[list[Frame], dict[str, str]]] = {
    "a frame by itself": ([of("a")], {"a": WHOLE_YEAR}),
    "a frame of one day": (
        [of("a", "2026-03-01", "2026-03-01")],
        {"a": "2026-03-01 2026-03-01"},
    ),
    "two frames that know nothing of each other": (
        [of("a"), of("b", "2026-07-01", None)],
        {"a": WHOLE_YEAR, "b": "2026-07-01 open"},
    ),
    "superseded halfway": (
        [of("a"), of("b", "2026-07-01", "2026-09-30", supersedes=("a",))],
        {"a": FIRST_HALF, "b": "2026-07-01 2026-09-30"},
    ),
    "superseded on its last day": (
        [of("a"), of("b", "2026-12-31", "2027-01-01", supersedes=("a",))],
        {"a": "2026-01-01 2026-12-30", "b": "2026-12-31 2027-01-01"},
    ),
    "superseded after it ended": (
        [of("a"), of("b", "2027-01-01", "2027-01-01", supersedes=("a",))],
        {"a": WHOLE_YEAR, "b": "2027-01-01 2027-01-01"},
    ),
    "superseded on its first day": (
        [of("a"), of("b", supersedes=("a",))],
        {"a": NEVER, "b": WHOLE_YEAR},
    ),
    "superseded before it begins, by one that has ended by then": (
        [of("a"), of("b", "2025-01-01", "2025-01-31", supersedes=("a",))],
        {"a": NEVER, "b": "2025-01-01 2025-01-31"},
    ),
    "superseded by one that begins before all days": (
        [of("a"), of("b", None, "2026-01-31", supersedes=("a",))],
        {"a": NEVER, "b": "open 2026-01-31"},
    ),
    "superseded twice": (
        [
            of("a"),
            of("b", "2026-09-01", supersedes=("a",)),
            of("c", "2026-07-01", supersedes=("a",)),
        ],
        {"a": FIRST_HALF, "b": "2026-09-01 2026-12-31", "c": "2026-07-01 2026-12-31"},
    ),
    "one that supersedes two": (
        [of("a"), of("b"), of("c", "2026-07-01", supersedes=("a", "b"))],
        {"a": FIRST_HALF, "b": FIRST_HALF, "c": "2026-07-01 2026-12-31"},
    ),
    "what supersedes the superseding does not bring the first back": (
        [
            of("a"),
            of("b", "2026-07-01", supersedes=("a",)),
            of("c", "2026-08-01", supersedes=("b",)),
        ],
        {"a": FIRST_HALF, "b": "2026-07-01 2026-07-31", "c": "2026-08-01 2026-12-31"},
    ),
    "one that is superseded before it begins supersedes all the same": (
        [
            of("a"),
            of("b", "2026-07-01", supersedes=("a",)),
            of("c", "2026-02-01", "2026-02-28", supersedes=("b",)),
        ],
        {"a": FIRST_HALF, "b": NEVER, "c": "2026-02-01 2026-02-28"},
    ),
    "corrected": (
        [of("a"), of("b", "2026-07-01", supersedes=("a",), correction=True)],
        {"a": NEVER, "b": "2026-07-01 2026-12-31"},
    ),
    "a corrected frame supersedes nothing itself, its correction does from its own first day": (
        [
            of("old"),
            of("wrong", "2026-03-01", supersedes=("old",)),
            of("right", "2026-07-01", supersedes=("wrong",), correction=True),
        ],
        {"old": FIRST_HALF, "wrong": NEVER, "right": "2026-07-01 2026-12-31"},
    ),
    "a correction that begins earlier supersedes earlier": (
        [
            of("old"),
            of("wrong", "2026-09-01", supersedes=("old",)),
            of("right", "2026-07-01", supersedes=("wrong",), correction=True),
        ],
        {"old": FIRST_HALF, "wrong": NEVER, "right": "2026-07-01 2026-12-31"},
    ),
    "a correction that supersedes and corrects": (
        [
            of("old"),
            of("wrong"),
            of("right", "2026-07-01", supersedes=("wrong", "old"), correction=True),
        ],
        {"old": NEVER, "wrong": NEVER, "right": "2026-07-01 2026-12-31"},
    ),
    "a correction that is corrected still corrects": (
        [
            of("a"),
            of("b", supersedes=("a",), correction=True),
            of("c", supersedes=("b",), correction=True),
        ],
        {"a": NEVER, "b": NEVER, "c": WHOLE_YEAR},
    ),
    "the last of two corrections supersedes what the first frame superseded": (
        [
            of("old"),
            of("a", "2026-03-01", supersedes=("old",)),
            of("b", "2026-04-01", supersedes=("a",), correction=True),
            of("c", "2026-07-01", supersedes=("b",), correction=True),
        ],
        {"old": FIRST_HALF, "a": NEVER, "b": NEVER, "c": "2026-07-01 2026-12-31"},
    ),
    "what a superseded frame superseded is not taken over without a correction": (
        [
            of("old", "2026-01-01", None),
            of("a", "2026-09-01", supersedes=("old",)),
            of("b", "2026-07-01", supersedes=("a",)),
        ],
        {
            "old": "2026-01-01 2026-08-31",
            "a": NEVER,
            "b": "2026-07-01 2026-12-31",
        },
    ),
    "corrected twice": (
        [
            of("old"),
            of("a", supersedes=("old",)),
            of("b", "2026-09-01", supersedes=("a",), correction=True),
            of("c", "2026-07-01", supersedes=("a",), correction=True),
        ],
        {
            "old": FIRST_HALF,
            "a": NEVER,
            "b": "2026-09-01 2026-12-31",
            "c": "2026-07-01 2026-12-31",
        },
    ),
    "a correction of nothing": (
        [of("a", correction=True)],
        {"a": WHOLE_YEAR},
    ),
}


@pytest.mark.parametrize(("frames", "days"), CASES.values(), ids=CASES.keys())
def test_frames_are_in_force(frames: list[Frame], days: dict[str, str]) -> None:
    assert in_force(*frames) == days


@pytest.mark.parametrize(("frames", "days"), CASES.values(), ids=CASES.keys())
def test_the_order_of_the_plan_does_not_matter(frames: list[Frame], days: dict[str, str]) -> None:
    assert in_force(*reversed(frames)) == days


def on_condition(
    one: Frame, *, met: bool | None = None, until_decided: UntilDecided = UntilDecided.IN_FORCE
) -> Frame:
    return replace(one, condition="if asked", condition_met=met, until_decided=until_decided)


OUT = UntilDecided.NOT_IN_FORCE


@pytest.mark.parametrize(
    ("conditional", "days"),
    [
        (on_condition(of("a")), WHOLE_YEAR),
        (on_condition(of("a"), until_decided=OUT), NEVER),
        (on_condition(of("a"), met=True), WHOLE_YEAR),
        (on_condition(of("a"), met=True, until_decided=OUT), WHOLE_YEAR),
        (on_condition(of("a"), met=False), NEVER),
        (on_condition(of("a"), met=False, until_decided=OUT), NEVER),
        # without a condition nothing is decided about it
        (replace(of("a"), condition_met=False), WHOLE_YEAR),
        (replace(of("a"), until_decided=OUT), WHOLE_YEAR),
    ],
)
def test_a_frame_on_condition_is_in_force(conditional: Frame, days: str) -> None:
    assert in_force(conditional) == {"a": days}


@pytest.mark.parametrize("met", [None, False])
def test_one_that_is_kept_out_of_force_supersedes_nothing(*, met: bool | None) -> None:
    later = on_condition(of("b", "2026-07-01", supersedes=("a",)), met=met, until_decided=OUT)

    assert in_force(of("a"), later) == {"a": WHOLE_YEAR, "b": NEVER}


@pytest.mark.parametrize("met", [None, True])
def test_one_that_is_in_force_until_decided_supersedes(*, met: bool | None) -> None:
    later = on_condition(of("b", "2026-07-01", supersedes=("a",)), met=met)

    assert in_force(of("a"), later) == {"a": FIRST_HALF, "b": "2026-07-01 2026-12-31"}


def test_a_correction_that_is_kept_out_of_force_corrects_nothing() -> None:
    correction = on_condition(of("b", supersedes=("a",), correction=True), met=False)

    assert in_force(of("old"), of("a", "2026-07-01", supersedes=("old",)), correction) == {
        "old": FIRST_HALF,
        "a": "2026-07-01 2026-12-31",
        "b": NEVER,
    }


def test_what_a_corrected_frame_would_not_have_superseded_is_not_taken_over() -> None:
    void = on_condition(of("a", supersedes=("old",)), met=False)
    correction = of("b", "2026-07-01", supersedes=("a",), correction=True)

    assert in_force(of("old"), void, correction) == {
        "old": WHOLE_YEAR,
        "a": NEVER,
        "b": "2026-07-01 2026-12-31",
    }
