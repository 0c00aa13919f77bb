"""A plan that has been checked: what was found where, and how it follows edits of rotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from domain.engine.bookings import booking_of, pairs_with
from domain.engine.profile import Profile
from domain.engine.profiles import Profiles
from domain.engine.situation import Situation
from domain.engine.spans import ALWAYS
from domain.engine.standing import Standing
from domain.engine.ties import tied_otherwise
from domain.model import Kind, Plan, Waiver
from domain.rules.about import OnDays
from domain.rules.affected import Affected, cuts_bookings, parts_cut
from domain.rules.amended import Amended, missions_with_other_days
from domain.rules.catalogue import BY_SCOPE
from domain.rules.finding import Finding
from domain.rules.found import Found, parted
from domain.rules.in_order import Findings
from domain.rules.making import findings_of
from domain.rules.parts import About, Part, Suspect, about_of, everything, pair_part
from domain.rules.rule import Breach, Rule, Scope
from domain.rules.waiving import Acceptances, acceptances, with_waivers

_MANY: Final = 50
_SHARE: Final = 300
_SHARE_AMENDED: Final = 50
"""An edit is followed as long as it affects no more than so many, and one in so many."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is known of a plan beside its rotations."""

    standing: Standing
    accepted: Acceptances
    profiles: Profiles
    cut: tuple[list[Part], bool] | None


@dataclass(slots=True)
class Step:
    """What following an edit did to the findings, and the way back."""

    plan: Plan
    names: list[str]
    rest: Rest | None = None
    """What was known before of all but the rotations, where that changed."""
    before: dict[Part, Findings] = field(default_factory=dict)
    solved: list[Finding] = field(default_factory=list)
    caused: list[Finding] = field(default_factory=list)


