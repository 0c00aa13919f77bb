"""Scenes that chance alone would seldom set: they take the place of some lists of a plan."""

from datetime import date, timedelta

from tests.oracle.plan_choices import Draw, coin, mixed, number, often, pick, some
from tests.oracle.plan_days import FIRST, LAST, Anchors, clip, last_days, open_spans, spans
from tests.oracle.plan_recoveries import recoveries
from tests.oracle.plan_rows import CATEGORIES, IDS, Row, rotation_row


def scenes(draw: Draw, plan: Row, around: Anchors) -> Row:
    """The plan as it is, or with one scene set in it."""
    scene = pick(draw, [None, None, None, reliefs, corrections, recoveries, means, sources, teams])
    return plan if scene is None else plan | scene(draw, plan, around)


def _frame(id_: str, plan: Row, days: tuple[str | None, str | None], limits: list[Row]) -> Row:
    """A frame without a condition for all missions of the plan."""
    return {
        "id": id_,
        "title": f"Frame {id_}",
        "missions": [row["id"] for row in plan["missions"]],
        "first_day": days[0],
        "last_day": days[1],
        "supersedes": [],
        "correction": False,
        "limits": limits,
    }


def _limit(id_: str, measure: str | None, binding: str, number: int | None = 0) -> Row:
    return {
        "id": id_,
        "measure": measure,
        "categories": CATEGORIES,
        "number": number,
        "binding": binding,
    }


def reliefs(draw: Draw, plan: Row, around: Anchors) -> Row:
    """Several rotations that relieve one, and are relieved, with the handover not counted."""
    mission = plan["missions"][0] | {
        "handover_counts": False,
        "handover_days": pick(draw, [1, 3, 5]),
    }
    first, last = spans(draw, around)
    force = pick(draw, [None, *[row["id"] for row in plan["forces"]]])
    people = {"military": number(draw, 2, 6), "force": force}
    rows = [rotation_row(IDS[0], mission["id"], first, last, **people)]
    for id_ in IDS[1 : number(draw, 3, 6)]:
        relieved = pick(draw, [rows[0], *rows])
        offset = number(draw, -5, 1)
        begin = clip(date.fromisoformat(relieved["last_day"]) + timedelta(days=offset))
        people = {
            "military": number(draw, 0, 4),
            "civilian": often(draw, 0, 1),
            "force": force,
            "status": often(draw, "planned", "planned", "cancelled"),
        }
        end = last_days(draw, begin, around)
        rows.append(rotation_row(id_, mission["id"], begin, end, relieves=relieved["id"], **people))
    limits = [
        _limit("l", "persons", often(draw, "maximum", "circa")),
        _limit("k", "average_per_year", "maximum"),
    ]
    return {
        "missions": [mission, *plan["missions"][1:]],
        "frames": [_frame("a", plan, (None, None), limits)],
        "rotations": mixed(draw, rows),
    }


def corrections(draw: Draw, plan: Row, around: Anchors) -> Row:
    """A chain of frames that supersede or correct each other, from wide to narrow."""
    rows: list[Row] = []
    for id_ in IDS[: number(draw, 3, 6)]:
        first, last = open_spans(draw, around) if rows else (None, often(draw, LAST.isoformat()))
        before = [row["id"] for row in rows]
        others = some(draw, before, at_least=0, at_most=1)
        named = sorted({*before[-1:], *others})
        row = _frame(id_, plan, (first, last), [_limit(f"l{id_}", "persons", "maximum", 99)])
        rows.append(
            row
            | {
                "missions": often(draw, row["missions"], row["missions"][:1]),
                "supersedes": named,
                "correction": bool(named) and coin(draw),
                "condition": often(draw, None, None, "if asked"),
                "until_decided": often(draw, "in_force", "not_in_force"),
            }
        )
    there = [
        rotation_row(id_, mission["id"], FIRST, LAST, military=1)
        for id_, mission in zip(IDS, plan["missions"], strict=False)
    ]
    return {"frames": mixed(draw, rows), "rotations": there}


def means(draw: Draw, plan: Row, around: Anchors) -> Row:
    """A whole year at a whole mean, and a day or two more or less."""
    mission = plan["missions"][0]["id"]
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    rows = [rotation_row("b", mission, first, last, military=number(draw, 1, 11))]
    for id_ in IDS[1 : 1 + pick(draw, [1, 1, 0, 2])]:
        day = min(max(spans(draw, around)[0], first), last)
        rows.append(rotation_row(id_, mission, day, day, civilian=pick(draw, [1, 1, 3])))
    limit = _limit("l", "average_per_year", often(draw, "maximum", "circa"))
    days = often(draw, (None, None), (FIRST.isoformat(), "2027-12-31"))
    return {"frames": [_frame("a", plan, days, [limit])], "rotations": rows}


def sources(draw: Draw, plan: Row, around: Anchors) -> Row:
    """Frames of the same missions with much the same limits and days."""
    ends = spans(draw, around)[1].isoformat()
    rows = []
    for id_ in IDS[: number(draw, 2, 4)]:
        limits = [_limit(f"{id_}{n}", *pick(draw, SAID)) for n in range(number(draw, 1, 2))]
        rows.append(_frame(id_, plan, (None, often(draw, ends, None)), limits))
    return {"frames": rows}


def teams(draw: Draw, plan: Row, around: Anchors) -> Row:
    """Teams of a size, at once and in a year, some of them a person short or with one beside."""
    mission = plan["missions"][0]["id"]
    size = pick(draw, [1, 2, 11])
    rows: list[Row] = []
    for id_ in IDS[: number(draw, 1, 5)]:
        amount = pick(draw, [1, 2, 0, None])
        extra = {
            "teams": amount,
            "military": (amount or 0) * size + pick(draw, [0, 1]),
            "civilian": often(draw, 0, 1),
            "part_of": often(draw, None, *[row["id"] for row in rows[-1:]]),
        }
        rows.append(rotation_row(id_, mission, *spans(draw, around), **extra))
    limits = [
        _limit("k", "teams", pick(draw, ["maximum", "circa"])),
        _limit("l", "teams_per_year", pick(draw, ["maximum", "modular"])),
        _limit("m", "team_size", pick(draw, ["exact", "circa"]), size)
        | {"categories": ["military"]},
    ]
    frame = _frame("a", plan, open_spans(draw, around), limits)
    return {"frames": [frame], "rotations": mixed(draw, rows)}


# What a source may say of the people at a mission.
SAID: list[tuple[str | None, str, int | None]] = [
    ("persons", "maximum", 3),
    ("persons", "maximum", 4),
    ("persons", "exact", 3),
    ("persons", "unlimited", None),
    ("persons", "unknown", None),
    ("persons", "unknown", None),
    (None, "unread", 3),
    (None, "unread", 4),
]
