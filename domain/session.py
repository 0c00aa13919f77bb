"""The open plan: the only thing in the domain that changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from domain.model import Applied, Edit, Plan, Ref
from domain.values import dataclass, field

if TYPE_CHECKING:
    from domain.engine.profile import Profile
    from domain.rules.checker import Checker
    from domain.rules.finding import Finding


class Keeper(Protocol):
    """What keeps a plan: saves a step so that it survives, or raises a KnownError."""

    def save(self, before: Plan, applied: Applied, label: str) -> None:
        """Keep a step; when this returns it is on disk."""


@dataclass(frozen=True, slots=True)
class Change:
    """A step from one plan to another, with what it did to the findings."""

    before: Plan
    after: Plan
    touched: frozenset[Ref]
    label: str
    solved: tuple[Finding, ...]
    caused: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an edit would do, without doing it."""

    plan: Plan
    touched: frozenset[Ref]
    before: tuple[Finding, ...] = field(repr=False)
    """What the rules say about the plan as it is."""
    solved: tuple[Finding, ...]
    caused: tuple[Finding, ...]
    profiles: Mapping[str, Profile] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that the rules would say, in order; put together when asked."""
        from domain.rules.in_order import followed

        return tuple(followed(list(self.before), self.solved, self.caused))


class Session:
    """An open plan with its findings, and the way from one plan to the next."""

    def __init__(self, plan: Plan, keeper: Keeper, as_of: date | None = None) -> None:
        """Open a plan that is already kept."""
        self._keeper = keeper
        self._plan, self._as_of = plan, as_of

    @cached_property
    def _checker(self) -> Checker:
        # A plan can be shown before any rule is read.
        from domain.rules.checker import Checker

        return Checker(self._plan, self._as_of)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that the rules say about the plan, in order."""
        return self._checker.findings

    def submit(self, edit: Edit) -> Change:
        """Do an edit: it is applied, checked and on disk when this returns.

        Raises KnownError when it cannot be or cannot be kept; then nothing has changed.
        """
        return self.move_to(edit.apply(self.plan), edit.label)

    def move_to(self, applied: Applied, label: str) -> Change:
        """Go to another plan, as an edit, undo and redo do."""
        before = self.plan
        update = self._checker.update(applied.plan, applied.touched)
        try:
            self._keeper.save(before, applied, label)
        except BaseException:
            self._checker.go_back(update)
            raise
        self._plan = applied.plan
        return Change(before, applied.plan, applied.touched, label, update.solved, update.caused)

    def take_name(self, plan: Plan) -> None:
        """Go on with the same plan under another name, which it has on disk already."""
        self._checker.update(plan, ())
        self._plan = plan

    def profile(self, limit_id: str) -> Profile:
        """The strength that one limit counts, over time."""
        return self._checker.profile(limit_id)

    def preview(self, edit: Edit, limits: Iterable[str] = ()) -> Preview:
        """What an edit would do to the findings and to the strength that some limits count.

        The plan and the file stay as they are. Raises Refused when the edit cannot be.
        """
        findings, applied = self.findings, edit.apply(self.plan)
        update = self._checker.update(applied.plan, applied.touched)
        try:
            profiles = {limit: self.profile(limit) for limit in limits}
        finally:
            self._checker.go_back(update)
        return Preview(
            applied.plan, applied.touched, findings, update.solved, update.caused, profiles
        )
