"""FRA008: days on which rotations draw on a limit whose number nobody knows."""

from __future__ import annotations

from domain.model import Plan
from domain.rules.finding import Contributor
from tests.domain.plan_builder import cancelled, frame, limit, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
SOLDIER = rotation("r1", "osc", *MARCH, military=1)
UNKNOWN = limit("cap", binding="unknown")
UNREAD = limit("cap", 5, measure=None)

CASES: Cases = {
    "an unknown number": (
        plan(frame("osc", UNKNOWN), SOLDIER),
        ["note osc 2026-03-01 2026-03-31 by r1"],
    ),
    "an unread number": (
        plan(frame("osc", UNREAD), SOLDIER),
        ["note osc 2026-03-01 2026-03-31 by r1"],
    ),
    "an unknown number that nobody draws on": (plan(frame("osc", UNKNOWN)), []),
    "a known number": (plan(frame("osc", limit("cap", 5)), SOLDIER), []),
    "no limit at all": (plan(frame("osc", limit("cap")), SOLDIER), []),
    "an unknown number of any measure": (
        plan(frame("osc", limit("cap", measure="teams", binding="unknown")), SOLDIER),
        ["note osc 2026-03-01 2026-03-31 by r1"],
    ),
    "an unknown number beside a known one": (
        plan(frame("osc", limit("known", 5), UNKNOWN), SOLDIER),
        ["note osc 2026-03-01 2026-03-31 by r1"],
    ),
    "several unknown numbers are one run": (
        plan(
            frame(
                "osc",
                limit("a", binding="unknown", categories="military"),
                limit("b", 5, "police", measure=None),
            ),
            rotation("r1", "osc", "2026-03-01", "2026-03-15", military=1),
            rotation("r2", "osc", "2026-03-16", "2026-03-31", police=1),
        ),
        ["note osc 2026-03-01 2026-03-31 by r1, r2"],
    ),
    "a category that is not unknown": (
        plan(
            frame("osc", limit("a", binding="unknown", categories="military")),
            rotation("r1", "osc", *MARCH, civilian=1, teams=2),
        ),
        [],
    ),
    "a known limit does not draw others in": (
        plan(
            frame(
                "osc",
                limit("a", binding="unknown", categories="military"),
                limit("b", 5, "civilian"),
            ),
            rotation("r1", "osc", "2026-03-01", "2026-03-10", military=1),
            rotation("r2", "osc", "2026-03-05", "2026-03-31", civilian=1),
        ),
        ["note osc 2026-03-01 2026-03-10 by r1"],
    ),
    "days without anybody split it": (
        plan(
            frame("osc", UNKNOWN),
            rotation("r1", "osc", "2026-03-01", "2026-03-10", military=1),
            rotation("r2", "osc", "2026-03-05", "2026-03-14", military=1),
            rotation("r3", "osc", "2026-03-16", "2026-03-31", military=1),
        ),
        [
            "note osc 2026-03-01 2026-03-14 by r1, r2",
            "note osc 2026-03-16 2026-03-31 by r3",
        ],
    ),
    "only days in force": (
        plan(
            frame("osc", UNKNOWN, days=("2026-03-10", "2026-03-20")),
            SOLDIER,
            rotation("r2", "osc", "2026-03-01", "2026-03-09", military=1),
        ),
        ["note osc 2026-03-10 2026-03-20 by r1"],
    ),
    "all missions of the frame": (
        plan(
            frame("osc untso", UNKNOWN, id_="f1"),
            SOLDIER,
            rotation("r2", "untso", "2026-04-01", "2026-04-30", military=1),
        ),
        ["note f1 2026-03-01 2026-04-30 by r1, r2"],
    ),
    "each frame for itself": (
        plan(
            frame("osc", limit("a", binding="unknown"), id_="f1"),
            frame("osc", limit("b", binding="unknown"), id_="f2"),
            SOLDIER,
        ),
        ["note f1 2026-03-01 2026-03-31 by r1", "note f2 2026-03-01 2026-03-31 by r1"],
    ),
    "a cancelled rotation": (plan(frame("osc", UNKNOWN), *cancelled(SOLDIER)), []),
    "a frame that is never in force": (
        plan(
            frame("osc", UNKNOWN, id_="f1"),
            frame("osc", id_="f2", supersedes=("f1",), correction=True),
            SOLDIER,
        ),
        [],
    ),
}


@each(CASES)
def test_what_is_not_checked_is_noted(plan: Plan, lines: list[str]) -> None:
    assert said("FRA008", plan) == lines


def test_a_finding_is_about_the_frame_and_counts_nobody() -> None:
    found = only_finding("FRA008", plan(frame("osc", UNKNOWN), SOLDIER))

    assert found.subjects == refs("frame osc")
    assert (found.measured, found.limit, found.excess, found.peak_day) == (None, None, None, None)
    assert found.contributors == (Contributor(refs("rotation r1")[0], None),)
