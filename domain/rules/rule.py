"""What a rule is: a code, its words, and a function from a part of the plan to breaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum, auto
from typing import Any, Final

from domain.engine.situation import Situation
from domain.language import N_, _
from domain.model import Ref
from domain.rules.finding import Contributor, Number, Severity
from domain.values import dataclass, field

HOUSE_RULE: Final = N_("House rule")


class Scope(IntEnum):
    """The part of a plan that a rule looks at, one at a time."""

    LIMIT = auto()
    """A ``LimitOnDays``."""
    FRAME = auto()
    """A ``FrameOnDays``."""
    FRAMES = auto()
    """The plan, with all its frames."""
    ROTATION = auto()
    """A rotation that is not cancelled."""
    HANDOVER = auto()
    """A rotation that is not cancelled, with the one it relieves."""
    UNIT = auto()
    """A ``UnitOnDays``."""
    PAIR = auto()
    """A ``Pair`` of bookings near each other."""
    POOL = auto()
    """A ``PoolOnDays``."""
    POST = auto()
    """A ``PostOnDays``."""


@dataclass(slots=True)
class Breach:
    """What a rule found: about which things, from a day number up to another.

    It is not frozen, which takes longer to make: thousands are made only to become findings.
    """

    subjects: tuple[Ref, ...]
    start: int
    end: int
    measured: Number | None = None
    limit: Number | None = None
    peak: int | None = None
    contributors: tuple[Contributor, ...] = ()
    severity: Severity | None = None
    parameters: Mapping[str, str | int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule says to a person; English, translated when it is shown."""

    title: str
    says: str
    why: str
    what_to_do: str
    source: str = HOUSE_RULE
    variants: Mapping[str, str] = field(default_factory=dict)
    """What it says instead, by the value of the parameter ``variant``."""


Check = Callable[[Situation, Any], Iterator[Breach]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue."""

    code: str
    name: str
    severity: Severity
    scope: Scope
    words: Words
    check: Check

    def title_text(self) -> str:
        """Its name for a person, in the current language."""
        return _(self.words.title)

    def why(self) -> str:
        """Why it matters, in the current language."""
        return _(self.words.why)

    def what_to_do(self) -> str:
        """What a planner can do about it, in the current language."""
        return _(self.words.what_to_do)

    def source_text(self) -> str:
        """Where the rule comes from, in the current language."""
        return _(self.words.source)


def rule(
    code: str, name: str, severity: Severity, scope: Scope, words: Words
) -> Callable[[Check], Rule]:
    """Make a rule of the function that checks it."""

    def made(check: Check) -> Rule:
        return Rule(code, name, severity, scope, words, check)

    return made
