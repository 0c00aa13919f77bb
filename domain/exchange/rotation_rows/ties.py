"""What ties rotations together after a table is read: what is gone, elsewhere, or in a circle."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from domain.exchange.rotation_rows.doubt import quoted
from domain.exchange.rotation_rows.fields import LINKS
from domain.exchange.rotation_rows.names import Names
from domain.exchange.rotation_rows.reading import Remarks
from domain.language import N_, _
from domain.model import Plan, Rotation

_TIES: Final = {
    "relieves": N_("relieves"),
    "continues": N_("continues"),
    "part_of": N_("is part of"),
    "post": N_("fills"),
}


@dataclass(slots=True)
class Ties:
    """A plan with what a table changes in it, before the ties are looked at.

    ``made`` are new and changed rotations, ``gone`` the ids of those that are no longer there,
    ``rows`` the rows in which rotations stand.
    """

    plan: Plan
    made: dict[str, Rotation]
    gone: Collection[str]
    rows: dict[str, int]
    names: Names
    remarks: Remarks

    def settle(self) -> None:
        """Let go of ties that cannot be any more; a tie that the table gives is refused instead."""
        for rotation in [*self.made.values(), *self._left_behind()]:
            settled = self._settled(rotation)
            if settled is not rotation:
                self.made[rotation.id] = settled
        for link in LINKS:
            for name in sorted(self._in_circles(link)):
                sentence = _("this leads back to the rotation itself ({link}).")
                self.remarks.refuse(self.rows[name], link, sentence.format(link=_(_TIES[link])))

    def _left_behind(self) -> Iterator[Rotation]:
        """Rotations that the table leaves as they are, tied to what is gone or elsewhere."""
        gone, moved = set(self.gone), set(self._moved())
        if not gone and not moved:
            return
        for rotation in self.plan.rotations.things():
            if rotation.id not in self.made and rotation.id not in gone:
                tied = {rotation.continues, rotation.part_of, rotation.relieves} & gone
                if tied or rotation.relieves in moved:
                    yield rotation

    def _moved(self) -> Iterator[str]:
        for name, rotation in self.made.items():
            before = self.plan.rotations.get(name)
            if before is not None and before.mission != rotation.mission:
                yield name

    def _now(self, name: str) -> Rotation | None:
        return self.made.get(name) or (None if name in self.gone else self.plan.rotations.get(name))

    def _settled(self, rotation: Rotation) -> Rotation:
        loose: dict[str, Any] = {}
        for link in (*LINKS, "post"):
            target = getattr(rotation, link)
            reason = None if target is None else self._why_not(rotation, link, target)
            if reason is None:
                continue
            before = self.plan.rotations.get(rotation.id)
            row = self.rows.get(rotation.id, 0)
            if before is not None and getattr(before, link) == target:
                loose[link] = None
                self._warn(rotation, row, link, reason)
            else:
                self.remarks.refuse(row, link, reason)
        return replace(rotation, **loose) if loose else rotation

    def _why_not(self, rotation: Rotation, link: str, target: str) -> str | None:
        """Why a tie cannot be; none where it can."""
        if link == "post":
            post = self.plan.posts.get(target)
            if post is not None and post.mission != rotation.mission:
                return _("post {id} belongs to another mission.").format(id=quoted(target))
            return None
        other = self._now(target)
        if other is None:
            if target in self.gone:
                return _("rotation {id} is removed.").format(id=quoted(target))
            return str(self.names.unknown(target))
        if link == "relieves" and other.mission != rotation.mission:
            return _("rotation {id} is at another mission.").format(id=quoted(target))
        return None

    def _warn(self, rotation: Rotation, row: int, link: str, reason: str) -> None:
        sentence = _("{reason} {rotation} is no longer tied to it ({link}).").format(
            reason=reason, rotation=quoted(rotation.id), link=_(_TIES[link])
        )
        self.remarks.warn(self.remarks.cell(row, link) if row else "", sentence)

    def _in_circles(self, link: str) -> set[str]:
        """The rotations of the table whose ties of one kind lead back to themselves."""

        def follow(name: str) -> str | None:
            return getattr(self._now(name), link, None)

        changed = {
            name
            for name, rotation in self.made.items()
            if getattr(rotation, link) is not None
            and getattr(rotation, link) != getattr(self.plan.rotations.get(name), link, None)
        }
        return circles(changed, follow) & changed


def circles(starts: Iterable[str], follow: Callable[[str], str | None]) -> set[str]:
    """All names that lie on a circle which can be reached from the starts."""
    found: set[str] = set()
    done: set[str] = set()
    for start in starts:
        path: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in done and here not in path:
            path[here] = None
            here = follow(here)
        if here is not None and here in path:
            steps = list(path)
            found.update(steps[steps.index(here) :])
        done.update(path)
    return found
