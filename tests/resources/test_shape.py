"""What holds for every shipped plan: whole, with sources, with nothing that no source gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

Document = dict[str, Any]
LISTS = (
    "missions",
    "mandates",
    "frames",
    "forces",
    "length_rules",
    "posts",
    "rotations",
    "waivers",
)
HEADING = {"format", "version", "name", "scenario", "derived_from", "settings"}
NAMES = ("empty", "nl-2025", "nl-2024", "nl-2020", "sample-example")
POINTS_TO = {
    "mission": "missions",
    "missions": "missions",
    "supports": "missions",
    "supersedes": "frames",
    "force": "forces",
    "post": "posts",
    "relieves": "rotations",
    "continues": "rotations",
    "part_of": "rotations",
}


@pytest.fixture(params=NAMES)
def document(request: pytest.FixtureRequest, shipped: Callable[[str], Document]) -> Document:
    return shipped(request.param)


def things(document: Document) -> Iterator[tuple[str, Document]]:
    for name in LISTS:
        for thing in document.get(name, []):
            yield name, thing


def test_the_heading_says_what_it_is(document: Document) -> None:
    assert document["format"] == "kader-plan"
    assert document["version"] == 1
    assert document["name"]
    assert document["scenario"] in {"Plan", "Voorbeeld"}


def test_every_key_is_one_of_the_format_or_our_own(document: Document) -> None:
    known = HEADING | set(LISTS)
    assert all(key in known or key.startswith("x_") for key in document)


def test_ids_are_unique_and_short(document: Document) -> None:
    for name in LISTS:
        ids = [thing["id"] for thing in document.get(name, [])]
        assert len(ids) == len(set(ids))
        assert all(0 < len(text) <= 64 for text in ids)
    limits = [limit["id"] for frame in document.get("frames", []) for limit in frame["limits"]]
    assert len(limits) == len(set(limits))


def test_every_reference_names_something(document: Document) -> None:
    ids = {name: {thing["id"] for thing in document.get(name, [])} for name in LISTS}
    for _name, thing in things(document):
        for field, target in POINTS_TO.items():
            named = thing.get(field, [])
            assert set([named] if isinstance(named, str) else named) <= ids[target]


def test_days_are_in_order_and_within_a_plan(document: Document) -> None:
    for _name, thing in things(document):
        days = [thing.get("first_day"), thing.get("last_day")]
        given = [date.fromisoformat(day) for day in days if day]
        assert given == sorted(given)
        assert all(1990 <= day.year <= 2100 for day in given)


def test_every_frame_and_limit_has_its_document_section_and_words(document: Document) -> None:
    for frame in document.get("frames", []):
        assert frame["limits"]
        for place in (frame["source"], *(limit["x_source"] for limit in frame["limits"])):
            assert place["document"]
            assert place["section"]
            assert place["quote"]
            assert place["lines"]


def test_the_words_for_each_limit_stand_in_the_source_of_its_frame(document: Document) -> None:
    for frame in document.get("frames", []):
        quoted = frame["source"]["quote"].split(" | ")
        assert {limit["x_source"]["quote"] for limit in frame["limits"]} == set(quoted)


def test_mandates_lengths_and_forces_have_their_words(document: Document) -> None:
    for thing in document.get("mandates", []) + document.get("length_rules", []):
        assert thing["source"]["document"]
        assert thing["source"]["quote"]
    for force in document.get("forces", []):
        assert force["x_source"]["quote"]


def test_a_rotation_names_its_source_or_says_that_it_is_invented(document: Document) -> None:
    for rotation in document.get("rotations", []):
        assert "Bron: " in rotation["note"] or rotation["note"].startswith("Verzonnen")


def test_a_limit_has_a_number_where_its_binding_needs_one(document: Document) -> None:
    for limit in (limit for frame in document.get("frames", []) for limit in frame["limits"]):
        assert limit["categories"]
        assert (limit["measure"] is None) == (limit["binding"] == "unread")
        assert (limit["number"] is None) == (limit["binding"] in {"unlimited", "unknown"})


def test_no_force_has_a_number(document: Document) -> None:
    assert all(force["supply"] == [] for force in document.get("forces", []))
    assert "commitments" not in document
    assert "recovery_rules" not in document
    assert "sharings" not in document


def test_an_open_point_is_about_something_in_both_languages(document: Document) -> None:
    kinds = {"frame": "frames", "mandate": "mandates", "mission": "missions"}
    kinds["rotation"] = "rotations"
    for point in document.get("x_open_points", []):
        assert point["text_nl"]
        assert point["text_en"]
        assert point["source"]
        if point["subject"] is not None:
            about = document[kinds[point["subject"]["kind"]]]
            assert point["subject"]["id"] in {thing["id"] for thing in about}


def test_every_mission_is_there_for_a_reason(document: Document) -> None:
    """A mission stands in a plan because something names it or a point is open about it."""
    used = {
        mission
        for name, thing in things(document)
        if name != "missions"
        for mission in [
            thing.get("mission"),
            *thing.get("missions", ()),
            *thing.get("supports", ()),
        ]
    }
    used |= {
        point["subject"]["id"]
        for point in document.get("x_open_points", [])
        if point["subject"] is not None
    }
    assert {mission["id"] for mission in document.get("missions", [])} <= used


def test_the_empty_plan_has_nothing(shipped: Callable[[str], Document]) -> None:
    assert shipped("empty") == {
        "format": "kader-plan",
        "version": 1,
        "name": "Leeg plan",
        "scenario": "Plan",
        "derived_from": None,
        "settings": {},
    }
