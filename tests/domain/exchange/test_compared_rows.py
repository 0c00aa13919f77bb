"""What differs as rows with words: sorted by what became of it, values as a planner reads them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.engine.comparison import differences, sharing
from domain.exchange.compared_rows import ComparedRow, Sort, rows_of
from domain.exchange.compared_words import row_texts
from domain.language import set_language
from domain.model import Plan, Ref, Settings, Status
from domain.model.words import Kind
from domain.words.titles import field_text, kind_text
from tests.domain.plan_builder import day, frame, limit, mission, plan, refs, rotation, unit
from tests.domain.store.plans import everything

MARCH = ("2026-03-01", "2026-03-31")
ONE = rotation("r1", "osc", *MARCH, military=4, force="cie")
MINE = plan(frame("osc", limit("cap", 7)), ONE, mission("vpd"), unit("45"))


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


def rows(theirs: Plan, mine: Plan = MINE) -> list[ComparedRow]:
    return list(rows_of(mine, theirs, differences(mine, theirs)))


def test_each_field_is_a_row_of_its_sort() -> None:
    theirs = MINE.put(
        replace(
            ONE,
            mission="vpd",
            last_day=day("2026-04-30"),
            military=6,
            force="45",
            status=Status.APPROVED,
        )
    )
    assert [(row.field, row.sort) for row in rows(theirs)] == [
        ("mission", Sort.MOVED),
        ("last_day", Sort.MOVED),
        ("military", Sort.REPEOPLED),
        ("force", Sort.FORCE),
        ("status", Sort.OTHER),
    ]
    assert rows(theirs)[0].missions == ("osc", "vpd")


def test_another_limit_shows_only_the_limits_that_differ() -> None:
    mine = plan(frame("osc", limit("cap", 7), limit("mil", 4, "military")))
    theirs = plan(frame("osc", limit("cap", 9), limit("mil", 4, "military")))
    (row,) = rows(theirs, mine)
    assert row.sort is Sort.LIMIT
    assert row_texts(row, mine, theirs) == (
        "persons at once: at most 7 (military, civilian, police) [cap]",
        "persons at once: at most 9 (military, civilian, police) [cap]",
    )


def test_what_came_and_went_is_told_in_brief() -> None:
    theirs = MINE.without(refs("rotation r1")[0]).put(rotation("r2", "vpd", *MARCH, police=2))
    went, came = rows(theirs)
    assert (went.sort, came.sort) == (Sort.REMOVED, Sort.ADDED)
    assert row_texts(went, MINE, theirs) == ("01-03-2026 – 31-03-2026 · 4 military · CIE", "–")
    assert row_texts(came, MINE, theirs) == ("–", "01-03-2026 – 31-03-2026 · 2 police")


def test_settings_are_rows_too() -> None:
    theirs = replace(MINE, settings=Settings(circa_percent=5))
    (row,) = rows(theirs)
    assert (row.ref, kind_text(None)) == (None, "Settings of the plan")
    assert (field_text(row.field), row_texts(row, MINE, theirs)) == (
        "Margin of circa in per cent",
        ("10", "5"),
    )


def test_all_of_everything_can_be_shown() -> None:
    whole = everything()
    for row in rows_of(Plan(), whole, differences(Plan(), whole)):
        assert all(row_texts(row, Plan(), whole))


def test_plans_that_share_what_is_equal_differ_in_the_same() -> None:
    whole, again = everything(), everything()
    moved = next(iter(again.rotations.things()))
    again = again.put(replace(moved, military=moved.military + 1))
    shared = sharing(whole, again)
    assert differences(whole, shared) == differences(whole, again)
    assert shared.find(Ref(Kind.MISSION, moved.mission)) is whole.missions[moved.mission]
    assert differences(whole, sharing(whole, Plan())) == differences(whole, Plan())
