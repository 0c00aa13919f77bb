"""How sheets are printed: A4, landscape, fit to width, the marking on every page."""

from __future__ import annotations

from typing import Final

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from typing_extensions import override

from domain.exchange.workbook.material import Material
from domain.exchange.workbook.text import on_one_line
from domain.language import _

_A4: Final = 9
_LONGEST_LINE: Final = 255
"""How many characters Excel takes in a header or footer, codes and all; more damages the file."""


class Line(HeaderFooterItem):
    """A header or footer: what stands left, in the middle, and right."""

    def __init__(self, left: str, centre: str, right: str) -> None:
        """Take the three parts as they are, codes among them."""
        super().__init__()
        parts = {"&L": left, "&C": centre, "&R": right}
        self._packed = "".join(code + text for code, text in parts.items() if text)

    @override
    def __str__(self) -> str:
        return self._packed

    @override
    def __bool__(self) -> bool:
        return True


def literally(text: str, longest: int) -> str:
    """A text of the plan in a header or footer, in at most so many characters."""
    shown = on_one_line(text)
    cut = shown[:longest]
    while len(cut.replace("&", "&&")) + (cut != shown) > longest:
        cut = cut[:-1]
    return cut.replace("&", "&&") + ("" if cut == shown else "…")


def set_page(
    sheet: Worksheet, material: Material, heading: int | None = None, headings: int = 1
) -> None:
    """Make a sheet fit for paper; the rows of a heading, from its first, return on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = False
    for side, size in {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.7}.items():
        setattr(sheet.page_margins, side, size)
    if heading is not None:
        sheet.print_title_rows = f"{heading}:{heading + headings - 1}"
    sheet.oddHeader, sheet.oddFooter = _header(material), _footer(material)


def _marking(material: Material, longest: int) -> str:
    marking = material.plan.settings.marking
    return "" if marking is None else "&B" + literally(marking.text, longest)


def _header(material: Material) -> Line:
    plan = material.plan
    centre = _marking(material, 120)
    left = literally(" – ".join(filter(None, (plan.name, plan.scenario))), 120)
    return Line(left, centre, "&A")


def _footer(material: Material) -> Line:
    page = _("Page {page} of {pages}").format(page="&P", pages="&N")
    made = f"{material.made_at:%d-%m-%Y %H:%M}"
    return Line(_("Made {moment}").format(moment=made), _marking(material, 120), page)
