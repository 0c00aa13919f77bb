"""The texts that the cells of a workbook share."""

from __future__ import annotations

from sys import getsizeof
from typing import Final

from domain.exchange.workbook.text import as_read
from domain.exchange.workbook_reading.elements import (
    DEEPEST,
    LARGEST_TEXTS,
    LONGEST,
    MOST_ATTRIBUTES,
    local,
    too_much,
)
from domain.exchange.workbook_reading.markup import more_than_needed
from domain.exchange.workbook_reading.package import Package

_MOST: Final = 700_000


class Strings:
    """Hears the shared texts; what tells only how to pronounce a text is left out."""

    weight = 1

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._depth = 0
        self._size = 0
        self._text = ""
        self._hears = False
        self._aside = 0
        self._names: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > DEEPEST or len(attributes) > MOST_ATTRIBUTES:
            raise too_much()
        element = self._element(name)
        if element == "t":
            self._hears = not self._aside
        elif element == "si":
            self._text = ""
        elif element == "rPh" and not self._aside:
            self._aside = self._depth

    def end(self, name: str) -> None:
        """An element ends."""
        if self._aside == self._depth:
            self._aside = 0
        self._depth -= 1
        element = self._element(name)
        if element == "t":
            self._hears = False
        elif element == "si":
            self._keep(as_read(self._text))

    def hear(self, text: str) -> None:
        """A piece of text."""
        if self._hears:
            self._text += text
            if len(self._text) > LONGEST:
                raise too_much()

    def _element(self, name: str) -> str:
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = local(name)
        return found

    def _keep(self, text: str) -> None:
        self._size += getsizeof(text)
        if self._size > LARGEST_TEXTS or len(self.texts) >= _MOST:
            raise more_than_needed()
        self.texts.append(text)


def strings_of(package: Package, part: str | None) -> list[str]:
    """The shared texts of a workbook, as cells name them by number."""
    heard = Strings()
    if part is not None:
        package.hear(part, heard)
    return heard.texts
