"""Edits that a planner might do to a plan in any order, among them such as are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from hypothesis import reject
from hypothesis import strategies as st

from domain.errors import Refused
from domain.model import (
    LISTS,
    Accepted,
    AddRotations,
    Category,
    ChangeRotations,
    Edit,
    Frame,
    Length,
    Limit,
    MoveRotations,
    Plan,
    Put,
    Ref,
    Remove,
    RemoveRotations,
    ReplacePlan,
    ResizeRotation,
    Rotation,
    Status,
    SupplyStep,
    Thing,
    Together,
    UntilDecided,
    Waiver,
)
from domain.rules.checker import check

Draw = Callable[[st.SearchStrategy[Any]], Any]
FEW: Final = st.integers(0, 4)
PERHAPS_FEW: Final = st.none() | FEW


def edit_of(draw: Draw, plan: Plan) -> Edit:
    """Any edit: mostly of rotations, since those are checked part by part."""
    kinds = [_of_rotations] * 6 + [_of_another_thing, _removal, _settings, _acceptance, _several]
    edit: Edit = draw(st.sampled_from(kinds))(draw, plan)
    return edit


def _several(draw: Draw, plan: Plan) -> Edit:
    return Together((_of_rotations(draw, plan), _of_rotations(draw, plan)))


def _of_rotations(draw: Draw, plan: Plan) -> Edit:
    ids = tuple(plan.rotations)
    if not ids or draw(st.integers(0, 5)) == 0:
        return AddRotations((_new_rotation(draw, plan),))
    some = tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True)))
    how = draw(st.sampled_from(["change", "change", "change", "move", "resize", "remove"]))
    if how == "move":
        mission = draw(st.none() | st.sampled_from(list(plan.missions)))
        return MoveRotations(some, draw(st.integers(-9, 9)), mission)
    if how == "resize":
        return ResizeRotation(some[0], *_span(draw, plan))
    if how == "remove":
        return RemoveRotations(some)
    fields = _rotation_fields(plan)
    chosen = draw(st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=3, unique=True))
    return ChangeRotations(some, {name: draw(fields[name]) for name in chosen})


def _rotation_fields(plan: Plan) -> dict[str, st.SearchStrategy[Any]]:
    links = st.none() | st.sampled_from([None, *plan.rotations])
    return {
        "mission": st.sampled_from(list(plan.missions)),
        "force": st.sampled_from([None, *plan.forces]),
        "post": st.sampled_from([None, *plan.posts]),
        "relieves": links,
        "continues": links,
        "part_of": links,
        "status": st.sampled_from([Status.CANCELLED, Status.DRAFT, Status.APPROVED]),
        "military": FEW,
        "civilian": FEW,
        "police": FEW,
        "teams": PERHAPS_FEW,
        "quantity": PERHAPS_FEW,
        "justification": st.sampled_from(["", "agreed"]),
    }


def _new_rotation(draw: Draw, plan: Plan) -> Rotation:
    name = f"n{draw(st.integers(0, 9))}"
    mission = draw(st.sampled_from(list(plan.missions)))
    new = Rotation(name, mission, name, *_span(draw, plan))
    fields = {key: draw(value) for key, value in _rotation_fields(plan).items() if key != "mission"}
    return replace(new, **fields)


def _span(draw: Draw, plan: Plan) -> tuple[date, date]:
    first = _day(draw, plan)
    return first, first + timedelta(days=draw(st.integers(0, 30)))


def _day(draw: Draw, plan: Plan) -> date:
    """A day within three of the first or the last of some rotation."""
    edges = [edge for one in plan.rotations.things() for edge in (one.first_day, one.last_day)]
    edge: date = draw(st.sampled_from(edges or [date(2026, 3, 1)]))
    return edge + timedelta(days=draw(st.integers(-3, 3)))


def _any_ref(draw: Draw, plan: Plan) -> Ref:
    refs = [Ref(kind, name) for kind in LISTS for name in plan.table(kind)]
    ref: Ref = draw(st.sampled_from(refs))
    return ref


def _removal(draw: Draw, plan: Plan) -> Edit:
    return Remove(_any_ref(draw, plan))


def _settings(draw: Draw, plan: Plan) -> Edit:
    field = draw(st.sampled_from(["planning_first_day", "planning_last_day", "circa_percent"]))
    value = (
        draw(FEW) if field == "circa_percent" else draw(st.sampled_from([None, _day(draw, plan)]))
    )
    try:
        settings = replace(plan.settings, **{field: value})
    except Refused:
        reject()  # a last day before the first cannot be
    return ReplacePlan(replace(plan, settings=settings))


def _acceptance(draw: Draw, plan: Plan) -> Edit:
    """A waiver of something that is found now."""
    findings = check(plan)
    if not findings:
        return _removal(draw, plan)
    finding = draw(st.sampled_from(findings))
    accepted = Accepted(
        finding.first_day,
        finding.last_day,
        None if finding.excess is None else Decimal(finding.excess),
        tuple(one.ref for one in finding.contributors),
    )
    subjects = finding.subjects
    return Put((Waiver("w", finding.code, subjects, "agreed", "chief", None, None, accepted),))


def _of_another_thing(draw: Draw, plan: Plan) -> Edit:
    thing: Thing | None = plan.find(_any_ref(draw, plan))
    changes = _changes_of(draw, plan, thing)
    name = draw(st.sampled_from(sorted(changes)))
    return Put((_with(thing, name, draw(changes[name])),))


def _with(thing: Any, name: str, value: Any) -> Any:  # noqa: ANN401 - any entity, any value
    """The thing with another value; its two days are changed together."""
    if name == "days":
        return replace(thing, first_day=value[0], last_day=value[1])
    return replace(thing, **{name: value})


def _changes_of(draw: Draw, plan: Plan, thing: Thing | None) -> dict[str, st.SearchStrategy[Any]]:
    first, last = _span(draw, plan)
    days = st.sampled_from([(first, last), (None, last), (first, None), (None, None)])
    missions = _some(plan.missions)
    match thing:
        case Frame():
            return {"days": days, "missions": missions, **_frame_fields(draw, plan, thing)}
        case Waiver():
            return {"code": st.sampled_from(["FRA001", "FOR001"]), "until": st.just(first)}
        case Rotation():
            return {"days": st.just((first, last))}
    fields = {
        "days": days,
        "name": st.sampled_from(["one", "other"]),
        "title": st.sampled_from(["one", "other"]),
        "supply": st.builds(lambda number: (SupplyStep(None, None, number),), FEW),
        "force": st.sampled_from([*plan.forces, ""]),
        "parent": st.sampled_from([None, *plan.forces]),
        "quantity": FEW,
        "exclusive": st.booleans(),
        "missions": missions,
        "forces": _some(plan.forces),
        "category": st.sampled_from(Category),
        "min_months": PERHAPS_FEW,
        "handover_days": FEW,
        "handover_counts": st.booleans(),
        "preparation_days": st.integers(0, 40),
        "min_length": st.none() | st.builds(Length, days=st.integers(0, 40)),
    }
    return {name: values for name, values in fields.items() if _has(thing, name)}


def _has(thing: Thing | None, name: str) -> bool:
    return hasattr(thing, "first_day" if name == "days" else name)


def _some(names: Any) -> st.SearchStrategy[tuple[str, ...]]:  # noqa: ANN401 - any table
    if not names:
        return st.just(())
    return st.lists(st.sampled_from(list(names)), min_size=1, max_size=2, unique=True).map(tuple)


def _frame_fields(draw: Draw, plan: Plan, frame: Frame) -> dict[str, st.SearchStrategy[Any]]:
    limits = [_other_number(draw, limit) for limit in frame.limits]
    return {
        "limits": st.just(tuple(limits)),
        "condition": st.sampled_from([None, "if asked"]),
        "condition_met": st.sampled_from([None, True, False]),
        "until_decided": st.sampled_from(UntilDecided),
        "supersedes": st.just(()) | _some(plan.frames),
        "correction": st.booleans(),
    }


def _other_number(draw: Draw, limit: Limit) -> Limit:
    return limit if limit.number is None else replace(limit, number=draw(FEW))
