"""What stands before the first element of a part: no document type, in whatever encoding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from domain.exchange.workbook_reading.markup import Budget, listened
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_LONGEST: Final = 1 << 16


class _Begun(Exception):
    """The first element has begun: no document type can follow."""


class _First:
    """Hears the first element."""

    weight = 1

    def begin(self, _name: str, _attributes: dict[str, str]) -> None:
        raise _Begun

    def end(self, _name: str) -> None:
        """There is no end before a beginning."""

    def hear(self, _text: str) -> None:
        """There is no text before the first element."""


def require_plain_prolog(pieces: Iterable[bytes]) -> None:
    """Refuse a part whose first element does not soon begin, or that has a document type."""
    beginning = next(iter(pieces), b"")[:_LONGEST]
    try:
        for _piece in listened([beginning], _First(), Budget()):
            raise Unsound(_("nothing begins in it"))
    except _Begun:
        return
