"""Missions, mandates and lengths of tours, from missions.csv and mandates.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from resources.baselines import periods
from resources.baselines.facts import Json, Row, choices, dutch, facts, source

OPTIONAL: Final = {"region": "", "lead": "", "kind": "", "full_name": "", "note": ""}


def missions(codes: Iterable[str]) -> list[Json]:
    """The missions with these codes, in the order of the facts."""
    wanted = set(codes)
    return [_mission(row) for code, row in facts("missions").items() if code in wanted]


def _mission(row: Row) -> Json:
    chosen = choices("missions").get(row["code"], {})
    mission = {
        "id": row["code"],
        "name": row["name"],
        "full_name": row["full_name"],
        "region": dutch("region", row["region"]),
        "lead": dutch("lead", row["lead_organisation"]),
        "kind": dutch("kind", row["kind"]),
        "main_task": int(row["main_task"]) if row["main_task"] else None,
        "min_length": chosen.get("min_length"),
        "max_length": chosen.get("max_length"),
        "note": " ".join(_notes(row, chosen)),
    }
    return {key: value for key, value in mission.items() if value not in (None, "")}


def _notes(row: Row, chosen: Mapping[str, Any]) -> Iterable[str]:
    parent = facts("missions").get(row["parent_code"])
    if parent:
        yield f"Onderdeel van: {parent['name']}."
    if row["main_task_basis"].startswith("implied"):
        yield "De hoofdtaak is een lezing; de bronnen noemen haar niet."
    if "note" in chosen:
        yield chosen["note"]


def mandates(row_ids: Sequence[str]) -> list[Json]:
    """The international mandates of these rows."""
    return [_mandate(facts("mandates")[row_id]) for row_id in row_ids]


def _mandate(row: Row) -> Json:
    chosen = choices("mandates").get(row["row_id"], {})
    start = facts("mandates")[chosen.get("first_day_of", row["row_id"])]["intl_mandate_from"]
    return {
        "id": row["row_id"],
        "mission": row["mission_code"],
        "legal_basis": row["legal_basis"],
        **periods.first(start, "day", chosen.get("first_day_note", "")),
        **periods.last(
            row["intl_mandate_until"],
            "day",
            row["intl_mandate_as_printed"],
            inclusive="unknown",
            kind=row["intl_mandate_kind"],
        ),
        "source": source(
            {"file": row["source_file"], "section": row["section"], "lines": row["lines"]},
            row["evidence"],
        ),
    }


def length_rules() -> list[Json]:
    """How long a tour lasts, by category and first day."""
    return [_length_rule(rule) for rule in choices("baselines")["length_rules"]]


def _length_rule(rule: Mapping[str, Any]) -> Json:
    bounds = {key: rule[key] for key in ("min_months", "max_months") if key in rule}
    return {
        "id": rule["id"],
        "category": rule["category"],
        **bounds,
        "first_day": rule.get("first_day"),
        "last_day": rule.get("last_day"),
        "source": source(rule, rule["quote"]),
    }
