"""The checker: all findings of a plan, kept current at the cost of an edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from domain.engine.profile import Profile
from domain.engine.situation import Situation
from domain.engine.strength import profile_of
from domain.model import Kind, Plan, Ref, Rotation
from domain.rules.catalogue import BY_SCOPE
from domain.rules.finding import Finding
from domain.rules.rule import Breach, Rule, Scope
from domain.rules.waiving import acceptances, with_waivers

Part = tuple[Scope, str]
"""A part of a plan that is checked by itself: a kind of part and an id."""


def check(plan: Plan, as_of: date | None = None) -> tuple[Finding, ...]:
    """Everything that the rules say about a plan, in order."""
    return Checker(plan, as_of).findings


class Checker:
    """The findings of a plan, by the part of the plan that they come from."""

    def __init__(self, plan: Plan, as_of: date | None = None) -> None:
        """Check a whole plan."""
        self._as_of = as_of
        self._sorted: tuple[Finding, ...] | None = None
        self._check_whole(plan)

    @property
    def plan(self) -> Plan:
        """The plan that is checked."""
        return self._situation.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order."""
        if self._sorted is None:
            found = (finding for findings in self._found.values() for finding in findings)
            self._sorted = tuple(sorted(found, key=lambda finding: finding.order))
        return self._sorted

    def profile(self, limit_id: str) -> Profile:
        """How a limit is filled over time; raises KeyError if there is no such limit."""
        return profile_of(self._situation, *self._situation.standing.limits[limit_id])

    def update(self, plan: Plan, touched: Iterable[Ref]) -> None:
        """Go to another plan that differs in what was touched, and check what that affects."""
        refs = set(touched)
        if any(ref.kind is not Kind.ROTATION for ref in refs) or self._differs_elsewhere(plan):
            self._check_whole(plan)
            return
        names = [ref.id for ref in refs]
        affected = set(self._parts_near(names))
        planning = self._situation.planning if self._situation.planning_asked else None
        self._situation.replace(plan, names)
        if planning is not None and planning != self._situation.planning:
            self._check_whole(plan)
            return
        affected.update(self._parts_near(names))
        for part in affected:
            self._check_part(part)
        self._sorted = None

    def _differs_elsewhere(self, plan: Plan) -> bool:
        return plan.settings is not self.plan.settings

    def _check_whole(self, plan: Plan) -> None:
        self._situation = Situation(plan, self._as_of)
        self._accepted = acceptances(plan.waivers.things())
        self._found: dict[Part, tuple[Finding, ...]] = {}
        self._sorted = None
        for part in self._all_parts():
            self._check_part(part)

    def _all_parts(self) -> Iterator[Part]:
        plan, standing = self.plan, self._situation.standing
        yield Scope.FRAMES, ""
        yield from ((Scope.FRAME, name) for name in plan.frames)
        yield from ((Scope.LIMIT, name) for name in standing.limits)
        yield from ((Scope.POST, name) for name in plan.posts)
        for name in plan.forces:
            yield (Scope.UNIT if standing.is_unit(name) else Scope.POOL), name
        yield from ((Scope.ROTATION, name) for name in plan.rotations)

    def _check_part(self, part: Part) -> None:
        scope, name = part
        thing = self._thing(scope, name)
        found = () if thing is None else tuple(self._findings_of(scope, thing))
        if found:
            self._found[part] = found
        else:
            self._found.pop(part, None)

    def _thing(self, scope: Scope, name: str) -> Any:  # noqa: ANN401 - each scope has its own
        plan = self.plan
        match scope:
            case Scope.LIMIT:
                return self._situation.standing.limits[name]
            case Scope.FRAME:
                return plan.frames[name]
            case Scope.FRAMES:
                return plan
            case Scope.UNIT | Scope.POOL:
                return plan.forces[name]
            case Scope.POST:
                return plan.posts[name]
            case Scope.ROTATION:
                rotation = plan.rotations.get(name)
                return None if rotation is None or rotation.cancelled else rotation

    def _findings_of(self, scope: Scope, thing: object) -> Iterator[Finding]:
        for rule in BY_SCOPE[scope]:
            for breach in rule.check(self._situation, thing):
                finding = _finding(rule, breach)
                yield with_waivers(finding, self._accepted, self._as_of)

    def _parts_near(self, names: Iterable[str]) -> Iterator[Part]:
        """All parts whose findings may look at these rotations, as the plan is now."""
        for name in names:
            yield Scope.ROTATION, name
            relievers = self._situation.relieved_by.get(name, ())
            yield from ((Scope.ROTATION, reliever) for reliever in relievers)
        for rotation in self._linked(names):
            yield Scope.ROTATION, rotation.id
            yield from self._frames_near(rotation)
            yield from self._forces_near(rotation)
            if rotation.post is not None:
                yield Scope.POST, rotation.post

    def _linked(self, names: Iterable[str]) -> Iterator[Rotation]:
        """Rotations and all that are tied to them as whole and part, or as a chain."""
        situation, rotations = self._situation, self.plan.rotations
        waiting, seen = list(names), set[str]()
        while waiting:
            name = waiting.pop()
            rotation = rotations.get(name)
            if name in seen:
                continue
            seen.add(name)
            for index in (situation.parts_of, situation.continued_by):
                waiting.extend(index.get(name, ()))
            if rotation is not None:
                ties = (rotation.part_of, rotation.continues)
                waiting.extend(tie for tie in ties if tie is not None)
                yield rotation

    def _frames_near(self, rotation: Rotation) -> Iterator[Part]:
        for frame in self._situation.standing.frames_at.get(rotation.mission, ()):
            yield Scope.FRAME, frame.id
            for limit in frame.limits:
                yield Scope.LIMIT, limit.id

    def _forces_near(self, rotation: Rotation) -> Iterator[Part]:
        if rotation.force is None:
            return
        standing = self._situation.standing
        around = (force.id for force in standing.ancestors(rotation.force))
        for name in (rotation.force, *around, *standing.descendants(rotation.force)):
            yield (Scope.UNIT if standing.is_unit(name) else Scope.POOL), name


def _finding(rule: Rule, breach: Breach) -> Finding:
    return Finding(
        code=rule.code,
        severity=breach.severity or rule.severity,
        subjects=breach.subjects,
        first_day=date.fromordinal(breach.start),
        last_day=date.fromordinal(breach.end - 1),
        measured=breach.measured,
        limit=breach.limit,
        peak_day=None if breach.peak is None else date.fromordinal(breach.peak),
        contributors=tuple(sorted(breach.contributors, key=lambda one: one.ref)),
        parameters=breach.parameters,
    )
