"""Which of the styles of a workbook show a number as a date, and which as something else."""

from __future__ import annotations

import re
from typing import Final

from domain.exchange.rotation_rows.cell import Kind
from domain.exchange.workbook_reading.elements import Attributes, Elements, Path
from domain.exchange.workbook_reading.package import Package
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_BUILT_IN: Final = {
    **dict.fromkeys((0, 1, 3, 49), Kind.NUMBER),
    **dict.fromkeys((9, 10), Kind.SHARE),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), Kind.DATED),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48)), Kind.CLOCK),
}
_SET_ASIDE: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED: Final = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_PLAIN: Final = frozenset({"", "@", "general", "0", "#", "#,##0", "# ##0", "#.##0"})
_TELLING: Final = {"ydj": Kind.DATED, "hs": Kind.CLOCK, "m": Kind.DATED, "%": Kind.SHARE}
"""What a number is, by the letters of its format; the first that occur tell (j: jaar)."""
_MOST: Final = 70_000

Formats = tuple[Kind, ...]
"""What a number is, by the number of its style."""


def formats_of(package: Package, part: str | None) -> Formats:
    """The styles of a workbook; without a part of them all numbers are plain."""
    codes: dict[int, str] = {}
    found: list[int] = []

    def begin(path: Path, attributes: Attributes) -> None:
        if path == ("styleSheet", "numFmts", "numFmt"):
            codes[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif path == ("styleSheet", "cellXfs", "xf"):
            found.append(_number(attributes, "numFmtId"))
        if len(codes) + len(found) > _MOST:
            raise Unsound(_("it has more styles than a workbook can have"))

    if part is not None:
        package.hear(part, Elements(begin))
    kinds = {number: kind_of(codes[number]) for number in codes}
    known = _BUILT_IN | kinds
    return tuple(known.get(number, Kind.FORMATTED) for number in found) or (Kind.NUMBER,)


def _number(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "0")
    if not (text.isascii() and text.isdecimal() and len(text) < 10):  # noqa: PLR2004 - digits
        raise Unsound(_("it numbers a style {text}").format(text=ascii(text[:40])))
    return int(text)


def kind_of(code: str) -> Kind:
    """What a number is that is shown by a format code."""
    if _ELAPSED.search(code):
        return Kind.CLOCK
    bare = _SET_ASIDE.sub("", code).partition(";")[0].strip().lower()
    if bare in _PLAIN:
        return Kind.NUMBER
    if "general" not in bare:
        for letters, kind in _TELLING.items():
            if any(letter in bare for letter in letters):
                return kind
    return Kind.FORMATTED
