"""A workbook is made without a temporary file in which its sheets could be found."""

from pathlib import Path

import pytest

from domain.exchange.workbook import material_of, write_workbook
from tests.domain.store.plans import everything


def test_where_no_temporary_file_can_be_made_a_workbook_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    path = tmp_path / "a.xlsx"
    material = material_of(everything(), plan_id="plan", journal_head="")
    write_workbook(path, material, lambda _done, _of: None)
    assert path.read_bytes().startswith(b"PK")
