"""What a workbook says about itself: its sheets, its names, how it counts days, its properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from domain.exchange.rotation_rows.days import Epoch
from domain.exchange.rotation_rows.doubt import quoted
from domain.exchange.workbook_reading.elements import Attributes, Elements, Path
from domain.exchange.workbook_reading.formats import Formats, formats_of
from domain.exchange.workbook_reading.package import Package
from domain.exchange.workbook_reading.relations import (
    Relation,
    pointed_to,
    relations_of,
    require_workbook,
)
from domain.exchange.workbook_reading.strings import strings_of
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_MOST_SHEETS: Final = 256
_MOST_NAMES: Final = 20_000
_TRUE: Final = frozenset({"1", "true", "on"})
_FALSE: Final = frozenset({"", "0", "false", "off"})


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet: what it is called, where it stands, and whether it can be seen."""

    title: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Book:
    """An open workbook."""

    package: Package
    sheets: tuple[SheetPart, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """What the names of the workbook stand for, such as ``'Lists'!$F$2:$F$9``."""
    epoch: Epoch = Epoch.OF_1900
    properties: Mapping[str, str] = field(default_factory=dict)
    """The custom properties of the document, as text."""
    formats: Formats = ()
    strings: list[str] = field(default_factory=list)

    def sheet(self, title: str) -> SheetPart | None:
        """The sheet of a title, or none."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def book_of(package: Package) -> Book:
    """The workbook in a package; raises UnreadableFile for one that cannot be trusted."""
    try:
        require_workbook(package)
        root = relations_of(package, "")
        main = next(pointed_to(root, "officeDocument"), "xl/workbook.xml")
        relations = relations_of(package, main)
        book = _described(package, main, relations)
        book.properties = _properties(package, next(pointed_to(root, "custom-properties"), ""))
        book.formats = formats_of(package, next(pointed_to(relations, "styles"), None))
        book.strings = strings_of(package, next(pointed_to(relations, "sharedStrings"), None))
    except Unsound as unsound:
        raise package.refusal("", unsound) from unsound
    return book


def _described(package: Package, main: str, relations: Mapping[str, Relation]) -> Book:
    """The book as its main part describes it."""
    book = Book(package)
    listed: list[Attributes] = []
    names: dict[str, str] = {}
    open_name: list[str] = []

    def begin(path: Path, attributes: Attributes) -> None:
        if path == ("workbook", "sheets", "sheet"):
            listed.append(attributes)
        elif path == ("workbook", "workbookPr"):
            book.epoch = _epoch(attributes.get("date1904", ""))
        elif path == ("workbook", "definedNames", "definedName"):
            open_name[:] = [attributes.get("name", "")] if "localSheetId" not in attributes else []
        if len(listed) > _MOST_SHEETS or len(names) > _MOST_NAMES:
            raise Unsound(_("it has more sheets or names than any plan"))

    def end(path: Path, text: str) -> None:
        if path == ("workbook", "definedNames", "definedName") and open_name:
            names[open_name[0]] = text.strip()

    package.hear(main, Elements(begin, end))
    book.names = names
    book.sheets = _sheets(package, listed, relations)
    return book


def _epoch(text: str) -> Epoch:
    if text.lower() not in _TRUE | _FALSE:
        raise Unsound(_("it does not say from which day it counts"))
    return Epoch.OF_1904 if text.lower() in _TRUE else Epoch.OF_1900


def _sheets(
    package: Package, listed: list[Attributes], relations: Mapping[str, Relation]
) -> tuple[SheetPart, ...]:
    sheets: list[SheetPart] = []
    for attributes in listed:
        title = attributes.get("name", "")
        relation = relations.get(_relation_id(attributes))
        if relation is None or relation.part not in package:
            raise Unsound(_("the sheet {title} is missing from it").format(title=quoted(title)))
        if relation.kind == "worksheet":
            hidden = attributes.get("state", "visible") != "visible"
            sheets.append(SheetPart(title, relation.part, hidden))
    _require_once([sheet.title.casefold() for sheet in sheets])
    _require_once([sheet.part.lower() for sheet in sheets])
    if not sheets:
        raise Unsound(_("there is no sheet in it"))
    return tuple(sheets)


def _relation_id(attributes: Attributes) -> str:
    ids = (value for name, value in attributes.items() if name.endswith("/relationships id"))
    return next(ids, "")


def _require_once(names: list[str]) -> None:
    if len(set(names)) != len(names):
        raise Unsound(_("two of its sheets have one name or one content"))


def _properties(package: Package, part: str) -> Mapping[str, str]:
    """The custom properties; they are few, and text, whole numbers, or yes and no."""
    found: dict[str, str] = {}
    name: list[str] = [""]

    def begin(path: Path, attributes: Attributes) -> None:
        if path == ("Properties", "property"):
            name[0] = attributes.get("name", "")

    def end(path: Path, text: str) -> None:
        if len(path) == 3 and path[:2] == ("Properties", "property"):  # noqa: PLR2004 - the value
            if name[0] in found:
                raise Unsound(_("it says two things about {name}").format(name=quoted(name[0])))
            found[name[0]] = text

    if part:
        package.hear(part, Elements(begin, end))
    return found
