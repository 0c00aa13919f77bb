"""Zips that are no honest zips: cut off, lying, overlapping, doubled, oddly named, locked."""

from __future__ import annotations

import struct
import zlib
from functools import partial

from tests.hostile.cases import case, refused
from tests.hostile.raw_zip import STORED, Entry, deflated, raw_zip
from tests.hostile.workshop import WORKBOOK, Workshop

MEGABYTE = bytes(1 << 20)


@refused("it is empty")
def empty_file(w: Workshop) -> None:
    w.write(b"")


@refused("damaged or was cut off")
def only_the_beginning_of_a_zip(w: Workshop) -> None:
    w.write(b"PK\3\4")


@refused("damaged or was cut off")
def without_its_directory(w: Workshop) -> None:
    w.save()
    content = w.path.read_bytes()
    w.write(content[: content.index(b"PK\1\2")])


def cut_off(w: Workshop) -> None:
    w.save()
    content = w.path.read_bytes()
    w.write(content[: w.dice.randrange(1, len(content))])


def flipped(w: Workshop) -> None:
    w.save()
    content = bytearray(w.path.read_bytes())
    content[w.dice.randrange(len(content))] ^= 1 << w.dice.randrange(8)
    w.write(bytes(content))


for number in range(8):
    case(f"cut_off_{number}", cut_off, "")


@refused("damaged or was cut off")
def something_before_it(w: Workshop) -> None:
    w.write(raw_zip(w.entries(), before=b"PK\3\4" + bytes(60)))


@refused("damaged or was cut off")
def something_behind_it(w: Workshop) -> None:
    w.write(raw_zip(w.entries(), after=b"<script>"))


@refused("damaged or was cut off")
def with_a_comment(w: Workshop) -> None:
    w.write(raw_zip(w.entries(), comment=b"hello"))


@refused("two parts named 'xl/workbook.xml'")
def two_parts_of_one_name(w: Workshop) -> None:
    w.save(Entry(WORKBOOK.encode(), w.parts[WORKBOOK]))


@refused("two parts named 'xl/workbook.xml'")
def two_parts_that_differ_in_case(w: Workshop) -> None:
    w.save(Entry(b"xl/WorkBook.xml", b"<workbook/>"))


@refused("damaged or was cut off")
def parts_over_each_other(w: Workshop) -> None:
    w.save(Entry(b"xl/media/a.png", b"", STORED, offset=0))


@refused("damaged or was cut off")
def one_content_for_many_parts(w: Workshop) -> None:
    kernel = deflated([MEGABYTE])
    entries = w.entries()
    first = Entry(b"xl/0.bin", MEGABYTE, packed=kernel)
    more = [Entry(f"xl/{n}.bin".encode(), b"", STORED, offset=0) for n in range(1, 200)]
    raw_zip([*entries, first])
    for entry in more:
        entry.offset = first.at
        entry.crc, entry.size, entry.packed_size = first.said_crc, 1 << 20, len(kernel)
    w.write(raw_zip([*entries, first, *more]))


@refused("damaged or was cut off")
def another_name_before_the_content(w: Workshop) -> None:
    w.save(Entry(b"xl/media/a.png", b"x", local_name=b"xl/media/b.png"))


@refused("damaged or was cut off")
def another_size_before_the_content(w: Workshop) -> None:
    w.save(Entry(b"xl/media/a.png", b"x" * 9, local_size=5))


@refused("it would unpack to far more", heavy=True)
def bomb_that_says_so(w: Workshop) -> None:
    packed = deflated([MEGABYTE] * 600)
    w.save(Entry(b"xl/media/a.png", b"", packed=packed, size=600 << 20, crc=0))


@refused("it would unpack to far more", heavy=True)
def bomb_of_many_parts(w: Workshop) -> None:
    packed = deflated([w.dice.randbytes(9_000) * 100] * 20)
    more = [
        Entry(f"xl/media/{n}.png".encode(), b"", packed=packed, size=18_000_000, crc=0)
        for n in range(40)
    ]
    w.save(*more)


def _lying(w: Workshop, part: str, said: int, flags: int = 0) -> None:
    """A part that unpacks to far more, or less, than it says."""
    spaces = b" " * (1 << 20)
    pieces = [w.parts[part][:-1], *([spaces] * 300), w.parts[part][-1:]]
    crc = 0
    for piece in pieces:
        crc = zlib.crc32(piece, crc)
    packed = deflated(pieces)
    del w.parts[part]
    w.save(Entry(part.encode(), b"", packed=packed, size=said, crc=crc, flags=flags))


@refused("damaged or was cut off", heavy=True)
def bomb_that_says_it_is_small(w: Workshop) -> None:
    _lying(w, w.sheet, 2_000)


@refused("damaged or was cut off", heavy=True)
def bomb_in_the_styles(w: Workshop) -> None:
    _lying(w, "xl/styles.xml", 8_000)


@refused("damaged or was cut off", heavy=True)
def bomb_that_says_its_size_afterwards(w: Workshop) -> None:
    _lying(w, w.sheet, 2_000, flags=8)


@refused("damaged or was cut off")
def part_that_is_smaller_than_it_says(w: Workshop) -> None:
    content = w.parts.pop(w.sheet)
    size = len(content) + 1_000
    w.save(Entry(b"xl/worksheets/sheet3.xml", content, size=size, local_size=size))


@refused("damaged or was cut off")
def another_checksum(w: Workshop) -> None:
    content = w.parts.pop(WORKBOOK)
    w.save(Entry(WORKBOOK.encode(), content, crc=1))


@refused("more than 2000 parts")
def very_many_parts(w: Workshop) -> None:
    w.save(*(Entry(f"xl/media/{n}.png".encode(), b"x", STORED) for n in range(5_000)))


@refused("more than 2000 parts")
def directory_longer_than_it_says(w: Workshop) -> None:
    w.save(*(Entry(f"xl/media/{n:0200}.png".encode(), b"", STORED) for n in range(5_000)))
    content = bytearray(w.path.read_bytes())
    struct.pack_into("<2H", content, len(content) - 14, 20, 20)
    w.write(bytes(content))


@refused("a zip for very large files")
def zip_of_the_large_kind(w: Workshop) -> None:
    w.save()
    content = w.path.read_bytes()
    directory = content.index(b"PK\1\2")
    end = bytearray(content[-22:])
    locator = b"PK\6\7" + bytes(16)
    struct.pack_into("<L", end, 12, len(content) - 22 + 20 - directory)
    w.write(content[:-22] + locator + bytes(end))


@refused("protected with a password")
def locked_part(w: Workshop) -> None:
    w.save(Entry(b"xl/media/a.png", b"x", flags=1))


@refused("packed in a way that no workbook is")
def packed_in_another_way(w: Workshop) -> None:
    w.save(Entry(b"xl/media/a.png", b"x", said_method=14))


def _named(name: bytes, w: Workshop) -> None:
    w.save(Entry(name, b"x", flags=0x800 if max(name) > 127 else 0))


for number, odd in enumerate(
    [
        b"../evil.xml",
        b"/etc/passwd",
        b"xl/../../evil.xml",
        b"xl\\evil.xml",
        b"C:/evil.xml",
        b"xl//evil.xml",
        b"xl/./evil.xml",
        b"xl/ev\x00il.xml",
        b"xl/ev\nil.xml",
        "xl/w\u043erkbook.xml".encode(),
        b"xl/" + b"a" * 300,
        b"xl/<evil>.xml",
    ]
):
    case(f"odd_name_{number}", partial(_named, odd), "a part with an odd name")
