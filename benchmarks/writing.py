"""Where the tables go: to the screen, and on request into the page about performance."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).parent.parent / "docs" / "performance.md"
SIZES: Final = (1_000, 20_000, 100_000)


def run(
    name: str,
    about: str | None,
    tables: Callable[[Sequence[int]], str],
    sizes: Sequence[int] = SIZES,
) -> None:
    """Measure at the sizes that were asked for, print the tables, and write them on request."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=about)
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="rotations in a plan")
    parser.add_argument("--write", action="store_true", help="put the tables into the page")
    asked = parser.parse_args()
    text = tables(sorted(asked.sizes))
    print(text)
    if asked.write:
        write(name, text)


def write(name: str, text: str) -> None:
    """Put a text between the marks of a name on the page."""
    page = PAGE.read_text(encoding="utf-8")
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, rest = page.split(begin)
    _old, after = rest.split(end)
    PAGE.write_text(f"{before}{begin}{text}\n{end}{after}", encoding="utf-8")
