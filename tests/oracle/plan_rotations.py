"""Rotations of a generated plan, and how they relieve, continue and are part of each other."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle.plan_days import Anchors, clip, last_days, spans
from tests.oracle.plan_rows import IDS, Row, often

# The missions, the forces and the posts that a rotation may refer to.
Places = tuple[list[str], list[str], list[Row]]

STATUSES = ["draft", "approved", "deployed", "completed", "cancelled", "cancelled"]


@st.composite
def rotations(
    draw: st.DrawFn, mission_ids: list[str], force_ids: list[str], posts: list[Row], around: Anchors
) -> list[Row]:
    """No rotations to eight; each may refer to those made before it, then all are mixed."""
    rows: list[Row] = []
    places = (mission_ids, force_ids, posts)
    for id_ in IDS[: draw(st.sampled_from([0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8]))]:
        rows.append(draw(_rotation(id_, rows, places, around)))
    return draw(st.permutations(rows))


@st.composite
def _rotation(draw: st.DrawFn, id_: str, before: list[Row], places: Places, around: Anchors) -> Row:
    mission_ids, force_ids, posts = places
    links = draw(_links(before))
    followed = next((row for row in before if row["id"] in _followed(links)), None)
    mission = draw(st.sampled_from(mission_ids))
    if links["relieves"] is not None:
        mission = next(row["mission"] for row in before if row["id"] == links["relieves"])
    first, last = draw(_days(followed, around))
    seats = [post["id"] for post in posts if post["mission"] == mission]
    force = draw(st.sampled_from([None, *(force_ids * 2)]))
    if followed is not None and followed["force"] is not None:
        force = draw(often(followed["force"], force))
    return {
        "id": id_,
        "mission": mission,
        "name": f"Rotation {id_}",
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
        **draw(_people()),
        "force": force,
        "quantity": None if force is None else draw(often(None, 0, 1, 3)),
        "post": draw(st.sampled_from([None, *(seats * 2)])),
        **links,
        "status": draw(often("planned", *STATUSES)),
        "justification": draw(often("", "", " \t ", "agreed")),
    }


def _followed(links: Row) -> set[str | None]:
    return {links["relieves"], links["continues"]} - {None}


@st.composite
def _people(draw: st.DrawFn) -> Row:
    military = draw(often(2, 0, 1, 3, 11))
    return {
        "military": military,
        "civilian": draw(often(0, 1, 2)),
        "police": draw(often(0, 1, 2)),
        "teams": draw(often(None, 0, 1, 2)),
    }


@st.composite
def _links(draw: st.DrawFn, before: list[Row]) -> Row:
    """What a rotation refers to: only what was made before it, so that there is no cycle."""
    ids = [row["id"] for row in before]
    return {
        link: draw(st.sampled_from([None] * (len(ids) + 2) + ids))
        for link in ("relieves", "continues", "part_of")
    }


@st.composite
def _days(draw: st.DrawFn, followed: Row | None, around: Anchors) -> tuple[date, date]:
    """Days of its own, or from about the last day of the rotation that it follows."""
    if followed is None or draw(often(False, False, True)):
        return draw(spans(around))
    offset = draw(st.sampled_from([1, 1, 1, 0, -1, -4, -5, 2, 9]))
    first = clip(date.fromisoformat(followed["last_day"]) + timedelta(days=offset))
    return first, draw(last_days(first, around))
