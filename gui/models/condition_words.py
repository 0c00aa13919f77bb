"""Conditions in words: what a field is called, how it is compared, and all together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.language import N_, _
from domain.model import Status
from domain.words.days import day_text
from gui.conditions import FIELDS, Comparison, Condition, Conditions, Sort, Value
from gui.models.columns import COLUMNS, TITLES
from gui.words import word

_C: Final = Comparison
_SHARED: Final = {
    _C.CONTAINS: N_("contains"),
    _C.LACKS: N_("does not contain"),
    _C.IS: N_("is"),
    _C.IS_NOT: N_("is not"),
    _C.FROM: N_("is at least"),
    _C.UNTIL: N_("is at most"),
    _C.BETWEEN: N_("is between"),
    _C.EMPTY: N_("is empty"),
    _C.FILLED: N_("is filled in"),
}
_OF_DAYS: Final = {_C.FROM: N_("is on or after"), _C.UNTIL: N_("is on or before")}
_COLUMNS: Final = {column.key: column for column in COLUMNS}


def field_title(field: str) -> str:
    """What a field is called."""
    if field == "length":
        return _("Length in days")
    return _COLUMNS[field].full_name if field in _COLUMNS else _(TITLES[field])


def comparison_title(sort: Sort, comparison: Comparison) -> str:
    """How something of a sort is compared."""
    words: Mapping[Comparison, str] = _OF_DAYS if sort is Sort.DAY else {}
    return _(words.get(comparison, _SHARED[comparison]))


def condition_text(condition: Condition) -> str:
    """One condition: Military is at least 4."""
    how = comparison_title(FIELDS[condition.field].sort, condition.comparison)
    values = _(" and ").join(map(_value_text, condition.values))
    return " ".join(filter(None, (field_title(condition.field), how, values)))


def conditions_text(groups: Conditions) -> str:
    """All conditions, as a person would say them."""
    return _(", or ").join(_(" and ").join(map(condition_text, group)) for group in groups)


def _value_text(value: Value) -> str:
    if isinstance(value, Status):
        return word(value)
    if isinstance(value, str):
        return _("'{text}'").format(text=value)
    return day_text(value) if isinstance(value, date) else str(value)
