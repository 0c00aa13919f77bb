"""What holds for a whole plan: the margin of circa, the marking, the planning period."""

from __future__ import annotations

from datetime import date

from domain.model.days import require_order
from domain.model.demands import require_count
from domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Marking:
    """The marking that stands on every window, sheet and page."""

    level: int | str
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a plan."""

    circa_percent: int = 10
    circa_least: int = 1
    marking: Marking | None = None
    planning_first_day: date | None = None
    planning_last_day: date | None = None

    def __post_init__(self) -> None:
        """Refuse a negative margin and a turned period."""
        require_count("settings", "circa_percent", self.circa_percent)
        require_count("settings", "circa_least", self.circa_least)
        require_order(self.planning_first_day, self.planning_last_day, "settings")

    def margin(self, number: int) -> int:
        """How far above a circa number is a warning and not yet an error."""
        return max(-(-number * self.circa_percent // 100), self.circa_least)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A choice that a person should confirm: what was read in, and why."""

    text_nl: str
    text_en: str
    subject_kind: str = ""
    subject_id: str = ""
    source: str = ""
