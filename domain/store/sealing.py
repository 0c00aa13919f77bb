"""The seal of a file that is sent: a digest over all its bytes, by which damage is found.

The digest stands in a row of the file itself; where it stands, zeros are reckoned. It holds for
the file as it was sent: from the first step that is saved in it, its journal vouches for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Final, Protocol

from domain.store.driver import Connection, transaction
from domain.store.header import LENGTH, header_in

_LENGTH: Final = 64
_CHUNK: Final = 1 << 20


class Readable(Protocol):
    """A file that is open for reading bytes."""

    def read(self, size: int, /) -> bytes | None:
        """Some bytes; none at the end."""

    def seek(self, offset: int, /) -> int:
        """Go to a place."""


def prepare_seal(connection: Connection, path: Path) -> str:
    """Make room for the digest, in the last step that is written; what stands there until then."""
    stand_in = token_hex(_LENGTH // 2)
    with path.open("rb") as file:
        counter = header_in(file.read(LENGTH)).change_counter + 1
    with transaction(connection):
        connection.execute("INSERT INTO seal VALUES (1, ?, ?)", (counter, stand_in))
    return stand_in


def close_seal(path: Path, stand_in: str) -> None:
    """Put the digest into a file that nobody has open any more."""
    with path.open("r+b") as file:
        found = _digest(file, stand_in)
        if found is None:
            raise RuntimeError(path)
        place, digest = found
        file.seek(place)
        file.write(digest.encode())


def seal_is_broken(connection: Connection, file: Readable) -> bool:
    """Whether a file that is as it was sent has other bytes than it had then."""
    row = connection.execute("SELECT change_counter, digest FROM seal").fetchone()
    file.seek(0)
    if row is None or header_in(file.read(LENGTH) or b"").change_counter != row[0]:
        return False
    found = _digest(file, row[1])
    return found is None or found[1] != row[1]


def _digest(file: Readable, hidden: str) -> tuple[int, str] | None:
    """Where a text stands, and the digest with zeros there; none if that is not one place."""
    places = list(_places(file, hidden.encode()))
    if len(places) != 1:
        return None
    found, at = sha256(), 0
    start, end = places[0], places[0] + _LENGTH
    for chunk in _chunks(file):
        block = bytearray(chunk)
        inside = slice(max(0, start - at), max(0, end - at))
        block[inside] = b"0" * len(block[inside])
        found.update(block)
        at += len(chunk)
    return start, found.hexdigest()


def _chunks(file: Readable) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _places(file: Readable, text: bytes) -> Iterator[int]:
    kept, at = b"", 0
    for chunk in _chunks(file):
        block = kept + chunk
        found = block.find(text)
        while found >= 0:
            yield at - len(kept) + found
            found = block.find(text, found + 1)
        at += len(chunk)
        kept = block[1 - len(text) :]
