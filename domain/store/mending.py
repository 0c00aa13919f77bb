"""A plan of which parts are lost, made one that can be: links to nothing go, or get a stand-in."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, Final

from domain.engine.merging.troubles import circles
from domain.errors import KnownError, Refused
from domain.language import _, plural
from domain.model import LISTS, Kind, Mission, Plan, Ref, Rotation
from domain.model.plan import Thing
from domain.model.references import LINKS, check_all, check_things, references_of

_LOOSE: Final = {
    Kind.ROTATION: frozenset({"force", "post", "relieves", "continues", "part_of"}),
    Kind.FORCE: frozenset({"parent"}),
}
"""The links without which a thing is still one."""
_MANY: Final = frozenset({"supersedes"})


def mended(plan: Plan) -> tuple[Plan, list[str]]:
    """A plan that can be with as much of this one as fits, and what was done, in sentences."""
    done = _Done(plan.scenario)
    plan = _without_circles(_with_missions(plan, done.said), done)
    while not _can_be(plan):
        for ref in [Ref(kind, name) for kind in LISTS for name in plan.table(kind)]:
            thing = plan.find(ref)
            if thing is None or _fits(plan, ref):
                continue
            better = _loosened(plan, ref, thing)
            if better is not None and _fits(better, ref):
                done.loosened[ref.kind] += 1
                plan = better
            else:
                done.dropped[ref.kind] += 1
                plan = plan.without(ref)
    return plan, done.sentences()


class _Done:
    """What was done to a plan, counted by what it was done to."""

    def __init__(self, scenario: str) -> None:
        self._scenario = scenario
        self.said: list[str] = []
        self.cut, self.loosened, self.dropped = (Counter[Kind]() for _each in range(3))

    def sentences(self) -> list[str]:
        """What was done, one sentence for each way and kind."""
        for counts, sentence in (
            (self.cut, _cut_text),
            (self.loosened, _loosened_text),
            (self.dropped, _dropped_text),
        ):
            self.said += [
                sentence(count).format(name=self._scenario, count=count, table=LISTS[kind])
                for kind, count in counts.items()
            ]
        return self.said


def _cut_text(count: int) -> str:
    return plural(
        "Scenario '{name}': {count} row of {table} lost a link that led back to itself.",
        "Scenario '{name}': {count} rows of {table} lost a link that led back to themselves.",
        count,
    )


def _loosened_text(count: int) -> str:
    return plural(
        "Scenario '{name}': {count} row of {table} lost a link to what is elsewhere or nowhere.",
        "Scenario '{name}': {count} rows of {table} lost a link to what is elsewhere or nowhere.",
        count,
    )


def _dropped_text(count: int) -> str:
    return plural(
        "Scenario '{name}': {count} row of {table} is left out: it does not fit the others.",
        "Scenario '{name}': {count} rows of {table} are left out: they do not fit the others.",
        count,
    )


def _without_circles(plan: Plan, done: _Done) -> Plan:
    """Let go of one link of each circle; what only leads to a circle keeps its own."""
    for kind, field in LINKS:
        while circle := next(circles(_followed(plan, kind, field)), None):
            thing: Any = plan.table(kind)[circle[0]]
            target, value = [*circle[1:], circle[0]][0], getattr(thing, field)
            kept = tuple(one for one in value if one != target) if field in _MANY else None
            plan = plan.put(replace(thing, **{field: kept}))
            done.cut[kind] += 1
    return plan


def _followed(plan: Plan, kind: Kind, field: str) -> dict[str, tuple[str, ...]]:
    values = {name: getattr(plan.table(kind)[name], field) for name in plan.table(kind)}
    return {
        name: tuple(value) if field in _MANY else (value,)
        for name, value in values.items()
        if value is not None
    }


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
    """The plan with a thing that lost its links to nothing, and those to another mission.

    None where it cannot be without.
    """
    changes: dict[str, Any] = {}
    for field, kind, name in references_of(thing):
        if name in plan.table(kind) and not _is_elsewhere(plan, thing, field, Ref(kind, name)):
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


def _is_elsewhere(plan: Plan, thing: Thing, field: str, to: Ref) -> bool:
    """Whether a rotation relieves one at another mission, or fills a post there."""
    if not isinstance(thing, Rotation) or field not in {"relieves", "post"}:
        return False
    return getattr(plan.find(to), "mission", thing.mission) != thing.mission
