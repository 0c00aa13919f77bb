"""What goes into the package, and under which licences."""

import csv
import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".ci" / "packaging"


@pytest.fixture(autouse=True)
def on_the_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts that make the package import one another by their own names."""
    monkeypatch.syspath_prepend(FOLDER)
    yield
    for name in ("contents", "icu", "texts"):
        sys.modules.pop(name, None)


# --- Libraries ------------------------------------------------------------------------------------


def test_a_library_goes_along_when_a_module_or_a_plug_in_leads_to_it() -> None:
    contents = importlib.import_module("contents")
    there = {
        "/m/core.so": ["libQt.so"],
        "/m/libQt.so": ["libz.so", "libc.so"],
        "/m/libz.so": [],
        "/m/svg.so": ["libSvg.so"],
        "/m/libSvg.so": [],
        "/m/libgtk.so": ["libz.so"],
    }
    binaries = [
        ("PySide6/core.so", "/m/core.so", "EXTENSION"),
        ("libQt.so", "/m/libQt.so", "BINARY"),
        ("libz.so", "/m/libz.so", "BINARY"),
        ("PySide6/Qt/plugins/iconengines/svg.so", "/m/svg.so", "BINARY"),
        ("libSvg.so", "/m/libSvg.so", "BINARY"),
        ("libgtk.so", "/m/libgtk.so", "BINARY"),
    ]
    kept = contents.reachable(binaries, there.__getitem__)
    assert kept == binaries[:-1]


def test_a_link_goes_along_with_the_library_that_it_leads_to() -> None:
    contents = importlib.import_module("contents")
    datas = [
        ("libQt.so", "PySide6/libQt.so", "SYMLINK"),
        ("libgtk.so", "gtk/libgtk.so", "SYMLINK"),
        ("resources/kader.svg", "/s/kader.svg", "DATA"),
    ]
    kept = contents.links_kept(datas, [("PySide6/libQt.so", "/m/libQt.so", "BINARY")])
    assert [place for place, _source, _kind in kept] == ["libQt.so", "resources/kader.svg"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("libcups.so.2", False),
        ("libsqlite3.so.0", True),
    ],
)
def test_plug_ins_that_no_window_asks_for_stay_behind(place: str, expected: bool) -> None:
    assert importlib.import_module("contents").wanted(place) is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("PySide6/Qt/translations/qtbase_nl.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("resources/translations/nl/LC_MESSAGES/kader.mo", True),
        ("resources/translations/nl/LC_MESSAGES/kader.po", False),
        ("resources/report/make.py", False),
        ("resources/baselines/nl-2025.json", True),
    ],
)
def test_files_that_the_program_never_reads_stay_behind(place: str, expected: bool) -> None:
    assert importlib.import_module("contents").is_read(Path(place)) is expected


# --- ICU ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("icudt73l/root.res", True),
        ("icudt73l/nl.res", True),
        ("icudt73l/en_GB.res", True),
        ("icudt73l/zh_Hant_TW.res", False),
        ("icudt73l/coll/ucadata.icu", True),
        ("icudt73l/coll/zh.res", False),
        ("icudt73l/curr/supplementalData.res", True),
        ("icudt73l/likelySubtags.res", True),
        ("icudt73l/nfkc.nrm", True),
        ("icudt73l/gb18030.cnv", False),
        ("icudt73l/brkitr/line.brk", True),
        ("icudt73l/brkitr/cjdict.dict", False),
        ("icudt73l/translit/root.res", False),
    ],
)
def test_of_the_languages_of_icu_dutch_and_english_stay(item: str, expected: bool) -> None:
    assert importlib.import_module("icu").is_kept(item) is expected


def test_a_package_of_data_is_the_same_when_taken_apart_and_put_together() -> None:
    icu = importlib.import_module("icu")
    header = (16).to_bytes(2, "little") + b"\xda\x27" + b"\0" * 12
    items = {
        "icudt73l/nl.res": b"Dutch".ljust(32, b"\0"),
        "icudt73l/root.res": b"all".ljust(16, b"\0"),
    }
    assert icu.items_of(icu.package_of(header, items)) == (header, items)


@pytest.mark.skipif(
    sys.platform != "linux" or not all(shutil.which(tool) for tool in ("ld", "objcopy")),
    reason="only the package of Linux has this library, and binutils make it",
)
def test_names_stand_in_the_same_order_with_the_smaller_library(tmp_path: Path) -> None:
    icu = importlib.import_module("icu")
    whole = Path(PySide6.__path__[0]) / "Qt" / "lib"
    [data] = whole.glob("libicudata.so.*")
    smaller = tmp_path / "made.so"
    icu.without_foreign_languages(data, smaller)
    assert smaller.stat().st_size < data.stat().st_size / 5
    for library in whole.glob("libicu*.so.*"):
        if library.name != data.name:
            shutil.copy(library, tmp_path)
    smaller.replace(tmp_path / data.name)
    order = order_of_names(whole, data.name)
    assert order == order_of_names(tmp_path, data.name)
    assert order.split() == ["Één", "eif", "IJssel", "ijzer", "žena"] * 3


def order_of_names(folder: Path, data: str) -> str:
    """Names in the order of three languages, one of which the smaller library does not know."""
    version = data.rpartition(".")[2]
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", ORDER, str(folder), version],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


ORDER = """
import ctypes, functools, sys
folder, version = sys.argv[1:]
for name in ("data", "uc", "i18n"):
    icu = ctypes.CDLL(f"{folder}/libicu{name}.so.{version}", ctypes.RTLD_GLOBAL)
