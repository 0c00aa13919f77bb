"""REF001: two frames in force that say different things about the same missions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model import Limit, Plan, Settings, UntilDecided
from tests.domain.plan_builder import cancelled, frame, limit, plan, refs, rotation, settings
from tests.domain.rules.cases import Cases, each, only_finding, said

YEAR = ("2026-01-01", "2026-12-31")
BOTH = ["note f1 f2 2026-01-01 2026-12-31"]


def two(
    one: Limit,
    other: Limit,
    first: tuple[str | None, str | None] = YEAR,
    second: tuple[str | None, str | None] = YEAR,
    planning: Settings | None = None,
) -> Plan:
    return plan(
        planning or Settings(),
        frame("unc", one, id_="f1", days=first),
        frame("unc", other, id_="f2", days=second),
        *cancelled(rotation("r1", "unc", "2026-02-01", "2026-11-30", military=1)),
    )


def persons(id_: str, number: int | None, binding: str | None = None) -> Limit:
    return limit(id_, number, binding=binding)


CASES: Cases = {
    "the same number": (two(persons("a", 3), persons("b", 3)), []),
    "another number": (two(persons("a", 3), persons("b", 4)), BOTH),
    "another binding": (two(persons("a", 3), persons("b", 3, "exact")), BOTH),
    "another measure": (two(persons("a", 3), limit("b", 4, measure="teams")), []),
    "another set of categories": (two(persons("a", 3), limit("b", 4, "military")), []),
    "the same set of categories in another order": (
        two(limit("a", 3, "military police"), limit("b", 4, "police military")),
        BOTH,
    ),
    "unlimited and a number": (two(persons("a", None), persons("b", 3)), BOTH),
    "unlimited twice": (two(persons("a", None), persons("b", None)), []),
    "unknown and a number": (two(persons("a", None, "unknown"), persons("b", 3)), []),
    "unknown and unlimited": (two(persons("a", None, "unknown"), persons("b", None)), []),
    "unknown with another last day": (
        two(persons("a", None, "unknown"), persons("b", 3), YEAR, ("2026-01-01", "2026-12-30")),
        ["note f1 f2 2026-01-01 2026-12-30"],
    ),
    "the same number with another last day": (
        two(persons("a", 3), persons("b", 3), YEAR, ("2026-03-01", "2027-12-31")),
        ["note f1 f2 2026-03-01 2026-12-31"],
    ),
    "the same number with another first day": (
        two(persons("a", 3), persons("b", 3), YEAR, ("2026-03-01", "2026-12-31")),
        [],
    ),
    "one of them without a last day": (
        two(persons("a", 3), persons("b", 3), YEAR, ("2026-01-01", None)),
        ["note f1 f2 2026-01-01 2026-11-30"],
    ),
    "both without a last day": (
        two(persons("a", 3), persons("b", 3), ("2026-01-01", None), ("2026-02-01", None)),
        [],
    ),
    "unread limits are compared with none": (
        two(limit("a", 3, measure=None), limit("b", 4, measure=None), YEAR, ("2026-01-01", None)),
        [],
    ),
    "an unread limit and a read one": (two(limit("a", 3, measure=None), persons("b", 4)), []),
    "frames that never meet": (
        two(persons("a", 3), persons("b", 4), YEAR, ("2027-01-01", None)),
        [],
    ),
    "frames that meet on one day": (
        two(persons("a", 3), persons("b", 4), YEAR, ("2026-11-30", None)),
        ["note f1 f2 2026-11-30 2026-11-30"],
    ),
    "open frames are looked at from the first to the last day of any rotation": (
        two(persons("a", 3), persons("b", 4), (None, None), (None, None)),
        ["note f1 f2 2026-02-01 2026-11-30"],
    ),
    "open frames are looked at within the planning days": (
        two(
            persons("a", 3),
            persons("b", 4),
            (None, None),
            (None, None),
            settings(planning=("2025-01-01", "2028-06-30")),
        ),
        ["note f1 f2 2025-01-01 2028-06-30"],
    ),
    "days that are given are not cut": (
        two(
            persons("a", 3),
            persons("b", 4),
            planning=settings(planning=("2026-05-01", "2026-05-31")),
        ),
        BOTH,
    ),
    "another mission": (
        plan(
            frame("unc", persons("a", 3), id_="f1", days=YEAR),
            frame("untso", persons("b", 4), id_="f2", days=YEAR),
        ),
        [],
    ),
    "a mission more": (
        plan(
            frame("unc untso", persons("a", 3), id_="f1", days=YEAR),
            frame("unc", persons("b", 4), id_="f2", days=YEAR),
        ),
        [],
    ),
    "the same missions in another order": (
        plan(
            frame("unc untso", persons("a", 3), id_="f1", days=YEAR),
            frame("untso unc", persons("b", 4), id_="f2", days=YEAR),
        ),
        BOTH,
    ),
    "one of several limits": (
        plan(
            frame("unc", persons("a", 3), limit("c", 1, "military"), id_="f1", days=YEAR),
            frame("unc", limit("b", 2, "military"), persons("d", 3), id_="f2", days=YEAR),
        ),
        BOTH,
    ),
    "each of three pairs": (
        plan(
            frame("unc", persons("a", 1), id_="f1", days=YEAR),
            frame("unc", persons("b", 2), id_="f2", days=YEAR),
            frame("unc", persons("c", 3), id_="f3", days=YEAR),
        ),
        [*BOTH, "note f1 f3 2026-01-01 2026-12-31", "note f2 f3 2026-01-01 2026-12-31"],
    ),
    "until one is superseded": (
        plan(
            frame("unc", persons("a", 3), id_="f1", days=YEAR),
            frame("unc", persons("b", 4), id_="f2", days=YEAR),
            frame("untso", id_="f3", days=("2026-06-01", None), supersedes=("f1",)),
        ),
        ["note f1 f2 2026-01-01 2026-05-31"],
    ),
    "one that supersedes the other on its first day": (
        plan(
            frame("unc", persons("a", 3), id_="f1", days=YEAR),
            frame("unc", persons("b", 4), id_="f2", days=YEAR, supersedes=("f1",)),
        ),
        [],
    ),
    "one that is corrected": (
        plan(
            frame("unc", persons("a", 3), id_="f1", days=YEAR),
            frame("unc", persons("b", 4), id_="f2", days=YEAR),
            frame("untso", id_="f3", days=YEAR, supersedes=("f1",), correction=True),
        ),
        [],
    ),
}


@each(CASES)
def test_two_sources_are(plan: Plan, lines: list[str]) -> None:
    assert said("REF001", plan) == lines


@pytest.mark.parametrize(
    ("met", "until_decided", "lines"),
    [
        (None, UntilDecided.IN_FORCE, BOTH),
        (None, UntilDecided.NOT_IN_FORCE, []),
        (True, UntilDecided.NOT_IN_FORCE, BOTH),
        (False, UntilDecided.IN_FORCE, []),
    ],
)
def test_a_conditional_frame_contradicts_while_it_is_in_force(
    *, met: bool | None, until_decided: UntilDecided, lines: list[str]
) -> None:
    about = two(persons("a", 3), persons("b", 4))
    conditional = replace(
        about.frames["f1"], condition="if asked", condition_met=met, until_decided=until_decided
    )

    assert said("REF001", about.put(conditional)) == lines


def test_a_finding_names_both_frames_in_the_order_of_the_plan() -> None:
    about = plan(
        frame("unc", persons("a", 3), id_="z", days=YEAR),
        frame("unc", persons("b", 4), id_="a", days=YEAR),
    )
    found = only_finding("REF001", about)

    assert found.subjects == refs("frame z", "frame a")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (None, None, None, None)
    assert found.contributors == ()
