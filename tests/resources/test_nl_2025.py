"""The plan of 2025 – June 2028, with the numbers and days of its documents spelled out."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]
EVERYONE = ["military", "civilian", "police"]


def frame(document: Document, name: str) -> Document:
    found: Document = next(frame for frame in document["frames"] if frame["id"] == name)
    return found


def limits(document: Document, name: str) -> list[tuple[str, str | None, list[str], Any, str]]:
    keys = ("id", "measure", "categories", "number", "binding")
    found = frame(document, name)["limits"]
    return [tuple(limit[key] for key in keys) for limit in found]


def days(document: Document, name: str) -> tuple[str | None, str | None]:
    found = frame(document, name)
    return found["first_day"], found["last_day"]


def corrected(document: Document) -> set[str]:
    return {
        name
        for correction in document["frames"]
        if correction.get("correction")
        for name in correction["supersedes"]
    }


def superseded(document: Document, newer: Document) -> set[str]:
    """What a frame supersedes; a correction also what the frame that it corrects did."""
    named = set(newer.get("supersedes", []))
    if newer.get("correction"):
        for name in tuple(named):
            named |= set(frame(document, name).get("supersedes", []))
    return named


def in_force(document: Document, day: str) -> set[str]:
    """The frames in force on a day, reckoned here from the words of the domain alone."""
    void = corrected(document)
    alive = [one for one in document["frames"] if one["id"] not in void]
    gone = {
        name
        for newer in alive
        if (newer["first_day"] or "") <= day
        for name in superseded(document, newer)
    }
    return {
        one["id"]
        for one in alive
        if one["id"] not in gone and (one["first_day"] or "") <= day <= (one["last_day"] or "9999")
    }


def at(document: Document, mission: str, day: str) -> set[str]:
    names = in_force(document, day)
    return {name for name in names if mission in frame(document, name)["missions"]}


def test_it_is_the_plan_and_covers_2025_to_june_2028(nl_2025: Document) -> None:
    assert nl_2025["name"] == "Nederlandse inzet 2025 – juni 2028"
    assert nl_2025["scenario"] == "Plan"
    assert nl_2025["settings"] == {
        "planning_first_day": "2025-01-01",
        "planning_last_day": "2028-06-30",
    }


def test_osc_is_at_most_seven_of_whom_four_military_and_three_civilian_or_police(
    nl_2025: Document,
) -> None:
    assert limits(nl_2025, "R2425-OSC") == [
        ("R2425-OSC-JNT", "persons", EVERYONE, 7, "maximum"),
        ("R2425-OSC-MIL", "persons", ["military"], 4, "exact"),
        ("R2425-OSC-CIVPOL", "persons", ["civilian", "police"], 3, "exact"),
    ]
    assert days(nl_2025, "R2425-OSC") == (None, "2028-06-30")
    assert at(nl_2025, "osc", "2025-06-15") == {"R2425-OSC"}


def test_vpd_has_two_frames_beside_each_other_with_four_limits(nl_2025: Document) -> None:
    assert limits(nl_2025, "R2425-VPD") == [
        ("R2425-VPD-PERSONS", "persons", ["military"], 121, "exact"),
        ("R2425-VPD-TEAMSIZE", "team_size", ["military"], 11, "exact"),
    ]
    assert limits(nl_2025, "R2020-VPD") == [
        ("R2020-VPD-TEAMS-YEAR", "teams_per_year", ["military"], 175, "maximum"),
        ("R2020-VPD-TEAMS-CONC", "teams", ["military"], 11, "maximum"),
    ]
    assert at(nl_2025, "vpd", "2025-06-15") == {"R2425-VPD", "R2020-VPD"}
    assert frame(nl_2025, "R2425-VPD")["last_day_kind"] == "indefinite"


def test_aspides_is_corrected_to_the_end_of_june_2028(nl_2025: Document) -> None:
    assert days(nl_2025, "L2025-ASPIDES") == ("2025-01-01", "2025-05-31")
    correction = frame(nl_2025, "C2025-ASPIDES")
    assert correction["correction"]
    assert correction["supersedes"] == ["L2025-ASPIDES"]
    assert days(nl_2025, "C2025-ASPIDES") == ("2025-01-01", "2028-06-30")
    assert limits(nl_2025, "C2025-ASPIDES") == [("C2025-ASPIDES", "persons", EVERYONE, 10, "circa")]
    assert at(nl_2025, "eunavfor-aspides", "2025-05-15") == {"C2025-ASPIDES"}
    assert at(nl_2025, "eunavfor-aspides", "2027-01-01") == {"C2025-ASPIDES"}


def test_before_2025_aspides_was_five_military_and_one_civilian(nl_2025: Document) -> None:
    assert at(nl_2025, "eunavfor-aspides", "2024-12-31") == {"R2425-ASPIDES"}
    assert [limit[3] for limit in limits(nl_2025, "R2425-ASPIDES")] == [5, 1]


def test_the_mandate_of_aspides_ends_on_28_february_2026(nl_2025: Document) -> None:
    mandate = next(one for one in nl_2025["mandates"] if one["mission"] == "eunavfor-aspides")
    assert (mandate["first_day"], mandate["last_day"]) == ("2024-02-19", "2026-02-28")


def test_opa_is_one_until_8_july_2025_on_a_condition_and_not_operational(nl_2025: Document) -> None:
    correction = frame(nl_2025, "C2025-OPA")
    assert correction["correction"]
    assert limits(nl_2025, "C2025-OPA") == [("C2025-OPA", "persons", ["military"], 1, "exact")]
    assert days(nl_2025, "C2025-OPA") == ("2025-01-01", "2025-07-08")
    assert correction["last_day_note"].endswith("eerder verlengd tot 9 juli 2025")
    assert correction["condition"].startswith("onder de voorwaarde dat de operatie")
    assert "niet-operationele" in correction["caveats"][0]
    assert at(nl_2025, "opa", "2025-06-15") == {"C2025-OPA"}
    assert at(nl_2025, "opa", "2025-07-09") == set()


def test_unc_is_three_until_2026_and_about_three_until_2028_if_the_evaluation_says_so(
    nl_2025: Document,
) -> None:
    assert limits(nl_2025, "R2425-UNC-MIL") == [
        ("R2425-UNC-MIL", "persons", ["military"], 3, "exact")
    ]
    assert days(nl_2025, "R2425-UNC-MIL") == (None, "2026-12-31")
    assert limits(nl_2025, "L2025-UNC") == [("L2025-UNC", "persons", ["military"], 3, "circa")]
    assert days(nl_2025, "L2025-UNC") == ("2025-01-01", "2028-06-30")
    conditional = frame(nl_2025, "L2025-UNC")
    assert conditional["condition"].startswith("indien uit de evaluatie blijkt")
    assert "condition_met" not in conditional
    assert "supersedes" not in conditional
    assert at(nl_2025, "unc-korea", "2026-12-31") == {"R2425-UNC-MIL", "L2025-UNC"}
    assert at(nl_2025, "unc-korea", "2027-01-01") == {"L2025-UNC"}


def test_kfor_is_one_until_30_april_2026_though_its_mandate_has_no_end(nl_2025: Document) -> None:
    assert limits(nl_2025, "R2425-KFOR-MIL")[0][3:] == (1, "exact")
    assert days(nl_2025, "R2425-KFOR-MIL") == ("2025-04-01", "2026-04-30")
    assert at(nl_2025, "kfor", "2026-04-30") == {"R2425-KFOR-MIL"}
    assert at(nl_2025, "kfor", "2026-05-01") == set()
    mandate = next(one for one in nl_2025["mandates"] if one["mission"] == "kfor")
    assert (mandate["last_day"], mandate["last_day_kind"]) == (None, "indefinite")


def test_the_mandate_of_atalanta_ended_before_its_frame(nl_2025: Document) -> None:
    assert limits(nl_2025, "L2025-ATALANTA") == [
        ("L2025-ATALANTA", "persons", EVERYONE, 2, "circa")
    ]
    assert days(nl_2025, "L2025-ATALANTA") == ("2025-01-01", "2028-06-30")
    mandate = next(one for one in nl_2025["mandates"] if one["mission"] == "eunavfor-atalanta")
    assert mandate["last_day"] == "2024-12-31"


def test_eulex_and_the_eu_office_share_about_fifteen_a_year_that_nobody_has_read_yet(
    nl_2025: Document,
) -> None:
    assert frame(nl_2025, "L2025-EULEX")["missions"] == ["eulex-kosovo", "eu-office-kosovo"]
    assert limits(nl_2025, "L2025-EULEX") == [("L2025-EULEX", None, ["civilian"], 15, "unread")]


def test_six_limits_are_unread(nl_2025: Document) -> None:
    unread = {
        limit["id"]: limit["number"]
        for frame_ in nl_2025["frames"]
        for limit in frame_["limits"]
        if limit["binding"] == "unread"
    }
    assert unread == {
        "L2025-EULEX": 15,
        "L2025-EUPM-MOLDOVA": 10,
        "L2025-EUBAM-MOLDOVA": 5,
        "L2025-MOLDOVA-BILAT": 1,
        "L2025-EUMA": 15,
        "L2025-EUMM": 15,
    }


def test_a_dash_is_unlimited_a_stop_is_zero_and_a_missing_number_unknown(
    nl_2025: Document,
) -> None:
    assert limits(nl_2025, "R2425-SOLE")[0][3:] == (None, "unlimited")
    assert limits(nl_2025, "L2025-UNMISS")[0][3:] == (0, "maximum")
    assert limits(nl_2025, "C2025-ALTHEA")[0][3:] == (None, "unknown")


def test_iraq_is_about_twenty_for_nmi_and_about_twenty_five_for_oir(nl_2025: Document) -> None:
    assert limits(nl_2025, "L2025-NMI")[0][2:] == (["military", "civilian"], 20, "circa")
    assert days(nl_2025, "L2025-NMI") == ("2025-06-30", "2028-06-30")
    assert frame(nl_2025, "L2025-NMI")["first_day_precision"] == "approx"
    assert limits(nl_2025, "L2025-OIR")[0][2:] == (["military"], 25, "circa")
    assert at(nl_2025, "nmi", "2025-06-15") == set()
    assert at(nl_2025, "oir", "2025-06-15") == {"L2025-OIR"}


def test_on_15_june_2025_exactly_the_current_version_of_each_frame_is_in_force(
    nl_2025: Document,
) -> None:
    assert in_force(nl_2025, "2025-06-15") == {
        "R2020-VPD",
        "R2425-OOSTFLANK-MIL",
        "R2425-KFOR-MIL",
        "R2425-OSC",
        "R2425-GPOI-MIL",
        "R2425-SOLE",
        "R2425-VPD",
        "R2425-CENTCOM-MIL",
        "R2425-UNC-MIL",
        "L2025-EULEX",
        "L2025-EUPM-MOLDOVA",
        "L2025-EUBAM-MOLDOVA",
        "L2025-MOLDOVA-BILAT",
        "L2025-EUMA",
        "L2025-EUMM",
        "L2025-OIR",
        "L2025-CMF",
        "L2025-EU-SDI-GOG",
        "L2025-EUCAP-SAHEL-MALI",
        "L2025-SOLE-WEST-AFRICA",
        "L2025-EUAM-IRAQ",
        "L2025-MOPA",
        "L2025-UNIFIL",
        "L2025-UNTSO",
        "L2025-SOLE-LEBANON",
        "L2025-PSMX-ECC",
        "L2025-UNC",
        "L2025-EUBAM-LIBYA",
        "L2025-UNSMIL",
        "L2025-EUCAP-SOMALIA",
        "L2025-EUTM-SOMALIA",
        "L2025-ATALANTA",
        "L2025-UNMISS",
        "L2025-SOLE-CARIBBEAN",
        "C2025-ASPIDES",
        "C2025-OPA",
        "C2025-EUPOL-COPPS",
        "C2025-ALTHEA",
    }


def test_between_then_and_2027_three_frames_end_and_one_begins(nl_2025: Document) -> None:
    then, later = in_force(nl_2025, "2025-06-15"), in_force(nl_2025, "2027-01-01")
    assert then - later == {"R2425-KFOR-MIL", "R2425-UNC-MIL", "C2025-OPA"}
    assert later - then == {"L2025-NMI"}


def test_every_choice_between_versions_is_an_open_point(nl_2025: Document) -> None:
    about = {point["subject"]["id"] for point in nl_2025["x_open_points"] if point["subject"]}
    assert about >= {
        "R2425-KFOR-MIL",
        "L2025-UNC",
        "L2025-CMF",
        "R2425-OSC",
        "C2025-ASPIDES",
        "C2025-OPA",
        "C2025-EUPOL-COPPS",
        "L2025-UNTSO",
        "L2025-ATALANTA",
        "L2025-NMI",
        "L2025-OIR",
        "C2025-ALTHEA",
        "R2020-VPD",
        "R2425-VPD",
        "R2425-GPOI-MIL",
        "R2425-OOSTFLANK-MIL",
    }


def test_vpd_may_last_a_day_and_gpoi_lasts_seventy(nl_2025: Document) -> None:
    missions = {mission["id"]: mission for mission in nl_2025["missions"]}
    assert missions["vpd"]["min_length"] == {"days": 1}
    assert "max_length" not in missions["vpd"]
    assert missions["gpoi"]["min_length"] == {"days": 70}
    assert missions["gpoi"]["max_length"] == {"days": 70}
    assert missions["vpd"]["main_task"] == 3


def test_lengths_of_tours_change_on_1_january_2021(nl_2025: Document) -> None:
    rules = [
        (
            rule["category"],
            rule.get("min_months"),
            rule.get("max_months"),
            rule["first_day"],
            rule["last_day"],
        )
        for rule in nl_2025["length_rules"]
    ]
    assert rules == [
        ("military", 4, 6, None, "2020-12-31"),
        ("military", 3, 12, "2021-01-01", None),
        ("civilian", 12, None, None, None),
    ]


def test_no_rotation_repeats_the_size_of_a_frame_until_2028(nl_2025: Document) -> None:
    assert max(rotation["last_day"] for rotation in nl_2025["rotations"]) == "2026-12-31"
