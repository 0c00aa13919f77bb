"""How a table from elsewhere is to be read, as whoever imports it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.exchange.rotation_rows.days import DayOrder
from domain.exchange.rotation_rows.names import Names
from domain.exchange.table_reading.headings import FIELDS
from domain.model import Plan, Status


@dataclass(frozen=True, slots=True)
class Terms:
    """What was said; what was not is taken from the headings, or refused.

    ``mapping`` is the field by heading, ``row`` that of the headings. ``mission`` (an id) and
    ``status`` are what a new rotation has where its row says nothing.
    """

    mapping: Mapping[str, str] | None = None
    sheet: str | None = None
    row: int | None = None
    order: DayOrder | None = None
    mission: str | None = None
    status: Status | None = None

    def otherwise(self, plan: Plan) -> Mapping[str, Any]:
        """What new rotations of a plan have by default; raises Doubt for an unknown mission."""
        known: dict[str, Any] = {}
        if self.mission is not None:
            known["mission"] = Names("mission", plan.missions).id_of(self.mission)
        if self.status is not None:
            known["status"] = self.status
        return known


NOTHING_SAID: Final = Terms()


def known_fields(mapping: Mapping[str, str], headings: tuple[str, ...]) -> dict[str, str]:
    """The part of a mapping that a table still has headings for, and we fields."""
    return {
        heading: field
        for heading, field in mapping.items()
        if field in FIELDS and headings.count(heading) == 1
    }
