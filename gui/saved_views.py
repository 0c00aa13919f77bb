"""Views that a user keeps by name, not in the plan: filter, groups, order, columns, scale."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any, Final

from domain.model import Status
from gui.conditions import kept, read
from gui.models.table_sorting import Sort
from gui.preferences import Preferences
from gui.row_filter import RowFilter
from gui.row_groups import Grouping

MOST_VIEWS: Final = 100
_DAYS: Final = ("first_day", "last_day")
_TEXTS: Final = ("rules", "kinds", "regions")


@dataclass(frozen=True, slots=True)
class SavedView:
    """How table and timeline show a plan."""

    asked: RowFilter
    text: str
    cancelled: bool
    grouping: Grouping
    sorts: tuple[Sort, ...]
    columns: str
    """As ``TableColumns`` keeps them."""
    pixels_per_day: float


class SavedViews:
    """The views of a user by name, the last one that was kept at the end."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def all(self) -> dict[str, SavedView]:
        """Those that can still be read; the file of preferences may have been edited."""
        found = {name: _view(told) for name, told in self._kept().items()}
        return {name: view for name, view in found.items() if view is not None}

    def keep(self, name: str, view: SavedView) -> None:
        """Keep a view under a name, in place of one that has it."""
        views = self._kept() | {name: _told(view)}
        self._write(dict(list(views.items())[-MOST_VIEWS:]))

    def forget(self, name: str) -> None:
        """Keep a view no longer."""
        self._write({other: told for other, told in self._kept().items() if other != name})

    def _kept(self) -> dict[str, Any]:
        try:
            found = json.loads(self._preferences.saved_views or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, views: Mapping[str, Any]) -> None:
        self._preferences.saved_views = json.dumps(views, ensure_ascii=False)


def _told(view: SavedView) -> dict[str, Any]:
    asked = view.asked
    days = {name: getattr(asked, name) for name in _DAYS}
    return {
        "troubled": asked.troubled,
        **{name: sorted(getattr(asked, name)) for name in (*_TEXTS, "statuses")},
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "conditions": kept(asked.conditions),
        "text": view.text,
        "cancelled": view.cancelled,
        "grouping": view.grouping,
        "sorts": view.sorts,
        "columns": view.columns,
        "scale": view.pixels_per_day,
    }


def _view(told: object) -> SavedView | None:
    """What was kept, unless it makes no sense."""
    if not isinstance(told, Mapping):
        return None
    try:
        view = SavedView(
            _asked(told),
            str(told["text"]),
            bool(told["cancelled"]),
            Grouping(told["grouping"]),
            tuple((str(key), bool(down)) for key, down in told["sorts"]),
            str(told["columns"]),
            float(told["scale"]),
        )
    except (LookupError, TypeError, ValueError):
        return None
    return view if isfinite(view.pixels_per_day) else None


def _asked(told: Mapping[str, Any]) -> RowFilter:
    sets = {name: frozenset(map(str, told[name])) for name in _TEXTS}
    first, last = (date.fromisoformat(told[name]) if told[name] else None for name in _DAYS)
    return RowFilter(
        troubled=bool(told["troubled"]),
        statuses=frozenset(map(Status, told["statuses"])),
        first_day=first,
        last_day=last,
        conditions=read(told["conditions"]),
        **sets,
    )
