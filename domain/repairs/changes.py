"""Single changes of one rotation, each with its sentence; none where it cannot be.

What is deployed keeps its first day, its people and its force; what is completed keeps everything.
What lies ahead is not moved into the past; what is still planned but past may be mended on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.language import N_, _
from domain.model import (
    Category,
    ChangeRotations,
    Edit,
    MoveRotations,
    ResizeRotation,
    Rotation,
    Status,
    Together,
)
from domain.model.days import FIRST_YEAR, LAST_YEAR
from domain.repairs.repair import Proposal
from domain.words.days import day_text
from domain.words.numbers import days_text, persons_text, teams_text

EFFORT_OF_A_PERSON: Final = 10
EFFORT_OF_ANOTHER_FORCE: Final = 20
EFFORT_OF_GIVING_UP: Final = 1000
# Whether it is later, and for a move whether others move along.
_END: Final = {
    True: N_("{rotation}: ends {days} later, on {day}"),
    False: N_("{rotation}: ends {days} earlier, on {day}"),
}
_BEGIN: Final = {
    True: N_("{rotation}: begins {days} later, on {day}"),
    False: N_("{rotation}: begins {days} earlier, on {day}"),
}
_MOVE: Final = {
    (True, False): N_("{rotation}: moves {days} later, to {first} – {last}"),
    (False, False): N_("{rotation}: moves {days} earlier, to {first} – {last}"),
    (True, True): N_(
        "{rotation} and its successors: move {days} later, itself to {first} – {last}"
    ),
    (False, True): N_(
        "{rotation} and its successors: move {days} earlier, itself to {first} – {last}"
    ),
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What can be changed about rotations as of a day; without a day everything can."""

    as_of: date | None = None

    def end(self, rotation: Rotation, last_day: date) -> Proposal | None:
        """Let a rotation end on another day."""
        by = (last_day - rotation.last_day).days
        if not by or last_day < rotation.first_day or rotation.status is Status.COMPLETED:
            return None
        if not _possible(last_day) or self._goes_back(rotation.last_day, last_day):
            return None
        edit = ResizeRotation(rotation.id, rotation.first_day, last_day)
        words = {"days": days_text(abs(by)), "day": day_text(last_day)}
        return _proposal(rotation, edit, abs(by), _(_END[by > 0]), **words)

    def begin(self, rotation: Rotation, first_day: date) -> Proposal | None:
        """Let a rotation begin on another day."""
        by = (first_day - rotation.first_day).days
        if not by or first_day > rotation.last_day or not self._may_begin(rotation, first_day):
            return None
        edit = ResizeRotation(rotation.id, first_day, rotation.last_day)
        words = {"days": days_text(abs(by)), "day": day_text(first_day)}
        return _proposal(rotation, edit, abs(by), _(_BEGIN[by > 0]), **words)

    def move(
        self, rotation: Rotation, first_day: date, successors: tuple[Rotation, ...] = ()
    ) -> Proposal | None:
        """Let a rotation begin on another day and last as long; possibly its successors too."""
        by = (first_day - rotation.first_day).days
        if not by or not self._may_begin(rotation, first_day):
            return None
        last_day = rotation.last_day + timedelta(days=by)
        if not all(_possible(one.last_day + timedelta(days=by)) for one in (rotation, *successors)):
            return None
        edit = MoveRotations((rotation.id, *(one.id for one in successors)), by)
        effort = abs(by) * (1 + len(successors)) + 1
        words = {
            "days": days_text(abs(by)),
            "first": day_text(first_day),
            "last": day_text(last_day),
        }
        sentence = _(_MOVE[by > 0, bool(successors)])
        return _proposal(rotation, edit, effort, sentence, **words)

    def fewer(self, rotation: Rotation, categories: Iterable[Category], by: int) -> Proposal | None:
        """Send fewer persons, as many less of the largest category as it has."""
        if _begun(rotation) or not 0 < by < rotation.headcount:
            return None
        changes = _counts_less(rotation, categories, by)
        if changes is None:
            return None
        sentence = _("{rotation}: {count} fewer, {rest} left")
        edit = ChangeRotations((rotation.id,), changes)
        rest = persons_text(rotation.headcount - by)
        effort = by * EFFORT_OF_A_PERSON
        return _proposal(rotation, edit, effort, sentence, count=persons_text(by), rest=rest)

    def teams(self, rotation: Rotation, teams: int) -> Proposal | None:
        """Send another number of teams with the same people."""
        if _begun(rotation) or teams < 1 or teams == rotation.teams:
            return None
        edit = ChangeRotations((rotation.id,), {"teams": teams})
        effort = abs(teams - (rotation.teams or 0)) * EFFORT_OF_A_PERSON
        sentence = _("{rotation}: counts as {count}")
        return _proposal(rotation, edit, effort, sentence, count=teams_text(teams))

    def quantity(self, rotation: Rotation, quantity: int) -> Proposal | None:
        """Ask less of a pool."""
        if _begun(rotation) or not 0 < quantity < (rotation.quantity or 0):
            return None
        edit = ChangeRotations((rotation.id,), {"quantity": quantity})
        effort = ((rotation.quantity or 0) - quantity) * EFFORT_OF_A_PERSON
        sentence = _("{rotation}: asks for {count} instead of {old}")
        return _proposal(
            rotation, edit, effort, sentence, count=str(quantity), old=str(rotation.quantity)
        )

    def force(self, rotation: Rotation, force: str, name: str) -> Proposal | None:
        """Give a rotation to another force."""
        if _begun(rotation) or force == rotation.force:
            return None
        edit = ChangeRotations((rotation.id,), {"force": force})
        sentence = _("{rotation}: done by {force}")
        return _proposal(rotation, edit, EFFORT_OF_ANOTHER_FORCE, sentence, force=name)

    def cancel(self, rotation: Rotation) -> Proposal | None:
        """Give a rotation up; it stays in the plan and no rule counts it."""
        if _begun(rotation) or rotation.cancelled:
            return None
        edit = ChangeRotations((rotation.id,), {"status": Status.CANCELLED})
        return _proposal(rotation, edit, EFFORT_OF_GIVING_UP, _("{rotation}: is cancelled"))

    def _may_begin(self, rotation: Rotation, first_day: date) -> bool:
        if _begun(rotation) or not _possible(first_day):
            return False
        return not self._goes_back(rotation.first_day, first_day)

    def _goes_back(self, old: date, new: date) -> bool:
        """Whether a day that lies ahead would lie in the past."""
        return self.as_of is not None and new < self.as_of <= old


def _begun(rotation: Rotation) -> bool:
    return rotation.status in {Status.DEPLOYED, Status.COMPLETED}


def _possible(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _counts_less(
    rotation: Rotation, categories: Iterable[Category], by: int
) -> Mapping[str, int] | None:
    """The new counts, taken from the largest category first; none if they are not that many."""
    counts = {category: rotation.people(category) for category in categories}
    changes: dict[str, int] = {}
    for category, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        less = min(by, count)
        if less:
            changes[category.value], by = count - less, by - less
    return None if by else changes


def _proposal(rotation: Rotation, edit: Edit, effort: int, sentence: str, **words: str) -> Proposal:
    text = sentence.format(rotation=rotation.name, **words)
    return Proposal(Together((edit,), text), text, rotation.id, effort)
