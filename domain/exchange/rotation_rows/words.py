"""The fixed words of rotations as tables write them: in English, in ours, or as codes."""

from __future__ import annotations

from enum import StrEnum

from domain.exchange.rotation_rows.names import Labels, Names
from domain.model import Precision, Status
from domain.words.fixed import english, word


def status_names(labels: Labels | None = None) -> Names:
    """The statuses by their words; those of a workbook come first."""
    return _names(Status, labels)


def precision_names(labels: Labels | None = None) -> Names:
    """How exact a day is, by its words; those of a workbook come first."""
    return _names(Precision, labels)


def _names(words: type[StrEnum], labels: Labels | None) -> Names:
    in_english = {english(one): one.value for one in words}
    in_ours = {word(one): one.value for one in words}
    return Names("word", [one.value for one in words], {**in_english, **in_ours, **(labels or {})})
