"""The fixed words about forces as a planner reads them, in the current language."""

from __future__ import annotations

from typing import Final

from domain.language import N_, _, plural
from domain.model import CommitmentKind, ForceKind, ForceMeasure, RecoveryKind, RecoveryRule

FORCE_KINDS: Final = {ForceKind.UNIT: N_("unit"), ForceKind.POOL: N_("pool")}
FORCE_MEASURES: Final = {
    ForceMeasure.PERSONS: N_("persons"),
    ForceMeasure.TEAMS: N_("teams"),
    ForceMeasure.ITEMS: N_("items"),
}
COMMITMENT_KINDS: Final = {
    CommitmentKind.READINESS: N_("readiness"),
    CommitmentKind.NATIONAL: N_("national task"),
    CommitmentKind.EXERCISE: N_("exercise"),
    CommitmentKind.MAINTENANCE: N_("maintenance"),
    CommitmentKind.OTHER: N_("other"),
}


def recovery_text(rule: RecoveryRule) -> str:
    """What a recovery rule asks, in one sentence."""
    days = rule.days or 0
    if rule.kind is RecoveryKind.RATIO:
        return _("after a tour {factor} times its days").format(factor=rule.factor)
    if rule.kind is RecoveryKind.INTERVAL:
        return plural("after a tour {days} day", "after a tour {days} days", days).format(days=days)
    return plural(
        "at most {days} day on tour in {window} days",
        "at most {days} days on tour in {window} days",
        days,
    ).format(days=days, window=rule.window_days)
