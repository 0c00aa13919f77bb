"""The schema that comes with the program says what the program reads."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from domain.exchange.plan_json import document_of
from domain.model import Plan
from resources.schema.make import SCHEMA, text

BASELINES = sorted((SCHEMA.parent.parent / "baselines").glob("*.json"))


def test_the_schema_is_made_from_the_definitions_that_read_a_plan() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == text()


@pytest.mark.parametrize("path", BASELINES, ids=lambda path: path.stem)
def test_every_baseline_is_valid(path: Path) -> None:
    schema = json.loads(text())
    jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), schema)


def test_what_the_program_writes_is_valid() -> None:
    jsonschema.validate(document_of(Plan(name="n", scenario="s")), json.loads(text()))


def test_an_unknown_key_is_not_valid_but_one_in_x_is() -> None:
    document = document_of(Plan(name="n", scenario="s"))
    jsonschema.validate({**document, "x_mine": 1}, json.loads(text()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**document, "mine": 1}, json.loads(text()))