class Checked:
    """A plan and its findings; both follow edits of rotations, and can go back."""

    def __init__(
        self, plan: Plan, as_of: date | None, *, quick: bool, known: Situation | None = None
    ) -> None:
        """Check a whole plan; quick with columns of numbers, those of the plan known before."""
        self._as_of = as_of
        self._accepted = acceptances(plan.waivers.things())
        self._cut: tuple[list[Part], bool] | None = None
        if quick:
            self._situation, suspects = _suspects(plan, as_of, known)
        else:
            self._situation = Situation(plan, as_of)
            suspects = everything(self._situation)
        self._profiles = Profiles(self._situation)
        self.found = Found(self._look_at(suspects))

    @property
    def situation(self) -> Situation:
        """The plan as rules look at it."""
        return self._situation

    def _look_at(self, suspects: Iterable[Suspect]) -> dict[Part, Findings]:
        """What was found in each part; all findings are made at once, which is quicker."""
        parts, rules, breaches = list[Part](), list[Rule](), list[Breach]()
        situation = self._situation
        for part, about, own in suspects:
            for rule in own:
                for breach in rule.check(situation, about):
                    parts.append(part)
                    rules.append(rule)
                    breaches.append(breach)
        found: dict[Part, list[Finding]] = {}
        for part, finding in zip(parts, self._as_findings(rules, breaches), strict=True):
            found.setdefault(part, []).append(finding)
        return {part: tuple(findings) for part, findings in found.items()}

    def profile(self, limit_id: str) -> Profile:
        """How a limit is filled over time; raises KeyError if there is no such limit."""
        return self._profiles.of(limit_id)

    def follow(self, plan: Plan, names: list[str]) -> Step | None:
        """Go to a plan in which some rotations are others.

        None, and nothing is done, where checking the whole plan anew is the shorter way.
        """
        situation, before = self._situation, self._situation.plan
        if len(names) > _MANY + len(before.rotations) // _SHARE or not situation.serves(plan):
            return None
        old, new = before.rotations, plan.rotations
        tied = [name for name in names if tied_otherwise(old.get(name), new.get(name))]
        affected = Affected()
        affected.look(situation, names, self._linked(tied))
        cut, cuts_bookings_too = self._cut_parts()
        planning = situation.planning if cut or cuts_bookings_too else None
        self._go_to(plan, names)
        if planning is not None and planning != situation.planning:
            if cuts_bookings_too:
                self._go_to(before, names)
                return None
            for part in cut:
                affected.add(part, ALWAYS)
        affected.look(situation, names, self._linked(tied))
        step = Step(before, names)
        self._check_again(affected, step)
        return step

    def amend(self, plan: Plan, change: Amended) -> Step | None:
        """Go to a plan in which other things than rotations are others.

        None, and nothing is done, where checking the whole plan anew is the shorter way.
        """
        situation, before = self._situation, self._situation.plan
        standing, missions = situation.standing, set(change.missions)
        if missions or change.reaches_forces:
            standing = Standing(plan, standing)
            missions |= missions_with_other_days(situation.standing, standing)
        at_missions = sum(len(situation.ways.at_mission(name)) for name in missions)
        most = _MANY + len(before.rotations) // _SHARE_AMENDED
        if at_missions > most or not situation.serves(plan):
            return None
        if any(standing.commitments_on.get(force) for force in change.forces):
            return None
        step, affected = Step(before, [], self._rest()), Affected()
        if missions:
            affected.look_at_missions(situation, missions)
        self._rest_on(plan, standing)
        if missions:
            affected.look_at_missions(situation, missions)
            self._profiles, self._cut = Profiles(situation), None
        if change.reaches_forces:
            self._cut = None
            affected.look_at_forces(situation, change)
        if len(affected.on_days) > most:
            self.go_back(step)
            return None
        self._check_again(affected, step)
        self._accept_again(change.waivers, step)
        return step

    def _rest(self) -> Rest:
        return Rest(self._situation.standing, self._accepted, self._profiles, self._cut)

    def _rest_on(self, plan: Plan, standing: Standing) -> None:
        self._situation.standing = standing
        self._situation.replace(plan, ())
        self._accepted = acceptances(plan.waivers.things())

    def go_back(self, step: Step) -> None:
        """Go back to the plan, and the findings, before a step: the last one that was made."""
        self._go_to(step.plan, step.names)
        if step.rest is not None:
            self._situation.standing, self._accepted = step.rest.standing, step.rest.accepted
            self._profiles, self._cut = step.rest.profiles, step.rest.cut
        for part, findings in step.before.items():
            self.found.restore(part, findings)

    def _go_to(self, plan: Plan, names: list[str]) -> None:
        """Let the situation follow, and the profiles know on which days it did."""
        for rotations in (self._situation.plan.rotations, plan.rotations):
            for rotation in map(rotations.get, names):
                if rotation is not None:
                    self._profiles.disturb(rotation.mission, (rotation.start, rotation.end))
        self._situation.replace(plan, names)

    def _linked(self, tied: list[str]) -> Iterable[str]:
        if not tied:
            return ()
        return self._situation.ties.linked(self._situation.plan.rotations, tied)

    def _cut_parts(self) -> tuple[list[Part], bool]:
        if self._cut is None:
            self._cut = list(parts_cut(self._situation)), cuts_bookings(self._situation)
        return self._cut

    def _check_again(self, affected: Affected, step: Step) -> None:
        situation = self._situation
        for part, days in affected.on_days.items():
            about_it = about_of(situation, part, days)
            if about_it is None:
                self._put(part, [], (), step)
            else:
                self._check_part(part, about_it, step)
        for name in affected.rotations:
            self._check_rotation((Scope.ROTATION, name), step)
        for name in affected.handovers:
            self._check_rotation((Scope.HANDOVER, name), step)
        stale = {
            part: None
            for name in affected.bookings
            for part in self.found.pairs_of(Kind.ROTATION, name)
        }
        for part, about in self._pairs(affected.bookings):
            stale.pop(part, None)
            self._check_part(part, about, step)
        for part in stale:
            self._put(part, [], (), step)

    def _accept_again(self, waivers: Iterable[Waiver], step: Step) -> None:
        """Look again whether the findings that some waivers are about are accepted."""
        about = acceptances(waivers)
        codes = {code for code, _subjects in about}
        for part, findings in self.found.items() if about else ():
            concerned, kept = parted(
                findings,
                lambda one: one.code in codes and (one.code, frozenset(one.subjects)) in about,
            )
            if concerned:
                bare = (replace(one, waiver=None, lapsed_waivers=()) for one in concerned)
                came = [with_waivers(one, self._accepted, self._as_of) for one in bare]
                self._put(part, came, kept, step)

    def _pairs(self, bookings: Iterable[str]) -> Iterator[tuple[Part, About]]:
        situation, seen = self._situation, set[Part]()
        for name in bookings:
            rotation = situation.plan.rotations.get(name)
            if rotation is None or rotation.cancelled or rotation.force is None:
                continue
            if situation.standing.is_unit(rotation.force):
                for pair in pairs_with(situation, booking_of(rotation, rotation.force)):
                    part = pair_part(pair)
                    if part not in seen:
                        seen.add(part)
                        yield part, pair

    def _check_rotation(self, part: Part, step: Step) -> None:
        rotation = self._situation.plan.rotations.get(part[1])
        if rotation is None or rotation.cancelled:
            self._put(part, [], (), step)
        else:
            self._check_part(part, rotation, step)

    def _check_part(self, part: Part, about: About, step: Step) -> None:
        kept: Findings = ()
        if isinstance(about, OnDays):
            concerned, kept = parted(self.found.of(part), about.concerns)
            about = about.widened(concerned)
        self._put(part, self._findings_of(BY_SCOPE[part[0]], about), kept, step)

    def _put(self, part: Part, came: list[Finding], kept: Findings, step: Step) -> None:
        before = self.found.of(part)
        solved, caused = self.found.put(part, came, kept)
        if solved or caused:
            step.before.setdefault(part, before)
            step.solved.extend(solved)
            step.caused.extend(caused)

    def _findings_of(self, rules: Iterable[Rule], about: About) -> list[Finding]:
        by_rule, breaches = list[Rule](), list[Breach]()
        for rule in rules:
            for breach in rule.check(self._situation, about):
                by_rule.append(rule)
                breaches.append(breach)
        return self._as_findings(by_rule, breaches) if breaches else []

    def _as_findings(self, rules: Sequence[Rule], breaches: Sequence[Breach]) -> list[Finding]:
        found = findings_of(rules, breaches)
        if not self._accepted:
            return found
        return [with_waivers(finding, self._accepted, self._as_of) for finding in found]


def _suspects(
    plan: Plan, as_of: date | None, before: Situation | None
) -> tuple[Situation, Iterator[Suspect]]:
    """A large plan with columns of numbers, and what its screens name.

    Numpy is imported here, and not before.
    """
    from domain.rules.screening import suspects_in

    return suspects_in(plan, as_of, before)
