"""The titles of kinds and fields by which a planner knows them, in files as in the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.language import N_, _
from domain.model import Kind

KIND_TITLES: Final = {
    Kind.MISSION: N_("Mission"),
    Kind.MANDATE: N_("Mandate"),
    Kind.FRAME: N_("Frame"),
    Kind.LIMIT: N_("Limit"),
    Kind.FORCE: N_("Force"),
    Kind.COMMITMENT: N_("Commitment"),
    Kind.SHARING: N_("Sharing"),
    Kind.RECOVERY_RULE: N_("Recovery rule"),
    Kind.LENGTH_RULE: N_("Length rule"),
    Kind.POST: N_("Post"),
    Kind.ROTATION: N_("Rotation"),
    Kind.WAIVER: N_("Acceptance"),
}
_LISTS: Final = {
    Kind.MISSION: N_("Missions"),
    Kind.MANDATE: N_("Mandates"),
    Kind.FRAME: N_("Frames"),
    Kind.FORCE: N_("Forces"),
    Kind.COMMITMENT: N_("Commitments"),
    Kind.SHARING: N_("Sharings"),
    Kind.RECOVERY_RULE: N_("Recovery rules"),
    Kind.LENGTH_RULE: N_("Length rules"),
    Kind.POST: N_("Posts"),
    Kind.ROTATION: N_("Rotations"),
    Kind.WAIVER: N_("Acceptances"),
}
FIELD_TITLES: Final = {
    "": N_("The whole"),
    "name": N_("Name"),
    "full_name": N_("Full name"),
    "region": N_("Region"),
    "lead": N_("Led by"),
    "kind": N_("Kind"),
    "main_task": N_("Main task"),
    "handover_days": N_("Handover days"),
    "handover_counts": N_("Both count at a handover"),
    "min_length": N_("Shortest length"),
    "max_length": N_("Longest length"),
    "preparation_days": N_("Preparation days"),
    "decision_lead_days": N_("Days for a decision"),
    "note": N_("Note"),
    "mission": N_("Mission"),
    "legal_basis": N_("Legal basis"),
    "first_day": N_("First day"),
    "last_day": N_("Last day"),
    "day_notes": N_("Notes on the days"),
    "source": N_("Source"),
    "title": N_("Title"),
    "missions": N_("Missions"),
    "limits": N_("Limits"),
    "condition": N_("Condition"),
    "condition_met": N_("Condition met"),
    "condition_decided_on": N_("Condition decided on"),
    "until_decided": N_("Until that is decided"),
    "caveats": N_("Caveats"),
    "supersedes": N_("Replaces"),
    "correction": N_("Correction"),
    "parent": N_("Part of force"),
    "measure": N_("What is counted"),
    "service": N_("Service"),
    "marking": N_("Marking"),
    "supply": N_("Supply"),
    "force": N_("Force"),
    "quantity": N_("Quantity"),
    "exclusive": N_("Excludes everything else"),
    "categories": N_("Categories"),
    "factor": N_("Factor"),
    "days": N_("Days"),
    "window_days": N_("Days looked back"),
    "forces": N_("Forces"),
    "exempt_missions": N_("Exempt missions"),
    "category": N_("Category"),
    "min_months": N_("Shortest length in months"),
    "max_months": N_("Longest length in months"),
    "military": N_("Military"),
    "civilian": N_("Civilian"),
    "police": N_("Police"),
    "teams": N_("Teams"),
    "post": N_("Post"),
    "relieves": N_("Relieves"),
    "continues": N_("Continues"),
    "part_of": N_("Part of"),
    "supports": N_("Supports"),
    "status": N_("Status"),
    "justification": N_("Justification"),
    "code": N_("Rule"),
    "subjects": N_("About"),
    "reason": N_("Reason"),
    "by": N_("Accepted by"),
    "on": N_("Accepted on"),
    "until": N_("Accepted until"),
    "accepted": N_("What was accepted"),
    "circa_percent": N_("Margin of circa in per cent"),
    "circa_least": N_("Least margin of circa"),
    "planning_first_day": N_("First day of the planning period"),
    "planning_last_day": N_("Last day of the planning period"),
    # What only the columns of a file have.
    "min_days": N_("Shortest length in days"),
    "max_days": N_("Longest length in days"),
    "frame": N_("Frame"),
    "number": N_("Number"),
    "binding": N_("Binding"),
    "by_whom": N_("Accepted by"),
    "on_day": N_("Accepted on"),
    "until_day": N_("Accepted until"),
    "first_day_precision": N_("How exact the first day is"),
    "last_day_precision": N_("How exact the last day is"),
    "first_day_note": N_("What is said of the first day"),
    "last_day_note": N_("What is said of the last day"),
    "last_day_kind": N_("How it ends"),
    "marking_level": N_("Level of the marking"),
    "marking_text": N_("Marking"),
    "marking_colour": N_("Colour of the marking"),
    "open_points": N_("Open points"),
    "derived_from": N_("Derived from"),
    "description": N_("Description"),
    "record": N_("Plan of record"),
    "position": N_("Place in the list"),
}
REFERENCES: Final[Mapping[str, Kind]] = {
    "mission": Kind.MISSION,
    "missions": Kind.MISSION,
    "supports": Kind.MISSION,
    "force": Kind.FORCE,
    "forces": Kind.FORCE,
    "parent": Kind.FORCE,
    "post": Kind.POST,
    "relieves": Kind.ROTATION,
    "continues": Kind.ROTATION,
    "part_of": Kind.ROTATION,
    "frame": Kind.FRAME,
    "supersedes": Kind.FRAME,
}
"""The fields that name another thing, or several, and of what kind."""


def kind_text(kind: Kind | None) -> str:
    """The title of a kind of things, in the singular; of none that of the settings."""
    return _("Settings of the plan") if kind is None else _(KIND_TITLES[kind])


def field_text(field: str | None) -> str:
    """The title of a field; one that has none is shown as it stands in a file."""
    return "" if field is None else _(FIELD_TITLES.get(field, field))


def many_kind_text(kind: Kind) -> str:
    """The name of a kind of things that have a list of their own, in the plural."""
    return _(_LISTS[kind])
