"""In what findings are put together in their list, and how each group is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QLocale

from domain.language import _
from domain.rules.finding import Finding

MissionsText = Callable[[Finding], str]


class GroupBy(Enum):
    """What findings of one group have in common."""

    NOTHING = "nothing"
    RULE = "rule"
    MISSION = "mission"
    MONTH = "month"


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Findings that stand together: their place among groups, and what is said of all of them."""

    place: tuple[str, int, int]
    title: str


WHOLE: Final = Group(("", 0, 0), "")
"""The only group where findings are not grouped; it has no heading."""


def group_of(finding: Finding, by: GroupBy, missions_text: MissionsText) -> Group:
    """The group of a finding."""
    return _GROUPS[by](finding, missions_text)


def _by_rule(finding: Finding, _missions: MissionsText) -> Group:
    from domain.rules.catalogue import rule_of

    title = f"{finding.code} · {rule_of(finding.code).title_text()}"
    return Group((finding.code, 0, 0), title)


def _by_mission(finding: Finding, missions_text: MissionsText) -> Group:
    text = missions_text(finding)
    return Group((text.casefold(), 0, 0), text) if text else Group(("", 0, 0), _("No mission"))


def _by_month(finding: Finding, _missions: MissionsText) -> Group:
    day = finding.first_day
    month = QLocale().standaloneMonthName(day.month)
    return Group(("", day.year, day.month), f"{month[:1].upper()}{month[1:]} {day.year}")


_GROUPS: Final[Mapping[GroupBy, Callable[[Finding, MissionsText], Group]]] = {
    GroupBy.NOTHING: lambda _finding, _missions: WHOLE,
    GroupBy.RULE: _by_rule,
    GroupBy.MISSION: _by_mission,
    GroupBy.MONTH: _by_month,
}
