"""A finding as a value, its place in the order, and its form in JSON."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

Number = int | Fraction

SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Subject:
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Contributor:
    kind: str
    id: str
    amount: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a plan.

    "Fields that a rule has no use for are null."
    """

    code: str
    severity: str
    subjects: tuple[Subject, ...]
    first_day: date
    last_day: date
    measured: Number | None = None
    limit: int | None = None
    peak_day: date | None = None
    contributors: tuple[Contributor, ...] = ()

    @property
    def excess(self) -> Number | None:
        """How far measured lies from the limit.

        "Excess is the distance between measured and limit, never negative, null without them."
        """
        if self.measured is None or self.limit is None:
            return None
        distance = self.measured - self.limit
        return max(distance, -distance)


def contributors(amounts: dict[tuple[str, str], int]) -> tuple[Contributor, ...]:
    """Those that add something, by kind and id.

    "Where amounts are summed, contributors are those with an amount above 0."
    """
    return tuple(
        Contributor(kind, id_, amount)
        for (kind, id_), amount in sorted(amounts.items())
        if amount > 0
    )


def order(finding: Finding) -> tuple[Any, ...]:
    """What findings are sorted by.

    "Findings are sorted by severity (error, warning, note), code, first day, subjects, last day;
    ids as plain text."
    """
    return (
        SEVERITIES.index(finding.severity),
        finding.code,
        finding.first_day,
        tuple((subject.kind, subject.id) for subject in finding.subjects),
        finding.last_day,
    )


def as_printed(number: Number | None) -> int | float | None:
    """A number as JSON writes it: a whole number, or a mean "with two decimals"."""
    return float(number) if isinstance(number, Fraction) else number


def two_decimals(number: Fraction) -> Fraction:
    """A mean "printed with two decimals": to the nearest hundredth, a half upwards."""
    return Fraction((number * 100 + Fraction(1, 2)).__floor__(), 100)


def as_json(finding: Finding, waiver: str | None, lapsed_waivers: list[str]) -> dict[str, Any]:
    """One entry of `findings` in the document of `check --json`."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "waived": waiver is not None,
        "subjects": [{"kind": one.kind, "id": one.id} for one in finding.subjects],
        "first_day": finding.first_day.isoformat(),
        "last_day": finding.last_day.isoformat(),
        "measured": as_printed(finding.measured),
        "peak_day": None if finding.peak_day is None else finding.peak_day.isoformat(),
        "limit": finding.limit,
        "excess": as_printed(finding.excess),
        "contributors": [
            {"kind": one.kind, "id": one.id, "amount": one.amount} for one in finding.contributors
        ],
        "waiver": waiver,
        "lapsed_waivers": lapsed_waivers,
    }
