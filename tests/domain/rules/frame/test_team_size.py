"""FRA004: a team of another size than its frame says."""

from __future__ import annotations

import pytest

from domain.model import Plan
from tests.domain.plan_builder import cancelled, frame, limit, plan, refs, rotation
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
SIZE = limit("size", 11, "military police", measure="team_size", binding="exact")
VPD = frame("vpd", SIZE)
WRONG = "error r1 size 2026-03-01 2026-03-31"

CASES: Cases = {
    "a team of its size": (plan(VPD, rotation("r1", "vpd", *MARCH, military=11, teams=1)), []),
    "two teams of their size": (plan(VPD, rotation("r1", "vpd", *MARCH, military=22, teams=2)), []),
    "one person fewer": (
        plan(VPD, rotation("r1", "vpd", *MARCH, military=10, teams=1)),
        [f"{WRONG} 10/11"],
    ),
    "one person more": (
        plan(VPD, rotation("r1", "vpd", *MARCH, military=12, teams=1)),
        [f"{WRONG} 12/11"],
    ),
    "one person fewer in two teams": (
        plan(VPD, rotation("r1", "vpd", *MARCH, military=21, teams=2)),
        [f"{WRONG} 21/22"],
    ),
    "the categories of the limit together make the size": (
        plan(VPD, rotation("r1", "vpd", *MARCH, military=9, police=2, civilian=5, teams=1)),
        [],
    ),
    "people of other categories are not asked": (
        plan(VPD, rotation("r1", "vpd", *MARCH, civilian=3, teams=1)),
        [],
    ),
    "people without teams are none of nought": (
        plan(VPD, rotation("r1", "vpd", *MARCH, military=11)),
        [f"{WRONG} 11/0"],
    ),
    "people with nought teams are the same": (
        plan(VPD, rotation("r1", "vpd", *MARCH, military=11, teams=0)),
        [f"{WRONG} 11/0"],
    ),
    "people beside a team are part of it and have no teams": (
        plan(
            VPD,
            rotation("r0", "vpd", *MARCH, military=11, teams=1),
            rotation("r1", "vpd", *MARCH, military=5, part_of="r0"),
        ),
        [],
    ),
    "a part that has teams has them in their size": (
        plan(
            VPD,
            rotation("r0", "vpd", *MARCH, military=11, teams=1),
            rotation("r1", "vpd", *MARCH, military=5, teams=1, part_of="r0"),
        ),
        [f"{WRONG} 5/11"],
    ),
    "a rotation that is cancelled": (
        plan(VPD, *cancelled(rotation("r1", "vpd", *MARCH, military=5, teams=1))),
        [],
    ),
    "a rotation of another mission": (
        plan(VPD, rotation("r1", "utsa", *MARCH, military=5, teams=1)),
        [],
    ),
    "the frame of its first day counts": (
        plan(
            frame("vpd", SIZE, days=("2026-03-01", "2026-03-01")),
            rotation("r1", "vpd", *MARCH, military=5, teams=1),
        ),
        [f"{WRONG} 5/11"],
    ),
    "a frame that begins a day later does not": (
        plan(
            frame("vpd", SIZE, days=("2026-03-02", None)),
            rotation("r1", "vpd", *MARCH, military=5, teams=1),
        ),
        [],
    ),
    "a frame that ended a day earlier does not": (
        plan(
            frame("vpd", SIZE, days=(None, "2026-02-28")),
            rotation("r1", "vpd", *MARCH, military=5, teams=1),
        ),
        [],
    ),
    "a frame that is superseded by then does not": (
        plan(
            frame("vpd", SIZE, id_="f1"),
            frame("vpd", id_="f2", days=("2026-03-01", None), supersedes=("f1",)),
            rotation("r1", "vpd", *MARCH, military=5, teams=1),
        ),
        [],
    ),
    "each of two sizes is compared": (
        plan(
            VPD,
            frame("vpd", limit("other", 12, "military", measure="team_size"), id_="f2"),
            rotation("r1", "vpd", *MARCH, military=10, teams=1),
        ),
        [
            "error r1 other 2026-03-01 2026-03-31 10/12",
            f"{WRONG} 10/11",
        ],
    ),
    "a size without a number is not compared": (
        plan(
            frame("vpd", limit("size", measure="team_size", binding="unknown")),
            rotation("r1", "vpd", *MARCH, military=10, teams=1),
        ),
        [],
    ),
}


@each(CASES)
def test_a_team_size_is(plan: Plan, lines: list[str]) -> None:
    assert said("FRA004", plan) == lines


@pytest.mark.parametrize("binding", ["maximum", "exact", "circa", "modular"])
@pytest.mark.parametrize("people", [10, 12])
def test_a_team_size_is_an_equality_whatever_its_binding(binding: str, people: int) -> None:
    size = limit("size", 11, measure="team_size", binding=binding)
    about = plan(frame("vpd", size), rotation("r1", "vpd", *MARCH, military=people, teams=1))

    assert said("FRA004", about) == [f"{WRONG} {people}/11"]


def test_a_finding_names_the_rotation_and_the_limit() -> None:
    found = only_finding("FRA004", plan(VPD, rotation("r1", "vpd", *MARCH, military=9, teams=1)))

    assert found.subjects == refs("rotation r1", "limit size")
    assert (found.excess, found.peak_day, found.contributors) == (2, None, ())
