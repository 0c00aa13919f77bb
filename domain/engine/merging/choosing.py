"""Which version of each field counts, before it is known whether all can be had together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from domain.engine.merging.contest import Contest, Versions
from domain.engine.merging.fields import FRAME
from domain.engine.merging.spots import Side, Spot, Why, spot_of
from domain.model import Kind, Marking, Ref

Dispute = tuple[Spot, Why]
_ALIKE: Final = "alike"


def choose(contest: Contest) -> list[Dispute]:
    """Choose where only one side changed something; give the spots where both did.

    In those my version counts until someone decides.
    """
    disputes: list[Dispute] = []
    for ref, versions in contest.things.items():
        for spot in contest.spots_of(ref):
            if spot in contest.choice:
                continue  # a limit that comes and goes with its frame
            side = _presence(contest, spot) if not spot.field else _field(versions, spot)
            contest.choice[spot] = side or Side.MINE
            if side is None:
                why = Why.BOTH_CHANGED if spot.field else Why.REMOVED_AND_CHANGED
                disputes.append((spot, why))
    return disputes


def _presence(contest: Contest, spot: Spot) -> Side | None:
    """Whether what only one side has was made by that side, or removed by the other."""
    ref = spot.ref
    if ref is None:
        raise KeyError(spot)
    versions = contest.things[ref]
    side = versions.side or Side.MINE
    if versions.base is None:
        return side
    return None if _was_changed(contest, ref, side) else side.other


def _was_changed(contest: Contest, ref: Ref, side: Side) -> bool:
    """Whether a side changed a thing that both began with; of a frame its limits too."""
    if ref.kind is not Kind.FRAME:
        versions = contest.things[ref]
        return versions.of(side) != versions.base
    plan = contest.mine if side is Side.MINE else contest.theirs
    return contest.base is None or contest.base.find(ref) != plan.find(ref)


def _field(versions: Versions, spot: Spot) -> Side | None:
    mine, theirs = (versions.of(side) or {} for side in Side)
    if spot.kind is None and spot.field == "marking":
        higher = _higher(mine["marking"], theirs["marking"])
        if higher != _ALIKE:
            return higher
    if versions.base is None:
        return None
    before = versions.base[spot.field]
    if mine[spot.field] == before:
        return Side.THEIRS
    return Side.MINE if theirs[spot.field] == before else None


def _higher(mine: Marking | None, theirs: Marking | None) -> Side | Literal["alike"] | None:
    """Whose marking is the higher one; none where that cannot be said."""
    if mine is None or theirs is None:
        return Side.THEIRS if mine is None else Side.MINE
    if mine.level == theirs.level:
        return _ALIKE
    if not isinstance(mine.level, int) or not isinstance(theirs.level, int):
        return None
    return Side.MINE if mine.level > theirs.level else Side.THEIRS


def limits_between(contest: Contest, frame: str) -> Iterator[Spot]:
    """The spots on which it depends which limits a frame has."""
    for ref, versions in contest.things.items():
        if ref is None or ref.kind is not Kind.LIMIT:
            continue
        sides = (versions.mine, versions.theirs)
        if any(fields is not None and fields[FRAME] == frame for fields in sides):
            presence = contest.presence(ref)
            yield presence if presence is not None else spot_of(ref, FRAME)
