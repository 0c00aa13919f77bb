"""The twelve worked cases of the contract, each as a plan and the findings worked out by hand.

Cases 1, 5 and 10 also speak of the report; here stands only what the findings must be.
"""

from datetime import date, timedelta

from tests.oracle.building import (
    Brief,
    Case,
    Row,
    frame,
    length_rule,
    limit,
    mandate,
    mission,
    plan,
    rotation,
)
from tests.oracle.worked_cases_of_forces import (
    change_of_mission,
    ships_and_aircraft,
    successors,
)

YEAR_2026 = ("2026-01-01", "2026-12-31")
UNTIL_JUNE_2028 = ("2025-07-01", "2028-06-30")


def worked_cases() -> list[Case]:
    """Every case: its name, its plan, and the expected findings in their order."""
    return [
        _untso(),
        *_osc(),
        _eucap_sahel(),
        *_vpd(),
        _joint_frames_once(),
        *_ends_of_frames_and_mandates(),
        *ships_and_aircraft(),
        *successors(),
        *change_of_mission(),
        *_no_number(),
        _unc(),
    ]


def _untso() -> Case:
    groups = [
        rotation("r1", "untso", "2026-01-01", "2026-06-30", military=11),
        rotation("r2", "untso", "2026-07-01", "2026-12-31", military=11, relieves="r1"),
    ]
    return (
        "1. two groups of 11 one after the other fit in 12",
        plan(
            missions=[mission("untso")],
            frames=[frame("untso-2026", ["untso"], YEAR_2026, limit("untso-2026/cap", 12))],
            rotations=groups,
        ),
        [],
    )


def _osc_with(military: int, civilian: int, police: int) -> Row:
    limits = [
        limit("osc-2026/cap", 7),
        limit("osc-2026/military", 4, "military"),
        limit("osc-2026/civil-police", 3, "civilian", "police"),
    ]
    return plan(
        missions=[mission("osc")],
        frames=[frame("osc-2026", ["osc"], YEAR_2026, *limits)],
        rotations=[
            rotation("r1", "osc", "2026-03-01", "2026-03-14", military=military),
            rotation("r2", "osc", "2026-03-01", "2026-03-14", civilian=civilian, police=police),
        ],
    )


def _osc() -> list[Case]:
    def above(limit_id: str, measured: int, number: int) -> Brief:
        return ("FRA001", "error", (limit_id,), "2026-03-01", "2026-03-14", measured, number)

    return [
        ("2. 4 military and 3 others fit", _osc_with(4, 2, 1), []),
        (
            "2. 5 military and 2 others break the military sub-limit only",
            _osc_with(5, 1, 1),
            [above("osc-2026/military", 5, 4)],
        ),
        (
            "2. 4 and 4 break the cap and the civil/police limit",
            _osc_with(4, 2, 2),
            [above("osc-2026/cap", 8, 7), above("osc-2026/civil-police", 4, 3)],
        ),
    ]


def _eucap_sahel() -> Case:
    missions = ["eucap-mali", "eucap-niger"]
    return (
        "3. 10 in Mali and 6 in Niger break the 15 together once",
        plan(
            missions=[mission(id_) for id_ in missions],
            frames=[frame("sahel", missions, YEAR_2026, limit("sahel/cap", 15))],
            rotations=[
                rotation("mali", "eucap-mali", "2026-02-01", "2026-07-31", civilian=10),
                rotation("niger", "eucap-niger", "2026-05-01", "2026-10-31", police=6),
            ],
        ),
        [("FRA001", "error", ("sahel/cap",), "2026-05-01", "2026-07-31", 16, 15)],
    )


def _vpd_with(*rotations: Row) -> Row:
    limits = [
        limit("vpd/persons", 121, "military"),
        limit("vpd/teams", 11, "military", measure="teams"),
        limit("vpd/a-year", 175, "military", measure="teams_per_year"),
        limit("vpd/size", 11, "military", measure="team_size"),
    ]
    return plan(
        missions=[mission("vpd", min_length={"days": 1})],
        frames=[frame("vpd-2026", ["vpd"], YEAR_2026, *limits)],
        length_rules=[length_rule("military", 3, 12, ("2021-01-01", None))],
        rotations=list(rotations),
    )


def _vpd_teams(number: int, teams: int, begin: date, people: int | None = None) -> Row:
    """A group of teams of 11, there for ten days."""
    return rotation(
        f"r{number}",
        "vpd",
        begin.isoformat(),
        (begin + timedelta(days=9)).isoformat(),
        teams=teams,
        military=teams * 11 if people is None else people,
    )


def _vpd() -> list[Case]:
    march = date(2026, 3, 1)
    beside = rotation("beside", "vpd", "2026-03-01", "2026-03-10", military=5, part_of="r1")
    # Sixteen groups, one every fourteen days: 15 of 11 teams and one of 10 make 175.
    fortnights = [date(2026, 1, 1) + timedelta(days=14 * n) for n in range(17)]
    full_year = [_vpd_teams(n, 11 if n < 15 else 10, fortnights[n]) for n in range(16)]
    return [
        ("4. 11 teams of ten days fit", _vpd_with(_vpd_teams(1, 11, march)), []),
        (
            "4. 12 teams at once do not, nor do their 132 people",
            _vpd_with(_vpd_teams(1, 11, march), _vpd_teams(2, 1, march)),
            [
                ("FRA001", "error", ("vpd/persons",), "2026-03-01", "2026-03-10", 132, 121),
                ("FRA002", "error", ("vpd/teams",), "2026-03-01", "2026-03-10", 12, 11),
            ],
        ),
        ("4. 175 first days in a year fit", _vpd_with(*full_year), []),
        (
            "4. 176 first days in a year do not",
            _vpd_with(*full_year, _vpd_teams(16, 1, fortnights[16])),
            [("FRA003", "error", ("vpd/a-year",), "2026-01-01", "2026-12-31", 176, 175)],
        ),
        (
            "4. a team of 10 is a wrong size",
            _vpd_with(_vpd_teams(1, 1, march, people=10)),
            [("FRA004", "error", ("r1", "vpd/size"), "2026-03-01", "2026-03-10", 10, 11)],
        ),
        (
            "4. people beside a team have a rotation of their own, part of it",
            _vpd_with(_vpd_teams(1, 1, march), beside),
            [],
        ),
    ]


