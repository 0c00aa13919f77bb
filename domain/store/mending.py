"""A plan of which parts are lost, made one that can be: links to nothing go, or get a stand-in."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, Final

from domain.errors import KnownError, Refused
from domain.language import _, plural
from domain.model import LISTS, Kind, Mission, Plan, Ref
from domain.model.plan import Thing
from domain.model.references import check_all, check_things, references_of

_LOOSE: Final = {
    Kind.ROTATION: frozenset({"force", "post", "relieves", "continues", "part_of"}),
    Kind.FORCE: frozenset({"parent"}),
}
"""The links without which a thing is still one."""


def mended(plan: Plan) -> tuple[Plan, list[str]]:
    """A plan that can be with as much of this one as fits, and what was done, in sentences."""
    said: list[str] = []
    plan = _with_missions(plan, said)
    loosened: Counter[Kind] = Counter()
    dropped: Counter[Kind] = Counter()
    while not _can_be(plan):
        for ref in [Ref(kind, name) for kind in LISTS for name in plan.table(kind)]:
            thing = plan.find(ref)
            if thing is None or _fits(plan, ref):
                continue
            better = _loosened(plan, ref, thing)
            if better is not None and _fits(better, ref):
                loosened[ref.kind] += 1
                plan = better
            else:
                dropped[ref.kind] += 1
                plan = plan.without(ref)
    for kind, count in loosened.items():
        sentence = plural(
            "Scenario '{name}': {count} row of {table} lost a link to what is not there.",
            "Scenario '{name}': {count} rows of {table} lost a link to what is not there.",
            count,
        )
        said.append(sentence.format(name=plan.scenario, count=count, table=LISTS[kind]))
    for kind, count in dropped.items():
        sentence = plural(
            "Scenario '{name}': {count} row of {table} is left out: it does not fit the others.",
            "Scenario '{name}': {count} rows of {table} are left out: they do not fit the others.",
            count,
        )
        said.append(sentence.format(name=plan.scenario, count=count, table=LISTS[kind]))
    return plan, said


def _with_missions(plan: Plan, said: list[str]) -> Plan:
    """Let a mission that is lost stand there again by its id, for all that refers to it."""
    missing = {
        name: None
        for kind in (Kind.ROTATION, Kind.MANDATE, Kind.POST, Kind.FRAME)
        for thing in plan.table(kind).things()
        for _field, to, name in references_of(thing)
        if to is Kind.MISSION and name not in plan.missions
    }
    for name in missing:
        try:
            plan = plan.put(Mission(name, name))
        except KnownError:
            continue
        said.append(
            _("Scenario '{scenario}': mission '{id}' is lost; only its id is there again.").format(
                scenario=plan.scenario, id=name
            )
        )
    return plan


def _can_be(plan: Plan) -> bool:
    try:
        check_all(plan)
    except Refused:
        return False
    return True


def _fits(plan: Plan, ref: Ref) -> bool:
    try:
        check_things(plan, (ref,))
    except Refused:
        return False
    return True


def _loosened(plan: Plan, ref: Ref, thing: Thing) -> Plan | None:
    """The plan with a thing that lost its links to nothing; none where it cannot be without."""
    changes: dict[str, Any] = {}
    for field, kind, name in references_of(thing):
        if name in plan.table(kind):
            continue
        value = getattr(thing, field)
        if isinstance(value, tuple):
            kept = changes.get(field, value)
            changes[field] = tuple(one for one in kept if getattr(one, "mission", one) != name)
        elif field in _LOOSE.get(ref.kind, ()):
            changes[field] = None
        else:
            return None
    try:
        return plan.put(replace(thing, **changes)) if changes else None
    except KnownError:
        return None
