"""A whole scenario as one text, for the entry of the journal with which it goes."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import replace
from typing import Any, Final

from domain.model import LISTS, Kind, Plan, Table
from domain.store.descriptions import Said, summary_of
from domain.store.driver import Connection
from domain.store.fields import packed
from domain.store.forms import FORMS
from domain.store.journal_words import by_column
from domain.store.reading import records_of, scenario_row_of
from domain.store.records import Misfit, Record
from domain.store.scenario_rows import plan_of

WHOLE: Final = "whole"
"""Of a scenario that was taken out: all its rows."""
_LARGEST: Final = 1 << 29
"""Bytes that a text may become: more than any plan has."""


def whole_of(connection: Connection, number: int) -> str:
    """All rows of a scenario as they stand in the file."""
    lists = {kind.value: records_of(connection, form, number) for kind, form in FORMS.items()}
    text = packed({"row": scenario_row_of(connection, number), "lists": lists})
    return b64encode(zlib.compress(text.encode(), 6)).decode("ascii")


def plan_in(text: str, summary: Said) -> Plan:
    """The scenario in such a text, of a plan without a name; raises Misfit when it is another.

    The summary is that of the scenario when it went.
    """
    try:
        said = json.loads(_unpressed(text))
        row = tuple(said["row"])
        lists = {Kind(kind): _records(records) for kind, records in said["lists"].items()}
        found = [(FORMS[kind], record) for kind, records in lists.items() for record in records]
        if summary_of(by_column(row), found) != summary:
            raise Misfit(str(row[0]))
    except (LookupError, TypeError, ValueError, RecursionError, zlib.error) as error:
        raise Misfit(str(error)) from error
    tables: dict[str, Any] = {
        LISTS[kind]: Table(
            [FORMS[kind].thing(one.row, one.parts) for one in records],
            [one.position for one in records],
        )
        for kind, records in lists.items()
    }
    return replace(plan_of("", row), **tables)


def _unpressed(text: str) -> bytes:
    press = zlib.decompressobj()
    content = press.decompress(b64decode(text, validate=True), _LARGEST)
    if not press.eof:
        raise ValueError(len(content))
    return content


def _records(listed: Any) -> list[Record]:  # noqa: ANN401 - what came out of JSON
    return [
        Record(int(position), tuple(row), tuple(map(tuple, parts)))
        for position, row, parts in listed
    ]
