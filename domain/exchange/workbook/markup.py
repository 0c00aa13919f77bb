"""A cell as it stands in the file of a sheet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from domain.exchange.workbook.formulas import Formula, serial
from domain.exchange.workbook.text import in_markup


def empty_cell(place: str, style: int) -> str:
    """A cell that holds nothing."""
    return f'<c r="{place}" s="{style}"/>'


def text_cell(place: str, style: int, text: str) -> str:
    """A cell that holds a text, whatever it begins with."""
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{in_markup(text)}</t></is></c>"
    )


def number_cell(place: str, style: int, number: int | Decimal | date) -> str:
    """A cell that holds a number or a day."""
    return f'<c r="{place}" s="{style}"><v>{_number(number)}</v></c>'


def formula_cell(place: str, style: int, formula: Formula) -> str:
    """A cell that is computed, with what it gives now."""
    value, kind = formula.value, ""
    if isinstance(value, bool):
        kind, value = ' t="b"', int(value)
    elif value is None or isinstance(value, str):
        kind = ' t="str"'
    shown = in_markup(value or "") if value is None or isinstance(value, str) else _number(value)
    return f'<c r="{place}" s="{style}"{kind}><f>{escape(formula.text)}</f><v>{shown}</v></c>'


def _number(number: int | Decimal | date) -> int | Decimal:
    return serial(number.toordinal()) if isinstance(number, date) else number
