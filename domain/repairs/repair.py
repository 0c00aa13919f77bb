"""A change that may mend a finding, and what it was seen to do."""

from __future__ import annotations

from dataclasses import dataclass

from domain.model import Edit
from domain.rules.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that has not been tried yet."""

    edit: Edit
    sentence: str
    """What changes, in the current language."""
    rotation: str
    """The id of the rotation that it changes first."""
    effort: int
    """How much it asks of people, about in days of one rotation; only for the order."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that mends a finding, with all that it solves and newly causes."""

    edit: Edit
    sentence: str
    solved: tuple[Finding, ...]
    caused: tuple[Finding, ...]

    def causes(self, severity: Severity) -> int:
        """How many findings of a severity it newly causes, accepted ones left out."""
        return sum(1 for one in self.caused if one.severity is severity and not one.waived)

    @property
    def harm(self) -> tuple[int, int, int]:
        """How much worse it makes the plan elsewhere: errors, warnings, notes."""
        return (
            self.causes(Severity.ERROR),
            self.causes(Severity.WARNING),
            self.causes(Severity.NOTE),
        )
