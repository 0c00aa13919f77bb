"""Prints the licence of each package that the program is made of, with its text if it has one."""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
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
    wanted = [file for file in files if LICENCE.search(file.name)]
    return [
        file.locate().read_text(encoding="utf-8", errors="replace")
        for file in wanted
        if file.suffix in {"", ".txt", ".md", ".rst"}
    ]


def main() -> int:
    """Write all of them; 1 if one is not installed."""
    write = sys.stdout.write
    write("Kader\n=====\n\n" + (ROOT / "LICENSE").read_text(encoding="utf-8"))
    for name in NAME.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")):
        try:
            package = distribution(name)
        except PackageNotFoundError:
            sys.stderr.write(f"{name} is not installed\n")
            return 1
        title = f"{name} {package.version}: {licence_of(package)}"
        write(f"\n\n{title}\n{'=' * len(title)}\n\n")
        write("\n\n".join(texts_of(package)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
