"""Versions of a plan as several people might make them, each by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from domain.errors import Refused
from domain.exchange.plan_json import plan_from_document
from domain.model import (
    LISTS,
    Category,
    Frame,
    Kind,
    Marking,
    Mission,
    OpenPoint,
    Plan,
    Ref,
    Rotation,
    Table,
    touched_between,
)
from domain.model.references import check_all, users_of
from tests.domain.rules.random_edits import edit_of
from tests.oracle.plans import plans

Draw = Callable[[st.SearchStrategy[Any]], Any]
NAMES = st.sampled_from(["a", "b", "c"])


@st.composite
def bases(draw: Draw) -> Plan:
    """A plan to begin with."""
    return plan_from_document(draw(plans()))


@st.composite
def versions(draw: Draw, base: Plan, most: int = 5) -> Plan:
    """A plan that someone made of another, which can be."""
    plan = base
    for _turn in range(draw(st.integers(0, most))):
        change = draw(st.sampled_from(CHANGES))
        try:
            other = change(draw, plan)
            check_all(other)
        except Refused:
            continue
        plan = other
    return plan


def _edit(draw: Draw, plan: Plan) -> Plan:
    return edit_of(draw, plan).apply(plan).plan if plan.missions else plan


def _removal_with_users(draw: Draw, plan: Plan) -> Plan:
    """Take a thing out, and everything that refers to it."""
    refs = [Ref(kind, name) for kind in LISTS for name in plan.table(kind)]
    waiting = [draw(st.sampled_from(refs))] if refs else []
    while waiting:
        ref = waiting.pop()
        waiting += users_of(plan, ref)
        plan = plan.without(ref)
    return plan


def _new_mission_with_rotation(draw: Draw, plan: Plan) -> Plan:
    name = draw(NAMES)
    if Ref(Kind.MISSION, name) in {Ref(Kind.MISSION, key) for key in plan.missions}:
        return plan
    plan = plan.put(Mission(name, name, note=draw(NAMES)))
    some = draw(st.sampled_from(list(plan.rotations.things()))) if plan.rotations else None
    if some is None:
        return plan
    return plan.put(Rotation(f"at-{name}", name, "", some.first_day, some.last_day))


def _limits(draw: Draw, plan: Plan) -> Plan:
    """Take a limit out of a frame, put one in, or move one to another frame."""
    frames = list(plan.frames.things())
    if not frames:
        return plan
    one, other = draw(st.sampled_from(frames)), draw(st.sampled_from(frames))
    limit = draw(st.sampled_from(one.limits))
    how = draw(st.sampled_from(["out", "in", "move", "turn"]))
    if how == "out":
        return plan.put(_with_limits(one, [kept for kept in one.limits if kept is not limit]))
    if how == "in":
        new = replace(limit, id=f"new-{draw(NAMES)}", categories=frozenset(Category))
        return plan.put(_with_limits(one, [*one.limits, new]))
    if how == "turn" or one is other:
        return plan.put(_with_limits(one, list(one.limits[::-1])))
    plan = plan.put(_with_limits(one, [kept for kept in one.limits if kept is not limit]))
    return plan.put(_with_limits(other, [*other.limits, limit]))


def _with_limits(frame: Frame, limits: list[Any]) -> Frame:
    return replace(frame, limits=tuple(limits))


def _new_frame(draw: Draw, plan: Plan) -> Plan:
    frames = list(plan.frames.things())
    if not frames:
        return plan
    some = draw(st.sampled_from(frames))
    name = f"frame-{draw(NAMES)}"
    limits = [replace(limit, id=f"{name}/{draw(NAMES)}") for limit in some.limits[:1]]
    return plan.put(replace(some, id=name, limits=tuple(limits), correction=draw(st.booleans())))


def _circle(draw: Draw, plan: Plan) -> Plan:
    """Let a force, a frame or a rotation refer to another, so that two such make a circle."""
    kind, field = draw(
        st.sampled_from(
            [
                (Kind.FORCE, "parent"),
                (Kind.FRAME, "supersedes"),
                (Kind.ROTATION, "continues"),
                (Kind.ROTATION, "relieves"),
            ]
        )
    )
    names = list(plan.table(kind))
    if not names:
        return plan
    one, other = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    value = (other,) if field == "supersedes" else other
    return plan.put(replace(plan.table(kind)[one], **{field: value}))


def _marking(_draw: Draw, plan: Plan) -> Plan:
    """Raise the marking: of two the higher counts, so that one that was lowered comes back."""
    now = plan.settings.marking
    level = 1 if now is None or not isinstance(now.level, int) else now.level + 1
    marking = Marking(level, f"level {level}", "#aa0000")
    return replace(plan, settings=replace(plan.settings, marking=marking))


def _point(draw: Draw, plan: Plan) -> Plan:
    text = draw(NAMES)
    point = OpenPoint(text, text)
    if point in plan.open_points:
        return replace(plan, open_points=tuple(one for one in plan.open_points if one != point))
    return replace(plan, open_points=(*plan.open_points, point))


def _periods(draw: Draw, plan: Plan) -> Plan:
    edges = [day for one in plan.rotations.things() for day in (one.first_day, one.last_day)]
    if not edges:
        return plan
    field = draw(st.sampled_from(["planning_first_day", "planning_last_day"]))
    value = draw(st.sampled_from([None, *edges]))
    return replace(plan, settings=replace(plan.settings, **{field: value}))


CHANGES: list[Callable[[Draw, Plan], Plan]] = [
    *[_edit] * 4,
    _removal_with_users,
    _new_mission_with_rotation,
    _limits,
    _new_frame,
    _circle,
    _marking,
    _point,
    _periods,
]


def content(plan: Plan) -> Plan:
    """What a plan says, whatever it is called and in whatever order its things stand."""
    lists: dict[str, Any] = {
        name: Table(sorted(getattr(plan, name).things(), key=lambda thing: str(thing.id)))
        for name in LISTS.values()
    }
    points = tuple(sorted(plan.open_points, key=repr))
    return replace(plan, name="", scenario="", derived_from=None, open_points=points, **lists)


def touched(one: Plan, other: Plan) -> set[Ref]:
    """The things that are not equal."""
    return {ref for ref in touched_between(one, other) if one.find(ref) != other.find(ref)}
