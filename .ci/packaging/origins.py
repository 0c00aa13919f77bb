"""Whose each file in the package is: the program's, of a Python package, of Python, of the system.

A file that belongs to nobody ends this: nothing goes out without its licence.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from texts import debian_licence, licence_of, qt_parts, texts_of

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LICENCES = HERE / "licences"


@dataclass(slots=True)
class Origin:
    """What files come from: its licence, with the texts of it, and which files those are."""

    name: str
    version: str
    licence: str
    purl: str
    texts: list[str]
    files: list[str] = field(default_factory=list)


# What stands inside a package of others and has a licence of its own.
WITHIN = (
    (r"numpy\.libs/libscipy_openblas", "OpenBLAS and LAPACK", "", "BSD-3-Clause"),
    (
        r"numpy\.libs/lib(gfortran|quadmath)",
        "GCC runtime libraries",
        "",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
    ),
    (r"PySide6/Qt/lib/libicu", "ICU", "73", "Unicode-3.0"),
    (r"PySide6/Qt/", "Qt", "", "LGPL-3.0-only"),
    (r"resources/fonts/", "DejaVu Sans Condensed", "2.37", "Bitstream-Vera"),
    (r"resources/icons/", "Lucide icons", "1.62", "ISC AND MIT"),
)


def origins(contents: Path, program_version: str) -> list[Origin]:
    """Where everything in the package comes from, in the order of the names."""
    of_packages = {
        _real(Path(str(file.locate()))): package
        for package in distributions()
        for file in package.files or ()
    }
    found: dict[str, Origin] = {}
    for place, source in json.loads(contents.read_text(encoding="utf-8")):
        made = _made(place, Path(source), of_packages, program_version)
        found.setdefault(made.name, made).files.append(place)
    bootloader = _of_package(distribution("pyinstaller"))
    found.setdefault(bootloader.name, bootloader).files.append("kader")
    return sorted(found.values(), key=lambda one: one.name.lower())


def _made(
    place: str, source: Path, of_packages: dict[Path, Distribution], program_version: str
) -> Origin:
    inside = _inside(place, of_packages.get(_real(source)))
    if inside is not None:
        return inside
    if _real(source) in of_packages:
        return _of_package(of_packages[_real(source)])
    if source.is_relative_to(ROOT) and not source.is_relative_to(ROOT / "build"):
        text = (ROOT / "LICENSE").read_text(encoding="utf-8")
        return Origin(
            "kader", program_version, "Apache-2.0", f"pkg:generic/kader@{program_version}", [text]
        )
    if place == "base_library.zip" or _real(source).is_relative_to(_real(Path(sys.base_prefix))):
        return _python()
    return _of_system(source)


def _inside(place: str, package: Distribution | None) -> Origin | None:
    """What stands inside a package of others, or of ours, and has a licence of its own."""
    for pattern, name, version, licence in WITHIN:
        if re.match(pattern, place):
            known = version or (package.version if package is not None else "")
            purl = f"pkg:generic/{name.replace(' ', '-').lower()}@{known}"
            return Origin(name, known, licence, purl, _texts_within(name, package))
    return None


def _texts_within(name: str, package: Distribution | None) -> list[str]:
    kept = {
        "ICU": [LICENCES / "Unicode-3.0.txt"],
        "Qt": [LICENCES / "LGPL-3.0.txt", LICENCES / "GPL-3.0.txt"],
        "DejaVu Sans Condensed": [ROOT / "resources" / "fonts" / "LICENSE"],
        "Lucide icons": [ROOT / "resources" / "icons" / "LICENSE"],
    }
    if name in kept:
        texts = [path.read_text(encoding="utf-8") for path in kept[name]]
        return texts if name != "Qt" else [*texts, *qt_parts(LICENCES, ROOT / "LICENSE")]
    return texts_of(package) if package is not None else []


def _of_package(package: Distribution) -> Origin:
    name = package.metadata["Name"]
    texts = texts_of(package)
    if not texts and "LGPL-3.0" in licence_of(package):
        texts = ["The texts of the LGPL-3.0 and the GPL-3.0 stand with Qt."]
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{package.version}"
    return Origin(name, package.version, licence_of(package), purl, texts)


def _python() -> Origin:
    version = platform.python_version()
    beside = Path(sys.base_prefix) / "lib" / f"python{version.rpartition('.')[0]}" / "LICENSE.txt"
    places = (beside, Path(sys.base_prefix) / "LICENSE.txt")
    texts = [place.read_text(encoding="utf-8") for place in places if place.is_file()][:1]
    if not texts and shutil.which("dpkg-query"):
        texts = [_copyright("libpython3-stdlib")]
    return Origin("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


def _of_system(source: Path) -> Origin:
    package = _package_of_system(source)
    version = _asked("dpkg-query", "--show", "--showformat=${Version}", package)
    name = package.partition(":")[0]
    text = _copyright(name)
    return Origin(
        name, version, debian_licence(name, text), f"pkg:deb/debian/{name}@{version}", [text]
    )


def _package_of_system(source: Path) -> str:
    """The Debian package that brought a library; it may know it by another way to the same file."""
    for path in {source, _real(source)}:
        for known in (path, Path(str(path).removeprefix("/usr")), Path(f"/usr{path}")):
            said = subprocess.run(
                ["dpkg-query", "--search", str(known)], check=False, capture_output=True, text=True
            )
            if said.returncode == 0:
                return said.stdout.rpartition(": ")[0].splitlines()[-1]
    sys.exit(f"Nobody knows whose {source} is: it cannot go into a package without its licence.")


def _copyright(package: str) -> str:
    path = Path("/usr/share/doc", package, "copyright")
    if not path.is_file():
        sys.exit(f"The licence of {package} is missing: there is no {path}.")
    return path.read_text(encoding="utf-8", errors="replace")


def _asked(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _real(path: Path) -> Path:
    return path.resolve()
