"""Annex 1 and 2: which missions stand there, in which order, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

from domain.model import DayNotes, EndKind, Mission, Plan, Precision
from domain.reports import MissionRow, Period, annex_1, annex_2
from domain.reports.annex_1 import Until
from domain.reports.period import period_of
from domain.reports.texts import (
    basis_text,
    column_text,
    frames_text,
    mandates_text,
    notes_of,
    until_text,
)
from tests.domain import plan_builder as build

YEAR = Period(build.day("2026-01-01"), build.day("2026-12-31"))


def rows(plan: Plan) -> list[MissionRow]:
    return list(annex_1(plan, YEAR))


def row(plan: Plan, mission: str) -> MissionRow:
    return next(one for one in rows(plan) if one.mission.id == mission)


def test_a_mission_stands_there_with_its_basis_its_mandate_and_its_frame() -> None:
    plan = build.plan(
        build.mandate("osc", "2020-01-01", "2027-08-31"),
        build.frame("osc", build.limit("x", 7), days=(None, "2028-06-30")),
    )
    (found,) = rows(plan)
    assert basis_text(found.mandates) == "Resolution"
    assert mandates_text(found.mandates) == "31-08-2027"
    assert frames_text(found.frames) == "30-06-2028"


def test_a_mission_with_rotations_only_stands_there_with_dashes() -> None:
    plan = build.plan(build.rotation("r", "osc", "2026-03-01", "2026-05-31", military=1))
    (found,) = rows(plan)
    texts = basis_text(found.mandates), mandates_text(found.mandates), frames_text(found.frames)
    assert texts == ("–", "–", "–")


def test_a_mission_without_anything_in_the_period_is_left_out() -> None:
    plan = build.plan(
        build.mission("quiet"),
        build.frame("later", build.limit("x", 7), days=("2027-01-01", None)),
        build.rotation("r", "other", "2026-03-01", "2026-05-31", status="cancelled"),
    )
    assert rows(plan) == []
    assert annex_2(plan, YEAR).entries == ()


def test_open_ends_have_their_kinds() -> None:
    kinds = [EndKind.INDEFINITE, EndKind.ONGOING, EndKind.PER_ACTIVITY, EndKind.NOT_STATED]
    assert [until_text(Until(None, kind)) for kind in kinds] == [
        "indefinite",
        "ongoing",
        "per activity",
        "not stated",
    ]


def test_an_open_end_without_a_kind_is_not_stated_and_a_month_is_about() -> None:
    notes = DayNotes(last_precision=Precision.MONTH)
    plan = build.plan(
        build.frame("a", build.limit("x", 7)),
        replace(build.frame("b", build.limit("y", 7), days=(None, "2026-08-31")), day_notes=notes),
    )
    assert frames_text(row(plan, "a").frames) == "not stated"
    assert frames_text(row(plan, "b").frames) == "about 31-08-2026"


def test_several_frames_stand_there_by_name_the_first_to_end_in_front() -> None:
    plan = build.plan(
        build.frame("m", build.limit("x", 7), id_="later", days=(None, "2028-06-30")),
        build.frame("m", build.limit("y", 7), id_="sooner", days=(None, "2026-12-31")),
    )
    (found,) = rows(plan)
    assert frames_text(found.frames) == "31-12-2026 (Frame sooner)\n30-06-2028 (Frame later)"


def test_a_superseded_frame_goes_until_the_day_before_the_next() -> None:
    plan = build.plan(
        build.frame("m", build.limit("x", 7), id_="old", days=(None, "2028-06-30")),
        build.frame(
            "m", build.limit("y", 7), id_="new", days=("2026-07-01", None), supersedes=("old",)
        ),
    )
    old, new = row(plan, "m").frames
    assert (old.frame.id, old.until.last_day) == ("old", build.day("2026-06-30"))
    assert (new.frame.id, new.until.last_day) == ("new", None)


def test_a_condition_is_said() -> None:
    plan = build.plan(
        build.frame("m", build.limit("x", 7), days=(None, "2028-06-30"), condition="if it may")
    )
    assert frames_text(row(plan, "m").frames) == "30-06-2028, on a condition"


def test_where_no_mandate_holds_any_more_the_last_one_stands_there() -> None:
    plan = build.plan(
        build.mandate("m", None, "2022-12-31", id_="first"),
        build.mandate("m", None, "2024-12-31", id_="second"),
        build.mandate("m", "2027-01-01", None, id_="third"),
        build.frame("m", build.limit("x", 2)),
    )
    assert [one.mandate.id for one in row(plan, "m").mandates] == ["second"]


def test_mandates_that_follow_each_other_in_the_period_both_stand_there() -> None:
    plan = build.plan(
        build.mandate("m", None, "2026-08-31", id_="first"),
        build.mandate("m", "2026-09-01", "2027-08-31", id_="second"),
    )
    assert mandates_text(row(plan, "m").mandates) == "31-08-2026\n31-08-2027"


def test_regions_stand_in_the_order_in_which_the_plan_names_them() -> None:
    missions = [
        Mission("a", "A", region="Europe"),
        Mission("b", "B", region="Africa"),
        Mission("c", "C", region="Europe"),
    ]
    plan = build.plan(
        *missions, *(build.frame(one.id, build.limit(f"x{one.id}", 1)) for one in missions)
    )
    assert [one.mission.id for one in rows(plan)] == ["a", "c", "b"]
    entries = annex_2(plan, YEAR).entries
    assert [(one.region, one.missions) for one in entries] == [
        ("Europe", ("a",)),
        ("Europe", ("c",)),
        ("Africa", ("b",)),
    ]


def test_what_numbers_cannot_say_is_said_in_notes() -> None:
    plan = build.plan(
        build.frame(
            "cmf opg",
            build.limit("cap", 7),
            build.limit("mil", 4, "military"),
            build.limit("civ", 3, "civilian police"),
        ),
        build.frame("opg", build.limit("open"), days=(None, "2026-01-31")),
        build.rotation("r1", "opg", "2026-01-01", "2026-01-31", military=1),
        build.rotation("r2", "cmf", "2026-02-01", "2026-06-30", military=1, continues="r1"),
        build.rotation("ship", "cmf", "2026-02-01", "2026-06-30"),
    )
    (entry,) = annex_2(plan, YEAR).entries
    assert notes_of(entry, plan, 0) == (
        "One frame for CMF, OPG together.",
        "Together at most 7: military, civilian, police.",
        "Frame cmf+opg: 01-01-2026 – 31-12-2026.",
        "Frame opg: 01-01-2026 – 31-01-2026.",
        "Frame opg: persons at once: no limit (military, civilian, police).",
        "1 rotation without a number of persons is not in it.",
    )
    assert notes_of(entry, plan, 1) == (
        "Frame: see CMF.",
        "1 person went on to another rotation and is counted there.",
    )


def test_a_column_says_a_number_a_dash_or_that_nobody_knows() -> None:
    plan = build.plan(
        build.frame("a", build.limit("a", 5, "military", binding="circa")),
        build.frame("b", build.limit("b", None, "military")),
        build.frame("c", build.limit("c", None, "military", binding="unknown")),
        build.frame("d", build.limit("d", 3, "police")),
    )
    texts = [column_text(entry.frame.military) for entry in annex_2(plan, YEAR).entries]
    assert texts == ["circa 5", "–", "?", ""]


def test_without_days_the_period_is_that_of_the_plan() -> None:
    rotation = build.rotation("r", "m", "2026-02-01", "2026-05-31")
    assert period_of(Plan()) is None
    assert period_of(build.plan(rotation)) == Period(rotation.first_day, rotation.last_day)
    planned = build.plan(rotation, build.settings(planning=("2025-01-01", "2028-06-30")))
    assert period_of(planned) == Period(build.day("2025-01-01"), build.day("2028-06-30"))
    assert period_of(planned, build.day("2026-01-01")) == Period(
        build.day("2026-01-01"), build.day("2028-06-30")
    )


def test_a_given_day_beyond_the_plan_is_a_period_of_one_day() -> None:
    plan = build.plan(build.rotation("r", "m", "2026-02-01", "2026-05-31"))
    late, early = build.day("2030-01-01"), build.day("2020-01-01")
    assert period_of(plan, late) == Period(late, late)
    assert period_of(plan, None, early) == Period(early, early)
