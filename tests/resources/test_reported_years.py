"""The plans of 2024/25 and 2020: they add up to the totals that the reports print."""

from __future__ import annotations

from collections import Counter
from typing import Any

Document = dict[str, Any]
NOT_IN_ANNEX_2 = {"R2425-OPA-MIL", "R2020-EUPOL-COPPS"}
CAPS_OVER_OTHER_LIMITS = {"R2425-OSC-JNT"}


def persons(document: Document) -> Counter[str]:
    """The persons of all limits by whom they count, each frame once."""
    totals: Counter[str] = Counter()
    for limit in (limit for frame in document["frames"] for limit in frame["limits"]):
        if limit["measure"] != "persons" or limit["number"] is None:
            continue
        if limit["id"] not in NOT_IN_ANNEX_2 | CAPS_OVER_OTHER_LIMITS:
            totals["+".join(limit["categories"])] += limit["number"]
    return totals


def rotation(document: Document, name: str) -> Document:
    found: Document = next(one for one in document["rotations"] if one["id"] == name)
    return found


def test_the_frames_of_2024_25_are_1320_military_and_22_civilian_or_police(
    nl_2024: Document,
) -> None:
    totals = persons(nl_2024)
    assert totals["military"] == 1320
    assert totals["civilian+police"] + totals["civilian"] == 22
    assert set(totals) == {"military", "civilian+police", "civilian"}


def test_the_frames_of_2020_each_once_are_1063_and_24_and_50_joint(nl_2020: Document) -> None:
    totals = persons(nl_2020)
    assert totals["military"] == 1063
    assert totals["civilian+police"] + totals["civilian"] + totals["police"] == 24
    assert totals["military+civilian+police"] + totals["military+civilian"] == 50


def test_the_frames_of_2020_share_fifteen_over_mali_and_niger(nl_2020: Document) -> None:
    frame = next(one for one in nl_2020["frames"] if one["id"] == "R2020-EUCAP-SAHEL")
    assert frame["missions"] == ["eucap-sahel-mali", "eucap-sahel-niger"]
    assert [limit["number"] for limit in frame["limits"]] == [15]


def test_vpd_of_2020_is_one_frame_with_four_limits(nl_2020: Document) -> None:
    frame = next(one for one in nl_2020["frames"] if one["id"] == "R2020-VPD")
    assert [(limit["measure"], limit["number"]) for limit in frame["limits"]] == [
        ("persons", 121),
        ("teams_per_year", 175),
        ("teams", 11),
        ("team_size", 11),
    ]


def test_iraq_of_2024_25_is_one_frame_over_nmi_oir_and_the_rest(nl_2024: Document) -> None:
    frame = next(one for one in nl_2024["frames"] if one["id"] == "R2425-IRAK")
    assert frame["missions"] == ["irak-breed", "nmi", "oir"]
    assert [limit["number"] for limit in frame["limits"]] == [465, 17]


def test_a_frame_that_waits_for_its_mission_is_not_in_force(nl_2020: Document) -> None:
    frame = next(one for one in nl_2020["frames"] if one["id"] == "R2020-EUBAM-RAFAH-MIL")
    assert frame["condition"] == "indien de missie weer wordt geactiveerd"
    assert frame["until_decided"] == "not_in_force"


def test_the_size_of_emasoh_is_unknown_where_the_text_names_a_strength_only(
    nl_2020: Document, nl_2024: Document
) -> None:
    for document, name in (
        (nl_2020, "R2020-EMASOH-POST-MIL"),
        (nl_2024, "R2425-EMASOH-SKELETON"),
    ):
        frame = next(one for one in document["frames"] if one["id"] == name)
        assert [limit["binding"] for limit in frame["limits"]] == ["unknown"]


def test_karel_doorman_is_booked_once_and_its_embarked_staff_is_part_of_it(
    nl_2024: Document,
) -> None:
    ship = rotation(nl_2024, "X24-09")
    assert (ship["first_day"], ship["last_day"]) == ("2024-05-11", "2024-08-09")
    assert ship["supports"] == ["opg"]
    assert "military" not in ship
    booked = [one["id"] for one in nl_2024["rotations"] if one.get("force") == ship["force"]]
    assert booked == ["X24-09"]
    assert rotation(nl_2024, "X24-10")["part_of"] == "X24-09"
    assert rotation(nl_2024, "X24-11")["part_of"] == "X24-09"


def test_the_kmar_officer_goes_on_as_a_civil_expert(nl_2020: Document) -> None:
    before, after = rotation(nl_2020, "X20-35"), rotation(nl_2020, "X20-36")
    assert (before["military"], before["last_day"]) == (1, "2020-08-31")
    assert (after["civilian"], after["first_day"]) == (1, "2020-09-01")
    assert after["continues"] == "X20-35"


def test_days_of_a_reporting_period_are_approximate_and_say_so(nl_2024: Document) -> None:
    observers = rotation(nl_2024, "X24-03")
    assert observers["first_day_precision"] == "approx"
    assert observers["last_day_precision"] == "approx"
    assert "rapportageperiode" in observers["last_day_note"]
    assert "rapportageperiode" in observers["justification"]
