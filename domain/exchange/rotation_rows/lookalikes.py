"""Names that look alike: written with other letters, and read as the same."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

# Letters of other scripts, and digits, by the Latin letter that they are taken for.
_TAKEN_FOR: Final = {
    "a": "\u0430\u03b1",
    "b": "\u0432\u03b2",
    "c": "\u0441\u03f2",
    "e": "\u0435\u03b5",
    "h": "\u043d\u04bb",
    "i": "1l|\u0456\u04cf\u03b9\u0131!",
    "j": "\u0458\u03f3",
    "k": "\u043a\u03ba",
    "m": "\u043c",
    "n": "\u03b7\u043f",
    "o": "0\u043e\u03bf\u03c3",
    "p": "\u0440\u03c1",
    "q": "\u051b",
    "s": "\u0455$",
    "t": "\u0442\u03c4",
    "u": "\u03c5",
    "v": "\u0475\u03bd",
    "w": "\u0461\u03c9",
    "x": "\u0445\u03c7\u00d7",
    "y": "\u0443\u03b3",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212_",
    "'": "\u2019\u2018`\u00b4",
}
_LETTERS: Final = str.maketrans({char: to for to, chars in _TAKEN_FOR.items() for char in chars})


def looks_of(text: str) -> str:
    """What a text looks like at a glance; two texts with one look are easily taken for another."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return "".join(char for char in plain if not unicodedata.combining(char) and not char.isspace())


def by_looks(texts: Iterable[str]) -> Mapping[str, list[str]]:
    """Texts by what they look like."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        found[looks_of(text)].append(text)
    return found
