"""Rotations of a generated plan, and how they relieve, continue and are part of each other."""

from datetime import date, timedelta

from tests.oracle.plan_choices import Draw, mixed, often, pick
from tests.oracle.plan_days import Anchors, clip, last_days, spans
from tests.oracle.plan_rows import IDS, Row

# The missions, the forces and the posts that a rotation may refer to.
Places = tuple[list[str], list[str], list[Row]]

STATUSES = ["draft", "approved", "deployed", "completed", "cancelled", "cancelled"]


def rotations(
    draw: Draw, mission_ids: list[str], force_ids: list[str], posts: list[Row], around: Anchors
) -> list[Row]:
    """No rotations to eight; each may refer to those made before it, then all are mixed."""
    rows: list[Row] = []
    places = (mission_ids, force_ids, posts)
    for id_ in IDS[: pick(draw, [0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8])]:
        rows.append(_rotation(draw, id_, rows, places, around))
    return mixed(draw, rows)


def _rotation(draw: Draw, id_: str, before: list[Row], places: Places, around: Anchors) -> Row:
    mission_ids, force_ids, posts = places
    links = _links(draw, before)
    followed = next((row for row in before if row["id"] in _followed(links)), None)
    mission = pick(draw, mission_ids)
    if links["relieves"] is not None:
        mission = next(row["mission"] for row in before if row["id"] == links["relieves"])
    first, last = _days(draw, followed, around)
    seats = [post["id"] for post in posts if post["mission"] == mission]
    force = pick(draw, [None, *(force_ids * 2)])
    if followed is not None and followed["force"] is not None:
        force = often(draw, followed["force"], force)
    return {
        "id": id_,
        "mission": mission,
        "name": f"Rotation {id_}",
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
        **_people(draw),
        "force": force,
        "quantity": None if force is None else often(draw, None, 0, 1, 3),
        "post": pick(draw, [None, *(seats * 2)]),
        **links,
        "status": often(draw, "planned", *STATUSES),
        "justification": often(draw, "", "", " \t ", "agreed"),
    }


def _followed(links: Row) -> set[str | None]:
    return {links["relieves"], links["continues"]} - {None}


def _people(draw: Draw) -> Row:
    military = often(draw, 2, 0, 1, 3, 11)
    return {
        "military": military,
        "civilian": often(draw, 0, 1, 2),
        "police": often(draw, 0, 1, 2),
        "teams": often(draw, None, 0, 1, 2),
    }


def _links(draw: Draw, before: list[Row]) -> Row:
    """What a rotation refers to: only what was made before it, so that there is no cycle."""
    ids = [row["id"] for row in before]
    return {
        link: pick(draw, [None] * (len(ids) + 2) + ids)
        for link in ("relieves", "continues", "part_of")
    }


def _days(draw: Draw, followed: Row | None, around: Anchors) -> tuple[date, date]:
    """Days of its own, or from about the last day of the rotation that it follows."""
    if followed is None or often(draw, False, False, True):
        return spans(draw, around)
    offset = pick(draw, [1, 1, 1, 0, -1, -4, -5, 2, 9])
    first = clip(date.fromisoformat(followed["last_day"]) + timedelta(days=offset))
    return first, last_days(draw, first, around)
