"""The form of a zip from elsewhere: what its directory says must be so, and can be said one way.

Two programs may see two different files in one zip: parts that lie over each other, two of one
name, sizes that are not the real ones, something before or behind. All of that is refused.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

LARGEST_FILE: Final = 64 * 1024 * 1024
LARGEST_PART: Final = 256 * 1024 * 1024
LARGEST_WHOLE: Final = 512 * 1024 * 1024
MOST_PARTS: Final = 2_000
_LARGEST_DIRECTORY: Final = 1024 * 1024
_HIGHEST_RATIO: Final = 200
_FROM_SIZE: Final = 1024 * 1024
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_LOCATOR: Final = 20
_ENCRYPTED: Final = 0x1
_SIZES_BEHIND: Final = 0x8
_IN_EXTRA: Final = 0xFFFFFFFF
_TROUBLES: Final = (
    BadZipFile,
    LargeZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    UnicodeDecodeError,
    ValueError,
    struct.error,
)


def opened_zip(file: BinaryIO, size: int) -> ZipFile:
    """A zip whose directory is sound; raises Unsound where it is not."""
    directory = _directory(file, size)
    try:
        archive = ZipFile(file)
    except _TROUBLES as error:
        raise damaged() from error
    _require_modest(archive.infolist())
    _require_apart(file, archive.infolist(), directory)
    return archive


def damaged() -> Unsound:
    """That a zip is not whole."""
    return Unsound(_("it is damaged or was cut off"), _("get it anew from where it came from"))


def _directory(file: BinaryIO, size: int) -> int:
    """Where the directory begins; it stands at the end, and nothing stands behind it."""
    if size < _END.size:
        raise damaged()
    file.seek(size - _END.size)
    signature, disk, first_disk, here, entries, length, offset, comment = _END.unpack(
        file.read(_END.size)
    )
    if signature != b"PK\x05\x06" or comment or disk or first_disk or here != entries:
        raise damaged()
    if entries > MOST_PARTS or length > _LARGEST_DIRECTORY:
        raise Unsound(_("it has more than {most} parts").format(most=MOST_PARTS))
    if offset + length + _END.size != size:
        raise damaged()
    file.seek(max(size - _END.size - _LOCATOR, 0))
    if file.read(4) == b"PK\x06\x07":
        raise Unsound(_("it is a zip for very large files, which no workbook needs"))
    return int(offset)


def _require_modest(parts: Sequence[ZipInfo]) -> None:
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise Unsound(
                _("it is protected with a password"), _("save it without a password and try again")
            )
        if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Unsound(_("a part of it is packed in a way that no workbook is"))
        if part.file_size > LARGEST_PART or _ratio(part) > _HIGHEST_RATIO:
            raise too_large()
    if sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise too_large()


def too_large() -> Unsound:
    """That a workbook unpacks to more than it should."""
    return Unsound(
        _("it would unpack to far more than a plan needs"),
        _("do not open it; ask who sent it, or export the plan anew"),
    )


def _ratio(part: ZipInfo) -> float:
    return part.file_size / max(part.compress_size, 1) if part.file_size > _FROM_SIZE else 0


def _require_apart(file: BinaryIO, parts: Sequence[ZipInfo], directory: int) -> None:
    """Refuse parts that lie over each other, or say two things about themselves."""
    free_from = 0
    for part in sorted(parts, key=lambda info: info.header_offset):
        if part.header_offset < free_from or (free_from == 0 and part.header_offset != 0):
            raise damaged()
        free_from = _end_of(file, part)
    if free_from > directory:
        raise damaged()


def _end_of(file: BinaryIO, part: ZipInfo) -> int:
    """Where the content of a part ends, by what stands before it; it must say the same."""
    file.seek(part.header_offset)
    head = file.read(_LOCAL.size)
    if len(head) != _LOCAL.size:
        raise damaged()
    signature, _version, flags, method, _time, _day, crc, packed, size, name, extra = _LOCAL.unpack(
        head
    )
    said: Mapping[str, tuple[int, int]] = {
        "crc": (crc, part.CRC),
        "packed": (packed, part.compress_size),
        "size": (size, part.file_size),
    }
    known_here = not flags & _SIZES_BEHIND
    lies = any(here not in {there, _IN_EXTRA} for here, there in said.values()) and known_here
    if signature != b"PK\x03\x04" or method != part.compress_type or lies:
        raise damaged()
    if file.read(name) != _raw_name(part):
        raise damaged()
    return part.header_offset + _LOCAL.size + int(name) + int(extra) + part.compress_size


def _raw_name(part: ZipInfo) -> bytes:
    """The name of a part as it stands in the zip; names are plain by now, or refused later."""
    utf8 = part.flag_bits & 0x800
    return part.orig_filename.encode("utf-8" if utf8 else "cp437")
