"""Texts that are no JSON, or that two might read differently; and documents spoilt at random."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import KnownError, UnreadableFile
from domain.exchange.plan_json import plan_from_document, plan_from_text, read_plan
from tests.domain.exchange.plan_json.refusing import (
    Place,
    Step,
    at,
    with_value,
)
from tests.domain.exchange.plan_json.whole_plan import Document, whole_document


def refused_text(text: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        plan_from_text(text, "plan.json")
    sentence = refused.value.sentence
    assert "\n" not in sentence
    assert sentence.startswith("plan.json ")
    return sentence


GOOD = json.dumps(whole_document())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"", "is no JSON: line 1, column 1."),
        (b"kader", "is no JSON: line 1, column 1."),
        (b"{\n 'a': 1}", "is no JSON: line 2, column 2."),
        (GOOD.encode()[:-1], "is no JSON: line 1"),
        (GOOD.encode() + b"{}", "is no JSON: line 1"),
        (b"{} // comment", "is no JSON: line 1, column 4."),
        (b'{"a": "\t"}', "is no JSON: line 1, column 8."),
        (b'{"a": 01}', "is no JSON: line 1"),
        ("é".encode("latin-1"), "is not text in UTF-8."),
        ("{}".encode("utf-16"), "is not text in UTF-8."),
        (b'{"a": NaN}', "is refused: 'NaN' is no number."),
        (b'{"a": Infinity}', "is refused: 'Infinity' is no number."),
        (b'{"a": -Infinity}', "is refused: '-Infinity' is no number."),
        (b'{"a": 1, "b": 2, "a": 1}', "is refused: the key 'a' occurs twice."),
        (b'{"a": [{"b": {"c": 1, "c": 2}}]}', "is refused: the key 'c' occurs twice."),
        (b'{"x_a": 1, "x_a": 1}', "is refused: the key 'x_a' occurs twice."),
        (b"[" * 100_000, "is nested too deeply."),
        (b'{"a":' * 100_000, "is nested too deeply."),
        (b'{"a": ' + b"9" * 5_000 + b"}", "is refused: "),
        (b"[]", "is no Kader plan."),
    ],
)
def test_text_that_is_no_json_or_that_two_might_read_differently_is_refused(
    text: bytes, sentence: str
) -> None:
    assert refused_text(text).startswith(f"plan.json {sentence}")


@pytest.mark.parametrize("depth", [40, 100, 500, 700, 900, 990, 1_100, 5_000])
def test_a_value_that_is_nested_too_deeply_is_refused_whatever_its_depth(depth: int) -> None:
    text = GOOD.replace('"Eerder"', "[" * depth + "]" * depth)

    assert refused_text(text.encode()) == "plan.json is nested too deeply."


def test_a_key_in_x_may_hold_what_it_likes() -> None:
    text = GOOD.replace(
        '"x_open_points"', '"x_deep": ' + "[" * 200 + "]" * 200 + ', "x_open_points"'
    )

    assert plan_from_text(text.encode(), "plan.json").name == "Kaders 2026"


@pytest.mark.parametrize("number", ["1.0", "1e0", "10E-1", "1.5", "-1", "-0.0"])
def test_a_count_is_written_without_fraction_or_exponent(number: str) -> None:
    text = GOOD.replace('"military": 4', f'"military": {number}')
    with pytest.raises(UnreadableFile, match=r"rotations\[0\]\.military"):
        plan_from_text(text.encode(), "plan.json")


def test_a_number_of_more_digits_than_any_count_is_refused() -> None:
    text = GOOD.replace('"military": 4', f'"military": {"9" * 4_000}')
    with pytest.raises(UnreadableFile) as refused:
        plan_from_text(text.encode(), "plan.json")

    assert len(refused.value.sentence) < 200


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"nothing\.json cannot be read: "):
        read_plan(tmp_path / "nothing.json")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"cannot be read: "):
        read_plan(tmp_path)


def test_a_refusal_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(with_value(("rotations", 0, "military"), -1)), "utf-8")

    with pytest.raises(UnreadableFile) as refused:
        read_plan(path)
    assert refused.value.sentence.startswith(f"{path}: rotations[0].military is -1;")


def places(value: Any, path: Place = ()) -> list[Place]:  # noqa: ANN401 - any part
    steps: list[Step] = []
    if isinstance(value, dict):
        steps = list(value)
    if isinstance(value, list):
        steps = list(range(len(value)))
    return [path, *(place for step in steps for place in places(value[step], (*path, step)))]


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.dates().map(str),
    st.sampled_from(["osc", "opg", "r0", "r1", "f0", "f1", "navy", "ship", "date", "unread"]),
    st.lists(st.integers() | st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def changes() -> st.SearchStrategy[Callable[[Document], None]]:
    """Ways to spoil the document: a value at any place, or a place that is gone."""
    somewhere = st.sampled_from([place for place in places(whole_document()) if place])

    def put(place: Place, value: object) -> Callable[[Document], None]:
        return lambda document: at(document, place[:-1]).__setitem__(place[-1], value)

    def remove(place: Place) -> Callable[[Document], None]:
        return lambda document: at(document, place[:-1]).__delitem__(place[-1])

    return st.builds(put, somewhere, ODD) | st.builds(remove, somewhere)


def sentence_about(document: Document) -> str | None:
    """Why a document is refused, or nothing if it is read."""
    try:
        plan_from_document(document, "plan.json")
    except KnownError as refused:
        return refused.sentence
    return None


@settings(max_examples=400, suppress_health_check=list(HealthCheck))
@given(change=changes())
def test_whatever_stands_there_a_document_is_read_or_refused_with_a_sentence(
    change: Callable[[Document], None],
) -> None:
    document = whole_document()
    change(document)

    sentence = sentence_about(document)

    assert sentence is None or sentence.startswith("plan.json")
