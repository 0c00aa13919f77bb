"""The example scenario: the plan with invented rotations beside those of the sources."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import Any, Final

from resources.baselines.facts import CHOICES, Json, Row, choices

SCENARIO: Final = "Voorbeeld"
INVENTED: Final = "Verzonnen ter illustratie; geen feit."
PREFIX: Final = "Voorbeeld: "
NUMBERS: Final = ("military", "civilian", "police", "teams")
TEXTS: Final = ("force", "post", "relieves", "part_of")


def example(plan: Json) -> Json:
    """The scenario that is derived from a plan by adding what is invented."""
    added = choices("example")
    return plan | {
        "scenario": SCENARIO,
        "derived_from": plan["scenario"],
        "posts": [post | {"title": PREFIX + post["title"]} for post in added["posts"]],
        "rotations": plan["rotations"] + [_rotation(row) for row in _rows()],
        "waivers": [_waiver(waiver) for waiver in added["waivers"]],
        "x_example": True,
    }


def _waiver(chosen: Mapping[str, Any]) -> Json:
    """A waiver without an end, of a finding that has no excess."""
    return {**chosen, "until": None, "accepted": {**chosen["accepted"], "excess": None}}


def _rows() -> list[Row]:
    with (CHOICES / "example.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _rotation(row: Row) -> Json:
    return {
        "id": row["id"],
        "mission": row["mission"],
        "name": PREFIX + row["name"],
        "first_day": row["first_day"],
        "last_day": row["last_day"],
        **{key: int(row[key]) for key in NUMBERS if row[key]},
        **{key: row[key] for key in TEXTS if row[key]},
        "status": row["status"],
        **({"justification": row["justification"]} if row["justification"] else {}),
        "note": INVENTED,
    }
