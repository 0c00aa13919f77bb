"""Waivers of a generated plan: of its own findings, some as they are, some just too narrow."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from tests.oracle.plan_choices import Draw, number, often, pick
from tests.oracle.plan_rows import IDS, Row
from tests.oracle.report import check

TWISTS = [
    "nothing",
    "nothing",
    "wider",
    "first day",
    "last day",
    "excess",
    "no excess",
    "contributors",
    "until",
    "until today",
    "order of subjects",
    "code",
]


def waivers(draw: Draw, plan: Row, as_of: date | None) -> list[Row]:
    """No waivers to four, each of a finding that the plan has, perhaps two of the same one."""
    findings = check(plan, as_of)
    ids = IDS[: number(draw, 0, 4)] if findings else []
    return [_waiver(draw, id_, pick(draw, findings), as_of) for id_ in ids]


def _waiver(draw: Draw, id_: str, finding: Row, as_of: date | None) -> Row:
    twist = pick(draw, TWISTS)
    waiver = {
        "id": id_,
        "code": finding["code"],
        "subjects": deepcopy(finding["subjects"]),
        "reason": "accepted",
        "by": "chief",
        "on": "2026-01-01",
        "until": often(draw, None, "2028-12-31"),
        "accepted": {
            "first_day": finding["first_day"],
            "last_day": finding["last_day"],
            "excess": finding["excess"],
            "contributors": [
                {"kind": one["kind"], "id": one["id"]} for one in finding["contributors"]
            ],
        },
    }
    _twist(waiver, twist, as_of)
    return waiver


def _twist(waiver: Row, twist: str, as_of: date | None) -> None:
    """Changes one thing about a waiver that would fit."""
    accepted = waiver["accepted"]
    if twist == "wider":
        accepted["first_day"] = _moved(accepted["first_day"], -1)
        accepted["last_day"] = _moved(accepted["last_day"], 1)
    elif twist in {"first day", "last day"} and accepted["first_day"] != accepted["last_day"]:
        key, days = ("first_day", 1) if twist == "first day" else ("last_day", -1)
        accepted[key] = _moved(accepted[key], days)
    elif twist == "excess" and accepted["excess"]:
        accepted["excess"] = _less(accepted["excess"])
    elif twist == "no excess":
        accepted["excess"] = None
    elif twist == "contributors":
        accepted["contributors"] = accepted["contributors"][1:]
    elif twist == "until" and as_of is not None:
        waiver["until"] = _moved(as_of.isoformat(), -1)
    elif twist == "until today" and as_of is not None:
        waiver["until"] = as_of.isoformat()
    elif twist == "order of subjects":
        waiver["subjects"].reverse()
    elif twist == "code" and waiver["code"] in {"ROT001", "FRA006"}:
        waiver["code"] = "ROT002"


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _less(excess: Any) -> Any:  # noqa: ANN401 - a whole number, or a mean with two decimals
    """A little less: one, or of a mean one hundredth."""
    return max(0.0, round(excess - 0.01, 2)) if isinstance(excess, float) else excess - 1
