"""The twelve worked cases, each with all that the rules say about it.

Of 1, 5 and 10 only what the rules say; the totals that were deployed belong to the report.
"""

from __future__ import annotations

from domain.model import Length, Plan, Rotation, Sharing
from domain.rules.checker import check
from tests.domain.plan_builder import (
    commitment,
    frame,
    length_rule,
    limit,
    mandate,
    mission,
    plan,
    recovery_rule,
    rotation,
    sharing,
)
from tests.domain.rules.cases import found, line

YEAR = ("2026-01-01", "2026-12-31")
MARCH = ("2026-03-01", "2026-03-14")


def findings(about: Plan) -> list[str]:
    """Everything that all rules say, a line each."""
    return [f"{finding.code} {line(finding)}" for finding in found(about)]


def test_1_two_groups_of_eleven_one_after_the_other_fit_in_twelve() -> None:
    about = plan(
        frame("untso", limit("cap", 12), days=YEAR),
        rotation("r1", "untso", "2026-01-01", "2026-06-30", military=11),
        rotation("r2", "untso", "2026-07-01", "2026-12-31", military=11, relieves="r1"),
    )

    assert findings(about) == []


def osc(military: int, civilian: int, police: int) -> Plan:
    return plan(
        frame(
            "osc",
            limit("cap", 7),
            limit("military", 4, "military"),
            limit("civil-police", 3, "civilian police"),
            days=YEAR,
        ),
        rotation("r1", "osc", *MARCH, military=military),
        rotation("r2", "osc", *MARCH, civilian=civilian, police=police),
    )


def test_2_four_and_three_fit() -> None:
    assert findings(osc(4, 2, 1)) == []


def test_2_five_and_two_break_the_military_limit_only() -> None:
    assert findings(osc(5, 1, 1)) == [
        "FRA001 error military 2026-03-01 2026-03-14 5/4 on 2026-03-01 by r1 5"
    ]


def test_2_four_and_four_break_the_cap_and_the_civil_limit() -> None:
    assert findings(osc(4, 2, 2)) == [
        "FRA001 error cap 2026-03-01 2026-03-14 8/7 on 2026-03-01 by r1 4, r2 4",
        "FRA001 error civil-police 2026-03-01 2026-03-14 4/3 on 2026-03-01 by r2 4",
    ]


def test_3_ten_in_mali_and_six_in_niger_break_the_fifteen_together_once() -> None:
    about = plan(
        frame("mali niger", limit("sahel", 15), days=YEAR),
        rotation("r1", "mali", "2026-02-01", "2026-07-31", civilian=10),
        rotation("r2", "niger", "2026-05-01", "2026-10-31", police=6),
    )

    assert findings(about) == [
        "FRA001 error sahel 2026-05-01 2026-07-31 16/15 on 2026-05-01 by r1 10, r2 6"
    ]
    assert check(about)[0].parameters["missions"] == "MALI, NIGER"


def vpd(*rotations: Rotation) -> Plan:
    return plan(
        mission("vpd", min_length=Length(days=1)),
        length_rule("military", at_least=3, at_most=12, first="2021-01-01"),
        frame(
            "vpd",
            limit("persons", 121, "military"),
            limit("teams", 11, "military", measure="teams"),
            limit("a-year", 175, "military", measure="teams_per_year"),
            limit("size", 11, "military", measure="team_size", binding="exact"),
            days=YEAR,
        ),
        *rotations,
    )


def teams(id_: str, number: int, first: str, last: str) -> Rotation:
    return rotation(id_, "vpd", first, last, military=11 * number, teams=number)


# Fifteen ten-day groups of eleven and one of ten make 175 teams, never more than eleven at once.
FIRST_DAYS = [f"2026-{month:02}-{day:02}" for month in range(1, 9) for day in (1, 15)]
LAST_DAYS = [f"2026-{month:02}-{day:02}" for month in range(1, 9) for day in (10, 24)]
FULL_YEAR = [
    teams(f"g{number:02}", 10 if number == 15 else 11, first, last)
    for number, (first, last) in enumerate(zip(FIRST_DAYS, LAST_DAYS, strict=True))
]


