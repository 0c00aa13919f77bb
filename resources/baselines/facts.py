"""The facts and the choices as they are read: CSV rows, TOML tables, sources of quoted words."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
SOURCES: Final = HERE.parent / "sources"
CHOICES: Final = HERE / "choices"

Row = Mapping[str, str]
Json = dict[str, Any]

_KEYS: Final = {
    "missions": "code",
    "frames": "frame_id",
    "mandates": "row_id",
    "rotations": "rotation_id",
}


@cache
def facts(name: str) -> Mapping[str, Row]:
    """The rows of a CSV file of facts by their ids, in the order of the file."""
    with (SOURCES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row[_KEYS[name]]: row for row in csv.DictReader(file)}


@cache
def choices(name: str) -> Mapping[str, Any]:
    """A table of choices."""
    return tomllib.loads((CHOICES / f"{name}.toml").read_text(encoding="utf-8"))


def dutch(group: str, english: str) -> str:
    """The Dutch for an English word of the facts; a word that is not listed is Dutch already."""
    words: Mapping[str, str] = choices("words")[group]
    return words.get(english, english)


def document_of(file: str) -> str:
    """The title of the document in a source file."""
    title: str = choices("words")["documents"][file]
    return title


def source(row: Mapping[str, Any], quote: str, decided_on: str | None = None) -> Json:
    """Where quoted words stand; the row names file, section and lines."""
    return {
        "document": document_of(row["file"]),
        "decided_on": decided_on,
        "section": row["section"],
        "quote": quote,
        "file": row["file"],
        "lines": row["lines"],
    }


def without_defaults(thing: Json, defaults: Mapping[str, object]) -> Json:
    """The same without the fields that hold their default."""
    missing = object()
    return {key: value for key, value in thing.items() if value != defaults.get(key, missing)}