opened = getattr(icu, f"ucol_open_{version}")
opened.restype = ctypes.c_void_p
order = getattr(icu, f"ucol_strcollUTF8_{version}")
for language in (b"nl_NL", b"en_GB", b"fr_FR"):
    status = ctypes.c_int(0)
    collator = ctypes.c_void_p(opened(language, ctypes.byref(status)))
    def compared(one, other):
        one, other, said = one.encode(), other.encode(), ctypes.c_int(0)
        return order(collator, one, len(one), other, len(other), ctypes.byref(said))
    names = ["žena", "ijzer", "Één", "IJssel", "eif"]
    print(*sorted(names, key=functools.cmp_to_key(compared)))
"""


# --- Licences -------------------------------------------------------------------------------------


def test_each_licence_of_a_part_of_qt_has_its_text_or_needs_none() -> None:
    without_text = {
        # In the public domain, or said in full with another library; or the other one is chosen.
        *("LicenseRef-Public-Domain", "CC0-1.0", "AFL-2.1", "GPL-2.0-or-later", "FTL"),
        *("GPL-2.0-only", "LGPL-2.1-or-later", "Imlib2", "LicenseRef-ICC", "HPND-sell-variant"),
    }
    with (FOLDER / "licences" / "qt.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    named = {name for row in rows for name in re.split(" AND | OR ", row["licence"])}
    texts = {path.stem for path in (FOLDER / "licences").glob("*.txt")} | {"Apache-2.0"}
    assert named - without_text <= texts
    assert all(row["name"] and row["copyright"] for row in rows)


def test_the_licence_of_a_system_library_is_that_of_its_own_files() -> None:
    texts = importlib.import_module("texts")
    said = "Format: x\n\nFiles: *\nCopyright: A\nLicense: MIT\n\nFiles: debian/*\nLicense: GPL-2+\n"
    assert texts.debian_licence("libexample1", said) == "MIT"
    assert texts.debian_licence("libexample1", "In prose") == "see its text"


def test_licences_that_texts_refer_to_are_found(tmp_path: Path) -> None:
    texts = importlib.import_module("texts")
    (tmp_path / "LGPL-2.1").write_text("the text", "utf-8")
    said = "On such systems it is in `/usr/share/common-licenses/LGPL-2.1'. Another: GPL-9."
    assert texts.referred_to([said], tmp_path) == ["LGPL-2.1"]
