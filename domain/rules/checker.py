"""The checker: all findings of a plan, kept current at the cost of an edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.engine.profile import Profile
from domain.model import Kind, Plan, Ref
from domain.rules.amended import amended
from domain.rules.checked import Checked, Step
from domain.rules.finding import Finding
from domain.rules.found import difference
from domain.rules.resting import collector_at_rest

LARGE: Final = 2_000
"""From so many rotations on a plan is checked with columns of numbers."""


def check(plan: Plan, as_of: date | None = None) -> tuple[Finding, ...]:
    """Everything that the rules say about a plan, in order."""
    return Checker(plan, as_of).findings


@dataclass(frozen=True, slots=True)
class Update:
    """What going to another plan did to the findings."""

    before: Plan
    solved: tuple[Finding, ...]
    caused: tuple[Finding, ...]
    way_back: Step | Checked
    """A step to be taken back, or all that was known of the plan before."""


class Checker:
    """The findings of a plan; it is checked when something is first asked about it."""

    def __init__(self, plan: Plan, as_of: date | None = None, *, quick: bool | None = None) -> None:
        """Take a plan up; quick or not is left to its size, unless it is said."""
        self._as_of = as_of
        self._quick = quick
        self._plan = plan
        self._known: Checked | None = None

    @property
    def plan(self) -> Plan:
        """The plan that is checked."""
        return self._plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order."""
        return self._checked.found.all()

    @property
    def _checked(self) -> Checked:
        if self._known is None:
            self._known = self._check(self._plan)
        return self._known

    def _check(self, plan: Plan) -> Checked:
        large = len(plan.rotations) >= LARGE
        quick = large if self._quick is None else self._quick
        known = None if self._known is None else self._known.situation
        with collector_at_rest(set_aside=large) as rest:
            checked = Checked(plan, self._as_of, quick=quick, known=known)
            rest.set_aside |= len(checked.found.all()) >= LARGE
        return checked

    def profile(self, limit_id: str) -> Profile:
        """How a limit is filled over time; raises KeyError if there is no such limit."""
        return self._checked.profile(limit_id)

    def update(self, plan: Plan, touched: Iterable[Ref]) -> Update:
        """Go to another plan that differs in what was touched, and check what that affects."""
        checked, before = self._checked, self._plan
        try:
            step = _followed(checked, before, plan, list(touched))
        except BaseException:
            self._known = None  # it stands between two plans
            raise
        if step is not None:
            self._plan = plan
            return Update(before, _ordered(step.solved), _ordered(step.caused), step)
        anew = self._check(plan)
        self._plan, self._known = plan, anew
        solved, caused = difference(checked.found, anew.found)
        return Update(before, _ordered(solved), _ordered(caused), checked)

    def go_back(self, update: Update) -> None:
        """Be as before an update, the last one that was made, at less than the cost of another."""
        self._plan = update.before
        if isinstance(update.way_back, Step):
            self._checked.go_back(update.way_back)
        else:
            self._known = update.way_back


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _followed(checked: Checked, before: Plan, after: Plan, touched: Sequence[Ref]) -> Step | None:
    """The step that follows an edit, or none where the whole plan is to be checked."""
    names = _rotations_alone(before, after, touched)
    if names is not None:
        return checked.follow(after, names)
    change = amended(before, after, touched)
    return None if change is None else checked.amend(after, change)


def _rotations_alone(before: Plan, after: Plan, touched: Iterable[Ref]) -> list[str] | None:
    """The rotations that differ, or none where anything else may differ too."""
    if before.settings is not after.settings:
        return None
    names: list[str] = []
    for ref in touched:
        if ref.kind is not Kind.ROTATION:
            return None
        if before.rotations.get(ref.id) is not after.rotations.get(ref.id):
            names.append(ref.id)
    return names
