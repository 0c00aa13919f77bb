"""The texts of licences, and what packages say of theirs."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from importlib.metadata import Distribution
from pathlib import Path

_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_REFERRED = re.compile(r"/usr/share/common-licenses/([\w.-]*\w)")
# Where a source of Debian holds more than the library, or says it in prose only.
_OF_LIBRARIES = {
    ("libgcc", "libstdc++"): "GPL-3.0-or-later WITH GCC-exception-3.1",
    ("libuuid",): "BSD-3-Clause",
    ("liblzma",): "public domain",
    ("libffi", "libxkbcommon", "libx11", "libxcb"): "MIT",
    ("libgcrypt", "libsystemd"): "LGPL-2.1-or-later",
    ("libfontconfig",): "HPND",
}
_PLAIN = {"", ".txt", ".md", ".rst"}


def licence_of(package: Distribution) -> str:
    """What a package says of its licence."""
    said = package.metadata
    if said["Name"] == "pyinstaller":  # what it puts before a program may go with any program
        return "GPL-2.0-or-later WITH Bootloader-exception"
    classified = [
        line.rpartition(":: ")[2]
        for line in said.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    fields = {name: said[name] for name in said}
    return (
        fields.get("License-Expression")
        or (fields.get("License") if said["Name"].startswith(("PySide6", "shiboken")) else None)
        or ", ".join(classified)
        or fields.get("License")
        or "?"
    )


def texts_of(package: Distribution) -> list[str]:
    """The texts of the licences that a package brings."""
    return [
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
        for file in package.files or []
        if _LICENCE.search(file.name) and file.suffix in _PLAIN
    ]


def debian_licence(package: str, text: str) -> str:
    """The licence of a library of Debian: of its source the part that it is made of."""
    for names, licence in _OF_LIBRARIES.items():
        if package.startswith(names):
            return licence
    for paragraph in re.split(r"\n\s*\n", text):
        if re.match(r"Files: *\*\s", paragraph):
            said = re.search(r"^License: *(\S.*)$", paragraph, re.MULTILINE)
            return said[1] if said else "see its text"
    return "see its text"


def referred_to(texts: list[str], folder: Path = Path("/usr/share/common-licenses")) -> list[str]:
    """The licences of a Debian system that texts refer to, by name."""
    named = {name.rstrip(".") for text in texts for name in _REFERRED.findall(text)}
    return sorted(name for name in named if (folder / name).is_file())


def qt_parts(licences: Path, apache: Path) -> list[str]:
    """Who else has a part in Qt's libraries, by licence, each with its text."""
    by_licence: dict[str, list[str]] = defaultdict(list)
    with (licences / "qt.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            line = f"{row['name']} (in {row['library']}): Copyright {row['copyright']}"
            by_licence[row["licence"]].append(line)
    texts = []
    for licence, lines in sorted(by_licence.items()):
        known = [_text(name, licences, apache) for name in re.split(r" (?:OR|AND) ", licence)]
        head = f"Parts of Qt under {licence}\n\n" + "\n".join(sorted(lines))
        texts.append("\n\n".join([head, *filter(None, known)]))
    return texts


def _text(name: str, licences: Path, apache: Path) -> str:
    path = apache if name == "Apache-2.0" else licences / f"{name}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
