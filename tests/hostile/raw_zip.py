"""Zips made by hand, which can say what is not so."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

STORED, DEFLATED = 0, 8
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_DAY: Final = 0x5A21


@dataclass(slots=True)
class Entry:
    """A part, and what the zip says about it where that is not the truth."""

    name: bytes
    content: bytes
    method: int = DEFLATED
    packed: bytes = b""
    size: int | None = None
    packed_size: int | None = None
    crc: int | None = None
    flags: int = 0
    said_method: int | None = None
    local_name: bytes | None = None
    local_size: int | None = None
    offset: int | None = None
    at: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        if not self.packed:
            self.packed = deflated([self.content]) if self.method == DEFLATED else self.content

    @property
    def said_size(self) -> int:
        return len(self.content) if self.size is None else self.size

    @property
    def said_packed(self) -> int:
        return len(self.packed) if self.packed_size is None else self.packed_size

    @property
    def said_crc(self) -> int:
        return zlib.crc32(self.content) if self.crc is None else self.crc

    @property
    def how(self) -> int:
        return self.method if self.said_method is None else self.said_method


def deflated(pieces: Iterable[bytes]) -> bytes:
    """Pieces packed as a part of a zip, one after the other."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join([*map(packer.compress, pieces), packer.flush()])


def raw_zip(
    entries: Sequence[Entry], *, before: bytes = b"", after: bytes = b"", comment: bytes = b""
) -> bytes:
    """A zip of parts, as they describe themselves."""
    body = bytearray(before)
    for entry in entries:
        entry.at = len(body)
        body += _local(entry)
        body += entry.packed
    start = len(body)
    for entry in entries:
        body += _central(entry)
    counts = (len(entries), len(entries))
    end = _END.pack(b"PK\5\6", 0, 0, *counts, len(body) - start, start, len(comment))
    return bytes(body) + end + comment + after


def _local(entry: Entry) -> bytes:
    name = entry.name if entry.local_name is None else entry.local_name
    size = entry.said_size if entry.local_size is None else entry.local_size
    about = (20, entry.flags, entry.how, 0, _DAY, entry.said_crc, entry.said_packed, size)
    return _LOCAL.pack(b"PK\3\4", *about, len(name), 0) + name


def _central(entry: Entry) -> bytes:
    offset = entry.at if entry.offset is None else entry.offset
    about = (20, 20, entry.flags, entry.how, 0, _DAY, entry.said_crc)
    sizes = (entry.said_packed, entry.said_size)
    name = (len(entry.name), 0, 0, 0, 0, 0, offset)
    return _CENTRAL.pack(b"PK\1\2", *about, *sizes, *name) + entry.name
