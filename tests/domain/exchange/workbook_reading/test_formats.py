"""Formats of numbers: which of them make a day of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_datetime

from domain.exchange.rotation_rows.cell import Kind
from domain.exchange.workbook_reading.formats import kind_of


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", Kind.NUMBER),
        ("@", Kind.NUMBER),
        ("0", Kind.NUMBER),
        ("#,##0", Kind.NUMBER),
        ("#,##0;[Red]-#,##0", Kind.NUMBER),
        ("0.00", Kind.FORMATTED),
        ("00000", Kind.FORMATTED),
        ("0.00E+00", Kind.FORMATTED),
        ('General" dagen"', Kind.NUMBER),
        ('0" days"', Kind.NUMBER),
        ("0\\d", Kind.NUMBER),
        ("0%", Kind.SHARE),
        ("0.00%", Kind.SHARE),
        ("dd-mm-yyyy", Kind.DATED),
        ("d/m/yy", Kind.DATED),
        ("[$-413]d mmmm yyyy;@", Kind.DATED),
        ("dd-mm-jjjj", Kind.DATED),
        ("mmm", Kind.DATED),
        ("yyyy", Kind.DATED),
        ("dd-mm-yyyy hh:mm", Kind.DATED),
        ("hh:mm", Kind.CLOCK),
        ("mm:ss", Kind.CLOCK),
        ("[h]:mm", Kind.CLOCK),
        ("h AM/PM", Kind.CLOCK),
    ],
)
def test_a_format_tells_what_a_number_is(code: str, kind: Kind) -> None:
    assert kind_of(code) is kind


@given(st.text(alphabet='dmyhs0#.,%;"\\_*[]- @', max_size=12))
def test_no_format_is_too_odd(code: str) -> None:
    assert kind_of(code) in Kind


def test_the_formats_that_every_workbook_has_are_as_another_library_knows_them() -> None:
    for code in BUILTIN_FORMATS.values():
        dated = is_date_format(code) and is_datetime(code) != "time"
        assert (kind_of(code) is Kind.DATED) == dated, code
