"""A plan document with every field of every list, none of them at its default."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Document = dict[str, Any]

SOURCE = {
    "document": "Kamerbrief 29 521",
    "decided_on": "2025-03-14",
    "section": "bijlage 1",
    "quote": "maximaal zeven",
    "file": "letter.txt",
    "lines": "12-14",
}
NOTES = {
    "first_day_precision": "month",
    "last_day_precision": "approx",
    "first_day_note": "begin maart",
    "last_day_note": "tot 1 oktober",
}
OPEN = {"first_day": "2026-01-01", "last_day": None, **NOTES, "last_day_kind": "indefinite"}
DATED = {"first_day": "2026-01-01", "last_day": "2026-12-31", **NOTES, "last_day_kind": "date"}

_WHOLE: Document = {
    "format": "kader-plan",
    "version": 1,
    "name": "Kaders 2026",
    "scenario": "Basis",
    "derived_from": "Eerder",
    "settings": {
        "circa_percent": 12,
        "circa_least": 2,
        "marking": {"level": 2, "text": "R&D VERTROUWELIJK", "colour": "#ff0000"},
        "planning_first_day": "2025-01-01",
        "planning_last_day": "2028-06-30",
    },
    "missions": [
        {
            "id": "osc",
            "name": "OSC",
            "full_name": "Office of the Coordinator",
            "region": "Midden-Oosten",
            "lead": "VS",
            "kind": "training",
            "main_task": 2,
            "handover_days": 5,
            "handover_counts": False,
            "min_length": {"days": 70},
            "max_length": {"months": 12},
            "preparation_days": 90,
            "decision_lead_days": 30,
            "note": "een zin – met é en ☂",
        },
        {
            "id": "opg",
            "name": "OPG",
            "full_name": "",
            "region": "",
            "lead": "",
            "kind": "",
            "main_task": None,
            "handover_days": 0,
            "handover_counts": True,
            "min_length": None,
            "max_length": None,
            "preparation_days": 0,
            "decision_lead_days": 0,
            "note": "",
        },
    ],
    "mandates": [
        {"id": "m1", "mission": "osc", "legal_basis": "VNVR 1234", **OPEN, "source": SOURCE}
    ],
    "frames": [
        {
            "id": "f1",
            "title": "Kader OSC",
            "missions": ["osc"],
            **OPEN,
            "limits": [
                {
                    "id": "f1/cap",
                    "measure": "persons",
                    "categories": ["civilian", "military", "police"],
                    "number": 7,
                    "binding": "circa",
                },
                {
                    "id": "f1/unread",
                    "measure": None,
                    "categories": ["police"],
                    "number": 40,
                    "binding": "unread",
                },
                {
                    "id": "f1/open",
                    "measure": "teams",
                    "categories": ["military"],
                    "number": None,
                    "binding": "unlimited",
                },
            ],
            "condition": "na evaluatie",
            "condition_met": True,
            "condition_decided_on": "2026-02-01",
            "until_decided": "not_in_force",
            "caveats": ["niet buiten de poort", "zonder wapen"],
            "supersedes": ["f0"],
            "correction": True,
            "source": SOURCE,
        },
        {
            "id": "f0",
            "title": "Eerder kader",
            "missions": ["osc", "opg"],
            **DATED,
            "limits": [
                {
                    "id": "f0/cap",
                    "measure": "average_per_year",
                    "categories": ["military"],
                    "number": 0,
                    "binding": "maximum",
                }
            ],
            "condition": None,
            "condition_met": None,
            "condition_decided_on": None,
            "until_decided": "in_force",
            "caveats": [],
            "supersedes": [],
            "correction": False,
            "source": "alleen een zin",
        },
    ],
    "forces": [
        {
            "id": "navy",
            "name": "Marine",
            "kind": "pool",
            "parent": None,
            "measure": "items",
            "service": "CZSK",
            "marking": "open",
            "supply": [
                {**DATED, "quantity": 4},
                {
                    "first_day": "2027-01-01",
                    "last_day": None,
                    **NOTES,
                    "last_day_kind": "ongoing",
                    "quantity": 0,
                },
            ],
        },
        {
            "id": "ship",
            "name": "Zr.Ms. Schip",
            "kind": "unit",
            "parent": "navy",
            "measure": "teams",
            "service": "",
            "marking": "",
            "supply": [],
        },
    ],
    "commitments": [
        {
            "id": "c1",
            "force": "ship",
            "name": "NFM",
            "kind": "maintenance",
            **OPEN,
            "quantity": 3,
            "exclusive": False,
            "note": "jaarlijks",
            "source": SOURCE,
        }
    ],
    "sharings": [
        {"id": "s1", "force": "ship", "missions": ["osc", "opg"], **DATED, "source": SOURCE}
    ],
    "recovery_rules": [
        {
            "id": "rr1",
            "kind": "ratio",
            "factor": 1.25,
            "days": 7,
            "window_days": 365,
            "forces": ["navy"],
            "categories": ["military", "police"],
            **OPEN,
            "exempt_missions": [{"mission": "opg", "reason": "kort"}],
            "source": SOURCE,
        }
    ],
    "length_rules": [
        {
            "id": "l1",
            "category": "civilian",
            "min_months": 3,
            "max_months": 12,
            **OPEN,
            "source": SOURCE,
        }
    ],
    "posts": [
        {
            "id": "p1",
            "mission": "osc",
            "title": "Chef",
            "category": "police",
            "quantity": 2,
            **OPEN,
        }
    ],
    "rotations": [
        {
            "id": "r1",
            "mission": "osc",
            "name": "Eerste",
            "first_day": "2026-03-01",
            "last_day": "2026-08-31",
            **NOTES,
            "military": 4,
            "civilian": 2,
            "police": 1,
            "teams": 0,
            "force": "ship",
            "quantity": 1,
            "post": "p1",
            "relieves": "r0",
            "continues": "r0",
            "part_of": "r0",
            "supports": ["opg", "osc"],
            "status": "approved",
            "justification": "met reden",
            "note": "=1+1",
        },
        {
            "id": "r0",
            "mission": "osc",
            "name": "",
            "first_day": "2026-01-01",
            "last_day": "2026-02-28",
            **NOTES,
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
            "supports": [],
            "status": "cancelled",
            "justification": "",
            "note": "",
        },
    ],
    "waivers": [
        {
            "id": "w1",
            "code": "FRA003",
            "subjects": [{"kind": "limit", "id": "f1/cap"}, {"kind": "rotation", "id": "r1"}],
            "reason": "besproken",
            "by": "C-OPS",
            "on": "2026-01-15",
            "until": "2026-12-31",
            "accepted": {
                "first_day": "2026-01-01",
                "last_day": "2026-12-31",
                "excess": 0.41,
                "contributors": [{"kind": "rotation", "id": "r1"}],
            },
        }
    ],
    "x_open_points": [
        {
            "subject": {"kind": "frame", "id": "f1"},
            "text_nl": "Klopt dit?",
            "text_en": "Is this right?",
            "source": "bijlage 1",
        }
    ],
}


def whole_document() -> Document:
    """The document, to do with as one likes."""
    return deepcopy(_WHOLE)


def small_document(**lists: Any) -> Document:  # noqa: ANN401 - rows, or the settings
    """A document with nothing in it but what is given."""
    return {"format": "kader-plan", "version": 1, "name": "n", "scenario": "s", **lists}
