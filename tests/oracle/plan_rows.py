"""Ids, subsets and optional keys of the rows of a generated plan."""

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

Row = dict[str, Any]
T = TypeVar("T")

# Ids are "unique per list" only, so all lists use the same ones; their plain-text order is not
# the order of numbers, nor that of capitals and small letters.
IDS = ["b", "a10", "a2", "B", "é", "a", "c-1", "C d", "a1", "z/1"]

CATEGORIES = ["military", "civilian", "police"]


def some(
    of: Sequence[T], at_least: int = 1, at_most: int | None = None
) -> st.SearchStrategy[list[T]]:
    """Some of these, each at most once."""
    most = len(of) if at_most is None else min(at_most, len(of))
    if not of or most < at_least:
        return st.just([])
    return st.lists(st.sampled_from(of), min_size=at_least, max_size=most, unique_by=of.index)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """One of these, or null."""
    return st.none() | strategy


def often(usual: T, *others: T) -> st.SearchStrategy[T]:
    """The usual value about half of the time."""
    return st.sampled_from([usual] * len(others) + list(others))


DEFAULTS: dict[str, Row] = {
    "missions": {
        "handover_days": 0,
        "handover_counts": True,
        "min_length": None,
        "max_length": None,
        "preparation_days": 0,
        "decision_lead_days": 0,
    },
    "frames": {
        "condition": None,
        "condition_met": None,
        "until_decided": "in_force",
        "supersedes": [],
        "correction": False,
    },
    "forces": {"parent": None, "measure": "items"},
    "commitments": {"quantity": None, "exclusive": True},
    "rotations": {
        "military": 0,
        "civilian": 0,
        "police": 0,
        "teams": None,
        "force": None,
        "quantity": None,
        "post": None,
        "relieves": None,
        "continues": None,
        "part_of": None,
        "status": "planned",
        "justification": "",
    },
    "settings": {
        "circa_percent": 10,
        "circa_least": 1,
        "planning_first_day": None,
        "planning_last_day": None,
    },
}


def without_defaults(row: Row, list_name: str) -> Row:
    """The row with the keys left out that say no more than the default."""
    defaults = DEFAULTS.get(list_name, {})
    return {
        key: value
        for key, value in row.items()
        if key not in defaults or type(value) is not type(defaults[key]) or value != defaults[key]
    }