def test_4_eleven_teams_of_ten_days_at_once_fit() -> None:
    assert findings(vpd(teams("r1", 11, "2026-03-01", "2026-03-10"))) == []


def test_4_twelve_teams_at_once_do_not() -> None:
    about = vpd(
        teams("r1", 11, "2026-03-01", "2026-03-10"), teams("r2", 1, "2026-03-10", "2026-03-19")
    )

    assert findings(about) == [
        "FRA001 error persons 2026-03-10 2026-03-10 132/121 on 2026-03-10 by r1 121, r2 11",
        "FRA002 error teams 2026-03-10 2026-03-10 12/11 on 2026-03-10 by r1 11, r2 1",
    ]


def test_4_a_hundred_and_seventy_five_first_days_in_a_year_fit() -> None:
    assert sum(one.teams or 0 for one in FULL_YEAR) == 175
    assert findings(vpd(*FULL_YEAR)) == []


def test_4_one_more_does_not() -> None:
    about = vpd(*FULL_YEAR, teams("one-more", 1, "2026-12-31", "2026-12-31"))

    (too_many,) = findings(about)
    assert too_many.startswith("FRA003 error a-year 2026-01-01 2026-12-31 176/175 by g00 11, ")
    assert too_many.endswith(", one-more 1")


def test_4_a_team_of_ten_has_a_wrong_size() -> None:
    about = vpd(rotation("r1", "vpd", "2026-03-01", "2026-03-10", military=10, teams=1))

    assert findings(about) == ["FRA004 error r1 size 2026-03-01 2026-03-10 10/11"]


def test_4_people_beside_a_team_have_a_rotation_of_their_own() -> None:
    about = vpd(
        teams("r1", 1, "2026-03-01", "2026-03-10"),
        rotation("r2", "vpd", "2026-03-01", "2026-03-10", military=3, part_of="r1"),
    )

    assert findings(about) == []


def test_5_a_joint_frame_counts_once() -> None:
    about = plan(
        frame("alone", limit("military", 1063, "military"), days=YEAR),
        frame("civil", limit("civilian", 24, "civilian police"), days=YEAR),
        frame("one other", limit("joint", 50), days=YEAR),
        rotation("r1", "alone", *YEAR, military=1063),
        rotation("r2", "civil", *YEAR, civilian=20, police=4),
        rotation("r3", "one", *YEAR, military=30),
        rotation("r4", "other", *YEAR, civilian=20),
    )

    assert findings(about) == []


def test_6_aspides_in_2027_is_inside_the_corrected_frame_and_outside_its_mandate() -> None:
    about = plan(
        mandate("aspides", "2024-02-19", "2027-02-28"),
        frame("aspides", limit("letter", 200), id_="f1", days=("2024-06-01", "2025-05-31")),
        frame(
            "aspides",
            limit("answers", 200),
            id_="f2",
            days=("2024-06-01", "2028-06-30"),
            supersedes=("f1",),
            correction=True,
        ),
        rotation("r1", "aspides", "2027-01-01", "2027-06-30", military=180),
    )

    assert findings(about) == ["MAN001 warning r1 2027-03-01 2027-06-30"]


def test_7_atalantas_mandate_ends_before_its_frame() -> None:
    about = plan(
        mandate("atalanta", "2008-11-10", "2026-12-31"),
        frame("atalanta", days=("2025-07-01", "2028-06-30")),
        rotation("r1", "atalanta", "2026-10-01", "2027-03-31", military=10),
    )

    assert findings(about) == ["MAN001 warning r1 2027-01-01 2027-03-31"]


def test_7_kfors_frame_ends_before_its_mandate() -> None:
    about = plan(
        mandate("kfor", "1999-06-10", None),
        frame("kfor", days=("2025-01-01", "2026-12-31")),
        rotation("r1", "kfor", "2026-10-01", "2027-03-31", military=10),
    )

    assert findings(about) == ["FRA005 error r1 2027-01-01 2027-03-31"]


