"""What every entity demands of its own fields."""

from __future__ import annotations

from typing import Final

from domain.errors import Refused
from domain.language import _

LONGEST_ID: Final = 64
LARGEST_COUNT: Final = 10_000_000
LONGEST_DAYS: Final = 40_000
"""As many days as all years of a plan together have; more would lead out of the calendar."""
LONGEST_MONTHS: Final = 1_200


def require_id(name: str) -> None:
    """Refuse an empty id and one that is too long."""
    if not name.strip() or len(name) > LONGEST_ID:
        raise Refused(
            _("'{id}': an id has 1 to {longest} characters.").format(id=name, longest=LONGEST_ID)
        )


def require_count(owner: str, field: str, number: object, most: int = LARGEST_COUNT) -> None:
    """Refuse a number that is not whole, is negative, or is above the most; none is fine."""
    if number is None:
        return
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise Refused(
            _("{owner}: {field} is {number}; it must be a whole number, 0 or more.").format(
                owner=owner, field=field, number=number
            )
        )
    if number > most:
        raise Refused(
            _("{owner}: {field} is {number}; more than {most} cannot be.").format(
                owner=owner, field=field, number=number, most=most
            )
        )
