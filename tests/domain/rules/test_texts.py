"""What a finding says to a person: its sentence, its sources, its things by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.language import set_language
from domain.model import Plan, Source
from domain.rules.texts import decisions_of, message, source_of
from domain.words.days import day_text
from domain.words.numbers import number_text
from domain.words.things import name_of
from tests.domain.plan_builder import (
    commitment,
    frame,
    length_rule,
    limit,
    mandate,
    mission,
    plan,
    post,
    recovery_rule,
    refs,
    rotation,
    unit,
)
from tests.domain.rules.cases import only_finding

MARCH = ("2026-03-01", "2026-03-31")
ANSWERS = Source(text="Antwoorden")
LETTER = Source(document="Kamerbrief 29 521", section="bijlage 1")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.mark.parametrize(
    ("code", "about", "words"),
    [
        (
            "FRA001",
            plan(frame("osc", limit("cap", 7)), rotation("r1", "osc", *MARCH, military=8)),
            ["OSC", "8 persons", "7", "01-03-2026"],
        ),
        (
            "FRA002",
            plan(
                frame("vpd", limit("cap", 1, measure="teams")),
                rotation("r1", "vpd", *MARCH, teams=2),
            ),
            ["VPD", "2 teams", "1"],
        ),
        (
            "FRA004",
            plan(
                frame("vpd", limit("size", 11, measure="team_size")),
                rotation("r1", "vpd", *MARCH, military=10, teams=1),
            ),
            ["R1", "10", "11"],
        ),
        (
            "ROT001",
            plan(
                length_rule("military", at_least=3),
                rotation("r1", "osc", "2026-01-01", "2026-01-31", military=1),
            ),
            ["R1", "31 days", "3 months", "90 days"],
        ),
        (
            "ROT003",
            plan(
                rotation("r1", "osc", *MARCH, military=1),
                rotation("r2", "osc", "2026-04-02", "2026-04-30", military=1, relieves="r1"),
            ),
            ["R2", "R1", "1 day"],
        ),
        (
            "FOR001",
            plan(
                rotation("r1", "osc", *MARCH, force="ship"),
                commitment("standby", "ship", *MARCH),
            ),
            ["SHIP", "R1", "standby"],
        ),
        (
            "COV001",
            plan(post("chief", "osc", 2, *MARCH)),
            ["Chief", "OSC", "0", "2"],
        ),
    ],
)
def test_a_sentence_has_names_and_numbers(code: str, about: Plan, words: list[str]) -> None:
    sentence = message(only_finding(code, about))

    assert [word for word in words if word not in sentence] == []


def test_a_day_is_written_as_people_here_do() -> None:
    assert day_text(date(2026, 3, 1)) == "01-03-2026"


@pytest.mark.parametrize(
    ("language", "text"), [("en", ["7", "7.25", "–"]), ("nl", ["7", "7,25", "–"])]
)
def test_a_number_has_the_sign_of_its_language(language: str, text: list[str]) -> None:
    set_language(language)

    assert [number_text(7), number_text(Decimal("7.25")), number_text(None)] == text


THINGS = plan(
    mission("osc"),
    frame("osc", limit("cap", 7), id_="f1"),
    unit("ship"),
    commitment("standby", "ship", *MARCH),
    post("chief", "osc", 1),
    recovery_rule("rr", days=1),
    rotation("r1", "osc", *MARCH),
)


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("rotation r1", "R1"),
        ("commitment standby", "standby"),
        ("force ship", "SHIP"),
        ("frame f1", "Frame f1"),
        ("limit cap", "Frame f1 (cap)"),
        ("post chief", "Chief"),
        ("recovery_rule rr", "rr"),
        ("rotation gone", "gone"),
        ("limit gone", "gone"),
        ("frame gone", "gone"),
    ],
)
def test_a_thing_has_a_name_or_else_its_id(ref: str, name: str) -> None:
    assert name_of(refs(ref)[0], THINGS) == name


def sourced(source: Source | None) -> Plan:
    """A plan with one frame for seven, and where that stands; eight are there."""
    return plan(
        replace(frame("osc", limit("cap", 7), id_="f1"), source=source),
        rotation("r1", "osc", *MARCH, military=8),
    )


def test_a_finding_about_a_limit_rests_on_its_frame() -> None:
    about = sourced(LETTER)
    finding = only_finding("FRA001", about)

    assert decisions_of(finding, about) == (about.frames["f1"],)
    assert source_of(finding, about) == "Kamerbrief 29 521, bijlage 1"


def test_without_a_source_it_rests_on_that_of_the_rule() -> None:
    about = sourced(None)

    assert source_of(only_finding("FRA001", about), about).startswith("The decision on the frame")


def test_a_rotation_outside_its_frames_rests_on_all_of_its_mission() -> None:
    about = plan(
        replace(frame("osc", id_="f1", days=("2027-01-01", None)), source=LETTER),
        replace(
            frame("osc", id_="f2", days=("2028-01-01", None)), source=Source(text="Antwoorden")
        ),
        replace(frame("untso", id_="f3"), source=Source(text="Iets anders")),
        rotation("r1", "osc", *MARCH, military=1),
    )
    finding = only_finding("FRA005", about)

    assert [one.id for one in decisions_of(finding, about)] == ["f1", "f2"]
    assert source_of(finding, about) == "Kamerbrief 29 521, bijlage 1; Antwoorden"


def test_the_same_source_is_named_once() -> None:
    about = plan(
        replace(frame("osc", id_="f1", days=("2027-01-01", None)), source=LETTER),
        replace(frame("osc", id_="f2", days=("2028-01-01", None)), source=LETTER),
        rotation("r1", "osc", *MARCH, military=1),
    )

    assert source_of(only_finding("FRA005", about), about) == "Kamerbrief 29 521, bijlage 1"


def test_a_rotation_outside_its_mandate_rests_on_the_mandates() -> None:
    about = plan(
        replace(mandate("osc", None, "2026-03-30"), source=Source(text="Resolutie 1")),
        rotation("r1", "osc", *MARCH),
    )

    assert source_of(only_finding("MAN001", about), about) == "Resolutie 1"


def test_too_little_recovery_rests_on_the_recovery_rule() -> None:
    about = plan(
        replace(recovery_rule("ten", days=10), source=Source(text="Personeelsbeleid")),
        rotation("r1", "osc", *MARCH, military=1, force="ship"),
        rotation("r2", "osc", "2026-04-05", "2026-04-30", military=1, force="ship"),
    )

    assert source_of(only_finding("FOR003", about), about) == "Personeelsbeleid"


def test_contradicting_frames_are_both_named() -> None:
    about = plan(
        replace(frame("osc", limit("a", 3), id_="f1", days=MARCH), source=Source(text="Brief")),
        replace(frame("osc", limit("b", 4), id_="f2", days=MARCH), source=Source(text="Antwoord")),
    )

    assert source_of(only_finding("REF001", about), about) == "Brief; Antwoord"


def test_a_finding_about_what_is_gone_can_still_be_read() -> None:
    about = sourced(LETTER)
    finding = only_finding("FRA001", about)

    assert source_of(finding, Plan()).startswith("The decision on the frame")
    assert message(finding).endswith(".")
