"""The words that a workbook brings for missions, forces and statuses, in whatever language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from domain.exchange.rotation_rows.cell import Kind, Row
from domain.exchange.rotation_rows.names import Labels
from domain.exchange.workbook_reading.book import Book
from domain.exchange.workbook_reading.sheet import Area, Sheet, area_of

_PLACE: Final = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(.+)", re.DOTALL)
LISTS: Final = ("missions", "forces", "statuses", "precisions")


def word_lists_of(book: Book) -> Mapping[str, Labels]:
    """Codes by the labels that stand for them, for each list that the workbook has."""
    wanted: dict[str, dict[str, tuple[Area, Area]]] = {}
    for name in LISTS:
        labels, codes = (_place(book.names.get(f"kader_{name}{end}", "")) for end in ("", "_ids"))
        if labels is not None and codes is not None and labels[0] == codes[0]:
            wanted.setdefault(labels[0], {})[name] = labels[1], codes[1]
    found: dict[str, Labels] = {}
    for title, areas in wanted.items():
        about = book.sheet(title)
        if about is not None:
            found.update(_read(Sheet(book, about).rows(), areas))
    return found


def _place(text: str) -> tuple[str, Area] | None:
    """The sheet and the area of one column that a name stands for."""
    found = _PLACE.fullmatch(text)
    area = None if found is None else area_of(found[3])
    if found is None or area is None or area[0] != area[2]:
        return None
    return (found[1] or found[2]).replace("''", "'"), area


def _read(
    rows: Iterable[Row], areas: Mapping[str, tuple[Area, Area]]
) -> Mapping[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {name: {} for name in areas}
    for row in rows:
        for name, ((column, top, _right, bottom), (codes, *_rest)) in areas.items():
            label, code = row.cells.get(column), row.cells.get(codes)
            if not top <= row.number <= bottom or label is None or code is None:
                continue
            if label.kind is code.kind is Kind.TEXT:
                # The first of two equal labels counts, as in a list to choose from.
                found[name].setdefault(label.text, code.text)
    return found
