"""What differs between two plans in words: what became of a thing, and both its values."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from domain.exchange.compared_rows import ComparedRow, Sort
from domain.language import N_
from domain.model import Category, Commitment, Kind, Limit, Plan, Ref, Rotation, Thing
from domain.words.days import period_text
from domain.words.fixed import NOTHING, word
from domain.words.limits import limit_text
from domain.words.things import name_of
from domain.words.values import value_text

SORTS: Final = {
    Sort.ADDED: N_("Added"),
    Sort.REMOVED: N_("Removed"),
    Sort.MOVED: N_("Moved"),
    Sort.REPEOPLED: N_("Other people"),
    Sort.LIMIT: N_("Other limit"),
    Sort.FORCE: N_("Other force"),
    Sort.OTHER: N_("Changed"),
}


def row_texts(row: ComparedRow, before: Plan, after: Plan) -> tuple[str, str]:
    """Both values of a row; of a thing that came or went what it is in brief."""
    if row.field is None:
        return summary_of(row.before, before), summary_of(row.after, after)
    if row.field == "limits":
        return _limits(row.before, row.after), _limits(row.after, row.before)
    sides = ((row.before, before), (row.after, after))
    old, new = (value_text(row.field, value, partial(name_of, plan=plan)) for value, plan in sides)
    return old, new


def summary_of(thing: Thing | None, plan: Plan) -> str:
    """A thing in brief: its days, and how many people or what force."""
    if thing is None:
        return NOTHING
    said = []
    if hasattr(thing, "last_day"):
        said.append(period_text(getattr(thing, "first_day", None), thing.last_day))
    if isinstance(thing, Rotation):
        said += [
            f"{getattr(thing, category.value)} {word(category)}"
            for category in Category
            if getattr(thing, category.value)
        ]
    if isinstance(thing, Rotation | Commitment) and thing.force is not None:
        said.append(name_of(Ref(Kind.FORCE, thing.force), plan))
    limits = getattr(thing, "limits", ())
    said += map(limit_text, limits)
    return " · ".join(said) or _called(thing)


def _called(thing: Thing) -> str:
    return str(getattr(thing, "name", "") or getattr(thing, "title", "") or thing.id)


def _limits(limits: Iterable[Limit], others: Iterable[Limit]) -> str:
    """The limits that are not the same on the other side."""
    same = {limit.id: limit for limit in others}
    told = [f"{limit_text(limit)} [{limit.id}]" for limit in limits if same.get(limit.id) != limit]
    return "; ".join(told) or NOTHING
