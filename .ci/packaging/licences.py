"""Writes the licences of all that is in the package, and its bill of materials.

licences.py CONTENTS FOLDER: what PyInstaller was given, as kader.spec wrote it down, and the folder
that it built.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bill import bill_of
from origins import ROOT, Origin, origins
from texts import referred_to

COMMON = Path("/usr/share/common-licenses")
_MOST_SHOWN = 8


def licences_text(found: list[Origin]) -> str:
    """All licences: whose they are, for which files, and their texts, each text once."""
    parts = ["What this package is made of, and under which licences\n"]
    parts += [f"{one.name} {one.version}: {one.licence}" for one in found]
    told: dict[str, str] = {}
    for one in found:
        title = f"{one.name} {one.version}: {one.licence}"
        parts += ["", "", title, "=" * len(title), "", f"Here: {_places(one.files)}", ""]
        for text in one.texts:
            parts.append(f"See {told[text]}." if text in told else text)
            told.setdefault(text, one.name)
    for name in referred_to([text for one in found for text in one.texts], COMMON):
        parts += ["", "", f"{name}, which others refer to", "=" * 40, ""]
        parts.append((COMMON / name).read_text(encoding="utf-8"))
    return "\n".join(parts) + "\n"


def _places(files: list[str]) -> str:
    shown = sorted(place for place in files if not place.startswith("module "))
    more, modules = len(shown) - _MOST_SHOWN, len(files) - len(shown)
    told = [", ".join(shown[:_MOST_SHOWN])]
    told += [f"{more} more"] if more > 0 else []
    told += [f"{modules} modules of Python"] if modules else []
    return " and ".join(filter(None, told))


def main(contents: Path, folder: Path) -> int:
    """Write both; 1 if something has no licence text."""
    sys.path.insert(0, str(ROOT))
    from domain.version import VERSION

    found = origins(contents, VERSION)
    silent = [one.name for one in found if not any(text.strip() for text in one.texts)]
    if silent:
        sys.stderr.write(f"No text of a licence: {', '.join(silent)}\n")
        return 1
    (folder / "LICENCES.txt").write_text(licences_text(found), encoding="utf-8")
    bill = bill_of(found, folder, VERSION)
    (folder / "bill-of-materials.json").write_text(bill, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
