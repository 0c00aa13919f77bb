"""Where two versions of a plan differ, and where they cannot both be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from typing_extensions import override

from domain.model import Kind, Plan, Ref


class Side(StrEnum):
    """Whose version."""

    MINE = "mine"
    THEIRS = "theirs"

    @property
    def other(self) -> Side:
        """The other one's."""
        return Side.THEIRS if self is Side.MINE else Side.MINE


class Spot(NamedTuple):
    """A field of a thing; without a field, whether the thing is there at all.

    The settings of a plan have no kind and no id.
    """

    kind: Kind | None
    id: str
    field: str = ""

    @override
    def __str__(self) -> str:
        """The spot in words, as JSON and sentences have it: ``rotation r1 last_day``."""
        thing = "settings" if self.kind is None else f"{self.kind} {self.id}"
        return f"{thing} {self.field}" if self.field else thing

    @property
    def ref(self) -> Ref | None:
        """The thing, or none for the settings."""
        return None if self.kind is None else Ref(self.kind, self.id)


def spot_of(ref: Ref | None, field: str = "") -> Spot:
    """A field of a thing, or of the settings."""
    return Spot(None, "", field) if ref is None else Spot(ref.kind, ref.id, field)


class Why(StrEnum):
    """What kept two changes from both being taken."""

    BOTH_CHANGED = "both_changed"
    """Both gave a field another value."""
    REMOVED_AND_CHANGED = "removed_and_changed"
    """One removed what the other changed."""
    REMOVED_AND_USED = "removed_and_used"
    """One removed what the other refers to."""
    CANNOT_BE = "cannot_be"
    """Each change can be, but not the two together."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Spots for which someone must say whose version counts; the same one's for all of them.

    The values stand in the order of the spots. Where a spot is a whole thing its value is the
    thing, or none where it is not there.
    """

    spots: tuple[Spot, ...]
    why: Why
    base: tuple[Any, ...]
    mine: tuple[Any, ...]
    theirs: tuple[Any, ...]
    reason: str = ""
    decided: Side | None = None

    @override
    def __str__(self) -> str:
        """The spots in words, joined by commas."""
        return ", ".join(map(str, self.spots))


Decisions = Mapping[tuple[Spot, ...], Side]
"""Whose version counts, by the spots of conflicts."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What comes of two versions of a plan."""

    plan: Plan
    """It can always be. While conflicts are open it has my version there, and what was removed
    by one but is used by the other is in it."""
    conflicts: tuple[Conflict, ...]
    renamed: Mapping[Ref, str]
    """Things of theirs that got another id, because I made something else with theirs."""

    @property
    def open(self) -> tuple[Conflict, ...]:
        """The conflicts on which nobody has decided."""
        return tuple(conflict for conflict in self.conflicts if conflict.decided is None)
