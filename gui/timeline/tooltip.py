"""What is said about a bar while the mouse rests on it; plain text, whatever the data hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.language import _, plural
from domain.model import Plan, Rotation
from domain.rules.finding import Finding
from domain.rules.texts import message
from domain.words.days import period_text
from gui.timeline.pill import length_text
from gui.words import word

MOST_FINDINGS: Final = 3


def text_of(rotation: Rotation, plan: Plan, findings: Sequence[Finding]) -> str:
    """Everything about a rotation in a few lines."""
    lines = [
        rotation.name,
        plan.missions[rotation.mission].name,
        days_line(rotation),
        people_line(rotation),
        force_line(rotation, plan),
        word(rotation.status),
        *finding_lines(findings),
    ]
    return "\n".join(line for line in lines if line)


def days_line(rotation: Rotation) -> str:
    """The days of a rotation with their number."""
    days = rotation.first_day, rotation.last_day
    return f"{period_text(*days)} · {length_text(*days)}"


def people_line(rotation: Rotation) -> str:
    """The people of a rotation per category, and its teams."""
    parts = [
        plural("{count} military", "{count} military", rotation.military),
        plural("{count} civilian", "{count} civilians", rotation.civilian),
        plural("{count} police", "{count} police", rotation.police),
        plural("{count} team", "{count} teams", rotation.teams or 0),
    ]
    counts = (rotation.military, rotation.civilian, rotation.police, rotation.teams)
    present = zip(parts, counts, strict=True)
    return ", ".join(part.format(count=count) for part, count in present if count)


def force_line(rotation: Rotation, plan: Plan) -> str:
    """The force from which a rotation comes, if it comes from one."""
    if rotation.force is None:
        return ""
    return _("from {force}").format(force=plan.forces[rotation.force].name)


def finding_lines(findings: Sequence[Finding]) -> list[str]:
    """The worst findings as sentences, and how many more there are."""
    shown = findings[:MOST_FINDINGS]
    lines = [f"{word(finding.severity)}: {message(finding)}" for finding in shown]
    more = len(findings) - len(shown)
    if more:
        lines.append(plural("and 1 more", "and {count} more", more).format(count=more))
    return lines
