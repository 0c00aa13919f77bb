"""What the user said of tables of others, so that it need not be said twice."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from domain.exchange.rotation_rows.days import DayOrder
from domain.exchange.table_reading.terms import Terms, known_fields
from domain.model import Status
from gui.preferences import Preferences

_MOST: Final = 50
"""So many sources are remembered; the ones that were used longest ago go."""


class SourceMemory:
    """Terms by the headings of a table: who sends a table sends it again, with other rows."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def recall(self, headings: Sequence[str]) -> Terms | None:
        """What was said of a table with these headings; none where nothing was."""
        kept = self._kept().get(signature(headings))
        return None if kept is None else _terms(kept, tuple(headings))

    def remember(self, headings: Sequence[str], terms: Terms) -> None:
        """Keep what was said; of the sheet and the row nothing, which a next file may have anew."""
        kept, key = self._kept(), signature(headings)
        kept.pop(key, None)
        kept[key] = {
            "mapping": dict(terms.mapping or {}),
            "order": terms.order,
            "mission": terms.mission,
            "status": terms.status,
        }
        newest = dict(list(kept.items())[-_MOST:])
        self._preferences.sources = json.dumps(newest, ensure_ascii=False)

    def _kept(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._preferences.sources or "{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


def signature(headings: Sequence[str]) -> str:
    """What tells tables apart: their headings, in their order."""
    return sha256("\n".join(heading.casefold() for heading in headings).encode()).hexdigest()[:32]


def _terms(kept: object, headings: tuple[str, ...]) -> Terms | None:
    """What was kept, as far as it still makes sense; the file of preferences may be edited."""
    if not isinstance(kept, dict) or not isinstance(kept.get("mapping"), Mapping):
        return None
    mapping = {str(heading): str(field) for heading, field in kept["mapping"].items()}
    mission = kept.get("mission")
    return Terms(
        mapping=known_fields(mapping, headings),
        order=DayOrder(kept["order"]) if kept.get("order") in set(DayOrder) else None,
        mission=mission if isinstance(mission, str) else None,
        status=Status(kept["status"]) if kept.get("status") in set(Status) else None,
    )
