"""The PDF file: whole or not there, its letters can be searched, its properties tell what it is."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from domain.errors import UnwritableFile
from domain.exchange.paper.booklet import write_booklet
from domain.exchange.paper.marks import Page
from domain.exchange.paper.paper import A4
from domain.exchange.paper.pdf import About, pdf_of
from domain.exchange.paper.svg import svg_of
from tests.domain.exchange.paper.pages import all_text, pages_of, texts_on
from tests.domain.exchange.paper.test_booklet import CROWDED
from tests.domain.exchange.workbook.workbooks import material
from tests.domain.plan_builder import plan, rotation

ABOUT = About("Plan <één>", "Basis", "GEHEIM")


def one_page(name: str) -> list[Page]:
    return pages_of(plan(rotation(name, "osc", "2026-01-01", "2026-06-30", military=5)))


def test_it_has_its_pages_its_fonts_and_a_way_back_to_letters() -> None:
    pages = pages_of(CROWDED)
    content = pdf_of(pages, ABOUT)
    assert content.startswith(b"%PDF-1.")
    assert content.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", content)) == len(pages)
    assert content.count(b"/FontFile2") == content.count(b"/ToUnicode") >= 2
    assert b"/Outlines" in content


def test_only_the_letters_that_are_used_go_into_it() -> None:
    assert len(pdf_of(pages_of(CROWDED), ABOUT)) < 200_000


def test_every_text_can_be_searched(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not there")
    path = tmp_path / "plan.pdf"
    pages = one_page("Łukasz Ćirić Yiğit")
    path.write_bytes(pdf_of(pages, ABOUT))
    read = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    shown = "".join(read.stdout.decode("utf-8").split())
    for text in {text for page in pages for text in texts_on(page)}:
        assert "".join(text.split()) in shown
    assert "ŁUKASZ" in all_text(pages).upper()


def test_an_old_file_stays_when_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "plan.pdf"
    folder.mkdir()
    with pytest.raises(UnwritableFile):
        write_booklet(folder, material(CROWDED), A4)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_the_same_pages_are_an_svg_that_any_program_reads() -> None:
    page = one_page("R&D <1>")[0]
    root = ET.fromstring(svg_of(page, "Plan & <één>"))  # noqa: S314 - our own file
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == texts_on(page)
