"""What filters are called, and what each of them asks for, in the current language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Final

from domain.language import N_, _
from domain.model import Status
from domain.values import dataclass, replace
from domain.words.days import period_text
from gui.models.columns import TITLES
from gui.row_filter import KINDS, NOTHING, RowFilter
from gui.words import word


class Part(StrEnum):
    """What can be asked for, each in a chip of its own."""

    TROUBLED = "troubled"
    RULES = "rules"
    STATUSES = "statuses"
    KINDS = "kinds"
    REGIONS = "regions"
    PERIOD = "period"
    CONDITIONS = "conditions"


_TITLES: Final = {
    Part.TROUBLED: N_("Only with trouble"),
    Part.RULES: N_("Rule"),
    Part.STATUSES: N_("Status"),
    Part.KINDS: N_("Kind"),
    Part.REGIONS: N_("Region"),
    Part.PERIOD: N_("Period"),
    Part.CONDITIONS: N_("Conditions"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A part that is asked for, and what of it."""

    part: Part
    text: str


def part_title(part: Part) -> str:
    """What a part is called."""
    return _(_TITLES[part])


def rule_title(code: str) -> str:
    """A rule with its code."""
    from domain.rules.catalogue import rule_of  # all rules: too much for a start

    return f"{code} · {rule_of(code).title_text()}"


def kind_title(kind: str) -> str:
    """What rotations can have some of."""
    return _(TITLES[kind])


def known_rules(codes: Collection[str]) -> list[str]:
    """Those rules, in the order of all."""
    from domain.rules.catalogue import RULES

    return [rule.code for rule in RULES if rule.code in codes]


def told_of(asked: RowFilter) -> Iterator[Told]:
    """Everything that is asked for, a part each."""
    if asked.troubled:
        yield Told(Part.TROUBLED, part_title(Part.TROUBLED))
    codes = known_rules(asked.rules) if asked.rules else []
    regions = [region or _("No region") for region in sorted(asked.regions)]
    for part, values in (
        (Part.RULES, [rule_title(code) for code in codes]),
        (Part.STATUSES, [word(status) for status in _statuses(asked)]),
        (Part.KINDS, [kind_title(kind) for kind in KINDS if kind in asked.kinds]),
        (Part.REGIONS, regions),
        (Part.PERIOD, [period_text(asked.first_day, asked.last_day)] * asked.has_period),
    ):
        if values:
            text = _("{part}: {values}")
            yield Told(part, text.format(part=part_title(part), values=", ".join(values)))
    if asked.conditions:
        from gui.models.condition_words import conditions_text  # not needed at the start

        yield Told(Part.CONDITIONS, conditions_text(asked.conditions))


def _statuses(asked: RowFilter) -> list[Status]:
    """The statuses that are asked for, in their own order."""
    return [status for status in Status if status in asked.statuses]


def without(asked: RowFilter, part: Part) -> RowFilter:
    """What is asked for without one of its parts."""
    if part is Part.PERIOD:
        return replace(asked, first_day=None, last_day=None)
    return replace(asked, **{part.value: getattr(NOTHING, part.value)})
