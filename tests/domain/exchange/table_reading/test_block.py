"""What is on the clipboard as rows of cells, and days of which the order must be proved."""

from __future__ import annotations

import pytest

from domain.errors import Refused
from domain.exchange.rotation_rows.cell import Cell, Kind
from domain.exchange.rotation_rows.days import DayOrder
from domain.exchange.table_reading.block import Block, block_of, day_order


def texts(block: Block) -> list[tuple[str, ...]]:
    return [block.texts(row) for row in range(len(block.rows))]


def test_text_is_divided_by_tabs_and_lines() -> None:
    block = block_of("Naam\tMil\r\nPloeg 1\t4\r\nPloeg 2\t\r\n")
    assert texts(block) == [("Naam", "Mil"), ("Ploeg 1", "4"), ("Ploeg 2", "")]
    assert block.rows[2][1] is None


def test_a_cell_of_several_lines_is_one_cell() -> None:
    assert texts(block_of('"een\ntwee ""drie"""\t4')) == [('een\ntwee "drie"', "4")]


def test_a_quotation_mark_at_the_beginning_is_not_always_a_quotation() -> None:
    assert texts(block_of('"Evertsen\t4\nTromp\t5')) == [('"Evertsen', "4"), ("Tromp", "5")]


def test_what_was_copied_with_an_apostrophe_comes_back_without() -> None:
    assert texts(block_of("'=1+1\t'n ploeg")) == [("=1+1", "'n ploeg")]


def test_empty_rows_at_the_end_are_none() -> None:
    assert len(block_of("a\tb\n\t\n\t\n").rows) == 1
    assert block_of("").rows == ()


def test_short_rows_are_filled_up() -> None:
    assert texts(block_of("a\tb\tc\nd")) == [("a", "b", "c"), ("d", "", "")]


def test_too_much_is_refused() -> None:
    with pytest.raises(Refused, match="more than any table"):
        block_of("\t" * 600)


LIBREOFFICE = """<html><body><table cellspacing="0"><colgroup></colgroup>
<tr><td height="17" align="left"><b>Eerste
  dag</b></td><td align="left">Mil</td><td>Deel</td></tr>
<tr><td sdval="46082" sdnum="1043;0;DD-MM-JJJJ"><font>01-03-26</font></td>
<td sdval="4" sdnum="1043;">4</td><td sdval="0.5" sdnum="1043;0;0%">50%</td></tr>
</table></body></html>"""


def test_libreoffice_says_which_numbers_are_days() -> None:
    block = block_of("01-03-26\t4", LIBREOFFICE)
    assert block.texts(0) == ("Eerste dag", "Mil", "Deel")
    assert block.rows[1] == (
        Cell(Kind.DATED, "46082"),
        Cell(Kind.NUMBER, "4"),
        Cell(Kind.SHARE, "0.5"),
    )


def test_words_in_a_format_are_no_days() -> None:
    html = (
        '<table><tr><td sdval="4" sdnum="1043;0;0 &quot;dag/maand&quot;">4 dagen</td></tr></table>'
    )
    assert block_of("", html).rows[0][0] == Cell(Kind.NUMBER, "4")


def test_html_without_numbers_counts_for_nothing() -> None:
    assert texts(block_of("a\tb", "<p>a b</p>")) == [("a", "b")]


@pytest.mark.parametrize(
    ("days", "proved"),
    [
        (["1-3-2026", "31-8-2026"], DayOrder.DAY_FIRST),
        (["1/3/2026", "8/31/2026"], DayOrder.MONTH_FIRST),
        (["1-3-2026", "2-4-2026"], None),
        (["31-8-2026", "8-31-2026"], None),
        (["soon", "2026-31-08"], None),
    ],
)
def test_the_order_of_days_is_proved_by_one_that_can_only_be_read_one_way(
    days: list[str], proved: DayOrder | None
) -> None:
    assert day_order(days) is proved
