"""What of all that PyInstaller finds belongs in the package."""

import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

from icu import is_data, without_foreign_languages

Entry = tuple[str, str, str]
"""Where something will stand, where it stands now, and what it is."""

UNUSED_MODULES = [
    # Of Python: other windows, other processes, tests, networks, terminals.
    *("tkinter", "multiprocessing", "unittest", "doctest", "pdb", "bdb", "pydoc", "pydoc_data"),
    *("ssl", "_ssl", "ftplib", "xmlrpc", "cgi", "readline", "curses", "_curses", "lib2to3"),
    # SHA-256 is in Python itself too; so no OpenSSL comes along.
    "_hashlib",
    *("setuptools", "pkg_resources", "distutils", "_distutils_hack", "pip", "pytest", "IPython"),
    *("numpy.f2py", "numpy.testing", "numpy.random", "numpy.fft", "numpy.polynomial"),
    *("pydantic.v1", "pydantic.mypy"),
    *("lxml", "cryptography", "charset_normalizer", "sqlite_utils.cli", "click.testing"),
    *("PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtSvg", "PySide6.QtTest"),
]
# Qt brings plug-ins for platforms, formats and inputs that no window of Kader asks for.
UNUSED_PLUGINS = (
    *("/platforms/libqeglfs", "/platforms/libqlinuxfb", "/platforms/libqvnc"),
    *("/platforms/libqvkkhrdisplay", "/platforms/libqminimal", "/egldeviceintegrations/"),
    *("/platforminputcontexts/libqtvirtualkeyboard", "/sqldrivers/", "/networkinformation/"),
    *("/tls/", "/generic/", "/qmltooling/", "/imageformats/libqtiff", "/imageformats/libqwebp"),
    *("/imageformats/libqicns", "/imageformats/libqtga", "/imageformats/libqwbmp"),
    *("/imageformats/libqgif", "/imageformats/libqjpeg", "/imageformats/libqpdf"),
    # The window is painted without OpenGL.
    *("/xcbglintegrations/", "/wayland-graphics-integration-client/"),
    # The look of GTK would bring libraries of the machine that built it.
    "/platformthemes/libqgtk3",
)
# Printing goes through the workstation's own CUPS, where it has one.
OF_THE_WORKSTATION = ("libcups.so",)
READ_NEVER = {".po", ".pot", ".py", ".pyc"}


def wanted(place: str) -> bool:
    """Whether something belongs in the package, by its place there."""
    name = f"/{place}".replace("\\", "/")
    unused = any(part in name for part in UNUSED_PLUGINS)
    return not unused and not Path(place).name.startswith(OF_THE_WORKSTATION)


def is_read(place: Path) -> bool:
    """Whether the program ever reads a file that is no library: of Qt's translations the Dutch."""
    if "translations" in place.parts and "resources" not in place.parts:
        return place.name == "qtbase_nl.qm"
    return place.suffix not in READ_NEVER


def needed_by(library: str) -> list[str]:
    """The libraries that one names itself; the tools of the system name theirs too."""
    said = subprocess.run(
        ["objdump", "--private-headers", library], check=True, capture_output=True, text=True
    ).stdout
    return [line.split()[1] for line in said.splitlines() if line.split()[:1] == ["NEEDED"]]


def reachable(
    binaries: Iterable[Entry], needs: Callable[[str], Iterable[str]] = needed_by
) -> list[Entry]:
    """The modules of Python, the plug-ins of Qt, and the libraries that one of these leads to."""
    entries = list(binaries)
    by_name = {Path(place).name: source for place, source, _kind in entries}
    reached: set[str] = set()
    to_follow = [
        Path(place).name
        for place, _source, kind in entries
        if kind == "EXTENSION" or "/plugins/" in place or "libpython" in place
    ]
    while to_follow:
        name = to_follow.pop()
        if name in by_name and name not in reached:
            reached.add(name)
            to_follow += needs(by_name[name])
    return [entry for entry in entries if Path(entry[0]).name in reached]


def links_kept(datas: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """The files, and of the links those that lead to a library that is there."""
    there = {Path(place) for place, _source, _kind in binaries}
    return [
        (place, source, kind)
        for place, source, kind in datas
        if kind != "SYMLINK" or (Path(place).parent / source) in there
    ]


def lean(binaries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same libraries, Python's without what only a debugger reads, ICU's without languages."""
    folder.mkdir(parents=True, exist_ok=True)
    return [(place, _lean(place, Path(source), folder), kind) for place, source, kind in binaries]


def _lean(place: str, source: Path, folder: Path) -> str:
    made = folder / f"lean-{source.name}"
    if is_data(source):
        without_foreign_languages(source, made)
    # What comes in wheels is stripped already, and may not bear to be stripped again.
    elif place.startswith(("libpython", "python3")) and shutil.which("strip"):
        subprocess.run(["strip", "--strip-unneeded", "-o", str(made), str(source)], check=True)
    else:
        return str(source)
    return str(made)
