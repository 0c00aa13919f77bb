"""The names of the parts of a workbook: what they give away, and names that no program gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_PLAIN: Final = re.compile(r"[!#$%&'()+,\-./0-9;=@A-Z\[\]^_`a-z{}~ ]{1,200}", re.ASCII)
_MACROS: Final = re.compile(r"(.*/)?(vba(project|data)\w*\.\w+|macrosheets/.*|activex/.*)")
_LINKS: Final = re.compile(r"(.*/)?externallinks/.*")
_MACRO_TYPE: Final = re.compile(r"macro|vba", re.IGNORECASE)


def require_plain_names(names: Iterable[str]) -> None:
    """Refuse parts with one name, odd names, and parts that hold programs or links to files."""
    lowered = [name.lower() for name in names]
    _require_once(lowered)
    for name in lowered:
        steps = name.removesuffix("/").split("/")
        if not _PLAIN.fullmatch(name) or not all(step.strip(". ") for step in steps):
            raise Unsound(_("it has a part with an odd name, {name}").format(name=ascii(name[:80])))
        if _MACROS.fullmatch(name):
            raise with_macros()
        if _LINKS.fullmatch(name):
            raise with_links()


def require_plain_type(content_type: str) -> None:
    """Refuse a part that says that it holds a program."""
    if _MACRO_TYPE.search(content_type):
        raise with_macros()


def _require_once(names: list[str]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise Unsound(_("it has two parts named {name}").format(name=ascii(name[:80])))


def with_macros() -> Unsound:
    """That a workbook holds macros."""
    return Unsound(_("it holds macros"), _("save it as .xlsx, without macros"))


def with_links() -> Unsound:
    """That a workbook draws on other files."""
    return Unsound(
        _("it draws on other files (external links)"),
        _("break the links in your spreadsheet program, so that values remain, and save it"),
    )
