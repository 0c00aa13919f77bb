"""A listener for the small parts of a workbook: each element by its name, as deep as it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_OFFICE: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
SHEETS: Final = (f"{_OFFICE}spreadsheetml/2006/main", f"{_STRICT}spreadsheetml/main")
_KNOWN: Final = frozenset(
    {
        *SHEETS,
        f"{_OFFICE}package/2006/relationships",
        f"{_OFFICE}package/2006/content-types",
        f"{_OFFICE}officeDocument/2006/custom-properties",
        f"{_OFFICE}officeDocument/2006/docPropsVTypes",
        f"{_STRICT}officeDocument/custom-properties",
        f"{_STRICT}officeDocument/docPropsVTypes",
    }
)
DEEPEST: Final = 64
MOST_ATTRIBUTES: Final = 64
LONGEST: Final = 1 << 18
LARGEST_TEXTS: Final = 40 * 1024 * 1024
"""How many bytes of memory the texts of a workbook may take."""

Attributes = Mapping[str, str]
Path = tuple[str, ...]


def local(name: str) -> str:
    """The name of an element without its namespace; empty for one of a foreign namespace."""
    space, _separator, own = name.rpartition(" ")
    return own if space in _KNOWN else ""


class Elements:
    """Hears a part, and tells of each element when it begins and when it ends, with its text."""

    weight = 6

    def __init__(
        self,
        begins: Callable[[Path, Attributes], None] | None = None,
        ends: Callable[[Path, str], None] | None = None,
    ) -> None:
        """Be told of paths of names, from the root; of the text only what an element holds itself.

        The text goes to the innermost element; what holds other elements has none.
        """
        self._begins = begins
        self._ends = ends
        self._path: Path = ()
        self._pieces: list[str] = []
        self._length = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._path = (*self._path, local(name))
        if len(self._path) > DEEPEST or len(attributes) > MOST_ATTRIBUTES:
            raise too_much()
        self._forget_text()
        if self._begins is not None:
            self._begins(self._path, attributes)

    def end(self, _name: str) -> None:
        """An element ends."""
        if self._ends is not None:
            self._ends(self._path, "".join(self._pieces))
        self._path = self._path[:-1]
        self._forget_text()

    def hear(self, text: str) -> None:
        """A piece of text."""
        self._length += len(text)
        if self._length > LONGEST:
            raise too_much()
        self._pieces.append(text)

    def _forget_text(self) -> None:
        self._pieces.clear()
        self._length = 0


def too_much() -> Unsound:
    """That something is deeper, longer or has more attributes than any workbook needs."""
    return Unsound(_("something in it is deeper or longer than any workbook has it"))
