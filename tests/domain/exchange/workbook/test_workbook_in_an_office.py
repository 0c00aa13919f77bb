"""The workbook in an office program that is not Excel: it opens, and prints as it should."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from domain.model import Marking
from tests.domain import plan_builder as build
from tests.domain.exchange.workbook.workbooks import written

OFFICE, READER = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(
    OFFICE is None or READER is None, reason="LibreOffice or poppler is not on this machine"
)


def pages_of(folder: Path, workbook: Path) -> list[str]:
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    office = [str(OFFICE), home, *convert, str(workbook)]
    subprocess.run(office, check=True, capture_output=True, timeout=240)
    read = [str(READER), "-layout", str(workbook.with_suffix(".pdf")), "-"]
    text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def test_every_page_has_the_marking_twice_and_no_value_is_cut_off(tmp_path: Path) -> None:
    plan = build.plan(
        *(
            build.frame(f"m{n}", build.limit(f"x{n}", n), days=("2026-01-01", "2028-06-30"))
            for n in range(1, 30)
        ),
        *(
            build.rotation(
                f"r{n}",
                f"m{1 + n % 29}",
                "2026-01-01",
                "2026-06-30",
                military=n,
                justification="=1+1 is a text",
            )
            for n in range(60)
        ),
    )
    marking = Marking(2, "R&D VERTROUWELIJK", "#C00000")
    plan = replace(plan, settings=replace(plan.settings, marking=marking))
    pages = pages_of(tmp_path, written(tmp_path, plan))
    assert len(pages) >= 6
    for number, page in enumerate(pages, start=1):
        assert page.count("R&D VERTROUWELIJK") >= 2
        assert f"Page {number} of {len(pages)}" in page
        assert "###" not in page
        # More than the two lines of header and footer.
        assert len(page.split()) > 20
    assert any("=1+1 is a text" in page for page in pages)
    assert any("Peak strength as a share of the limit" in page for page in pages)
