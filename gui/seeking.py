"""Looking for names by words: without case, accents and order, and forgiving of a wrong letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import combining, normalize

LIKE: Final = 0.7
"""How like a word must be to one that was typed wrong, as difflib measures it."""
MOST_ALIKE: Final = 6

Groups = tuple[tuple[str, ...], ...]
"""For each word that is sought what will do in its place; one of each group must be there."""


def plain(text: str) -> str:
    """A text without case and without accents, as it is searched."""
    if text.isascii():
        return text.casefold()
    return "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one))


def sought(text: str) -> Groups:
    """The words of a text, each as it is."""
    return tuple((word,) for word in plain(text).split())


def forgiven(groups: Groups, vocabulary: Sequence[str]) -> Groups:
    """The same words, each with those of a vocabulary that are like it."""
    from difflib import get_close_matches

    return tuple(
        (*group, *get_close_matches(group[0], vocabulary, MOST_ALIKE, LIKE)) for group in groups
    )


def vocabulary_of(names: Iterable[str]) -> list[str]:
    """Every word of some names once, as it is searched."""
    return list(dict.fromkeys(word for name in names for word in plain(name).split()))


def goes_with(name: str, groups: Groups) -> bool:
    """Whether one word of each group stands in a name, which is plain already."""
    return all(any(word in name for word in group) for group in groups)
