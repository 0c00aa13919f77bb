"""Things that two people made with one id: theirs gets another, and what refers to it follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from domain.engine.merging.fields import digest_of
from domain.model import LISTS, Exemption, Frame, Kind, Limit, OpenPoint, Plan, Ref, Thing, Waiver
from domain.model.demands import LONGEST_ID
from domain.model.plan import touched_between
from domain.model.references import references_of

Names = Mapping[Ref, str]
"""New ids by what had them as another."""
_DIGEST: Final = 8


def renamed_plan(plan: Plan, names: Names) -> Plan:
    """The plan with other ids for some things, and everything that names them in step."""
    if not names:
        return plan
    lists: dict[str, Any] = {}
    for kind in LISTS:
        table = plan.table(kind)
        things = [_renamed(Ref(kind, thing.id), thing, names) for thing in table.things()]
        if any(new is not old for new, old in zip(things, table.things(), strict=True)):
            lists[LISTS[kind]] = type(table)(things)
    points = tuple(_point(point, names) for point in plan.open_points)
    return replace(plan, **lists, open_points=points)


def _renamed(ref: Ref, thing: Thing, names: Names) -> Thing:
    """The thing with its own id and all it names as they are now; itself if nothing changes."""
    changes: dict[str, Any] = {"id": names[ref]} if ref in names else {}
    for field, kind, name in references_of(thing):
        if Ref(kind, name) in names:
            changes[field] = _value(getattr(thing, field), kind, names)
    if isinstance(thing, Frame):
        limits = tuple(_limit(limit, names) for limit in thing.limits)
        changes |= {"limits": limits} if limits != thing.limits else {}
    if isinstance(thing, Waiver):
        changes |= _of_waiver(thing, names)
    return replace(thing, **changes) if changes else thing


def _value(value: Any, kind: Kind, names: Names) -> Any:  # noqa: ANN401 - any field with references
    if isinstance(value, tuple):
        return tuple(_value(item, kind, names) for item in value)
    if isinstance(value, Exemption):
        return replace(value, mission=names.get(Ref(kind, value.mission), value.mission))
    return names.get(Ref(kind, value), value)


def _limit(limit: Limit, names: Names) -> Limit:
    new = names.get(Ref(Kind.LIMIT, limit.id))
    return limit if new is None else replace(limit, id=new)


def _of_waiver(waiver: Waiver, names: Names) -> dict[str, Any]:
    subjects = _refs(waiver.subjects, names)
    contributors = _refs(waiver.accepted.contributors, names)
    if (subjects, contributors) == (waiver.subjects, waiver.accepted.contributors):
        return {}
    accepted = replace(waiver.accepted, contributors=contributors)
    return {"subjects": subjects, "accepted": accepted}


def _refs(refs: Iterable[Ref], names: Names) -> tuple[Ref, ...]:
    return tuple(Ref(ref.kind, names.get(ref, ref.id)) for ref in refs)


def _point(point: OpenPoint, names: Names) -> OpenPoint:
    for ref, new in names.items():
        if (ref.kind, ref.id) == (point.subject_kind, point.subject_id):
            return replace(point, subject_id=new)
    return point


def names_apart(base: Plan, mine: Plan, theirs: Plan) -> dict[Ref, str]:
    """Other ids for what both made with one id, as different things.

    The id says what the thing is, so that it is the same each time. What names such a thing is
    itself another thing then.
    """
    names: dict[Ref, str] = {}
    while True:
        apart = _Apart(base, mine, theirs, names)
        more = dict(apart.found(renamed_plan(theirs, names)))
        if not more:
            return names
        names |= more


class _Apart:
    """What is made by both and not the same, some of which has another id already."""

    def __init__(self, base: Plan, mine: Plan, theirs: Plan, names: Names) -> None:
        self._base, self._mine, self._theirs = base, mine, theirs
        self._new = {Ref(ref.kind, name) for ref, name in names.items()}
        self._limits = {limit.id: (frame.id, limit) for frame, limit in mine.limits()}
        self._known = {limit.id for _frame, limit in base.limits()}

    def found(self, theirs: Plan) -> Iterator[tuple[Ref, str]]:
        """What is to have another id, and which; of their plan as it is called by now."""
        for ref in sorted(touched_between(self._mine, theirs) - self._new):
            thing, mine = theirs.find(ref), self._mine.find(ref)
            made = thing is not None and self._base.find(ref) is None
            apart = made and mine not in {None, thing}
            if apart:
                yield ref, _new_id(ref.id, self._theirs.find(ref))
            if isinstance(thing, Frame):
                yield from self._limits_of(thing, whole=apart or mine is None)

    def _limits_of(self, frame: Frame, *, whole: bool) -> Iterator[tuple[Ref, str]]:
        """Limits that I made too: in another frame, or in this one but otherwise."""
        for limit in frame.limits:
            ref, mine = Ref(Kind.LIMIT, limit.id), self._limits.get(limit.id)
            if mine is None or limit.id in self._known or ref in self._new:
                continue
            if whole or mine != (frame.id, limit):
                yield ref, _new_id(limit.id, self._original(limit))

    def _original(self, limit: Limit) -> tuple[str, Limit]:
        """A limit of theirs, which has no other id yet, with the id that its frame had."""
        frames = self._theirs.frames.things()
        return next((frame.id, limit) for frame in frames if limit in frame.limits)


def _new_id(name: str, thing: object) -> str:
    return f"{name[: LONGEST_ID - _DIGEST - 1]}-{digest_of(thing)}"


def base_with_taken(base: Plan, mine: Plan, theirs: Plan, names: Names) -> Plan:
    """The plan that both began with, with those things of theirs that I took in before.

    Their ids say what they were then, so that it is known what I have done to them since.
    """
    for ref, name in names.items():
        new = Ref(ref.kind, name)
        thing = theirs.find(new) if ref.kind is not Kind.LIMIT else None
        if thing is not None and mine.find(new) is not None:
            base = base.put(thing)
    return base
