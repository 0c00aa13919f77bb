"""Files and functions stay small: half the functions below ten lines, nine in ten below thirty.

Prints, for the program and for its tests, how many functions there are, their median and what nine
in ten stay below; each file of more than 400 lines and each function of more than 60. Exit 1 where
a number is above what was agreed.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Final, NamedTuple

ROOMS: Final = {"program": ("main.py", "domain", "gui"), "tests": ("tests",)}
MEDIAN: Final = 10
NINE_IN_TEN: Final = 30
FUNCTION: Final = 60
FILE: Final = 400
_NINTH: Final = 8


class Function(NamedTuple):
    """A function, where it begins, and how many lines it has."""

    path: Path
    line: int
    name: str
    lines: int


def files_in(*rooms: str) -> Iterator[Path]:
    """The Python files of some rooms."""
    for room in map(Path, rooms):
        yield from sorted(room.rglob("*.py")) if room.is_dir() else (room,)


def functions_in(path: Path) -> Iterator[Function]:
    """The functions of a file, those inside others too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Function(path, node.lineno, node.name, lines)


def too_large(name: str, rooms: tuple[str, ...]) -> Iterator[str]:
    """What is above the agreed sizes, a line each; says what the sizes are."""
    paths = list(files_in(*rooms))
    functions = [function for path in paths for function in functions_in(path)]
    sizes = [function.lines for function in functions]
    half, most = median(sizes), quantiles(sizes, n=10)[_NINTH]
    longer = sum(lines > NINE_IN_TEN for lines in sizes)
    sys.stdout.write(
        f"{name}: {len(paths)} files, {len(sizes)} functions; half have at most {half:.0f} lines,"
        f" nine in ten at most {most:.0f}; {longer} have more than thirty\n"
    )
    if half >= MEDIAN or most >= NINE_IN_TEN:
        yield f"{name}: the functions have grown"
    for path in paths:
        count = len(path.read_text("utf-8").splitlines())
        if count > FILE:
            yield f"{path}: {count} lines"
    for function in functions:
        if function.lines > FUNCTION:
            yield f"{function.path}:{function.line}: {function.name} has {function.lines} lines"


if __name__ == "__main__":
    found = [line for name, rooms in ROOMS.items() for line in too_large(name, rooms)]
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.exit(1 if found else 0)
