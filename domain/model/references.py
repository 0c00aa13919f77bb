"""What a plan cannot be: references to nothing, cycles, and the like, each in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from domain.errors import Refused
from domain.language import _
from domain.model.forces import Commitment, Force, RecoveryRule, Sharing
from domain.model.frames import Frame
from domain.model.missions import LengthRule, Mandate, Mission, Post
from domain.model.plan import LISTS, Plan, Thing
from domain.model.rotations import Rotation
from domain.model.waivers import Ref, Waiver
from domain.model.words import Kind

LINKS: Final = (
    (Kind.ROTATION, "relieves"),
    (Kind.ROTATION, "continues"),
    (Kind.ROTATION, "part_of"),
    (Kind.FRAME, "supersedes"),
    (Kind.FORCE, "parent"),
)
"""The links that may not go round in a circle."""
Reference = tuple[str, Kind, str]
"""The field, the kind it points to, the id it holds."""


def references_of(thing: Thing) -> Iterator[Reference]:
    """All references that a thing holds."""
    for field, kind, names in _fields_of(thing):
        for name in names:
            if name is not None:
                yield field, kind, name


def _fields_of(thing: Thing) -> Iterable[tuple[str, Kind, Iterable[str | None]]]:  # noqa: PLR0911
    match thing:
        case Rotation():
            return (
                ("mission", Kind.MISSION, (thing.mission,)),
                ("force", Kind.FORCE, (thing.force,)),
                ("post", Kind.POST, (thing.post,)),
                ("relieves", Kind.ROTATION, (thing.relieves,)),
                ("continues", Kind.ROTATION, (thing.continues,)),
                ("part_of", Kind.ROTATION, (thing.part_of,)),
                ("supports", Kind.MISSION, thing.supports),
            )
        case Mandate() | Post():
            return (("mission", Kind.MISSION, (thing.mission,)),)
        case Frame():
            return (
                ("missions", Kind.MISSION, thing.missions),
                ("supersedes", Kind.FRAME, thing.supersedes),
            )
        case Force():
            return (("parent", Kind.FORCE, (thing.parent,)),)
        case Commitment():
            return (("force", Kind.FORCE, (thing.force,)),)
        case Sharing():
            return (
                ("force", Kind.FORCE, (thing.force,)),
                ("missions", Kind.MISSION, thing.missions),
            )
        case RecoveryRule():
            exempt = tuple(exemption.mission for exemption in thing.exempt_missions)
            return (
                ("forces", Kind.FORCE, thing.forces),
                ("exempt_missions", Kind.MISSION, exempt),
            )
        case Mission() | LengthRule() | Waiver():
            return ()


def check_all(plan: Plan) -> None:
    """Refuse a plan that cannot be; the sentence names the first thing that is wrong."""
    check_things(plan, (Ref(kind, name) for kind in LISTS for name in plan.table(kind)))


def check_things(plan: Plan, touched: Iterable[Ref]) -> None:
    """Refuse what cannot be about these things; things that are gone are passed over."""
    there = [(ref, thing) for ref in touched if (thing := plan.find(ref)) is not None]
    if any(ref.kind is Kind.FRAME for ref, _thing in there):
        _check_limit_ids(plan)
    for ref, thing in there:
        _check_thing(plan, ref, thing)
    for kind, field in LINKS:
        names = [ref.id for ref, _thing in there if ref.kind is kind]
        _check_no_cycle(plan.table(kind), kind, field, names)


def _check_thing(plan: Plan, ref: Ref, thing: Thing) -> None:
    for field, kind, name in references_of(thing):
        if name not in plan.table(kind):
            raise Refused(
                _("{owner}: {field} names '{id}', which does not exist.").format(
                    owner=f"{ref.kind} {ref.id}", field=field, id=name
                )
            )
    if isinstance(thing, Rotation):
        _check_rotation(plan, thing)


def _check_rotation(plan: Plan, rotation: Rotation) -> None:
    where = f"rotation {rotation.id}"
    relieved = plan.rotations.get(rotation.relieves or "")
    if relieved is not None and relieved.mission != rotation.mission:
        raise Refused(
            _("{owner}: it relieves '{id}', which is at another mission.").format(
                owner=where, id=relieved.id
            )
        )
    post = plan.posts.get(rotation.post or "")
    if post is not None and post.mission != rotation.mission:
        raise Refused(
            _("{owner}: post '{id}' belongs to another mission.").format(owner=where, id=post.id)
        )


def _check_no_cycle(
    table: Mapping[str, object], kind: Kind, field: str, names: Iterable[str]
) -> None:
    """Refuse a link that leads back to where it began; each thing is walked through once."""
    clear: set[str] = set()
    for name in names:
        if name not in clear:
            _walk(table, f"{kind} {name}", field, name, clear)


def _walk(table: Mapping[str, object], owner: str, field: str, name: str, clear: set[str]) -> None:
    path, steps = {name: None}, [iter(_linked(table, field, name))]
    while steps:
        here = next(steps[-1], None)
        if here is None:
            steps.pop()
            clear.add(path.popitem()[0])
        elif here in path:
            raise Refused(
                _("{owner}: {field} leads back to itself.").format(owner=owner, field=field)
            )
        elif here not in clear:
            path[here] = None
            steps.append(iter(_linked(table, field, here)))


def _linked(table: Mapping[str, object], field: str, name: str) -> tuple[str, ...]:
    """The ids that a field of the thing of this id holds."""
    target = getattr(table.get(name), field, None)
    if target is None:
        return ()
    return (target,) if isinstance(target, str) else tuple(target)


def _check_limit_ids(plan: Plan) -> None:
    counts = Counter(limit.id for _frame, limit in plan.limits())
    for name, times in counts.items():
        if times > 1:
            raise Refused(_("Limit {id} occurs twice; limit ids are unique.").format(id=name))


def users_of(plan: Plan, ref: Ref) -> Iterator[Ref]:
    """Everything in a plan that refers to a thing."""
    for kind in LISTS:
        for thing in plan.table(kind).things():
            if any((ref.kind, ref.id) == (to, name) for _f, to, name in references_of(thing)):
                yield Ref(kind, thing.id)
