"""The fixed words of planning as they stand by themselves: statuses and severities in capitals."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from domain.language import N_, _
from domain.model import Status
from domain.rules.finding import Severity
from domain.words import fixed

_SEVERITIES: Final = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}
_COUNTS: Final = {
    Severity.ERROR: N_("Errors"),
    Severity.WARNING: N_("Warnings"),
    Severity.NOTE: N_("Notes"),
}


def word(value: StrEnum) -> str:
    """A fixed word as it stands in a cell, a list or a label."""
    if isinstance(value, Severity):
        return _(_SEVERITIES[value])
    text = fixed.word(value)
    return text[:1].upper() + text[1:] if isinstance(value, Status) else text


def words_of_severity(severity: Severity) -> str:
    """A severity in the plural, as a heading."""
    return _(_COUNTS[severity])
