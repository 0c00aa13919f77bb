"""Which steps of the history are wanted: by text, person, thing and period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from domain.model import Kind, Ref

if TYPE_CHECKING:
    from domain.store.history import HistoryStep

Namer = Callable[[Ref], str]


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """What is asked for; what is empty takes everything."""

    text: str = ""
    who: str | None = None
    kind: Kind | None = None
    things: frozenset[Ref] | None = None
    """Only steps that touched one of these."""
    first_day: date | None = None
    last_day: date | None = None

    @property
    def takes_all(self) -> bool:
        """Whether nothing is asked for."""
        return self == HistoryFilter()

    def takes(self, step: HistoryStep, name: Namer) -> bool:
        """Whether a step is wanted; the names are those of the plan as it is now."""
        day = step.at.astimezone().date()
        return (
            (self.who is None or step.who == self.who)
            and (self.first_day is None or day >= self.first_day)
            and (self.last_day is None or day <= self.last_day)
            and (self.kind is None or any(ref.kind is self.kind for ref in step.things))
            and (self.things is None or not self.things.isdisjoint(step.things))
            and (not self.text or self._says(step, name))
        )

    def _says(self, step: HistoryStep, name: Namer) -> bool:
        if step.concerns(self.text):
            return True
        wanted = self.text.casefold()
        return any(wanted in name(ref).casefold() for ref in step.things)
