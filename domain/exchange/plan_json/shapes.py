"""The shapes of the JSON document, one class a list; the schema is generated from them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from domain.model import (
    Binding,
    Category,
    CommitmentKind,
    EndKind,
    ForceKind,
    ForceMeasure,
    Measure,
    Precision,
    RecoveryKind,
    Status,
    UntilDecided,
)
from domain.model.demands import LARGEST_COUNT, LONGEST_DAYS, LONGEST_MONTHS

_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _from_iso_text(value: object) -> object:
    """A day is text in the form 2026-03-01; numbers and times are no days."""
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        return date.fromisoformat(value)
    msg = "day"
    raise ValueError(msg)


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Day = Annotated[date, BeforeValidator(_from_iso_text)]
OpenDay = Day | None
Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Text = Annotated[str, StringConstraints(max_length=100_000)]
Count = Annotated[int, Field(ge=0, le=LARGEST_COUNT)]
Days = Annotated[int, Field(ge=0, le=LONGEST_DAYS)]
Months = Annotated[int, Field(ge=0, le=LONGEST_MONTHS)]
Lines = Annotated[str, BeforeValidator(_as_text)]


def _exact(value: object) -> object:
    """A decimal number, kept exact."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        msg = "number"
        raise ValueError(msg)  # noqa: TRY004 - pydantic reports a ValueError with its place
    exact = Decimal(str(value))
    if Decimal(repr(float(exact))) != exact:
        # It could not be written as a JSON number and be read as the same again.
        msg = "number"
        raise ValueError(msg)
    return exact


Exact = Annotated[Decimal, BeforeValidator(_exact), Field(ge=0, allow_inf_nan=False)]


