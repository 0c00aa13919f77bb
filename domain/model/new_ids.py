"""Ids for rotations that have none yet: the mission's, and a number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container
from typing import Final

from domain.model.demands import LONGEST_ID

_NOT_IN_ID: Final = re.compile(r"[^a-z0-9]+")
_ROOM_FOR_NUMBER: Final = 8


class NewIds:
    """Gives out ids that nothing has."""

    def __init__(self, *taken: Container[str]) -> None:
        """Avoid the ids that are taken."""
        self._taken = taken
        self._last: dict[str, int] = defaultdict(int)

    def for_mission(self, mission: str) -> str:
        """The next free id at a mission."""
        stem = _NOT_IN_ID.sub("-", mission.casefold()).strip("-") or "rotation"
        stem = stem[: LONGEST_ID - _ROOM_FOR_NUMBER]
        while True:
            self._last[stem] += 1
            name = f"{stem}-{self._last[stem]}"
            if not any(name in taken for taken in self._taken):
                return name
