"""The hostile workbooks: each with a name, a maker, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.hostile.workshop import Workshop

Make = Callable[[Workshop], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A workbook that is refused with some words, or read into some lines of difference.

    A heavy one wants much of the machine, and is tried in a process of its own.
    """

    name: str
    make: Make
    refusal: str | None
    lines: tuple[str, ...] = ()
    heavy: bool = False
    ending: str = ".xlsx"


CASES: Final[dict[str, Case]] = {}


def case(  # noqa: PLR0913 - what a workbook is, and what must become of it
    name: str,
    make: Make,
    refusal: str | None = None,
    lines: tuple[str, ...] = (),
    *,
    heavy: bool = False,
    ending: str = ".xlsx",
) -> None:
    """Keep a case."""
    assert name not in CASES, name
    CASES[name] = Case(name, make, refusal, lines, heavy=heavy, ending=ending)


def refused(words: str, *, heavy: bool = False, ending: str = ".xlsx") -> Callable[[Make], Make]:
    """Say that what a maker makes is refused, in a sentence with these words."""

    def keep(make: Make) -> Make:
        case(make.__name__, make, words, heavy=heavy, ending=ending)
        return make

    return keep


def read(*lines: str) -> Callable[[Make], Make]:
    """Say that what a maker makes is read, and what it then changes."""

    def keep(make: Make) -> Make:
        case(make.__name__, make, None, lines)
        return make

    return keep
