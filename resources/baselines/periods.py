"""First and last days from the facts, with their precision and the words of the source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from resources.baselines.facts import Json, without_defaults

PRECISIONS: Final[Mapping[str, str]] = {
    "day": "day",
    "month": "month",
    "year": "year",
    "approx": "approx",
    "report_period": "approx",
    "quarter": "approx",
    "half_year": "approx",
}
OPEN_ENDS: Final[Mapping[str, str]] = {
    "indefinite": "indefinite",
    "doorlopend": "ongoing",
    "ongoing": "ongoing",
    "per_activity": "per_activity",
}
DEFAULTS: Final = {
    "first_day_precision": "day",
    "last_day_precision": "day",
    "first_day_note": "",
    "last_day_note": "",
    "last_day_kind": "not_stated",
}


def last_day_inside(day: str, inclusive: str) -> str:
    """The last day that is covered: of "tot 9 juli" the day before, else the day itself."""
    if inclusive != "no":
        return day
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def first(day: str, precision: str, note: str) -> Json:
    """The fields about a first day; an open one has no precision."""
    fields = {
        "first_day": day or None,
        "first_day_precision": PRECISIONS[precision] if day else "day",
        "first_day_note": note,
    }
    return without_defaults(fields, DEFAULTS)


def last(day: str, precision: str, note: str, *, inclusive: str, kind: str = "") -> Json:
    """The fields about a last day; an open one says why it is open."""
    fields: Json = {
        "last_day": last_day_inside(day, inclusive) if day else None,
        "last_day_precision": PRECISIONS[precision] if day else "day",
        "last_day_note": note,
    }
    if not day:
        fields["last_day_kind"] = OPEN_ENDS.get(kind, "not_stated")
    return without_defaults(fields, DEFAULTS)
