"""Plans in a few words: each function makes one thing, and `plan` puts them together.

What a test does not care about has a value that no rule minds: frames, mandates and forces are
there always, a frame without limits is unlimited, a mission or unit that is only named exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from domain.model import (
    Accepted,
    Binding,
    Category,
    Commitment,
    CommitmentKind,
    Exemption,
    Force,
    ForceKind,
    ForceMeasure,
    Frame,
    Kind,
    Length,
    LengthRule,
    Limit,
    Mandate,
    Measure,
    Mission,
    Plan,
    Post,
    RecoveryKind,
    RecoveryRule,
    Ref,
    Rotation,
    Settings,
    Sharing,
    Status,
    SupplyStep,
    Thing,
    UntilDecided,
    Waiver,
)
from domain.model.references import check_all, references_of

EVERYONE = "military civilian police"


def day(text: str) -> date:
    return date.fromisoformat(text)


def open_day(text: str | None) -> date | None:
    return None if text is None else day(text)


def settings(
    *,
    percent: int = 10,
    least: int = 1,
    planning: tuple[str | None, str | None] = (None, None),
) -> Settings:
    first, last = planning
    return Settings(
        circa_percent=percent,
        circa_least=least,
        planning_first_day=open_day(first),
        planning_last_day=open_day(last),
    )


def plan(*things: Thing | Settings) -> Plan:
    """A plan of these things; missions and units that are only named are made."""
    made = Plan(name="Plan", scenario="Basis")
    for thing in things:
        made = replace(made, settings=thing) if isinstance(thing, Settings) else made.put(thing)
    for thing in list(_named_only(made)):
        made = made.put(thing)
    check_all(made)
    return made


def _named_only(made: Plan) -> Iterator[Thing]:
    tables = (made.table(kind) for kind in Kind if kind is not Kind.LIMIT)
    for thing in (thing for table in tables for thing in table.things()):
        for _field, kind, name in references_of(thing):
            if kind is Kind.MISSION and name not in made.missions:
                yield mission(name)
            if kind is Kind.FORCE and name not in made.forces:
                yield unit(name)


class MissionFields(TypedDict, total=False):
    handover_days: int
    handover_counts: bool
    min_length: Length
    max_length: Length
    preparation_days: int
    decision_lead_days: int
    note: str


def mission(id_: str, **fields: Unpack[MissionFields]) -> Mission:
    return Mission(id_, name=id_.upper(), **fields)


def mandate(at: str, first: str | None, last: str | None, id_: str = "mandate") -> Mandate:
    return Mandate(id_, at, "Resolution", open_day(first), open_day(last))


def limit(
    id_: str,
    number: int | None = None,
    categories: str = EVERYONE,
    *,
    measure: str | None = "persons",
    binding: str | None = None,
) -> Limit:
    """A maximum of persons; unlimited without a number, unread without a measure."""
    usual = "unread" if measure is None else "unlimited" if number is None else "maximum"
    return Limit(
        id_,
        None if measure is None else Measure(measure),
        categories_of(categories),
        number,
        Binding(binding or usual),
    )


def categories_of(words: str) -> frozenset[Category]:
    return frozenset(map(Category, words.split()))


class FrameFields(TypedDict, total=False):
    condition: str
    condition_met: bool
    until_decided: UntilDecided
    supersedes: tuple[str, ...]
    correction: bool


def frame(
    missions: str,
    *limits: Limit,
    id_: str = "",
    days: tuple[str | None, str | None] = (None, None),
    **fields: Unpack[FrameFields],
) -> Frame:
    """A frame for missions, given as words; it is called after them, and in force always."""
    name = id_ or missions.replace(" ", "+")
    first, last = days
    return Frame(
        name,
        f"Frame {name}",
        tuple(missions.split()),
        open_day(first),
        open_day(last),
        limits or (limit(f"{name}/open"),),
        **fields,
    )


def unit(id_: str, parent: str | None = None, measure: str = "items") -> Force:
    return Force(id_, id_.upper(), ForceKind.UNIT, parent, ForceMeasure(measure))


def pool(id_: str, *supply: SupplyStep, measure: str = "items", parent: str | None = None) -> Force:
    return Force(
        id_, id_.upper(), ForceKind.POOL, parent, ForceMeasure(measure), supply=tuple(supply)
    )


def step(quantity: int, first: str | None = None, last: str | None = None) -> SupplyStep:
    return SupplyStep(open_day(first), open_day(last), quantity)


def commitment(  # noqa: PLR0913 - a claim has that many sides
    id_: str,
    force: str,
    first: str | None,
    last: str | None,
    *,
    kind: str = "readiness",
    quantity: int | None = None,
    exclusive: bool = True,
) -> Commitment:
    days = open_day(first), open_day(last)
    kind_ = CommitmentKind(kind)
    return Commitment(id_, force, id_, kind_, *days, quantity=quantity, exclusive=exclusive)


def sharing(
    force: str, missions: str, first: str | None = None, last: str | None = None
) -> Sharing:
    return Sharing("sharing", force, tuple(missions.split()), open_day(first), open_day(last))


def recovery_rule(  # noqa: PLR0913 - a rule has that many numbers
    id_: str,
    *,
    factor: str | None = None,
    days: int | None = None,
    window: int | None = None,
    forces: str = "",
    categories: str = "military",
    exempt: str = "",
    first: str | None = None,
    last: str | None = None,
) -> RecoveryRule:
    """A ratio if it has a factor, a quota if it has a window, else an interval."""
    kind = "ratio" if factor is not None else "interval" if window is None else "quota"
    return RecoveryRule(
        id_,
        RecoveryKind(kind),
        categories_of(categories),
        open_day(first),
        open_day(last),
        factor=None if factor is None else Decimal(factor),
        days=days,
        window_days=window,
        forces=tuple(forces.split()),
        exempt_missions=tuple(Exemption(name, "agreed") for name in exempt.split()),
    )


def length_rule(
    category: str,
    *,
    at_least: int | None = None,
    at_most: int | None = None,
    first: str | None = None,
    last: str | None = None,
) -> LengthRule:
    days = open_day(first), open_day(last)
    id_ = f"{category} {at_least}-{at_most} from {first}"
    return LengthRule(id_, Category(category), *days, at_least, at_most)


def post(  # noqa: PLR0913 - a post has that many sides
    id_: str,
    at: str,
    quantity: int,
    first: str | None = None,
    last: str | None = None,
    *,
    category: str = "military",
) -> Post:
    days = open_day(first), open_day(last)
    return Post(id_, at, id_.capitalize(), Category(category), quantity, *days)


class RotationFields(TypedDict, total=False):
    military: int
    civilian: int
    police: int
    teams: int
    force: str
    quantity: int
    post: str
    relieves: str
    continues: str
    part_of: str
    supports: tuple[str, ...]
    justification: str
    note: str


def rotation(
    id_: str,
    at: str,
    first: str,
    last: str,
    *,
    status: str = "planned",
    **fields: Unpack[RotationFields],
) -> Rotation:
    return Rotation(
        id_, at, id_.capitalize(), day(first), day(last), status=Status(status), **fields
    )


def cancelled(*rotations: Rotation) -> tuple[Rotation, ...]:
    return tuple(replace(one, status=Status.CANCELLED) for one in rotations)


def refs(*names: str) -> tuple[Ref, ...]:
    """References, each written as kind and id: ``limit cap``."""
    pairs = (name.split(" ", 1) for name in names)
    return tuple(Ref(Kind(kind), id_) for kind, id_ in pairs)


def waiver(  # noqa: PLR0913 - an acceptance has that many sides
    code: str,
    about: Iterable[str],
    days: tuple[str, str],
    *,
    excess: str | None = None,
    contributors: Iterable[str] = (),
    until: str | None = None,
    id_: str = "waiver",
) -> Waiver:
    accepted = Accepted(
        day(days[0]),
        day(days[1]),
        excess=None if excess is None else Decimal(excess),
        contributors=refs(*contributors),
    )
    by: dict[str, Any] = {"reason": "agreed", "by": "chief", "on": day("2026-01-01")}
    return Waiver(id_, code, refs(*about), until=open_day(until), accepted=accepted, **by)
