"""All benchmarks, one after another, each in a process of its own; they write their tables."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

NAMES: Final = (
    *("check", "edit", "amend", "growth", "extremes", "memory"),
    *("files", "journal", "scenarios", "window"),
)
DRAWN: Final = "timeline"


def main(arguments: list[str]) -> int:
    """Run all of them; what is asked beside is handed on to those of the engine."""
    failed = False
    for name in NAMES:
        print(f"\n{name}\n", flush=True)
        failed |= _run(name, *(arguments or ["--write"])) != 0
    print(f"\n{DRAWN}\n", flush=True)
    failed |= _run(DRAWN) != 0
    return int(failed)


def _run(name: str, *arguments: str) -> int:
    asked = [sys.executable, "-m", f"benchmarks.{name}", *arguments]
    return subprocess.run(asked, check=False).returncode  # noqa: S603 - itself


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
