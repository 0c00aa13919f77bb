"""Forces, what is claimed of them, and the rules and posts of a generated plan."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle.plan_days import Anchors, days, open_spans
from tests.oracle.plan_rows import CATEGORIES, IDS, Row, often, some

FACTORS = [0, 0.5, 1, 1.1, 1.25, 2, 0.01, 0.7]


@st.composite
def supplies(draw: st.DrawFn, around: Anchors) -> list[Row]:
    """Steps that do not overlap: they lie between a few days in order, some left out."""
    between = sorted(set(draw(st.lists(days(around), min_size=1, max_size=4))))
    firsts: list[date | None] = [None, *between]
    lasts = [*(day - timedelta(days=1) for day in between), None]
    steps = [
        {
            "first_day": None if first is None else first.isoformat(),
            "last_day": None if last is None else last.isoformat(),
            "quantity": draw(st.integers(0, 4)),
        }
        for first, last in zip(firsts, lasts, strict=True)
    ]
    return [step for step in steps if draw(often(True, True, False))] or steps[:1]


@st.composite
def forces(draw: st.DrawFn, around: Anchors) -> list[Row]:
    """Trees of units and pools, three deep and more; the parents not always first."""
    rows: list[Row] = []
    for id_ in IDS[: draw(st.integers(0, 6))]:
        kind = draw(often("unit", "unit", "pool"))
        parent = draw(st.sampled_from([None, *([row["id"] for row in rows] * 2)]))
        row = {
            "id": id_,
            "name": f"Force {id_}",
            "kind": kind,
            "parent": parent,
            "measure": draw(st.sampled_from(["items", "persons", "teams"])),
        }
        rows.append(row | ({"supply": draw(supplies(around))} if kind == "pool" else {}))
    return draw(st.permutations(rows))


@st.composite
def commitments(draw: st.DrawFn, force_ids: list[str], around: Anchors) -> list[Row]:
    """No commitments to three, exclusive or not, of every kind."""
    rows = []
    for id_ in IDS[: draw(st.integers(0, 3)) if force_ids else 0]:
        first, last = draw(open_spans(around))
        rows.append(
            {
                "id": id_,
                "force": draw(st.sampled_from(force_ids)),
                "name": f"Commitment {id_}",
                "kind": draw(
                    st.sampled_from(["readiness", "national", "exercise", "maintenance", "other"])
                ),
                "first_day": first,
                "last_day": last,
                "quantity": draw(often(None, 0, 1, 3)),
                "exclusive": draw(often(True, True, False)),
            }
        )
    return draw(st.permutations(rows))


@st.composite
def sharings(
    draw: st.DrawFn, force_ids: list[str], mission_ids: list[str], around: Anchors
) -> list[Row]:
    """No sharings to three, at any force, mostly for all missions."""
    rows = []
    for id_ in IDS[: draw(st.integers(0, 3)) if force_ids else 0]:
        first, last = draw(open_spans(around))
        rows.append(
            {
                "id": id_,
                "force": draw(st.sampled_from(force_ids)),
                "missions": draw(often(mission_ids, draw(some(mission_ids)))),
                "first_day": first,
                "last_day": last,
                "source": "letter",
            }
        )
    return rows


@st.composite
def recovery_rules(
    draw: st.DrawFn, force_ids: list[str], mission_ids: list[str], around: Anchors
) -> list[Row]:
    """No recovery rules to three, of every kind."""
    rows = []
    for id_ in IDS[: draw(st.integers(0, 3))]:
        first, last = draw(often((None, None), draw(open_spans(around))))
        exempt = draw(often([], draw(some(mission_ids, at_most=1))))
        rows.append(
            {
                "id": id_,
                **draw(recovery_kinds()),
                "forces": draw(often([], draw(some(force_ids, at_most=2)))),
                "categories": draw(often(CATEGORIES, draw(some(CATEGORIES)))),
                "first_day": first,
                "last_day": last,
                "exempt_missions": [{"mission": id_, "reason": "agreed"} for id_ in exempt],
                "source": "letter",
            }
        )
    return rows


@st.composite
def recovery_kinds(draw: st.DrawFn) -> Row:
    """The kind of a recovery rule with the numbers that belong to it."""
    kind = draw(st.sampled_from(["ratio", "interval", "quota"]))
    if kind == "ratio":
        return {"kind": kind, "factor": draw(st.sampled_from(FACTORS))}
    few = draw(st.integers(0, 12))
    if kind == "interval":
        return {"kind": kind, "days": draw(often(few, 30, 100))}
    days_allowed = draw(often(few, 30))
    return {
        "kind": kind,
        "days": days_allowed,
        "window_days": days_allowed + draw(st.sampled_from([1, 3, 10, 100])),
    }


@st.composite
def length_rules(draw: st.DrawFn, around: Anchors) -> list[Row]:
    """No length rules to three, with either bound or both."""
    rows = []
    for id_ in IDS[: draw(st.integers(0, 3))]:
        first, last = draw(often((None, None), draw(open_spans(around))))
        low, high = draw(st.sampled_from([(1, 3), (3, None), (None, 4), (4, 6), (12, 12)]))
        rows.append(
            {
                "id": id_,
                "category": draw(st.sampled_from(CATEGORIES)),
                **({} if low is None else {"min_months": low}),
                **({} if high is None else {"max_months": high}),
                "first_day": first,
                "last_day": last,
                "source": "letter",
            }
        )
    return rows


@st.composite
def posts(draw: st.DrawFn, mission_ids: list[str], around: Anchors) -> list[Row]:
    """No posts to two."""
    rows = []
    for id_ in IDS[: draw(st.integers(0, 2))]:
        first, last = draw(open_spans(around))
        rows.append(
            {
                "id": id_,
                "mission": draw(st.sampled_from(mission_ids)),
                "title": f"Post {id_}",
                "category": draw(st.sampled_from(CATEGORIES)),
                "quantity": draw(st.integers(0, 4)),
                "first_day": first,
                "last_day": last,
            }
        )
    return rows
