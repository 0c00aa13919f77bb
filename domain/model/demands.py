"""What every entity demands of its own fields."""

from __future__ import annotations

from typing import Final

from domain.errors import Refused
from domain.language import _

LONGEST_ID: Final = 64
LARGEST_COUNT: Final = 10_000_000


def require_id(name: str) -> None:
    """Refuse an empty id and one that is too long."""
    if not name.strip() or len(name) > LONGEST_ID:
        raise Refused(
            _("'{id}': an id has 1 to {longest} characters.").format(id=name, longest=LONGEST_ID)
        )


def require_count(owner: str, field: str, number: object) -> None:
    """Refuse a number that is not whole, is negative, or is beyond reason; none is fine."""
    if number is None:
        return
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= LARGEST_COUNT:
        raise Refused(
            _("{owner}: {field} is {number}; it must be a whole number, 0 or more.").format(
                owner=owner, field=field, number=number
            )
        )
