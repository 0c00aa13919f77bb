"""The fixed words of rotations as tables write them: in English, in ours, or as codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from domain.exchange.rotation_rows.names import Labels, Names
from domain.exchange.workbook.words import PRECISIONS, STATUSES
from domain.language import _
from domain.model import Precision, Status

Word = TypeVar("Word", Status, Precision)


def status_names(labels: Labels | None = None) -> Names:
    """The statuses by their words; those of a workbook come first."""
    return _names([status.value for status in Status], STATUSES, labels)


def precision_names(labels: Labels | None = None) -> Names:
    """How exact a day is, by its words; those of a workbook come first."""
    return _names([precision.value for precision in Precision], PRECISIONS, labels)


def _names(codes: list[str], words: Mapping[Word, str], labels: Labels | None) -> Names:
    english = {word: code.value for code, word in words.items()}
    ours = {_(word): code.value for code, word in words.items()}
    return Names("word", codes, {**english, **ours, **(labels or {})})
