"""Forces, what is claimed of them, and the rules and posts of a generated plan."""

from datetime import date, timedelta

from tests.oracle.plan_choices import Draw, mixed, number, often, pick, some
from tests.oracle.plan_days import Anchors, days, open_spans
from tests.oracle.plan_rows import CATEGORIES, IDS, Row

FACTORS = [0, 0.5, 1, 1.1, 1.25, 2, 0.01, 0.7]


def supplies(draw: Draw, around: Anchors) -> list[Row]:
    """Steps that do not overlap: they lie between a few days in order, some left out."""
    between = sorted({days(draw, around) for _ in range(number(draw, 1, 4))})
    firsts: list[date | None] = [None, *between]
    lasts = [*(day - timedelta(days=1) for day in between), None]
    steps = [
        {
            "first_day": None if first is None else first.isoformat(),
            "last_day": None if last is None else last.isoformat(),
            "quantity": number(draw, 0, 4),
        }
        for first, last in zip(firsts, lasts, strict=True)
    ]
    return [step for step in steps if often(draw, True, True, False)] or steps[:1]


def forces(draw: Draw, around: Anchors) -> list[Row]:
    """Trees of units and pools, three deep and more; the parents not always first."""
    rows: list[Row] = []
    for id_ in IDS[: number(draw, 0, 6)]:
        kind = often(draw, "unit", "unit", "pool")
        parent = pick(draw, [None, *([row["id"] for row in rows] * 2)])
        row = {
            "id": id_,
            "name": f"Force {id_}",
            "kind": kind,
            "parent": parent,
            "measure": pick(draw, ["items", "persons", "teams"]),
        }
        rows.append(row | ({"supply": supplies(draw, around)} if kind == "pool" else {}))
    return mixed(draw, rows)


def commitments(draw: Draw, force_ids: list[str], around: Anchors) -> list[Row]:
    """No commitments to three, exclusive or not, of every kind."""
    rows = []
    for id_ in IDS[: number(draw, 0, 3) if force_ids else 0]:
        first, last = open_spans(draw, around)
        rows.append(
            {
                "id": id_,
                "force": pick(draw, force_ids),
                "name": f"Commitment {id_}",
                "kind": pick(draw, ["readiness", "national", "exercise", "maintenance", "other"]),
                "first_day": first,
                "last_day": last,
                "quantity": often(draw, None, 0, 1, 3),
                "exclusive": often(draw, True, True, False),
            }
        )
    return mixed(draw, rows)


def sharings(
    draw: Draw, force_ids: list[str], mission_ids: list[str], around: Anchors
) -> list[Row]:
    """No sharings to three, at any force, mostly for all missions."""
    rows = []
    for id_ in IDS[: number(draw, 0, 3) if force_ids else 0]:
        first, last = open_spans(draw, around)
        rows.append(
            {
                "id": id_,
                "force": pick(draw, force_ids),
                "missions": often(draw, mission_ids, some(draw, mission_ids)),
                "first_day": first,
                "last_day": last,
                "source": "letter",
            }
        )
    return rows


def recovery_rules(
    draw: Draw, force_ids: list[str], mission_ids: list[str], around: Anchors
) -> list[Row]:
    """No recovery rules to three, of every kind."""
    rows = []
    for id_ in IDS[: number(draw, 0, 3)]:
        first, last = often(draw, (None, None), open_spans(draw, around))
        exempt = often(draw, [], some(draw, mission_ids, at_most=1))
        rows.append(
            {
                "id": id_,
                **recovery_kinds(draw),
                "forces": often(draw, [], some(draw, force_ids, at_most=2)),
                "categories": often(draw, CATEGORIES, some(draw, CATEGORIES)),
                "first_day": first,
                "last_day": last,
                "exempt_missions": [{"mission": id_, "reason": "agreed"} for id_ in exempt],
                "source": "letter",
            }
        )
    return rows


def recovery_kinds(draw: Draw) -> Row:
    """The kind of a recovery rule with the numbers that belong to it."""
    kind = pick(draw, ["ratio", "interval", "quota"])
    if kind == "ratio":
        return {"kind": kind, "factor": pick(draw, FACTORS)}
    few = number(draw, 0, 12)
    if kind == "interval":
        return {"kind": kind, "days": often(draw, few, 30, 100)}
    days_allowed = often(draw, few, 30)
    return {
        "kind": kind,
        "days": days_allowed,
        "window_days": days_allowed + pick(draw, [1, 3, 10, 100]),
    }


def length_rules(draw: Draw, around: Anchors) -> list[Row]:
    """No length rules to three, with either bound or both."""
    rows = []
    for id_ in IDS[: number(draw, 0, 4)]:
        first, last = often(draw, (None, None), open_spans(draw, around))
        low, high = pick(draw, [(1, 3), (3, None), (None, 4), (4, 6), (12, 12)])
        rows.append(
            {
                "id": id_,
                "category": pick(draw, CATEGORIES),
                **({} if low is None else {"min_months": low}),
                **({} if high is None else {"max_months": high}),
                "first_day": first,
                "last_day": last,
                "source": "letter",
            }
        )
    return rows


def posts(draw: Draw, mission_ids: list[str], around: Anchors) -> list[Row]:
    """No posts to two."""
    rows = []
    for id_ in IDS[: number(draw, 0, 2)]:
        first, last = open_spans(draw, around)
        rows.append(
            {
                "id": id_,
                "mission": pick(draw, mission_ids),
                "title": f"Post {id_}",
                "category": pick(draw, CATEGORIES),
                "quantity": number(draw, 0, 4),
                "first_day": first,
                "last_day": last,
            }
        )
    return rows
