"""Prints the licence of every package that the program is made of, with its text where it has one."""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def licence_of(package: Distribution) -> str:
    """What a package says of its licence."""
    said = package.metadata
    classified = [
        line.rpartition(":: ")[2]
        for line in said.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    return said.get("License-Expression") or ", ".join(classified) or said.get("License") or "?"


def texts_of(package: Distribution) -> list[str]:
    """The texts of the licences that a package brings."""
    files = package.files or []
    wanted = [file for file in files if re.search(r"licen[cs]e|copying|notice", file.name, re.I)]
    return [
        file.locate().read_text(encoding="utf-8", errors="replace")
        for file in wanted
        if file.suffix in {"", ".txt", ".md", ".rst"}
    ]


def main() -> int:
    """Print all of them; 1 if one is not installed."""
    print("Kader\n=====\n\n" + (ROOT / "LICENSE").read_text(encoding="utf-8"))
    for name in NAME.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")):
        try:
            package = distribution(name)
        except PackageNotFoundError:
            print(f"{name} is not installed", file=sys.stderr)
            return 1
        title = f"{name} {package.version}: {licence_of(package)}"
        print(f"\n{title}\n{'=' * len(title)}\n")
        print("\n\n".join(texts_of(package)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
