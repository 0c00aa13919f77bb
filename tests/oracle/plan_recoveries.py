"""A scene of tours and commitments soon after each other, on units that lie inside each other."""

from datetime import date, timedelta

from tests.oracle.plan_choices import Draw, mixed, number, often, pick
from tests.oracle.plan_days import Anchors, spans
from tests.oracle.plan_rows import IDS, Row, rotation_row

FORCES = [
    {"id": id_, "name": id_, "kind": "unit", "parent": parent}
    for id_, parent in (("b", None), ("a", "b"), ("B", "a"))
]

Days = tuple[date, date]


def recoveries(draw: Draw, plan: Row, around: Anchors) -> Row:
    """One force inside the other, with tours and commitments soon after each other."""
    rotations: list[Row] = []
    commitments: list[Row] = []
    days = (spans(draw, around)[0],) * 2
    latest = days[1]
    for id_ in IDS[: number(draw, 2, 6)]:
        days = _next_days(draw, days, latest)
        latest = max(latest, days[1])
        if rotations and number(draw, 0, 3) == 3:
            commitments.append(_commitment(draw, id_, days, rotations))
        else:
            rotations.append(_tour(draw, id_, days, rotations, plan))
    return {
        "forces": FORCES,
        "commitments": commitments,
        "sharings": [],
        "recovery_rules": _rules(draw, pick(draw, rotations)["last_day"]),
        "rotations": mixed(draw, rotations),
    }


def _next_days(draw: Draw, days: Days, latest: date) -> Days:
    """Soon after the days before, or such that as long a rest after either ends on one day."""
    first, last = days
    if number(draw, 0, 4) == 4:
        earlier = number(draw, 1, 4)
        return first - timedelta(days=2 * earlier), last - timedelta(days=earlier)
    begin = latest + timedelta(days=pick(draw, [1, 1, 2, 5, 0, -3]))
    return begin, begin + timedelta(days=number(draw, 0, 9))


def _commitment(draw: Draw, id_: str, days: Days, rotations: list[Row]) -> Row:
    """A commitment of its own days, or of those of the last rotation on the same unit."""
    row = {
        "id": id_,
        "force": pick(draw, ["a", "a", "b", "B"]),
        "name": id_,
        "kind": pick(draw, ["readiness", "exercise", "maintenance"]),
        "first_day": days[0].isoformat(),
        "last_day": days[1].isoformat(),
    }
    if number(draw, 0, 2) == 2:
        row |= {key: rotations[-1][key] for key in ("force", "first_day", "last_day")}
    return row


def _tour(draw: Draw, id_: str, days: Days, before: list[Row], plan: Row) -> Row:
    """A rotation that perhaps continues the one before it."""
    mission = pick(draw, plan["missions"])["id"]
    last = [row["id"] for row in before[-1:]]
    continues = pick(draw, [None, *last, *last])
    extra: Row = {
        "military": often(draw, 1, 0),
        "civilian": often(draw, 0, 0, 1),
        "force": pick(draw, ["a", "a", "b", "B"]),
        "status": often(draw, "planned", "planned", "planned", "cancelled"),
    }
    return rotation_row(id_, mission, *days, continues=continues, **extra)


def _rules(draw: Draw, day: str) -> list[Row]:
    """Rules of recovery that hold always, from the day or until it, for one force or all."""
    rows = []
    for id_ in IDS[: number(draw, 1, 3)]:
        kinds: list[Row] = [
            {"kind": "ratio", "factor": pick(draw, [1, 1, 0.7, 2])},
            {"kind": "interval", "days": number(draw, 1, 12)},
            {"kind": "quota", "days": number(draw, 1, 9), "window_days": 12},
        ]
        first, last = often(draw, (None, None), (day, None), (None, day))
        rows.append(
            {
                "id": id_,
                **pick(draw, kinds),
                "forces": pick(draw, [[], [], ["a"], ["B"]]),
                "categories": pick(draw, [["military"], ["military"], ["civilian", "police"]]),
                "first_day": first,
                "last_day": last,
                "source": "letter",
            }
        )
    return rows
