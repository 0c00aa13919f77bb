"""Numbers, and how many of a thing there are, in the current language."""

from __future__ import annotations

from decimal import Decimal

from domain.language import current_language, plural
from domain.model import Length
from domain.words.fixed import NOTHING


def number_text(number: int | Decimal | None) -> str:
    """A number: a decimal comma in Dutch; a dash for none."""
    if number is None:
        return NOTHING
    return str(number).replace(".", ",") if current_language() == "nl" else str(number)


def days_text(number: int) -> str:
    """So many days."""
    return plural("{count} day", "{count} days", number).format(count=number)


def months_text(number: int) -> str:
    """So many months."""
    return plural("{count} month", "{count} months", number).format(count=number)


def length_text(length: Length) -> str:
    """A length in months or in days."""
    return days_text(length.days or 0) if length.months is None else months_text(length.months)


def persons_text(number: int) -> str:
    """So many persons."""
    return plural("{count} person", "{count} persons", number).format(count=number)


def teams_text(number: int) -> str:
    """So many teams."""
    return plural("{count} team", "{count} teams", number).format(count=number)


def rotations_text(number: int) -> str:
    """So many rotations."""
    return plural("{count} rotation", "{count} rotations", number).format(count=number)
