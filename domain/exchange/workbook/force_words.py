"""What a recovery rule asks, in words."""

from __future__ import annotations

from domain.language import _, plural
from domain.model import RecoveryKind, RecoveryRule


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
