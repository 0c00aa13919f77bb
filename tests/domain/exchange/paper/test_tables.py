"""Tables go on over pages: with their headings, and without losing a line."""

from __future__ import annotations

from domain.exchange.paper.flow import Flow
from domain.exchange.paper.marks import Page, Text
from domain.exchange.paper.paper import A4
from domain.exchange.paper.tables import Column, Heading, Look, Row, Table, put_table
from tests.domain.exchange.paper.pages import texts_on

COLUMNS: list[Column[int]] = [
    Column("Name", lambda number: f"row {number}", 3),
    Column("Number", str, 1, numbers=True),
]


def table_of(count: int) -> list[Page]:
    flow = Flow(A4)
    put_table(flow, COLUMNS, range(count))
    return flow.pages()


def test_headings_return_on_every_page() -> None:
    pages = table_of(120)
    assert len(pages) > 2
    for page in pages:
        assert {"Name", "Number"} <= set(texts_on(page))


def test_every_row_stands_on_one_page() -> None:
    found = [text for page in table_of(120) for text in texts_on(page) if text.startswith("row ")]
    assert found == [f"row {number}" for number in range(120)]


def test_nothing_stands_below_the_margin() -> None:
    for page in table_of(120):
        assert all(mark.y <= A4.bottom for mark in page.marks if isinstance(mark, Text))


def test_a_cell_that_is_longer_than_a_page_goes_on() -> None:
    flow = Flow(A4)
    words = [f"word{number}" for number in range(3000)]
    table = Table(flow, [Heading("Short", 1), Heading("Long", 1)])
    table.put([Row(("one", " ".join(words))), Row(("two", ""))])
    pages = flow.pages()
    assert len(pages) > 1
    shown = " ".join(text for page in pages for text in texts_on(page))
    assert [word for word in shown.split() if word.startswith("word")] == words
    assert "two" in texts_on(pages[-1])


def test_numbers_end_at_the_same_place() -> None:
    flow = Flow(A4)
    put_table(flow, COLUMNS, [1, 100])
    page = flow.pages()[0]
    narrow, wide = (
        next(mark for mark in page.marks if isinstance(mark, Text) and mark.text == text)
        for text in ("1", "100")
    )
    assert narrow.x > wide.x


def test_a_section_never_stands_alone_at_the_end_of_a_page() -> None:
    flow = Flow(A4)
    table = Table(flow, [Heading("Name", 1)])
    for section in range(40):
        table.put([Row((f"Section {section}",), Look.SECTION), Row((f"in {section}",))])
    for page in flow.pages():
        assert not texts_on(page)[-1].startswith("Section")


def test_a_long_word_in_a_heading_is_never_broken() -> None:
    flow = Flow(A4)
    narrow = [Heading("Gezamenlijk verantwoordelijk", 1, numbers=True) for _ in range(6)]
    Table(flow, [*narrow, Heading("Notes", 400)])
    assert texts_on(flow.pages()[0]).count("verantwoordelijk") == 6
