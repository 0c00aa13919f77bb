"""ICU's data without the languages and character sets that Kader's window never asks for.

They are 30 MB in one library. Qt asks them for the order and the letters of a language; where a
language is missing, ICU falls back on those of all of them, which stay.
"""

import re
import struct
import subprocess
from pathlib import Path

_HEADER = re.compile(rb"(..)\xda\x27....\x00\x00..CmnD", re.DOTALL)
_NAME = re.compile(r"libicudata\.so\.(\d+)")
_LANGUAGES = re.compile(
    r"(root|nl|nl_NL|en|en_001|en_150|en_NL|en_GB|pool|res_index|supplemental.*)"
)
_FOLDERS = {"brkitr", "coll", "curr", "lang", "region", "unit", "zone"}
_ALIGNMENT = 16

Items = dict[str, bytes]


def is_data(library: Path) -> bool:
    """Whether a library is ICU's data."""
    return _NAME.fullmatch(library.name) is not None


def is_kept(name: str) -> bool:
    """Whether an item is for all languages, for Dutch or for English."""
    *folders, file = name.split("/")[1:]
    stem, _dot, kind = file.rpartition(".")
    if kind in {"cnv", "cfu", "dict", "spp"} or stem in {"unames", "cjdict"}:
        return False
    if not folders:
        return kind != "res" or stem[:1].isupper() or _of_no_language(stem)
    if folders[0] not in _FOLDERS:
        return False
    return kind != "res" or _LANGUAGES.fullmatch(stem) is not None


def _of_no_language(stem: str) -> bool:
    """Whether a table of the topmost folder is about all languages: their names are short."""
    return _LANGUAGES.fullmatch(stem) is not None or re.match(r"[a-z]{2,3}(_|$)", stem) is None


def items_of(package: bytes) -> tuple[bytes, Items]:
    """The header of a package of data, and its items by name in their order."""
    (length,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, length)
    places = [struct.unpack_from("<II", package, length + 4 + 8 * n) for n in range(count)]
    ends = [start for _name, start in places[1:]] + [len(package) - length]
    items = {}
    for (name, start), end in zip(places, ends, strict=True):
        begin = length + name
        text = package[begin : package.index(b"\0", begin)].decode("ascii")
        items[text] = package[length + start : length + end]
    return package[:length], items


def package_of(header: bytes, items: Items) -> bytes:
    """A package of data, as ``items_of`` takes it apart."""
    names = b"".join(name.encode("ascii") + b"\0" for name in items)
    names_begin = 4 + 8 * len(items)
    place = _aligned(names_begin + len(names))
    table, contents, name_place = [struct.pack("<I", len(items))], [], names_begin
    for name, content in items.items():
        table.append(struct.pack("<II", name_place, place))
        name_place += len(name) + 1
        padded = content.ljust(_aligned(len(content)), b"\0")
        contents.append(padded)
        place += len(padded)
    before = (b"".join(table) + names).ljust(_aligned(names_begin + len(names)), b"\0")
    return header + before + b"".join(contents)


def _aligned(length: int) -> int:
    return -(-length // _ALIGNMENT) * _ALIGNMENT


def data_in(library: bytes) -> bytes:
    """The package of data in a library."""
    found = _HEADER.search(library)
    if found is None:
        message = "There is no data of ICU in this library."
        raise ValueError(message)
    return library[found.start() :]


def without_foreign_languages(library: Path, made: Path) -> None:
    """Make a library of the same name with less data in it; needs binutils, as PyInstaller does."""
    header, items = items_of(data_in(library.read_bytes()))
    kept = {name: content for name, content in items.items() if is_kept(name)}
    data = made.with_suffix(".data")
    data.write_bytes(package_of(header, kept))
    _link(data, made, library.name)


def _link(data: Path, made: Path, name: str) -> None:
    version = name.rpartition(".")[2]
    plain = made.with_suffix(".o")
    symbol = "_binary_" + re.sub(r"\W", "_", data.name) + "_start"
    _run("ld", "-r", "-b", "binary", "-o", str(plain), data.name, folder=data.parent)
    _run(
        *("objcopy", "--redefine-sym", f"{symbol}=icudt{version}_dat"),
        *("--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"),
        *("--set-section-alignment", f".data={_ALIGNMENT}", str(plain)),
        folder=data.parent,
    )
    _run(
        *("ld", "-shared", "-soname", name, "-z", "noexecstack", "-o", str(made), str(plain)),
        folder=data.parent,
    )


def _run(*command: str, folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)