def _joint_frames_once() -> Case:
    frames = [
        frame("alone", ["a"], YEAR_2026, limit("alone/cap", 1063, "military")),
        frame("civil", ["b"], YEAR_2026, limit("civil/cap", 24, "civilian", "police")),
        frame("joint", ["c", "d"], YEAR_2026, limit("joint/cap", 50)),
    ]
    rotations = [
        rotation("r1", "a", "2026-01-01", "2026-12-31", military=1063),
        rotation("r2", "b", "2026-01-01", "2026-12-31", civilian=20, police=4),
        rotation("r3", "c", "2026-01-01", "2026-12-31", military=30),
        rotation("r4", "d", "2026-01-01", "2026-12-31", civilian=20),
    ]
    missions = [mission(id_) for id_ in ("a", "b", "c", "d")]
    return (
        "5. each frame once: 1063, 24 and 50 joint fit exactly",
        plan(missions=missions, frames=frames, rotations=rotations),
        [],
    )


def _ends_of_frames_and_mandates() -> list[Case]:
    letter = frame("letter", ["aspides"], ("2024-06-01", "2025-05-31"), limit("letter/cap", 200))
    answers = frame(
        "answers",
        ["aspides"],
        ("2024-06-01", "2028-06-30"),
        limit("answers/cap", 200),
        supersedes=["letter"],
        correction=True,
    )
    winter = ("2026-10-01", "2027-03-31")
    return [
        (
            "6. Aspides in 2027 is inside the corrected frame, after its mandate outside that",
            plan(
                missions=[mission("aspides")],
                mandates=[mandate("m1", "aspides", "2024-02-19", "2027-02-28")],
                frames=[letter, answers],
                rotations=[rotation("r1", "aspides", "2027-01-01", "2027-06-30", military=180)],
            ),
            [("MAN001", "warning", ("r1",), "2027-03-01", "2027-06-30", None, None)],
        ),
        (
            "7. Atalanta: the mandate ends before the frame",
            plan(
                missions=[mission("atalanta")],
                mandates=[mandate("m1", "atalanta", "2008-11-10", "2026-12-31")],
                frames=[frame("f1", ["atalanta"], UNTIL_JUNE_2028)],
                rotations=[rotation("r1", "atalanta", *winter, military=10)],
            ),
            [("MAN001", "warning", ("r1",), "2027-01-01", "2027-03-31", None, None)],
        ),
        (
            "7. KFOR: the frame ends before the mandate",
            plan(
                missions=[mission("kfor")],
                mandates=[mandate("m1", "kfor", "1999-06-10", None)],
                frames=[frame("f1", ["kfor"], ("2025-01-01", "2026-12-31"))],
                rotations=[rotation("r1", "kfor", *winter, military=10)],
            ),
            [("FRA005", "error", ("r1",), "2027-01-01", "2027-03-31", None, None)],
        ),
    ]


def _no_number() -> list[Case]:
    def alone(at: str, one: Row) -> Row:
        return plan(
            missions=[mission(at)],
            frames=[frame("f1", [at], YEAR_2026, one)],
            rotations=[rotation("r1", at, "2025-12-01", "2026-06-30", military=500)],
        )

    before: Brief = ("FRA005", "error", ("r1",), "2025-12-01", "2025-12-31", None, None)
    return [
        (
            "11. SOLE is unlimited, within its days",
            alone("sole", limit("f1/cap", None, binding="unlimited")),
            [before],
        ),
        (
            "11. Althea is unknown: FRA008, no FRA001",
            alone("althea", limit("f1/cap", None, binding="unknown")),
            [before, ("FRA008", "note", ("f1",), "2026-01-01", "2026-06-30", None, None)],
        ),
    ]


def _unc() -> Case:
    conditional = frame(
        "unc-conditional",
        ["unc"],
        ("2025-07-01", "2028-06-30"),
        limit("unc-conditional/cap", 3, binding="circa"),
        condition="after the review of 2026",
    )
    unconditional = frame("unc-2026", ["unc"], YEAR_2026, limit("unc-2026/cap", 3, binding="exact"))
    return (
        "12. UNC: conditional from 2027, two sources that contradict in 2026",
        plan(
            missions=[mission("unc")],
            frames=[conditional, unconditional],
            rotations=[rotation("r1", "unc", "2026-07-01", "2027-06-30", military=3)],
        ),
        [
            ("FRA007", "note", ("r1",), "2027-01-01", "2027-06-30", None, None),
            (
                "REF001",
                "note",
                ("unc-conditional", "unc-2026"),
                "2026-01-01",
                "2026-12-31",
                None,
                None,
            ),
        ],
    )
