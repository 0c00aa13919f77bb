"""How the parts of a workbook point to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote

from domain.exchange.workbook_reading.elements import Attributes, Elements, Path
from domain.exchange.workbook_reading.package import Package
from domain.exchange.workbook_reading.part_names import require_plain_type, with_links, with_macros
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_TYPES: Final = "[Content_Types].xml"
_SHEETS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_MACROS: Final = frozenset({"vbaproject", "xlmacrosheet", "xlintlmacrosheet"})


@dataclass(frozen=True, slots=True)
class Relation:
    """That a part points to another; the kind is the last word of its type."""

    name: str
    kind: str
    part: str


def require_workbook(package: Package) -> None:
    """Refuse a zip that is no workbook, and one that says that it holds programs."""
    if _TYPES not in package:
        raise Unsound(
            _("it is a zip, but no workbook"),
            _("open it in the program that made it, and save it as .xlsx"),
        )
    types: list[str] = []

    def begin(_path: Path, attributes: Attributes) -> None:
        types.append(attributes.get("ContentType", ""))

    package.hear(_TYPES, Elements(begin))
    for content_type in types:
        require_plain_type(content_type)
    if not any(content_type.startswith(_SHEETS) for content_type in types):
        raise Unsound(
            _("it is an office document, but no workbook of the kind .xlsx"),
            _("open it in the program that made it, and save it as .xlsx"),
        )


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """What a part points to, by the names that it uses; the root of all is the empty part."""
    folder = dirname(part)
    listed = join(folder, "_rels", f"{part[len(folder) :].strip('/')}.rels")
    if listed not in package:
        return {}
    found: dict[str, Relation] = {}

    def begin(path: Path, attributes: Attributes) -> None:
        if path == ("Relationships", "Relationship"):
            relation = _relation(folder, attributes)
            if relation.name in found:
                raise Unsound(_("it names two parts {name}").format(name=ascii(relation.name)))
            found[relation.name] = relation

    package.hear(listed, Elements(begin))
    return found


def _relation(folder: str, attributes: Attributes) -> Relation:
    kind = attributes.get("Type", "").rpartition("/")[2]
    if kind.lower() in _MACROS:
        raise with_macros()
    if kind == "externalLink":
        raise with_links()
    target = attributes.get("Target", "")
    outside = attributes.get("TargetMode", "") == "External"
    path = "" if outside else normpath(join("/", folder, unquote(target))).lstrip("/")
    return Relation(attributes.get("Id", ""), kind, path)


def pointed_to(relations: dict[str, Relation], kind: str) -> Iterator[str]:
    """The parts of one kind."""
    return (one.part for one in relations.values() if one.kind == kind and one.part)
