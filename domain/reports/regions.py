"""Regions: in the order in which the plan names them first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from domain.language import _
from domain.model import Plan

T = TypeVar("T")


def by_region(plan: Plan, rows: Iterable[T], mission_of: Callable[[T], str]) -> list[T]:
    """Rows in the order of the regions of their missions; inside a region as they were."""
    regions = [mission.region for mission in plan.missions.things()]
    order = {region: place for place, region in enumerate(dict.fromkeys(regions))}
    return sorted(rows, key=lambda row: order[plan.missions[mission_of(row)].region])


def region_text(region: str) -> str:
    """The name of a region; what has none stands under another word."""
    return region.strip() or _("No region")
