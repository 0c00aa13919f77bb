"""The shipped plans as JSON documents, by the name of their file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from resources.baselines.example import example
from resources.baselines.facts import Json, choices
from resources.baselines.frames import frames
from resources.baselines.missions import length_rules, mandates, missions
from resources.baselines.open_points import open_points
from resources.baselines.rotations import forces, rotations

SCENARIO: Final = "Plan"
BASELINES: Final = ("nl-2025", "nl-2024", "nl-2020")


def documents() -> Mapping[str, Json]:
    """Every shipped plan by its name: the empty one, the baselines, the example."""
    made = {"empty": _empty()} | {name: _baseline(name) for name in BASELINES}
    return made | {"sample-example": example(made["nl-2025"])}


def _empty() -> Json:
    return _heading("Leeg plan")


def _heading(name: str) -> Json:
    return {
        "format": "kader-plan",
        "version": 1,
        "name": name,
        "scenario": SCENARIO,
        "derived_from": None,
        "settings": {},
    }


def _baseline(name: str) -> Json:
    chosen = choices("baselines")[name]
    lists = _lists(name, chosen)
    days = ("planning_first_day", "planning_last_day")
    used = _missions_of(lists.values()) | set(chosen["missions_without_frame"])
    return {
        **_heading(chosen["name"]),
        "settings": {day: chosen[day] for day in days},
        "missions": missions(used),
        **lists,
        "x_open_points": open_points(name),
    }


def _lists(name: str, chosen: Mapping[str, Any]) -> dict[str, list[Json]]:
    return {
        "mandates": mandates(chosen["mandates"]),
        "frames": frames(chosen["frames"]),
        "forces": forces(name),
        "length_rules": length_rules(),
        "rotations": rotations(name),
    }


def _missions_of(lists: Iterable[Sequence[Json]]) -> set[str]:
    """Every mission that a row of these lists names."""
    named: set[str] = set()
    for thing in (thing for things in lists for thing in things):
        named.update(thing.get("missions", ()), thing.get("supports", ()))
        if "mission" in thing:
            named.add(thing["mission"])
    return named
