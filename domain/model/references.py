"""What a plan cannot be: references to nothing, cycles, and the like, each in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from domain.errors import Refused
from domain.language import _
from domain.model.forces import Commitment, Force, RecoveryRule, Sharing
from domain.model.frames import Frame
from domain.model.missions import LengthRule, Mandate, Mission, Post
from domain.model.plan import LISTS, Plan, Thing
from domain.model.rotations import Rotation
from domain.model.waivers import Ref, Waiver
from domain.model.words import Kind

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
    _check_limit_ids(plan)
    for kind in LISTS:
        check_things(plan, (Ref(kind, name) for name in plan.table(kind)))


def check_things(plan: Plan, touched: Iterable[Ref]) -> None:
    """Refuse what cannot be about these things; things that are gone are passed over."""
    for ref in touched:
        thing = plan.find(ref)
        if thing is not None:
            _check_thing(plan, ref, thing)


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
    elif isinstance(thing, Frame):
        _check_limit_ids(plan)
        _check_no_cycle(f"frame {thing.id}", "supersedes", thing.id, _supersedes(plan))
    elif isinstance(thing, Force):
        _check_no_cycle(f"force {thing.id}", "parent", thing.id, _one(plan.forces, "parent"))


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
    for field in ("relieves", "continues", "part_of"):
        if getattr(rotation, field) is not None:
            _check_no_cycle(where, field, rotation.id, _one(plan.rotations, field))


def _one(table: Mapping[str, object], field: str) -> Callable[[str], tuple[str, ...]]:
    """How to go from an id to the one id that a field of its thing holds."""

    def follow(name: str) -> tuple[str, ...]:
        target = getattr(table.get(name), field, None)
        return () if target is None else (target,)

    return follow


def _supersedes(plan: Plan) -> Callable[[str], tuple[str, ...]]:
    def follow(name: str) -> tuple[str, ...]:
        frame = plan.frames.get(name)
        return () if frame is None else frame.supersedes

    return follow


def _check_no_cycle(
    owner: str, field: str, name: str, follow: Callable[[str], tuple[str, ...]]
) -> None:
    waiting, seen = list(follow(name)), set[str]()
    while waiting:
        here = waiting.pop()
        if here == name:
            raise Refused(
                _("{owner}: {field} leads back to itself.").format(owner=owner, field=field)
            )
        if here not in seen:
            seen.add(here)
            waiting.extend(follow(here))


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
