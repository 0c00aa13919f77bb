"""Missions, mandates and frames of a generated plan."""

from tests.oracle.plan_choices import Draw, coin, mixed, number, often, pick, some
from tests.oracle.plan_days import Anchors, open_spans
from tests.oracle.plan_rows import CATEGORIES, IDS, Row

MEASURES = [
    "persons",
    "persons",
    "persons",
    "persons",
    "teams",
    "teams",
    "teams_per_year",
    "persons_per_year",
    "average_per_year",
    "team_size",
]

BINDINGS = ["maximum", "exact", "circa", "circa", "modular", "unlimited", "unknown", "unread"]


def lengths(draw: Draw) -> Row:
    """A bound of a mission, in days or in months."""
    unit = pick(draw, ["days", "months"])
    return {unit: pick(draw, [1, 3, 12] if unit == "months" else [0, 1, 10, 70])}


def missions(draw: Draw) -> list[Row]:
    """One to three missions, most of them without bounds of their own."""
    return [
        {
            "id": id_,
            "name": f"Mission {id_}",
            "handover_days": often(draw, 0, 1, 5),
            "handover_counts": coin(draw),
            "min_length": often(draw, None, lengths(draw)),
            "max_length": often(draw, None, lengths(draw)),
            "preparation_days": often(draw, 0, 1, 12),
            "decision_lead_days": often(draw, 0, 30),
        }
        for id_ in IDS[: number(draw, 1, 3)]
    ]


def mandates(draw: Draw, mission_ids: list[str], around: Anchors) -> list[Row]:
    """No mandates, or a few."""
    rows = []
    for id_ in IDS[: often(draw, 0, 1, 2, 3)]:
        first, last = open_spans(draw, around)
        rows.append(
            {
                "id": id_,
                "mission": pick(draw, mission_ids),
                "legal_basis": "Resolution",
                "first_day": first,
                "last_day": last,
            }
        )
    return rows


def limits(draw: Draw, id_: str) -> Row:
    """A limit of any measure and binding, its number small."""
    binding = often(
        draw, "maximum", "exact", "circa", "circa", "modular", "unlimited", "unknown", "unread"
    )
    most = None if binding in {"unlimited", "unknown"} else number(draw, 0, 9)
    if binding == "unread":
        most = often(draw, None, most)
    categories = often(draw, CATEGORIES, some(draw, CATEGORIES), ["military"])
    return {
        "id": id_,
        "measure": None if binding == "unread" else pick(draw, MEASURES),
        "categories": categories,
        "number": most,
        "binding": binding,
    }


def conditions(draw: Draw) -> Row:
    """A condition in any of its states; without a condition nothing is decided about it."""
    if often(draw, None, "if asked") is None:
        return {"condition": None, "condition_met": None, "until_decided": "in_force"}
    return {
        "condition": "if asked",
        "condition_met": pick(draw, [None, None, True, False]),
        "until_decided": often(draw, "in_force", "not_in_force"),
    }


def frames(draw: Draw, mission_ids: list[str], around: Anchors) -> list[Row]:
    """No frame to five; each may supersede or correct those made before it, then all are mixed."""
    rows: list[Row] = []
    limit_number = 0
    for id_ in IDS[: pick(draw, [0, 1, 2, 2, 3, 3, 4, 5])]:
        first, last = open_spans(draw, around)
        supersedes = often(draw, [], some(draw, [row["id"] for row in rows], at_most=2))
        number_of_limits = number(draw, 1, 3)
        rows.append(
            {
                "id": id_,
                "title": f"Frame {id_}",
                "missions": often(draw, mission_ids, some(draw, mission_ids)),
                "first_day": first,
                "last_day": last,
                **conditions(draw),
                "supersedes": supersedes,
                "correction": bool(supersedes) and coin(draw),
                "limits": [
                    limits(draw, f"{IDS[n % len(IDS)]}{n}")
                    for n in range(limit_number, limit_number + number_of_limits)
                ],
                **open_end(draw, last),
            }
        )
        limit_number += number_of_limits
    return mixed(draw, rows)


def open_end(draw: Draw, last: str | None) -> Row:
    """The kind of an open last day, sometimes said."""
    kinds = ["indefinite", "ongoing", "per_activity", "not_stated"]
    if last is not None:
        return pick(draw, [{}, {"last_day_kind": "date"}])
    kind = often(draw, None, *kinds)
    return {} if kind is None else {"last_day_kind": kind}
