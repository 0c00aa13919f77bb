"""Which fields of each kind of thing stand in which columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.model import (
    Binding,
    Category,
    Commitment,
    CommitmentKind,
    Force,
    ForceKind,
    ForceMeasure,
    Frame,
    Kind,
    LengthRule,
    Limit,
    Mandate,
    Measure,
    Mission,
    Post,
    RecoveryKind,
    RecoveryRule,
    Sharing,
    SupplyStep,
    UntilDecided,
    Waiver,
)
from domain.store.fields import (
    categories,
    day,
    day_notes,
    decimal,
    flag,
    length,
    one_cell,
    plain,
    texts,
    word,
)
from domain.store.nested_fields import accepted, exemptions, references, source
from domain.store.records import Form, Part
from domain.store.rotation_form import ROTATIONS

_DAYS: Final = (day("first_day"), day("last_day"))

_LIMITS: Final = Part(
    Limit,
    (
        *plain("id"),
        word("measure", Measure),
        categories("categories"),
        *plain("number"),
        word("binding", Binding),
    ),
    name="limits",
    owner="frame",
)
_SUPPLY: Final = Part(
    SupplyStep, (*_DAYS, *plain("quantity"), day_notes()), name="supply", owner="force"
)
_FORMS: Final = (
    Form(
        Mission,
        (
            *plain("id", "name", "full_name", "region", "lead", "kind", "main_task"),
            *plain("handover_days"),
            flag("handover_counts"),
            length("min_length", "min"),
            length("max_length", "max"),
            *plain("preparation_days", "decision_lead_days", "note"),
        ),
        Kind.MISSION,
    ),
    Form(
        Mandate,
        (*plain("id", "mission", "legal_basis"), *_DAYS, day_notes(), source()),
        Kind.MANDATE,
    ),
    Form(
        Frame,
        (
            *plain("id", "title"),
            texts("missions"),
            *_DAYS,
            *plain("condition"),
            flag("condition_met"),
            day("condition_decided_on"),
            word("until_decided", UntilDecided),
            texts("caveats"),
            texts("supersedes"),
            flag("correction"),
            day_notes(),
            source(),
        ),
        Kind.FRAME,
        _LIMITS,
    ),
    Form(
        Force,
        (
            *plain("id", "name"),
            word("kind", ForceKind),
            *plain("parent"),
            word("measure", ForceMeasure),
            *plain("service", "marking"),
        ),
        Kind.FORCE,
        _SUPPLY,
    ),
    Form(
        Commitment,
        (
            *plain("id", "force", "name"),
            word("kind", CommitmentKind),
            *_DAYS,
            *plain("quantity"),
            flag("exclusive"),
            *plain("note"),
            day_notes(),
            source(),
        ),
        Kind.COMMITMENT,
    ),
    Form(
        Sharing,
        (*plain("id", "force"), texts("missions"), *_DAYS, day_notes(), source()),
        Kind.SHARING,
    ),
    Form(
        RecoveryRule,
        (
            *plain("id"),
            word("kind", RecoveryKind),
            categories("categories"),
            *_DAYS,
            decimal("factor"),
            *plain("days", "window_days"),
            texts("forces"),
            exemptions("exempt_missions"),
            day_notes(),
            source(),
        ),
        Kind.RECOVERY_RULE,
    ),
    Form(
        LengthRule,
        (
            *plain("id"),
            word("category", Category),
            *_DAYS,
            *plain("min_months", "max_months"),
            day_notes(),
            source(),
        ),
        Kind.LENGTH_RULE,
    ),
    Form(
        Post,
        (
            *plain("id", "mission", "title"),
            word("category", Category),
            *plain("quantity"),
            *_DAYS,
            day_notes(),
        ),
        Kind.POST,
    ),
    ROTATIONS,
    Form(
        Waiver,
        (
            *plain("id", "code"),
            references("subjects"),
            *plain("reason"),
            one_cell("by", str, str, "by_whom"),
            day("on", "on_day"),
            day("until", "until_day"),
            accepted(),
        ),
        Kind.WAIVER,
    ),
)
FORMS: Final[Mapping[Kind, Form]] = {form.kind: form for form in _FORMS}
"""The form of each kind, in the order of the lists of a plan."""
