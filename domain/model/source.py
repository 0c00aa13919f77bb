"""Where a fact stands: the document, the place in it, the quoted words."""

from __future__ import annotations

from datetime import date

from typing_extensions import override

from domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A document with the place and the words, or only a text."""

    text: str | None = None
    document: str = ""
    decided_on: date | None = None
    section: str = ""
    quote: str = ""
    file: str = ""
    lines: str = ""

    @override
    def __str__(self) -> str:
        """The source on one line, as findings and sheets print it."""
        if self.text is not None:
            return self.text
        return ", ".join(part for part in (self.document, self.section) if part)
