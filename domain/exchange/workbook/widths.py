"""How wide a text is: columns are made to fit, and no program does it when a file is opened."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from typing import Final

# Widths of the letters of Arial in thousandths of its size; a digit has 556.
_DIGIT: Final = 556
_LETTERS: Final = {
    191: "'",
    222: "ijl",
    278: " !,./:;\\I[]ft",
    333: "()-`r",
    389: "*",
    500: "cksvxyzJ",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "wCDHNRU",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTHS: Final = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_WIDE: Final = 1_000
_FIRST_WIDE: Final = "\u1100"
_SLACK: Final = 1.06  # letters are drawn on whole pixels
_MEASURED: Final = 12
_PADDING: Final = 1.4


def width_of(text: str) -> float:
    """The width of the longest line of a text, in digits."""
    return max((_line(line) for line in text.split("\n")), default=0.0)


def _line(line: str) -> float:
    total = 0
    for letter in line:
        total += _WIDTHS.get(letter) or (_WIDE if letter >= _FIRST_WIDE else _DIGIT)
    return total * _SLACK / _DIGIT


def width_of_all(texts: Iterable[str]) -> float:
    """The width that holds every text, with the margin of a cell; only the longest are measured."""
    longest = nlargest(_MEASURED, set(texts), key=len)
    return max((width_of(text) for text in longest), default=0.0) + _PADDING


def width_of_heading(title: str) -> float:
    """The width at which a heading breaks only between words, with room for its filter button."""
    return max(width_of(word) for word in title.split()) * 1.08 + _PADDING + 2.2


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column of a width."""
    return sum(1 + int(_line(line) / max(width - _PADDING, 1)) for line in text.split("\n"))
