"""Limits in a few words: the number with how binding it is, what is counted, of whom."""

from __future__ import annotations

from typing import Final

from domain.language import N_, _
from domain.model import Binding, Limit, Measure
from domain.words.fixed import categories_text, word
from domain.words.numbers import number_text

_BOUNDS: Final = {
    Binding.MAXIMUM: N_("at most {number}"),
    Binding.EXACT: N_("{number}"),
    Binding.CIRCA: N_("circa {number}"),
    Binding.MODULAR: N_("modular, circa {number}"),
    Binding.UNLIMITED: N_("no limit"),
    Binding.UNKNOWN: N_("number unknown"),
    Binding.UNREAD: N_("not yet read"),
}


def bound_text(binding: Binding, number: int | str | None) -> str:
    """How a limit puts its number: at most 7, circa 12, no limit."""
    text = _(_BOUNDS[binding]).format(number=number)
    if binding is Binding.UNREAD and number is not None:
        return f"{number} · {text}"
    return text


def measure_text(measure: Measure | None) -> str:
    """What a limit counts; a limit that nobody has read yet has no measure."""
    return _("measure not chosen") if measure is None else word(measure)


def limit_text(limit: Limit) -> str:
    """A whole limit: persons at once: at most 7 (military, police)."""
    return _("{measure}: {number} ({categories})").format(
        measure=measure_text(limit.measure), **_number_and_categories(limit)
    )


def short_limit_text(limit: Limit) -> str:
    """A limit where persons at once go without saying."""
    if limit.measure is not Measure.PERSONS:
        return limit_text(limit)
    return _("{number} ({categories})").format(**_number_and_categories(limit))


def _number_and_categories(limit: Limit) -> dict[str, str]:
    # That a limit is not read yet is said by its measure, which nobody has chosen.
    unread = limit.binding is Binding.UNREAD
    number = number_text(limit.number) if unread else bound_text(limit.binding, limit.number)
    return {"number": number, "categories": categories_text(limit.categories)}
