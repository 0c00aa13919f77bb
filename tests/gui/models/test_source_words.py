"""Sources in words: sentences are quoted, rows of tables are told as rows, no file is named."""

from __future__ import annotations

import pytest

from domain.baselines import plans_of
from domain.model import Source
from gui.models.source_words import place_of, table_row, words_of

REPORT = "Jaarlijkse voortgangsrapportage, mei 2024 – april 2025"


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("VPD Art. 97 Grondwet Onbepaald Onbepaald", ("VPD Art. 97 Grondwet", "Onbepaald")),
        ("UNTSO 12 22 22", ("UNTSO", "12 22 22")),
        ("Early Forward Presence/SOLE - 12 12", ("Early Forward Presence/SOLE", "- 12 12")),
        ("VNVR-resolutie 2383 31 december 2024 30 juni 2028", ("VNVR-resolutie 2383", "")),
    ],
)
def test_a_row_is_its_first_cells_and_its_last(words: str, row: tuple[str, str]) -> None:
    found = table_row(words)
    assert found is not None
    assert found[0] == row[0]
    assert " ".join(found[1]).startswith(row[1])


@pytest.mark.parametrize(
    "words",
    ["Het nationale kader voor OSC is maximaal 7", "tot 1 oktober 2025", "UNTSO"],
)
def test_a_sentence_is_no_row(words: str) -> None:
    assert table_row(words) is None


def test_each_of_several_places_has_a_line_of_its_own() -> None:
    source = Source(
        document=REPORT,
        section="Bijlage 1-2; §2.6",
        quote="VPD 121 0 0 | Een VPD-team bestaat standaard uit elf militairen",
        file="000.txt",
        lines="783; 536",
    )
    assert list(words_of(source)) == [
        ("Table, row “VPD”: 121 · 0 · 0", False),
        ("“Een VPD-team bestaat standaard uit elf militairen”", True),
    ]
    assert place_of(source) == f"{REPORT}, Bijlage 1-2; §2.6"


def test_a_number_at_the_end_of_a_section_that_is_no_annex_is_no_row() -> None:
    source = Source(document="Letter", section="§2", quote="Mandate of 2019")
    assert list(words_of(source)) == [("“Mandate of 2019”", True)]


def test_no_source_of_the_baseline_shows_a_file_or_bare_cells() -> None:
    plan = plans_of("nl-2025")[0]
    sources = [frame.source for frame in plan.frames.things() if frame.source is not None]
    sources += [one.source for one in plan.mandates.things() if one.source is not None]
    assert sources
    for source in sources:
        said = [place_of(source), *(words for words, _quoted in words_of(source))]
        assert not any(".txt" in line for line in said)
        assert not any(line.endswith(("Onbepaald”", "12 22 22”")) for line in said)