def karel_doorman(*declared: Sharing) -> Plan:
    return plan(
        frame("aspides opg", days=("2025-07-01", "2028-06-30")),
        rotation("r1", "aspides", "2026-03-01", "2026-06-30", military=150, force="karel-doorman"),
        rotation("r2", "opg", "2026-05-01", "2026-08-31", military=150, force="karel-doorman"),
        *declared,
    )


def test_8_the_karel_doorman_clashes_until_the_sharing_is_declared() -> None:
    assert findings(karel_doorman()) == ["FOR001 error karel-doorman r1 r2 2026-05-01 2026-06-30"]
    assert findings(karel_doorman(sharing("karel-doorman", "aspides opg"))) == []


def test_8_the_mrtt_for_nsatu_and_on_standby_clashes() -> None:
    about = plan(
        frame("nsatu"),
        rotation("r1", "nsatu", *YEAR, military=8, force="mrtt"),
        commitment("red-sea", "mrtt", "2026-03-01", None),
    )

    assert findings(about) == ["FOR001 error mrtt r1 red-sea 2026-03-01 2026-12-31"]


def relieved_from(first: str) -> Plan:
    return plan(
        frame("kfor", days=YEAR),
        rotation("r1", "kfor", "2026-01-01", "2026-06-30", military=10),
        rotation("r2", "kfor", first, "2026-12-31", military=10, relieves="r1"),
    )


def test_9_from_the_first_of_july_after_the_thirtieth_of_june_there_is_nothing_to_say() -> None:
    assert findings(relieved_from("2026-07-01")) == []


def test_9_one_day_earlier_is_an_overlap_of_one_day() -> None:
    assert findings(relieved_from("2026-06-30")) == [
        "ROT003 warning r2 r1 2026-06-30 2026-06-30 1/0"
    ]


def officer(second: Rotation) -> Plan:
    return plan(
        frame("kfor eufor", days=("2025-07-01", "2028-06-30")),
        recovery_rule("as-long", factor="1"),
        rotation("r1", "kfor", "2025-09-01", "2026-01-31", military=1, force="officer"),
        second,
    )


def test_10_who_changes_mission_claims_no_recovery() -> None:
    second = rotation(
        "r2", "eufor", "2026-02-01", "2026-07-31", military=1, force="officer", continues="r1"
    )

    assert findings(officer(second)) == []


def test_10_without_the_link_it_is_claimed() -> None:
    # September to January are 153 days; as many after them end on 3 July.
    second = rotation("r2", "eufor", "2026-02-01", "2026-07-31", military=1, force="officer")

    assert findings(officer(second)) == [
        "FOR003 error officer r2 as-long 2026-02-01 2026-07-03 0/153 by r1 153"
    ]


def test_11_sole_is_unlimited() -> None:
    about = plan(
        frame("sole", limit("open", binding="unlimited"), days=YEAR),
        rotation("r1", "sole", *YEAR, military=500),
    )

    assert findings(about) == []


def test_11_the_number_of_althea_is_unknown() -> None:
    about = plan(
        frame("althea", limit("unknown", binding="unknown"), days=YEAR),
        rotation("r1", "althea", *YEAR, military=500),
    )

    assert findings(about) == ["FRA008 note althea 2026-01-01 2026-12-31 by r1"]


def test_12_unc_rests_on_a_condition_from_2027_and_its_sources_contradict_before() -> None:
    about = plan(
        frame(
            "unc",
            limit("conditional", 3, binding="circa"),
            id_="f1",
            days=("2025-07-01", "2028-06-30"),
            condition="after the review of 2026",
        ),
        frame("unc", limit("firm", 3, binding="exact"), id_="f2", days=("2025-07-01", YEAR[1])),
        rotation("r1", "unc", "2026-07-01", "2027-06-30", military=3),
    )

    assert findings(about) == [
        "FRA007 note r1 2027-01-01 2027-06-30",
        "REF001 note f1 f2 2025-07-01 2026-12-31",
    ]
