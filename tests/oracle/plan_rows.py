"""Ids and optional keys of the rows of a generated plan."""

from datetime import date
from typing import Any

Row = dict[str, Any]

# Ids are "unique per list" only, so all lists use the same ones; their plain-text order is not
# the order of numbers, nor that of capitals and small letters.
IDS = ["b", "a10", "a2", "B", "é", "a", "c-1", "C d", "a1", "z/1"]

CATEGORIES = ["military", "civilian", "police"]

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


def rotation_row(id_: str, mission: str, first: date, last: date, **extra: object) -> Row:
    """A rotation with nothing but its mission, its days and what is given."""
    return {
        "id": id_,
        "mission": mission,
        "name": f"Rotation {id_}",
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
        **extra,
    }
