"""Values in words: every field of everything has a name and can be shown, each word is known."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial

import pytest

from domain.language import set_language
from domain.model import (
    KINDS,
    LISTS,
    Binding,
    Category,
    CommitmentKind,
    DayNotes,
    EndKind,
    ForceKind,
    ForceMeasure,
    Length,
    Measure,
    Precision,
    RecoveryKind,
    Settings,
    Source,
    Status,
    SupplyStep,
    UntilDecided,
)
from domain.words.fixed import end_text, word
from domain.words.limits import bound_text
from domain.words.things import name_of, thing_name, thing_text
from domain.words.titles import FIELD_TITLES
from domain.words.values import value_text
from tests.domain.plan_builder import frame, limit, mission, plan, refs, rotation, unit
from tests.domain.store.plans import everything

PLAN = plan(
    frame("osc", limit("cap", 7)),
    rotation("r1", "osc", "2026-03-01", "2026-03-31", force="cie"),
    mission("vpd"),
    unit("45"),
)
NAMES = partial(name_of, plan=PLAN)
FIXED = (
    *(Binding, Category, CommitmentKind, EndKind, ForceKind, ForceMeasure),
    *(Measure, Precision, RecoveryKind, Status, UntilDecided),
)
LIMITS = (
    "persons at once: at most 7 (military, civilian, police); persons at once: no limit (military)"
)


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("force", "cie", "CIE"),
        ("supports", ("osc", "vpd"), "OSC, VPD"),
        ("status", Status.CANCELLED, "cancelled"),
        ("correction", True, "yes"),
        ("min_length", Length(months=3), "3 months"),
        ("factor", Decimal("1.5"), "1.5"),
        (
            "source",
            Source(
                document="Letter",
                section="2",
                decided_on=date(2024, 12, 31),
                quote="circa 12",
            ),
            "Letter, 2, 31-12-2024, “circa 12”",
        ),
        ("source", Source(text="House rule", quote="circa 12"), "House rule, “circa 12”"),
        ("note", "", "–"),
        ("missions", (), "–"),
        ("categories", frozenset({Category.POLICE, Category.MILITARY}), "military, police"),
        ("limits", (limit("cap", 7), limit("mil", None, "military", binding="unlimited")), LIMITS),
        ("last_day", date(2026, 3, 31), "31-03-2026"),
        ("supply", (SupplyStep(date(2026, 3, 1), None, 3),), "3 (01-03-2026 – …)"),
        ("day_notes", DayNotes(Precision.MONTH, last_note="zomer"), "known to the month · zomer"),
        ("day_notes", DayNotes(last_kind=EndKind.ONGOING), "ongoing"),
        ("day_notes", DayNotes(), "–"),
        ("teams", 0, "0"),
    ],
)
def test_values_are_read_as_words(field: str, value: object, text: str) -> None:
    assert value_text(field, value, NAMES) == text


def test_every_field_of_everything_has_a_title_and_can_be_shown() -> None:
    whole = everything()
    known = {field.name for kind in KINDS for field in fields(kind)}
    known |= {field.name for field in fields(Settings)}
    assert known - {"id"} <= set(FIELD_TITLES)
    names = partial(name_of, plan=whole)
    for kind in LISTS:
        for thing in whole.table(kind).things():
            for field in fields(thing):
                assert value_text(field.name, getattr(thing, field.name), names)


@pytest.mark.parametrize("words", FIXED)
def test_each_word_of_a_list_has_its_text(words: type[StrEnum]) -> None:
    assert all(word(value) for value in words)


def test_lists_that_share_a_word_keep_their_own_texts() -> None:
    assert word(Measure.PERSONS) == "persons at once"
    assert word(ForceMeasure.PERSONS) == "persons"


def test_a_day_that_is_given_no_kind_of_end_has_none_stated() -> None:
    assert [end_text(kind) for kind in (None, EndKind.DATE, EndKind.PER_ACTIVITY)] == [
        "not stated",
        "not stated",
        "per activity",
    ]


@pytest.mark.parametrize(
    ("binding", "number", "text"),
    [
        (Binding.MAXIMUM, 7, "at most 7"),
        (Binding.EXACT, 7, "7"),
        (Binding.MODULAR, 12, "modular, circa 12"),
        (Binding.UNLIMITED, None, "no limit"),
        (Binding.UNREAD, None, "not yet read"),
        (Binding.UNREAD, 15, "15 · not yet read"),
    ],
)
def test_a_limit_puts_its_number_with_how_binding_it_is(
    binding: Binding, number: int | None, text: str
) -> None:
    assert bound_text(binding, number) == text


def test_a_thing_is_called_by_its_name_and_its_mission() -> None:
    osc = refs("mission osc")[0]
    assert thing_name(refs("rotation r1")[0], (PLAN,)) == "R1 · OSC"
    assert thing_text(osc, (PLAN,)) == "Mission OSC"
    assert thing_text(None, ()) == "Settings of the plan"


def test_a_thing_that_only_the_second_plan_has_is_named_there() -> None:
    other = PLAN.put(mission("une"))
    assert thing_name(refs("mission une")[0], (PLAN, other)) == "UNE"
    assert thing_name(refs("mission gone")[0], (PLAN, other)) == "gone"
