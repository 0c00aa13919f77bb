"""How far the work is: told to whoever waits, who may stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Tell = Callable[[int, int], None]
_EVERY: Final = 100


class Progress:
    """Counts rows, and tells how many of all are done; the told one may raise to stop the work."""

    def __init__(self, tell: Tell, total: int) -> None:
        """Tell that nothing is done yet."""
        self._tell = tell
        self._total = total
        self._done = 0
        tell(0, total)

    def tick(self) -> None:
        """One more row is done."""
        self._done = min(self._done + 1, self._total)
        if self._done % _EVERY == 0:
            self._tell(self._done, self._total)

    def end(self) -> None:
        """All is done but to put the file in its place: the last moment to stop."""
        self._tell(self._total, self._total)
