"""Things as fields that are merged one by one, and fields put together again.

The parts of the notes on days are fields of their own. A limit is a thing of its own, with its
frame as one more field; a frame is without its limits here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from hashlib import sha256
from typing import Any, Final

from domain.model import KINDS, DayNotes, Frame, Kind, Limit, Plan, Ref, Settings, Thing

Fields = Mapping[str, Any]
_NOTES: Final = {field.name: field.name.replace("_", "_day_", 1) for field in fields(DayNotes)}
_CLASSES: Final[Mapping[Kind, type]] = {kind: cls for cls, kind in KINDS.items()}
FRAME: Final = "frame"
"""The field in which a limit has its frame."""


def fields_of(thing: Thing | Settings) -> dict[str, Any]:
    """The fields of a thing but its id; of a frame without its limits."""
    cls: type = type(thing)
    names = _names_of(cls)
    found = {name: getattr(thing, name) for name in names}
    notes: DayNotes | None = found.pop("day_notes", None)
    if notes is not None:
        for part, name in _NOTES.items():
            found[name] = getattr(notes, part)
    return found


@cache
def _names_of(cls: type) -> tuple[str, ...]:
    left_out = {"id", "limits"} if cls is Frame else {"id"}
    return tuple(field.name for field in fields(cls) if field.name not in left_out)


def fields_of_limit(frame: str, limit: Limit) -> dict[str, Any]:
    """The fields of a limit but its id, and its frame."""
    found = {field.name: getattr(limit, field.name) for field in fields(limit)}
    del found["id"]
    return {FRAME: frame, **found}


def thing_of(ref: Ref, found: Fields, limits: Iterable[Limit] = ()) -> Thing:
    """The thing with these fields; raises Refused when there can be none."""
    cls = _CLASSES[ref.kind]
    values = {name: value for name, value in found.items() if name not in _NOTES.values()}
    if any(name in found for name in _NOTES.values()):
        parts = {part: found[name] for part, name in _NOTES.items()}
        values["day_notes"] = DayNotes(**parts)
    if cls is Frame:
        values["limits"] = tuple(limits)
    thing: Thing = cls(id=ref.id, **values)
    return thing


def limit_of(name: str, found: Fields) -> Limit:
    """The limit with these fields; raises Refused when there can be none."""
    return Limit(id=name, **{field: value for field, value in found.items() if field != FRAME})


def limits_by_id(frames: Iterable[Frame]) -> dict[str, tuple[str, Limit]]:
    """The limits of some frames, each with the id of its frame."""
    return {limit.id: (frame.id, limit) for frame in frames for limit in frame.limits}


def frames_in(plan: Plan, names: Iterable[str]) -> Iterator[Frame]:
    """Those of some frames that a plan has."""
    for name in names:
        frame = plan.frames.get(name)
        if frame is not None:
            yield frame


def digest_of(thing: object) -> str:
    """Eight characters that tell what a thing says; the same wherever they are reckoned."""
    return sha256(_canonical(thing).encode()).hexdigest()[:8]


def _canonical(value: object) -> str:
    """The value as text; sets have no order of their own."""
    if isinstance(value, frozenset):
        return f"{{{','.join(sorted(map(_canonical, value)))}}}"
    if isinstance(value, tuple):
        return f"({','.join(map(_canonical, value))})"
    if hasattr(type(value), "__dataclass_fields__"):
        inside = (_canonical(getattr(value, field.name)) for field in fields(value))  # type: ignore[arg-type]
        return f"{type(value).__name__}({','.join(inside)})"
    return repr(value)
