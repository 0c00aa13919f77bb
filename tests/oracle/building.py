"""Small plans by hand: rows of the JSON document with what a case does not care about filled in."""

from typing import Any

Row = dict[str, Any]

# Code, severity, ids of the subjects, first day, last day, measured, limit.
Brief = tuple[str, str, tuple[str, ...], str, str, int | float | None, int | None]

# A name, a plan, and the findings that are expected.
Case = tuple[str, Row, list[Brief]]

EVERYONE = ("military", "civilian", "police")


def brief(findings: list[Row]) -> list[Brief]:
    """What a finding is about, when and how much, without the rest."""
    return [
        (
            one["code"],
            one["severity"],
            tuple(subject["id"] for subject in one["subjects"]),
            one["first_day"],
            one["last_day"],
            one["measured"],
            one["limit"],
        )
        for one in findings
    ]


def plan(**lists: Any) -> Row:  # noqa: ANN401 - a list of rows, or the settings
    return {
        "format": "kader-plan",
        "version": 1,
        "name": "Plan",
        "scenario": "Basis",
        "derived_from": None,
        "settings": {},
        **lists,
    }


def mission(id_: str, **extra: object) -> Row:
    return {"id": id_, "name": id_.upper(), **extra}


def mandate(id_: str, at: str, first: str | None, last: str | None) -> Row:
    return {"id": id_, "mission": at, "legal_basis": "", "first_day": first, "last_day": last}


def limit(
    id_: str,
    number: int | None,
    *categories: str,
    measure: str | None = "persons",
    binding: str = "maximum",
) -> Row:
    return {
        "id": id_,
        "measure": measure,
        "categories": list(categories or EVERYONE),
        "number": number,
        "binding": binding,
    }


def frame(
    id_: str,
    missions: list[str],
    days: tuple[str | None, str | None],
    *limits: Row,
    **extra: object,
) -> Row:
    """A frame; without limits given it has a single one that is unlimited for everyone."""
    first, last = days
    return {
        "id": id_,
        "title": id_,
        "missions": missions,
        "first_day": first,
        "last_day": last,
        "limits": list(limits) or [limit(f"{id_}/open", None, binding="unlimited")],
        **extra,
    }


def unit(id_: str, parent: str | None = None, **extra: object) -> Row:
    return {"id": id_, "name": id_, "kind": "unit", "parent": parent, **extra}


def step(first: str | None, last: str | None, quantity: int) -> Row:
    return {"first_day": first, "last_day": last, "quantity": quantity}


def pool(id_: str, *steps: Row, **extra: object) -> Row:
    return {"id": id_, "name": id_, "kind": "pool", "supply": list(steps), **extra}


def commitment(id_: str, force: str, days: tuple[str | None, str | None], **extra: object) -> Row:
    first, last = days
    return {
        "id": id_,
        "force": force,
        "name": id_,
        "kind": "readiness",
        "first_day": first,
        "last_day": last,
        **extra,
    }


def sharing(id_: str, force: str, missions: list[str], days: tuple[str | None, str | None]) -> Row:
    first, last = days
    return {
        "id": id_,
        "force": force,
        "missions": missions,
        "first_day": first,
        "last_day": last,
        "source": "",
    }


def recovery_rule(id_: str, kind: str, **extra: object) -> Row:
    return {
        "id": id_,
        "kind": kind,
        "forces": [],
        "categories": ["military"],
        "first_day": None,
        "last_day": None,
        "source": "",
        **extra,
    }


def length_rule(
    category: str,
    low: int | None,
    high: int | None,
    days: tuple[str | None, str | None] = (None, None),
) -> Row:
    first, last = days
    return {
        "id": f"{category}-{first}",
        "category": category,
        "min_months": low,
        "max_months": high,
        "first_day": first,
        "last_day": last,
        "source": "",
    }


def post(
    id_: str, at: str, quantity: int, days: tuple[str | None, str | None], **extra: object
) -> Row:
    first, last = days
    return {
        "id": id_,
        "mission": at,
        "title": id_,
        "category": "military",
        "quantity": quantity,
        "first_day": first,
        "last_day": last,
        **extra,
    }


def rotation(id_: str, at: str, first: str, last: str, **extra: object) -> Row:
    return {
        "id": id_,
        "mission": at,
        "name": id_,
        "first_day": first,
        "last_day": last,
        **extra,
    }


def waiver(id_: str, finding: Row, **accepted: object) -> Row:
    """A waiver that accepts a finding as it stands, but for what is given otherwise."""
    contributors = [{"kind": one["kind"], "id": one["id"]} for one in finding["contributors"]]
    until = accepted.pop("until", None)
    return {
        "id": id_,
        "code": finding["code"],
        "subjects": finding["subjects"],
        "reason": "accepted",
        "by": "chief",
        "on": "2026-01-01",
        "until": until,
        "accepted": {
            "first_day": finding["first_day"],
            "last_day": finding["last_day"],
            "excess": finding["excess"],
            "contributors": contributors,
            **accepted,
        },
    }
