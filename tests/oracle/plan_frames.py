"""Missions, mandates and frames of a generated plan."""

from hypothesis import strategies as st

from tests.oracle.plan_days import Anchors, open_spans
from tests.oracle.plan_rows import CATEGORIES, IDS, Row, maybe, often, some

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


@st.composite
def lengths(draw: st.DrawFn) -> Row:
    """A bound of a mission, in days or in months."""
    unit = draw(st.sampled_from(["days", "months"]))
    return {unit: draw(st.sampled_from([1, 3, 12] if unit == "months" else [0, 1, 10, 70]))}


@st.composite
def missions(draw: st.DrawFn) -> list[Row]:
    """One to three missions, most of them without bounds of their own."""
    return [
        {
            "id": id_,
            "name": f"Mission {id_}",
            "handover_days": draw(often(0, 1, 5)),
            "handover_counts": draw(st.booleans()),
            "min_length": draw(often(None, draw(lengths()))),
            "max_length": draw(often(None, draw(lengths()))),
            "preparation_days": draw(often(0, 1, 12)),
            "decision_lead_days": draw(often(0, 30)),
        }
        for id_ in IDS[: draw(st.integers(1, 3))]
    ]


@st.composite
def mandates(draw: st.DrawFn, mission_ids: list[str], around: Anchors) -> list[Row]:
    """No mandates, or a few."""
    rows = []
    for id_ in IDS[: draw(often(0, 1, 2, 3))]:
        first, last = draw(open_spans(around))
        rows.append(
            {
                "id": id_,
                "mission": draw(st.sampled_from(mission_ids)),
                "legal_basis": "Resolution",
                "first_day": first,
                "last_day": last,
            }
        )
    return rows


@st.composite
def limits(draw: st.DrawFn, id_: str) -> Row:
    """A limit of any measure and binding, its number small."""
    binding = draw(
        often("maximum", "exact", "circa", "circa", "modular", "unlimited", "unknown", "unread")
    )
    number = None
    if binding not in {"unlimited", "unknown"}:
        number = draw(st.integers(0, 9))
    if binding == "unread":
        number = draw(often(None, number))
    categories = draw(often(CATEGORIES, draw(some(CATEGORIES)), ["military"]))
    return {
        "id": id_,
        "measure": None if binding == "unread" else draw(st.sampled_from(MEASURES)),
        "categories": categories,
        "number": number,
        "binding": binding,
    }


@st.composite
def conditions(draw: st.DrawFn) -> Row:
    """A condition in any of its states; without a condition nothing is decided about it."""
    if draw(often(None, "if asked")) is None:
        return {"condition": None, "condition_met": None, "until_decided": "in_force"}
    return {
        "condition": "if asked",
        "condition_met": draw(st.sampled_from([None, None, True, False])),
        "until_decided": draw(often("in_force", "not_in_force")),
    }


@st.composite
def frames(draw: st.DrawFn, mission_ids: list[str], around: Anchors) -> list[Row]:
    """No frame to five; each may supersede or correct those made before it, then all are mixed."""
    rows: list[Row] = []
    limit_number = 0
    for id_ in IDS[: draw(st.sampled_from([0, 1, 2, 2, 3, 3, 4, 5]))]:
        first, last = draw(open_spans(around))
        supersedes = draw(often([], draw(some([row["id"] for row in rows], at_most=2))))
        number_of_limits = draw(st.integers(1, 3))
        rows.append(
            {
                "id": id_,
                "title": f"Frame {id_}",
                "missions": draw(often(mission_ids, draw(some(mission_ids)))),
                "first_day": first,
                "last_day": last,
                **draw(conditions()),
                "supersedes": supersedes,
                "correction": bool(supersedes) and draw(st.booleans()),
                "limits": [
                    draw(limits(f"{IDS[n % len(IDS)]}{n}"))
                    for n in range(limit_number, limit_number + number_of_limits)
                ],
                **draw(open_end(last)),
            }
        )
        limit_number += number_of_limits
    return draw(st.permutations(rows))


@st.composite
def open_end(draw: st.DrawFn, last: str | None) -> Row:
    """The kind of an open last day, sometimes said."""
    kinds = ["indefinite", "ongoing", "per_activity", "not_stated"]
    if last is not None:
        return draw(st.sampled_from([{}, {"last_day_kind": "date"}]))
    kind = draw(maybe(st.sampled_from(kinds)))
    return {} if kind is None else {"last_day_kind": kind}
