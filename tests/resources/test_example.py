"""The example scenario: clearly invented, and different enough to show what the rules say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

Document = dict[str, Any]


def invented(example: Document) -> dict[str, Document]:
    return {one["id"]: one for one in example["rotations"] if one["id"].startswith("V-")}


def people(example: Document, mission: str, day: str, *categories: str) -> int:
    return sum(
        rotation.get(category, 0)
        for rotation in example["rotations"]
        if rotation["mission"] == mission and rotation["first_day"] <= day <= rotation["last_day"]
        for category in categories
    )


def every_day(first: str, last: str) -> list[str]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]


def test_it_is_derived_from_the_plan_and_keeps_all_of_it(
    example: Document, nl_2025: Document
) -> None:
    assert (example["scenario"], example["derived_from"]) == ("Voorbeeld", "Plan")
    assert example["x_example"] is True
    for name in ("missions", "mandates", "frames", "forces", "length_rules"):
        assert example[name] == nl_2025[name]
    assert example["rotations"][: len(nl_2025["rotations"])] == nl_2025["rotations"]


def test_everything_that_it_adds_says_that_it_is_invented(
    example: Document, nl_2025: Document
) -> None:
    added = example["rotations"][len(nl_2025["rotations"]) :]
    assert len(added) == len(invented(example)) == 45
    for rotation in added:
        assert rotation["name"].startswith("Voorbeeld: ")
        assert rotation["note"] == "Verzonnen ter illustratie; geen feit."
    assert all(post["title"].startswith("Voorbeeld: ") for post in example["posts"])
    assert all(waiver["reason"].startswith("Voorbeeld: ") for waiver in example["waivers"])


def test_for_two_weeks_osc_has_four_military_and_four_others(example: Document) -> None:
    both = every_day("2026-04-17", "2026-04-30")
    assert {people(example, "osc", day, "military") for day in both} == {4}
    assert {people(example, "osc", day, "civilian", "police") for day in both} == {4}
    others = every_day("2025-05-01", "2026-04-16") + every_day("2026-05-01", "2026-10-31")
    assert {people(example, "osc", day, "civilian", "police") for day in others} == {3}


def test_the_handover_at_untso_makes_thirteen(example: Document) -> None:
    assert people(example, "untso", "2026-04-16", "military") == 12
    assert people(example, "untso", "2026-04-17", "military") == 13
    assert people(example, "untso", "2026-05-01", "military") == 12


def test_for_three_days_twelve_teams_of_eleven_are_out(example: Document) -> None:
    teams = {
        day: sum(
            rotation.get("teams", 0)
            for rotation in invented(example).values()
            if rotation["first_day"] <= day <= rotation["last_day"]
        )
        for day in every_day("2025-10-12", "2025-10-16")
    }
    assert list(teams.values()) == [6, 12, 12, 12, 6]
    assert people(example, "vpd", "2025-10-13", "military") == 132


def test_one_team_has_ten_people(example: Document) -> None:
    team = invented(example)["V-vpd-4"]
    assert (team["teams"], team["military"]) == (1, 10)


def test_one_ship_is_booked_twice_for_two_weeks(example: Document) -> None:
    first, second = (invented(example)[name] for name in ("V-aspides-ship", "V-presence-ship"))
    assert first["force"] == second["force"] == "zr-ms-karel-doorman"
    assert (second["first_day"], first["last_day"]) == ("2026-02-01", "2026-02-15")


def test_one_tour_is_too_short_and_another_says_why_it_is(example: Document) -> None:
    short, explained = (invented(example)[name] for name in ("V-eutm-somalia-1", "V-mopa-1"))
    assert (short["first_day"], short["last_day"]) == ("2025-09-01", "2025-10-31")
    assert "justification" not in short
    assert (explained["first_day"], explained["last_day"]) == ("2025-06-01", "2025-07-31")
    assert explained["justification"]


def test_rotations_run_past_a_frame_a_firm_frame_and_a_mandate(example: Document) -> None:
    added = invented(example)
    assert added["V-kfor-1"]["first_day"] == "2026-05-01"
    assert added["V-unc-1"]["last_day"] == "2027-02-28"
    assert added["V-aspides-3"]["first_day"] == "2027-01-01"
