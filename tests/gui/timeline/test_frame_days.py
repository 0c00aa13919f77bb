"""What bounds a mission: the days of its frames, where they and its mandates end."""

from __future__ import annotations

from datetime import date

from domain.model import Plan
from gui.timeline.frame_days import FrameDays, MissionDays
from tests.domain import plan_builder as build


def number(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def days(plan: Plan, mission: str = "osc") -> MissionDays:
    return FrameDays().of(plan, mission)


def test_a_frame_that_another_follows_does_not_end() -> None:
    found = days(
        build.plan(
            build.frame("osc", build.limit("a", 7), id_="one", days=(None, "2025-12-31")),
            build.frame("osc", build.limit("b", 9), id_="two", days=("2026-01-01", "2027-06-30")),
        )
    )
    assert [span.text for span in found.frames] == ["7", "9"]
    assert found.frame_ends == (number("2027-07-01"),)
    assert found.starts == (number("2026-01-01"),)


def test_a_frame_ends_when_what_follows_counts_less() -> None:
    found = days(
        build.plan(
            build.frame("osc", build.limit("a", 7), id_="one", days=(None, "2025-12-31")),
            build.frame(
                "osc",
                build.limit("b", 9, "military"),
                id_="two",
                days=("2026-01-01", None),
            ),
        )
    )
    assert found.frame_ends == (number("2026-01-01"),)


def test_a_superseded_frame_stops_where_the_other_begins() -> None:
    found = days(
        build.plan(
            build.frame("osc", build.limit("a", 7), id_="one"),
            build.frame(
                "osc",
                build.limit("b", 9),
                id_="two",
                days=("2026-01-01", None),
                supersedes=("one",),
            ),
        )
    )
    assert found.frames[0].end == number("2026-01-01")
    assert found.frame_ends == ()


def test_mandates_end_unless_another_goes_on() -> None:
    found = days(
        build.plan(
            build.mandate("osc", "2025-01-01", "2025-12-31", "one"),
            build.mandate("osc", "2026-01-01", "2026-12-31", "two"),
        )
    )
    assert found.mandate_ends == (number("2027-01-01"),)
    assert found.magnets == (number("2025-01-01"), number("2026-01-01"), number("2027-01-01"))


def test_the_widest_limit_gives_the_number() -> None:
    plan = build.plan(
        build.frame(
            "osc untso",
            build.limit("mil", 4, "military"),
            build.limit("all", 7),
            build.limit("size", 11, "military", measure="team_size"),
        )
    )
    assert days(plan).frames[0].text == "7 · together"


def test_numbers_that_are_no_maximum_say_so() -> None:
    texts = {
        binding: days(build.plan(build.frame("osc", build.limit("cap", value, binding=binding))))
        .frames[0]
        .text
        for binding, value in (("circa", 12), ("unlimited", None), ("unknown", None))
    }
    assert texts == {
        "circa": "circa 12",
        "unlimited": "no limit",
        "unknown": "number unknown",
    }


def test_a_mission_without_frame_or_mandate_has_no_bounds() -> None:
    assert days(build.plan(build.mission("osc"))) == MissionDays()


def test_a_change_of_frames_is_seen() -> None:
    book = FrameDays()
    assert book.of(build.plan(build.frame("osc", build.limit("a", 7))), "osc").frames[0].text == "7"
    assert book.of(build.plan(build.frame("osc", build.limit("a", 8))), "osc").frames[0].text == "8"
