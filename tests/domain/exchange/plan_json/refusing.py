"""How to spoil a document, and the sentence with which it is refused."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import UnreadableFile
from domain.exchange.plan_json import plan_from_document
from tests.domain.exchange.plan_json.whole_plan import Document, whole_document

Step = str | int
Place = tuple[Step, ...]


def at(document: Any, path: Place) -> Any:  # noqa: ANN401 - any part of a document
    for step in path:
        document = document[step]
    return document


def with_value(path: Place, value: object) -> Document:
    """The whole document with another value at a place."""
    document = whole_document()
    at(document, path[:-1])[path[-1]] = value
    return document


def without(path: Place) -> Document:
    document = whole_document()
    del at(document, path[:-1])[path[-1]]
    return document


def refusal(document: object) -> str:
    """The one sentence with which a document is refused."""
    with pytest.raises(UnreadableFile) as refused:
        plan_from_document(document, "plan.json")
    sentence = refused.value.sentence
    assert "\n" not in sentence
    assert sentence.startswith("plan.json")
    return sentence


def written(path: Place) -> str:
    """A path as a sentence has it: ``rotations[0].military``."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(parts).lstrip(".")
