"""XML from elsewhere, in pieces, with everything refused that could do harm.

Expat reads it: no entities, since a document type is refused in whatever encoding it comes; no
names, tokens, attributes, depth or length without bound. A listener hears what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NoReturn, Protocol
from xml.parsers import expat

from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

PIECE: Final = 1 << 16
_MOST_BYTES: Final = 256 * 1024 * 1024
_MOST_MARKS: Final = 5_000_000
_BYTES_OF_ROW: Final = 4_096
_MARKS_OF_ROW: Final = 256
_LONGEST_TOKEN: Final = 1 << 20
_MOST_NAMES: Final = 5_000
_MOST_SPACES: Final = 500
_ENCODINGS: Final = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"})


@dataclass(slots=True)
class Budget:
    """How much of a workbook may be read: bytes as they are unpacked, and marks of markup."""

    bytes_left: int = _MOST_BYTES
    marks_left: int = _MOST_MARKS

    def spend(self, piece: bytes, weight: int) -> None:
        """Take a piece off; raises Unsound when nothing is left."""
        self.bytes_left -= len(piece)
        self.marks_left -= piece.count(b"<") * weight
        if self.bytes_left < 0 or self.marks_left < 0:
            raise more_than_needed()

    def restore(self) -> None:
        """Give back what a sound row took: what is worth its length may be long."""
        self.bytes_left = min(self.bytes_left + _BYTES_OF_ROW, _MOST_BYTES)
        self.marks_left = min(self.marks_left + _MARKS_OF_ROW, _MOST_MARKS)


def more_than_needed() -> Unsound:
    """That a workbook is larger than any plan makes it."""
    return Unsound(
        _("there is far more in it than its rotations need"),
        _("divide it into several workbooks, or take out what is not needed"),
    )


class Listener(Protocol):
    """Hears what stands in a part; names come as ``namespace name``."""

    @property
    def weight(self) -> int:
        """How much a mark costs it, of a budget of marks; 1 for the quickest."""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def hear(self, text: str) -> None:
        """A piece of text."""


def listened(pieces: Iterable[bytes], listener: Listener, budget: Budget) -> Iterator[None]:
    """Let a listener hear a part; comes up for air after each piece of it.

    Raises Unsound for whatever is no sound XML.
    """
    names: dict[str, str] = {}
    parser = _guarded(listener, names)
    fed = 0
    try:
        for piece in pieces:
            budget.spend(piece, listener.weight)
            parser.Parse(piece)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise Unsound(_("a single mark in it is longer than any should be"))
            if len(names) > _MOST_NAMES:
                raise Unsound(_("it has more names of elements than any format"))
            yield
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position
    except expat.ExpatError as error:
        raise Unsound(
            _("it is no sound XML (line {line})").format(line=error.lineno),
        ) from error
    yield


def _guarded(listener: Listener, names: dict[str, str]) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ", intern=names)
    parser.buffer_text = True
    parser.buffer_size = PIECE
    parser.StartElementHandler = listener.begin
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.hear
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.XmlDeclHandler = _require_encoding
    parser.StartNamespaceDeclHandler = _Spaces().begin
    return parser


class _Spaces:
    """Counts the namespaces that a part declares."""

    def __init__(self) -> None:
        self._left = _MOST_SPACES

    def begin(self, _prefix: str | None, _space: str | None) -> None:
        self._left -= 1
        if self._left < 0:
            raise Unsound(_("it declares more namespaces than any format"))


def _refuse_document_type(*_about: object) -> NoReturn:
    raise Unsound(_("it has a document type (DOCTYPE), which a workbook never has"))


def _require_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise Unsound(
            _("it is written in the encoding {encoding}").format(encoding=ascii(encoding[:40]))
        )