class Shape(BaseModel):
    """What all shapes share: nothing unknown, nothing converted; keys in `x_` are passed over."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Dated(Shape):
    """Anything with a first and a last day."""

    first_day_precision: Annotated[Precision, Field(strict=False)] = Precision.DAY
    last_day_precision: Annotated[Precision, Field(strict=False)] = Precision.DAY
    first_day_note: Text = ""
    last_day_note: Text = ""


class OpenEnded(Dated):
    """Anything whose first and last day may be open."""

    first_day: OpenDay
    last_day: OpenDay
    last_day_kind: Annotated[EndKind, Field(strict=False)] | None = None


class SourceShape(Shape):
    """Where a fact stands."""

    document: Text = ""
    decided_on: OpenDay = None
    section: Text = ""
    quote: Text = ""
    file: Text = ""
    lines: Lines = ""


AnySource = SourceShape | Text | None


class LengthInDays(Shape):
    """A length in days."""

    days: Days


class LengthInMonths(Shape):
    """A length in months."""

    months: Months


AnyLength = LengthInDays | LengthInMonths | None


class MissionShape(Shape):
    """A mission."""

    id: Id
    name: Text
    full_name: Text = ""
    region: Text = ""
    lead: Text = ""
    kind: Text = ""
    main_task: Literal[1, 2, 3] | None = None
    handover_days: Days = 0
    handover_counts: bool = True
    min_length: AnyLength = None
    max_length: AnyLength = None
    preparation_days: Days = 0
    decision_lead_days: Days = 0
    note: Text = ""


class MandateShape(OpenEnded):
    """A mandate."""

    id: Id
    mission: Id
    legal_basis: Text
    source: AnySource = None


class LimitShape(Shape):
    """A limit of a frame."""

    id: Id
    measure: Annotated[Measure, Field(strict=False)] | None
    categories: list[Annotated[Category, Field(strict=False)]]
    number: Count | None
    binding: Annotated[Binding, Field(strict=False)]


class FrameShape(OpenEnded):
    """A national frame."""

    id: Id
    title: Text
    missions: list[Id]
    limits: list[LimitShape]
    condition: Text | None = None
    condition_met: bool | None = None
    condition_decided_on: OpenDay = None
    until_decided: Annotated[UntilDecided, Field(strict=False)] = UntilDecided.IN_FORCE
    caveats: list[Text] = []
    supersedes: list[Id] = []
    correction: bool = False
    source: AnySource = None


class SupplyShape(OpenEnded):
    """A step of the supply of a pool."""

    quantity: Count


class ForceShape(Shape):
    """A force; a pool says its supply, even if it is empty."""

    id: Id
    name: Text
    kind: Annotated[ForceKind, Field(strict=False)]
    parent: Id | None = None
    measure: Annotated[ForceMeasure, Field(strict=False)] = ForceMeasure.ITEMS
    service: Text = ""
    marking: Text = ""
    supply: list[SupplyShape] | None = None


class CommitmentShape(OpenEnded):
    """A commitment."""

    id: Id
    force: Id
    name: Text
    kind: Annotated[CommitmentKind, Field(strict=False)]
    quantity: Count | None = None
    exclusive: bool = True
    note: Text = ""
    source: AnySource = None


class SharingShape(OpenEnded):
    """A declared sharing."""

    id: Id
    force: Id
    missions: list[Id]
    source: AnySource = None


class ExemptionShape(Shape):
    """A mission that a recovery rule exempts."""

    mission: Id
    reason: Text


class RecoveryRuleShape(OpenEnded):
    """A recovery rule."""

    id: Id
    kind: Annotated[RecoveryKind, Field(strict=False)]
    factor: Exact | None = None
    days: Days | None = None
    window_days: Days | None = None
    forces: list[Id] = []
    categories: list[Annotated[Category, Field(strict=False)]]
    exempt_missions: list[ExemptionShape] = []
    source: AnySource = None


class LengthRuleShape(OpenEnded):
    """A rule on the length of tours."""

    id: Id
    category: Annotated[Category, Field(strict=False)]
    min_months: Months | None = None
    max_months: Months | None = None
    source: AnySource = None


class PostShape(OpenEnded):
    """A post."""

    id: Id
    mission: Id
    title: Text
    category: Annotated[Category, Field(strict=False)]
    quantity: Count


class RotationShape(Dated):
    """A rotation."""

    id: Id
    mission: Id
    name: Text
    first_day: Day
    last_day: Day
    military: Count = 0
    civilian: Count = 0
    police: Count = 0
    teams: Count | None = None
    force: Id | None = None
    quantity: Count | None = None
    post: Id | None = None
    relieves: Id | None = None
    continues: Id | None = None
    part_of: Id | None = None
    supports: list[Id] = []
    status: Annotated[Status, Field(strict=False)] = Status.PLANNED
    justification: Text = ""
    note: Text = ""


class RefShape(Shape):
    """A thing that a waiver names."""

    kind: Literal["limit", "frame", "rotation", "commitment", "force", "post", "recovery_rule"]
    id: Id


class AcceptedShape(Shape):
    """How far a waiver goes."""

    first_day: Day
    last_day: Day
    excess: Exact | None = None
    contributors: list[RefShape] = []


class WaiverShape(Shape):
    """A waiver."""

    id: Id
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}$")]
    subjects: list[RefShape]
    reason: Text
    by: Text
    on: OpenDay
    until: OpenDay
    accepted: AcceptedShape


class MarkingShape(Shape):
    """The marking of a plan."""

    level: Count | Text
    text: Text
    colour: Text


class SettingsShape(Shape):
    """The settings of a plan."""

    circa_percent: Count = 10
    circa_least: Count = 1
    marking: MarkingShape | None = None
    planning_first_day: OpenDay = None
    planning_last_day: OpenDay = None


class PlanShape(Shape):
    """One scenario of a plan, complete in itself."""

    format: Literal["kader-plan"]
    version: Literal[1]
    name: Text
    scenario: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    derived_from: Text | None = None
    settings: SettingsShape = SettingsShape()
    missions: list[MissionShape] = []
    mandates: list[MandateShape] = []
    frames: list[FrameShape] = []
    forces: list[ForceShape] = []
    commitments: list[CommitmentShape] = []
    sharings: list[SharingShape] = []
    recovery_rules: list[RecoveryRuleShape] = []
    length_rules: list[LengthRuleShape] = []
    posts: list[PostShape] = []
    rotations: list[RotationShape] = []
    waivers: list[WaiverShape] = []


def schema() -> dict[str, Any]:
    """The JSON Schema of a plan document; keys that begin with `x_` are free everywhere."""
    found = PlanShape.model_json_schema()
    for shape in (found, *found["$defs"].values()):
        if shape.get("type") == "object":
            shape["patternProperties"] = {"^x_": {}}
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found["title"] = "Kader plan, version 1"
    return found
