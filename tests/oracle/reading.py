"""From the JSON document to the words: optional keys that are missing get their defaults."""

from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.dates import Span
from tests.oracle.words import (
    Commitment,
    Force,
    Frame,
    Length,
    LengthRule,
    Limit,
    Mandate,
    Mission,
    Plan,
    Post,
    RecoveryRule,
    Rotation,
    Settings,
    Sharing,
    Supply,
    Waiver,
)

Row = dict[str, Any]


def read_plan(document: Row) -> Plan:
    """The plan that the document describes.

    "A missing list is empty, missing settings are the defaults."
    """
    return Plan(
        name=document["name"],
        scenario=document["scenario"],
        settings=_settings(document.get("settings") or {}),
        missions={row["id"]: _mission(row) for row in document.get("missions", [])},
        mandates=[Mandate(row["mission"], _span(row)) for row in document.get("mandates", [])],
        frames=[_frame(row) for row in document.get("frames", [])],
        forces={row["id"]: _force(row) for row in document.get("forces", [])},
        commitments=[_commitment(row) for row in document.get("commitments", [])],
        sharings=[_sharing(row) for row in document.get("sharings", [])],
        recovery_rules=[_recovery_rule(row) for row in document.get("recovery_rules", [])],
        length_rules=[_length_rule(row) for row in document.get("length_rules", [])],
        posts=[_post(row) for row in document.get("posts", [])],
        all_rotations={row["id"]: _rotation(row) for row in document.get("rotations", [])},
        waivers=[_waiver(row) for row in document.get("waivers", [])],
    )


def _day(text: str | None) -> date | None:
    """A day, or None: "Days are ISO; an open day is null"."""
    return None if text is None else date.fromisoformat(text)


def _span(row: Row) -> Span:
    return Span(_day(row["first_day"]), _day(row["last_day"]))


def _settings(row: Row) -> Settings:
    return Settings(
        circa_percent=row.get("circa_percent", 10),
        circa_least=row.get("circa_least", 1),
        planning=Span(_day(row.get("planning_first_day")), _day(row.get("planning_last_day"))),
    )


def _length(row: Row | None) -> Length | None:
    """A bound of a mission: `{"days": n}` or `{"months": n}`."""
    return None if row is None else Length(row.get("days"), row.get("months"))


def _mission(row: Row) -> Mission:
    return Mission(
        id=row["id"],
        handover_days=row.get("handover_days", 0),
        handover_counts=row.get("handover_counts", True),
        min_length=_length(row.get("min_length")),
        max_length=_length(row.get("max_length")),
        preparation_days=row.get("preparation_days", 0),
        decision_lead_days=row.get("decision_lead_days", 0),
    )


def _limit(row: Row) -> Limit:
    return Limit(
        id=row["id"],
        measure=row["measure"],
        categories=frozenset(row["categories"]),
        number=row["number"],
        binding=row["binding"],
    )


def _frame(row: Row) -> Frame:
    return Frame(
        id=row["id"],
        missions=frozenset(row["missions"]),
        span=_span(row),
        condition=row.get("condition"),
        condition_met=row.get("condition_met"),
        until_decided=row.get("until_decided", "in_force"),
        supersedes=tuple(row.get("supersedes", [])),
        correction=row.get("correction", False),
        limits=tuple(_limit(limit) for limit in row["limits"]),
    )


def _force(row: Row) -> Force:
    steps = row.get("supply", [])
    return Force(
        id=row["id"],
        kind=row["kind"],
        parent=row.get("parent"),
        measure=row.get("measure", "items"),
        supply=tuple(Supply(_span(step), step["quantity"]) for step in steps),
    )


def _commitment(row: Row) -> Commitment:
    return Commitment(
        id=row["id"],
        force=row["force"],
        kind=row["kind"],
        span=_span(row),
        quantity=row.get("quantity"),
        exclusive=row.get("exclusive", True),
    )


def _sharing(row: Row) -> Sharing:
    return Sharing(row["force"], frozenset(row["missions"]), _span(row))


def _recovery_rule(row: Row) -> RecoveryRule:
    """A recovery rule; "the factor is an exact decimal", as it is written in the document."""
    return RecoveryRule(
        id=row["id"],
        kind=row["kind"],
        factor=Fraction(str(row.get("factor") or 0)),
        days=row.get("days") or 0,
        window_days=row.get("window_days") or 0,
        forces=tuple(row.get("forces", [])),
        categories=frozenset(row["categories"]),
        span=_span(row),
        exempt_missions=frozenset(one["mission"] for one in row.get("exempt_missions", [])),
    )


def _length_rule(row: Row) -> LengthRule:
    return LengthRule(
        category=row["category"],
        min_months=row.get("min_months"),
        max_months=row.get("max_months"),
        span=_span(row),
    )


def _post(row: Row) -> Post:
    return Post(row["id"], row["category"], row["quantity"], _span(row))


def _rotation(row: Row) -> Rotation:
    """A rotation; "Rotations have no open days"."""
    return Rotation(
        id=row["id"],
        mission=row["mission"],
        first_day=date.fromisoformat(row["first_day"]),
        last_day=date.fromisoformat(row["last_day"]),
        military=row.get("military", 0),
        civilian=row.get("civilian", 0),
        police=row.get("police", 0),
        teams=row.get("teams"),
        force=row.get("force"),
        quantity=row.get("quantity"),
        post=row.get("post"),
        relieves=row.get("relieves"),
        continues=row.get("continues"),
        part_of=row.get("part_of"),
        status=row.get("status", "planned"),
        justification=row.get("justification", ""),
    )


def _waiver(row: Row) -> Waiver:
    accepted = row["accepted"]
    excess = accepted["excess"]
    return Waiver(
        id=row["id"],
        code=row["code"],
        subjects=tuple((one["kind"], one["id"]) for one in row["subjects"]),
        until=_day(row["until"]),
        first_day=date.fromisoformat(accepted["first_day"]),
        last_day=date.fromisoformat(accepted["last_day"]),
        excess=None if excess is None else Fraction(str(excess)),
        contributors=frozenset((one["kind"], one["id"]) for one in accepted["contributors"]),
    )
