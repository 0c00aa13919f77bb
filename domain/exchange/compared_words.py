"""What differs between two plans in words: kinds, fields and values as a planner reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from domain.exchange.compared_rows import ComparedRow, Sort
from domain.exchange.titles import NOTHING, REFERENCES, VALUE_WORDS
from domain.language import N_, _
from domain.model import (
    Accepted,
    Commitment,
    DayNotes,
    EndKind,
    Exemption,
    Kind,
    Length,
    Limit,
    Mandate,
    Marking,
    Mission,
    Plan,
    Precision,
    Ref,
    Rotation,
    Source,
    SupplyStep,
    Thing,
    Waiver,
)
from domain.rules.texts import day_text, name_of, number_text

SORTS: Final = {
    Sort.ADDED: N_("Added"),
    Sort.REMOVED: N_("Removed"),
    Sort.MOVED: N_("Moved"),
    Sort.REPEOPLED: N_("Other people"),
    Sort.LIMIT: N_("Other limit"),
    Sort.FORCE: N_("Other force"),
    Sort.OTHER: N_("Changed"),
}


def thing_text(ref: Ref | None, plan: Plan) -> str:
    """A thing of a plan by its name."""
    if ref is None:
        return ""
    # A limit has no list of its own.
    match None if ref.kind is Kind.LIMIT else plan.find(ref):
        case Mission(name=name) if name:
            return name
        case Mandate(legal_basis=basis) if basis:
            return basis
        case Waiver(code=code, reason=reason):
            return f"{code}: {reason}" if reason else code
        case _:
            return name_of(ref, plan) or ref.id


def row_texts(row: ComparedRow, before: Plan, after: Plan) -> tuple[str, str]:
    """Both values of a row; of a thing that came or went what it is in brief."""
    if row.field is None:
        return summary_of(row.before, before), summary_of(row.after, after)
    if row.field == "limits":
        return _limits(row.before, row.after), _limits(row.after, row.before)
    return value_text(row.field, row.before, before), value_text(row.field, row.after, after)


def summary_of(thing: Thing | None, plan: Plan) -> str:
    """A thing in brief: its days, and how many people or what force."""
    if thing is None:
        return NOTHING
    said = []
    if hasattr(thing, "last_day"):
        said.append(_span(getattr(thing, "first_day", None), thing.last_day))
    if isinstance(thing, Rotation):
        said += [
            f"{getattr(thing, name)} {_(VALUE_WORDS[name])}"
            for name in ("military", "civilian", "police")
            if getattr(thing, name)
        ]
    if isinstance(thing, Rotation | Commitment) and thing.force is not None:
        said.append(value_text("force", thing.force, plan))
    limits = getattr(thing, "limits", ())
    said += map(_limit, limits)
    return " · ".join(said) or thing_text_of(thing)


def thing_text_of(thing: Thing) -> str:
    """What a thing is called, by itself."""
    return str(getattr(thing, "name", "") or getattr(thing, "title", "") or thing.id)


def value_text(field: str, value: Any, plan: Plan) -> str:  # noqa: ANN401 - the value of any field
    """The value of a field."""
    if value is None or value in {"", ()}:
        return NOTHING
    kind = REFERENCES.get(field)
    if kind is not None:
        names = (value,) if isinstance(value, str) else value
        return ", ".join(thing_text(Ref(kind, name), plan) for name in names)
    return _plain(value, plan)


def _plain(value: Any, plan: Plan) -> str:  # noqa: ANN401, PLR0911 - one return a kind of value
    match value:
        case bool():
            return _("yes") if value else _("no")
        case StrEnum():
            return _(VALUE_WORDS.get(value.value, value.value))
        case str():
            return value
        case int() | Decimal():
            return number_text(value)
        case date():
            return day_text(value)
        case frozenset():
            return ", ".join(sorted(_plain(one, plan) for one in value))
        case Ref():
            return thing_text(value, plan)
        case tuple():
            return "; ".join(_plain(one, plan) for one in value)
        case _:
            return _of_parts(value, plan)


def _of_parts(value: object, plan: Plan) -> str:
    texts: dict[type, Callable[[Any], str]] = {
        Length: _length,
        Limit: _limit,
        Source: str,
        SupplyStep: lambda step: f"{_span(step.first_day, step.last_day)}: {step.quantity}",
        Exemption: lambda one: f"{thing_text(Ref(Kind.MISSION, one.mission), plan)}: {one.reason}",
        Marking: lambda marking: str(marking.text),
        Accepted: lambda accepted: _accepted(accepted, plan),
        DayNotes: _notes,
    }
    return texts.get(type(value), str)(value)


def _span(first: date | None, last: date | None) -> str:
    ends = ("…" if day is None else day_text(day) for day in (first, last))
    return " – ".join(ends)


def _length(length: Length) -> str:
    if length.months is not None:
        return _("{number} mo").format(number=length.months)
    return _("{number} d").format(number=length.days)


def _limits(limits: Iterable[Limit], others: Iterable[Limit]) -> str:
    """The limits that are not the same on the other side."""
    same = {limit.id: limit for limit in others}
    told = [f"{_limit(limit)} [{limit.id}]" for limit in limits if same.get(limit.id) != limit]
    return "; ".join(told) or NOTHING


def _limit(limit: Limit) -> str:
    number = {
        "maximum": _("at most {number}"),
        "circa": _("circa {number}"),
        "modular": _("modular, circa {number}"),
        "unlimited": _("no limit"),
        "unknown": _("number unknown"),
    }.get(limit.binding.value, "{number}")
    words = [_(VALUE_WORDS[category.value]) for category in sorted(limit.categories)]
    text = number.format(number=NOTHING if limit.number is None else limit.number)
    measure = "" if limit.measure is None else f" {_(VALUE_WORDS[limit.measure.value])}"
    return f"{text}{measure} ({', '.join(words)})"


def _accepted(accepted: Accepted, plan: Plan) -> str:
    parts = [_span(accepted.first_day, accepted.last_day)]
    if accepted.excess is not None:
        parts.append(_("excess {number}").format(number=number_text(accepted.excess)))
    parts += [thing_text(ref, plan) for ref in accepted.contributors]
    return " · ".join(parts)


def _notes(notes: DayNotes) -> str:
    said = [notes.first_note, notes.last_note]
    known = (notes.first_precision, notes.last_precision)
    said += [_(VALUE_WORDS[known_to]) for known_to in known if known_to is not Precision.DAY]
    if notes.last_kind not in {None, EndKind.DATE}:
        said.append(_(VALUE_WORDS[str(notes.last_kind)]))
    return " · ".join(filter(None, said)) or NOTHING
