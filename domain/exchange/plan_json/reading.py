"""A JSON document into a plan, or one sentence that says where it is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from domain.errors import Refused, UnreadableFile
from domain.exchange.plan_json import shapes
from domain.exchange.plan_json.faults import sentence_of
from domain.exchange.plan_json.strict_json import parsed, read_bytes
from domain.language import _
from domain.model import (
    LISTS,
    NO_NOTES,
    Accepted,
    Commitment,
    DayNotes,
    Exemption,
    Force,
    ForceKind,
    Frame,
    Kind,
    Length,
    LengthRule,
    Limit,
    Mandate,
    Marking,
    Mission,
    OpenPoint,
    Plan,
    Post,
    RecoveryRule,
    Ref,
    Rotation,
    Settings,
    Sharing,
    Source,
    SupplyStep,
    Table,
    Thing,
    Waiver,
)
from domain.model.references import check_all

_MADE_OF: Final[Mapping[type[BaseModel], type]] = {
    shapes.MissionShape: Mission,
    shapes.MandateShape: Mandate,
    shapes.FrameShape: Frame,
    shapes.LimitShape: Limit,
    shapes.ForceShape: Force,
    shapes.SupplyShape: SupplyStep,
    shapes.CommitmentShape: Commitment,
    shapes.SharingShape: Sharing,
    shapes.ExemptionShape: Exemption,
    shapes.RecoveryRuleShape: RecoveryRule,
    shapes.LengthRuleShape: LengthRule,
    shapes.PostShape: Post,
    shapes.RotationShape: Rotation,
    shapes.AcceptedShape: Accepted,
    shapes.WaiverShape: Waiver,
    shapes.MarkingShape: Marking,
    shapes.SettingsShape: Settings,
}
_NOTES: Final = {
    "first_day_precision": "first_precision",
    "last_day_precision": "last_precision",
    "first_day_note": "first_note",
    "last_day_note": "last_note",
    "last_day_kind": "last_kind",
}
_SETS: Final = frozenset({"categories"})
_DEEPEST: Final = 32


def read_plan(path: Path) -> Plan:
    """The plan in a JSON file; raises UnreadableFile or Refused, with file and place."""
    return plan_from_text(read_bytes(path), str(path))


def plan_from_text(text: bytes, name: str) -> Plan:
    """The plan in a JSON text; the name of the text is for the sentence of a refusal."""
    return plan_from_document(parsed(text, name), name)


def plan_from_document(document: object, name: str = "document") -> Plan:
    """The plan in a document of plain values."""
    if not isinstance(document, dict) or document.get("format") != "kader-plan":
        raise UnreadableFile(_("{file} is no Kader plan.").format(file=name))
    version = document.get("version")
    if version != 1 or not isinstance(version, int) or isinstance(version, bool):
        raise UnreadableFile(
            _("{file} has version {version}; this program reads version 1.").format(
                file=name, version=version
            )
        )
    try:
        shape = shapes.PlanShape.model_validate(_known(document, name))
    except ValidationError as error:
        raise UnreadableFile(f"{name}: {sentence_of(error)}") from error
    try:
        plan = _plan_of(shape, _open_points(document))
        check_all(plan)
    except Refused as refusal:
        raise UnreadableFile(f"{name}: {refusal}") from refusal
    return plan


def _known(value: Any, name: str, depth: int = 0) -> Any:  # noqa: ANN401 - any JSON value
    """The value without keys that begin with `x_`, at any depth that a plan can have."""
    if depth > _DEEPEST:
        raise UnreadableFile(_("{file} is nested too deeply.").format(file=name))
    if isinstance(value, dict):
        return {
            key: _known(item, name, depth + 1)
            for key, item in value.items()
            if not key.startswith("x_")
        }
    if isinstance(value, list):
        return [_known(item, name, depth + 1) for item in value]
    return value


def _plan_of(shape: shapes.PlanShape, open_points: tuple[OpenPoint, ...]) -> Plan:
    lists: dict[str, Any] = {
        LISTS[kind]: _table(kind, getattr(shape, LISTS[kind])) for kind in LISTS
    }
    return Plan(
        name=shape.name,
        scenario=shape.scenario,
        derived_from=shape.derived_from,
        settings=_made(shape.settings, "settings"),
        open_points=open_points,
        **lists,
    )


def _table(kind: Kind, items: Iterable[BaseModel]) -> Table[Any]:
    things: list[Thing] = []
    seen: set[str] = set()
    for number, item in enumerate(items):
        where = f"{LISTS[kind]}[{number}]"
        thing = _made(item, where)
        if thing.id in seen:
            raise Refused(
                _("{where}: the id '{id}' occurs twice.").format(where=where, id=thing.id)
            )
        seen.add(thing.id)
        things.append(thing)
    return Table(things)


def _made(shape: BaseModel, where: str) -> Any:  # noqa: ANN401 - what the shape stands for
    """The value that a shape stands for; a refusal says where it is."""
    values: dict[str, Any] = {}
    notes: dict[str, Any] = {}
    for field, value in shape:
        if field in _NOTES:
            notes[_NOTES[field]] = value
        else:
            values[field] = _value(field, value, where)
    if notes:
        values["day_notes"] = _day_notes(values, notes, where)
    if isinstance(shape, shapes.ForceShape):
        values["supply"] = _supply(shape, values["supply"], where)
    try:
        return _MADE_OF[type(shape)](**values)
    except Refused as refusal:
        raise Refused(f"{where}: {refusal}") from refusal


def _value(field: str, value: Any, where: str) -> Any:  # noqa: ANN401, PLR0911 - one a kind
    match value:
        case shapes.RefShape():
            return Ref(Kind(value.kind), value.id)
        case shapes.SourceShape():
            return Source(**dict(value))
        case shapes.LengthInDays():
            return Length(days=value.days)
        case shapes.LengthInMonths():
            return Length(months=value.months)
        case BaseModel():
            return _made(value, f"{where}.{field}")
        case list():
            items = (_value(f"{field}[{n}]", item, where) for n, item in enumerate(value))
            return frozenset(items) if field in _SETS else tuple(items)
        case str() if field == "source":
            return Source(text=value)
        case _:
            return value


def _day_notes(values: Mapping[str, Any], notes: dict[str, Any], where: str) -> DayNotes:
    kind, last_day = notes.get("last_kind"), values.get("last_day")
    if kind is not None and (kind == "date") != (last_day is not None):
        raise Refused(
            _("{where}: last_day_kind is '{kind}', which does not go with last_day.").format(
                where=where, kind=kind
            )
        )
    found = DayNotes(**notes)
    return NO_NOTES if found == NO_NOTES else found


def _supply(
    shape: shapes.ForceShape, supply: tuple[SupplyStep, ...] | None, where: str
) -> tuple[SupplyStep, ...]:
    if supply is None and shape.kind is ForceKind.POOL:
        raise Refused(
            _("{where}: a pool says its supply, even if it is empty.").format(where=where)
        )
    return supply or ()


def _open_points(document: Mapping[str, Any]) -> tuple[OpenPoint, ...]:
    """Choices to confirm, which come along under a key of their own; what is odd is left out."""
    points = document.get("x_open_points")
    found = points if isinstance(points, list) else []
    return tuple(_open_point(point) for point in found if isinstance(point, dict))


def _open_point(point: Mapping[str, Any]) -> OpenPoint:
    subject = point.get("subject")
    subject = subject if isinstance(subject, dict) else {}
    return OpenPoint(
        text_nl=str(point.get("text_nl", "")),
        text_en=str(point.get("text_en", "")),
        subject_kind=str(subject.get("kind", "")),
        subject_id=str(subject.get("id", "")),
        source=str(point.get("source", "")),
    )
