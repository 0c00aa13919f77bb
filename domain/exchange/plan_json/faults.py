"""What is wrong with a document, as one sentence with the place in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from domain.language import N_, _

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_SHOWN: Final = 40
_ALTERNATIVE: Final = re.compile(r"[A-Z]\w*|str|int|(function|constrained)-.*")
"""A step that names no place but one of the forms that a field may have."""
_SENTENCES: Final = {
    "missing": N_("{place} is missing."),
    "extra_forbidden": N_("{place} is not a field of this list."),
    "int_type": N_("{place} is {value}; it must be a whole number."),
    "int_from_float": N_("{place} is {value}; it must be a whole number."),
    "greater_than_equal": N_("{place} is {value}; it must be {bound} or more."),
    "less_than_equal": N_("{place} is {value}; it must be {bound} or less."),
    "string_type": N_("{place} is {value}; it must be text."),
    "string_too_short": N_("{place} must not be empty."),
    "string_too_long": N_("{place} has more than {bound} characters."),
    "bool_type": N_("{place} is {value}; it must be true or false."),
    "enum": N_("{place} is {value}; it must be one of {bound}."),
    "literal_error": N_("{place} is {value}; it must be one of {bound}."),
    "list_type": N_("{place} is {value}; it must be a list."),
}
_OTHER: Final = N_("{place} is {value}, which cannot stand there.")
_NUMBER: Final = N_("{place} is {value}; it must be a number of at most 17 digits.")
_DAY: Final = N_("{place} is {value}; a day is text in the form 2026-03-01.")
_BOUNDS: Final = ("ge", "le", "max_length", "expected")


def sentence_of(error: ValidationError) -> str:
    """The first fault as a sentence, and how many more there are."""
    faults = error.errors(include_url=False)
    first = _sentence(faults[0])
    if len(faults) == 1:
        return first
    return first + " " + _("(and {count} more)").format(count=len(faults) - 1)


def _sentence(fault: ErrorDetails) -> str:
    context = fault.get("ctx", {})
    text = _SENTENCES.get(fault["type"], _OTHER)
    if fault["type"] == "value_error":
        text = _NUMBER if str(context.get("error", "")) == "number" else _DAY
    bound = next((context[key] for key in _BOUNDS if key in context), "")
    return _(text).format(place=_place(fault), value=_shown(fault["input"]), bound=bound)


def _place(fault: ErrorDetails) -> str:
    """The place as a JSON path, such as ``rotations[3].military``."""
    path = ""
    steps = fault["loc"]
    for number, step in enumerate(steps):
        is_key = number == len(steps) - 1 and fault["type"] == "extra_forbidden"
        if isinstance(step, int):
            path += f"[{step}]"
        elif is_key or not _ALTERNATIVE.fullmatch(step):
            path += f".{step}" if path else step
    return path


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
