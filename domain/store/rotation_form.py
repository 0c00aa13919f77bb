"""How rotations stand in the file: as other things do, but there may be a hundred thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, TypeVar

from typing_extensions import override

from domain.model import Kind, Rotation, Status
from domain.model.unfrozen import unfrozen
from domain.store.fields import (
    Field,
    Row,
    day,
    day_notes,
    notes_cells,
    notes_value,
    packed,
    plain,
    unpacked_texts,
    word,
)
from domain.store.records import UNFIT, Form, Misfit, Parts

K = TypeVar("K")
V = TypeVar("V")
_Open: Final = unfrozen(Rotation, checked=True)


class _Memo(dict[K, V]):
    """Values by what they are made of, each made once, and so shared."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        value = self[key] = self._make(key)
        return value


def _itself(cell: str | None) -> str | None:
    return cell


def _supports_cell(given: tuple[str, ...]) -> str | None:
    return packed(given) if given else None


def _supports(stored: str | None) -> tuple[str, ...]:
    return () if stored is None else unpacked_texts(stored)


class RotationForm(Form):
    """How rotations stand in their table.

    Rows become rotations without the checks of the class: the table has the same checks, and
    they are gone through each time a file is opened. Equal days, words and ids are shared.
    """

    @override
    def row(self, thing: Rotation) -> Row:
        return (
            thing.id,
            thing.mission,
            thing.name,
            thing.first_day.isoformat(),
            thing.last_day.isoformat(),
            thing.military,
            thing.civilian,
            thing.police,
            thing.teams,
            thing.force,
            thing.quantity,
            thing.post,
            thing.relieves,
            thing.continues,
            thing.part_of,
            _supports_cell(thing.supports),
            thing.status.value,
            thing.justification,
            thing.note,
            *notes_cells(thing.day_notes),
        )

    @override
    def things(self, rows: Iterable[Row], parts: Parts) -> list[Rotation]:
        made = list[Rotation]()
        days, same, notes = _Memo(date.fromisoformat), _Memo(_itself), _Memo(notes_value)
        supports, statuses = _Memo(_supports), _Memo(Status)
        row: Any = (None, "")
        try:
            for row in rows:
                one = _Open()
                (
                    _position, one.id, mission, one.name, first_day, last_day,
                    one.military, one.civilian, one.police, one.teams, force, one.quantity, post,
                    one.relieves, one.continues, one.part_of, supported, status,
                    one.justification, one.note, *noted,
                ) = row  # fmt: skip
                one.first_day, one.last_day = days[first_day], days[last_day]
                one.mission, one.force, one.post = same[mission], same[force], same[post]
                one.supports, one.status = supports[supported], statuses[status]
                one.day_notes = notes[tuple(noted)]
                one.__class__ = Rotation
                made.append(one)
        except UNFIT as error:
            raise Misfit(f"{self.kind} {row[1]}") from error
        return made


ROTATIONS: Final = RotationForm(
    Rotation,
    (
        *plain("id", "mission", "name"),
        day("first_day"),
        day("last_day"),
        *plain("military", "civilian", "police", "teams", "force", "quantity"),
        *plain("post", "relieves", "continues", "part_of"),
        Field("supports", ("supports",), lambda given: (_supports_cell(given),), _supports),
        word("status", Status),
        *plain("justification", "note"),
        day_notes(),
    ),
    Kind.ROTATION,
)
