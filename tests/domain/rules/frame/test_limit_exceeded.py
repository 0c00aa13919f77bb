"""FRA001: more persons at once than a limit allows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.model import Plan, Rotation, Settings, UntilDecided
from domain.rules.finding import Contributor, Severity
from tests.domain.plan_builder import (
    cancelled,
    day,
    frame,
    limit,
    mission,
    plan,
    refs,
    rotation,
    settings,
)
from tests.domain.rules.cases import Cases, each, only_finding, said

MARCH = ("2026-03-01", "2026-03-31")
ABOVE = "error cap 2026-03-01 2026-03-31"


def military(number: int, id_: str = "r1", at: str = "osc") -> Rotation:
    return rotation(id_, at, *MARCH, military=number)


CASES: Cases = {
    "nobody is there": (plan(frame("osc", limit("cap", 7))), []),
    "less than the limit fits": (plan(frame("osc", limit("cap", 7)), military(6)), []),
    "equal to the limit is no breach": (plan(frame("osc", limit("cap", 7)), military(7)), []),
    "one above the limit is one too many": (
        plan(frame("osc", limit("cap", 7)), military(8)),
        [f"{ABOVE} 8/7 on 2026-03-01 by r1 8"],
    ),
    "a limit of nought allows nobody": (
        plan(frame("osc", limit("cap", 0)), military(1)),
        [f"{ABOVE} 1/0 on 2026-03-01 by r1 1"],
    ),
    "a limit of nought is kept by nobody": (
        plan(frame("osc", limit("cap", 0)), military(0)),
        [],
    ),
    "an exact number is a maximum": (
        plan(frame("osc", limit("cap", 7, binding="exact")), military(8)),
        [f"{ABOVE} 8/7 on 2026-03-01 by r1 8"],
    ),
    "less than an exact number fits": (
        plan(frame("osc", limit("cap", 7, binding="exact")), military(6)),
        [],
    ),
    "no frame is limited by a number it does not have": (
        plan(frame("osc", limit("cap")), military(500)),
        [],
    ),
    "an unknown number is not compared": (
        plan(frame("osc", limit("cap", binding="unknown")), military(500)),
        [],
    ),
    "an unread number is not compared": (
        plan(frame("osc", limit("cap", 3, measure=None)), military(500)),
        [],
    ),
    "a limit on teams counts no persons": (
        plan(frame("osc", limit("cap", 1, measure="teams")), military(500)),
        [],
    ),
    "other missions do not count": (
        plan(frame("osc", limit("cap", 7)), military(5), military(5, "r2", at="untso")),
        [],
    ),
    "the missions of a frame count together": (
        plan(
            frame("mali niger", limit("cap", 7)), military(4, at="mali"), military(4, "r2", "niger")
        ),
        [f"{ABOVE} 8/7 on 2026-03-01 by r1 4, r2 4"],
    ),
    "a mission that a frame names twice counts once": (
        plan(frame("mali mali", limit("cap", 7)), military(7, at="mali")),
        [],
    ),
    "the categories of a limit count together": (
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", *MARCH, military=4, civilian=3, police=1),
        ),
        [f"{ABOVE} 8/7 on 2026-03-01 by r1 8"],
    ),
    "other categories do not count": (
        plan(
            frame("osc", limit("cap", 7, "military police")),
            rotation("r1", "osc", *MARCH, military=4, civilian=50, police=3),
        ),
        [],
    ),
    "each limit of a frame is kept or broken by itself": (
        plan(
            frame(
                "osc",
                limit("cap", 7),
                limit("military", 4, "military"),
                limit("others", 3, "civilian police"),
            ),
            rotation("r1", "osc", *MARCH, military=5, civilian=1, police=1),
        ),
        ["error military 2026-03-01 2026-03-31 5/4 on 2026-03-01 by r1 5"],
    ),
    "limits of one frame are never added up": (
        plan(
            frame("osc", limit("a", 4, "military"), limit("b", 3, "civilian")),
            rotation("r1", "osc", *MARCH, military=4, civilian=3),
        ),
        [],
    ),
    "each of two frames has its say": (
        plan(
            frame("osc", limit("wide", 9), id_="f1"),
            frame("osc", limit("narrow", 7), id_="f2"),
            military(8),
        ),
        ["error narrow 2026-03-01 2026-03-31 8/7 on 2026-03-01 by r1 8"],
    ),
    "a cancelled rotation does not count": (
        plan(frame("osc", limit("cap", 7)), military(7), *cancelled(military(7, "r2"))),
        [],
    ),
    "every other status counts": (
        plan(
            frame("osc", limit("cap", 4)),
            rotation("r1", "osc", *MARCH, military=1, status="draft"),
            rotation("r2", "osc", *MARCH, military=1, status="planned"),
            rotation("r3", "osc", *MARCH, military=1, status="approved"),
            rotation("r4", "osc", *MARCH, military=1, status="deployed"),
            rotation("r5", "osc", *MARCH, military=1, status="completed"),
        ),
        [f"{ABOVE} 5/4 on 2026-03-01 by r1 1, r2 1, r3 1, r4 1, r5 1"],
    ),
    "a rotation that is part of another counts in full": (
        plan(
            frame("osc", limit("cap", 7)),
            military(6),
            rotation("r2", "osc", *MARCH, military=2, part_of="r1"),
        ),
        [f"{ABOVE} 8/7 on 2026-03-01 by r1 6, r2 2"],
    ),
    "the people of a mission that is only supported count where they are": (
        plan(
            frame("osc", limit("cap", 7)),
            mission("osc"),
            rotation("r1", "untso", *MARCH, military=8, supports=("osc",)),
        ),
        [],
    ),
    "the same people in a chain are counted each time": (
        plan(
            frame("osc", limit("cap", 1)),
            military(1),
            rotation("r2", "osc", *MARCH, military=1, continues="r1"),
        ),
        [f"{ABOVE} 2/1 on 2026-03-01 by r1 1, r2 1"],
    ),
    "first and last day are both inside": (
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2026-01-01", "2026-03-31", military=7),
            rotation("r2", "osc", "2026-03-31", "2026-06-30", military=7),
        ),
        ["error cap 2026-03-31 2026-03-31 14/7 on 2026-03-31 by r1 7, r2 7"],
    ),
    "one after the other is not at once": (
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2026-01-01", "2026-03-31", military=7),
            rotation("r2", "osc", "2026-04-01", "2026-06-30", military=7),
        ),
        [],
    ),
    "only days in force count": (
        plan(frame("osc", limit("cap", 7), days=("2026-03-10", "2026-03-20")), military(8)),
        ["error cap 2026-03-10 2026-03-20 8/7 on 2026-03-10 by r1 8"],
    ),
    "a run ends where it fits and another begins": (
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2026-03-01", "2026-03-10", military=8),
            rotation("r2", "osc", "2026-03-12", "2026-03-20", military=9),
        ),
        [
            "error cap 2026-03-01 2026-03-10 8/7 on 2026-03-01 by r1 8",
            "error cap 2026-03-12 2026-03-20 9/7 on 2026-03-12 by r2 9",
        ],
    ),
    "a run holds days with different strengths": (
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2026-03-01", "2026-03-10", military=8),
            rotation("r2", "osc", "2026-03-11", "2026-03-20", military=9),
        ),
        ["error cap 2026-03-01 2026-03-20 9/7 on 2026-03-11 by r2 9"],
    ),
    "the peak day is the first of the highest days": (
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2026-03-01", "2026-03-31", military=8),
            rotation("r2", "osc", "2026-03-05", "2026-03-06", military=2),
            rotation("r3", "osc", "2026-03-20", "2026-03-25", military=2),
        ),
        ["error cap 2026-03-01 2026-03-31 10/7 on 2026-03-05 by r1 8, r2 2"],
    ),
    "only those with people in the categories contribute": (
        plan(
            frame("osc", limit("cap", 7, "military")),
            rotation("r1", "osc", *MARCH, civilian=9),
            rotation("r2", "osc", *MARCH, military=8),
            rotation("r3", "osc", "2026-03-02", "2026-03-31", military=0, teams=4),
        ),
        ["error cap 2026-03-01 2026-03-31 8/7 on 2026-03-01 by r2 8"],
    ),
    "a whole year with a leap day is one run": (
        plan(
            frame("osc", limit("cap", 7)),
            rotation("r1", "osc", "2028-01-01", "2028-12-31", military=8),
        ),
        ["error cap 2028-01-01 2028-12-31 8/7 on 2028-01-01 by r1 8"],
    ),
}


@each(CASES)
def test_a_limit_on_persons_is(plan: Plan, lines: list[str]) -> None:
    assert said("FRA001", plan) == lines


def test_a_finding_names_its_limit_and_all_its_numbers() -> None:
    found = only_finding("FRA001", plan(frame("osc", limit("cap", 7)), military(9)))

    assert found.subjects == refs("limit cap")
    assert (found.measured, found.limit, found.excess) == (9, 7, 2)
    assert (found.first_day, found.last_day) == (day("2026-03-01"), day("2026-03-31"))
    assert found.peak_day == day("2026-03-01")
    assert found.contributors == (Contributor(refs("rotation r1")[0], 9),)
    assert (found.waiver, found.lapsed_waivers, found.waived) == (None, (), False)


CIRCA = (
    # number, settings, then the strengths that are fine, a warning at most, an error at least
    (30, settings(), 30, 33),
    (31, settings(), 31, 35),  # ten per cent of 31 is 3.1, rounded up
    (5, settings(), 5, 6),
    (0, settings(), 0, 1),
    (1, settings(), 1, 2),
    (30, settings(least=5), 30, 35),
    (30, settings(percent=100), 30, 60),
    (30, settings(percent=33), 30, 40),  # 9.9, rounded up
    (30, settings(percent=0, least=2), 30, 32),
)


@pytest.mark.parametrize("binding", ["circa", "modular"])
@pytest.mark.parametrize(("number", "margins", "fine", "warned"), CIRCA)
def test_about_a_number_there_is_a_margin_of_warnings(
    number: int, margins: Settings, fine: int, warned: int, binding: str
) -> None:
    def severity(strength: int) -> list[str]:
        cap = limit("cap", number, binding=binding)
        about = plan(margins, frame("osc", cap), military(strength))
        return [line.split()[0] for line in said("FRA001", about)]

    assert severity(fine) == []
    assert severity(fine + 1) == ["warning"]
    assert severity(warned) == ["warning"]
    assert severity(warned + 1) == ["error"]


def test_without_any_margin_circa_is_a_maximum() -> None:
    cap = limit("cap", 30, binding="circa")
    about = plan(settings(percent=0, least=0), frame("osc", cap), military(31))

    assert only_finding("FRA001", about).severity is Severity.ERROR


def test_a_run_is_as_bad_as_its_peak() -> None:
    about = plan(
        frame("osc", limit("cap", 30, binding="circa")),
        rotation("r1", "osc", "2026-03-01", "2026-03-31", military=31),
        rotation("r2", "osc", "2026-03-15", "2026-03-15", military=3),
    )

    assert said("FRA001", about) == [
        "error cap 2026-03-01 2026-03-31 34/30 on 2026-03-15 by r1 31, r2 3"
    ]


def test_a_frame_gives_way_on_the_first_day_of_the_one_that_supersedes_it() -> None:
    about = plan(
        frame("osc", limit("old", 7), id_="f1"),
        frame("osc", limit("new", 9), id_="f2", days=("2026-03-15", None), supersedes=("f1",)),
        military(10),
    )

    assert said("FRA001", about) == [
        "error old 2026-03-01 2026-03-14 10/7 on 2026-03-01 by r1 10",
        "error new 2026-03-15 2026-03-31 10/9 on 2026-03-15 by r1 10",
    ]


def test_a_corrected_frame_limits_nothing() -> None:
    about = plan(
        frame("osc", limit("wrong", 7), id_="f1"),
        frame("osc", limit("right", 9), id_="f2", supersedes=("f1",), correction=True),
        military(10),
    )

    assert said("FRA001", about) == [
        "error right 2026-03-01 2026-03-31 10/9 on 2026-03-01 by r1 10"
    ]


@pytest.mark.parametrize(
    ("met", "until_decided", "broken"),
    [
        (None, UntilDecided.IN_FORCE, True),
        (None, UntilDecided.NOT_IN_FORCE, False),
        (True, UntilDecided.NOT_IN_FORCE, True),
        (False, UntilDecided.IN_FORCE, False),
    ],
)
def test_a_conditional_frame_limits_while_it_is_in_force(
    *, met: bool | None, until_decided: UntilDecided, broken: bool
) -> None:
    conditional = replace(
        frame("osc", limit("cap", 7)),
        condition="if asked",
        condition_met=met,
        until_decided=until_decided,
    )

    assert bool(said("FRA001", plan(conditional, military(8)))) is broken
