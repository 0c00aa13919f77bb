"""What a workbook says of where it came from: the plan, the scenario, the period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.errors import NewerFile, Refused, UnreadableFile
from domain.exchange.rotation_rows.cell import Row, number_in
from domain.exchange.workbook.writing import FORMAT
from domain.exchange.workbook_reading.book import Book
from domain.exchange.workbook_reading.sheet import first_rows
from domain.exchange.workbook_reading.unsound import Unsound
from domain.language import _

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_PERIOD: Final = re.compile(r"(\S+) – (\S+): .*", re.DOTALL)
_SHOWN_DAY: Final = re.compile(r"([0-9]{2})-([0-9]{2})-([0-9]{4})", re.ASCII)
_FACTS: Final = 400
_KEY, _VALUE = 3, 2


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a workbook came from; an open day is none."""

    plan_id: str
    scenario: str
    journal_head: str
    first_day: date | None
    last_day: date | None


def origin_of(book: Book) -> Origin:
    """Where a workbook came from, by its properties or, without them, by its Read me.

    Raises NewerFile or Refused for one that this program does not read back.
    """
    said = book.properties
    try:
        return _by_properties(book, said) if "KaderFormat" in said else _by_read_me(book)
    except ValueError as error:
        raise _unclear(book) from error


def _by_properties(book: Book, said: Mapping[str, str]) -> Origin:
    version = number_in(said["KaderFormat"])
    if version is None or version < 1:
        raise ValueError(said["KaderFormat"])
    if version > FORMAT:
        raise NewerFile(
            _("{file} was made by a newer version of Kader; read it with that version.").format(
                file=book.package.path
            )
        )
    if said.get("KaderPublic", "").lower() not in {"0", "false"}:
        raise _public(book)
    days = [_iso(said.get(name, "")) for name in ("KaderFirstDay", "KaderLastDay")]
    return Origin(
        plan_id=said.get("KaderPlanId", ""),
        scenario=said.get("KaderScenario", ""),
        journal_head=said.get("KaderJournal", ""),
        first_day=days[0],
        last_day=days[1],
    )


def _by_read_me(book: Book) -> Origin:
    facts = _facts(first_rows(book, book.sheets[0], _FACTS))
    if "plan_id" not in facts:
        raise _unclear(book)
    if "public" in facts:
        raise _public(book)
    first_day, last_day = _period(facts.get("period", ""))
    names = ("plan_id", "scenario", "journal_head")
    plan_id, scenario, head = ("" if facts.get(n) == "–" else facts.get(n, "") for n in names)
    return Origin(plan_id, scenario, head, first_day, last_day)


def _facts(rows: list[Row]) -> Mapping[str, str]:
    return {
        row.cells[_KEY].text: row.cells[_VALUE].text
        for row in rows
        if _KEY in row.cells and _VALUE in row.cells
    }


def _period(text: str) -> tuple[date | None, date | None]:
    """The days of a period as Read me shows them; what is no day there is open."""
    if not text:
        return None, None
    found = _PERIOD.fullmatch(text)
    days = [] if found is None else [_SHOWN_DAY.fullmatch(found[n]) for n in (1, 2)]
    first, last = (
        None if day is None else date(int(day[3]), int(day[2]), int(day[1])) for day in days
    )
    if first is None and last is None:
        raise ValueError(text)
    return first, last


def _iso(text: str) -> date | None:
    if text and not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text) if text else None


def _unclear(book: Book) -> UnreadableFile:
    reason = Unsound(
        _("it does not say clearly of which plan and period it was made"),
        _("export the plan anew, and make the changes there"),
    )
    return book.package.refusal("", reason)


def _public(book: Book) -> Refused:
    return Refused(
        _(
            "{file} is a public workbook, which is not complete; export the plan without that."
        ).format(file=book.package.path)
    )


def require_origin(book: Book, origin: Origin, plan_id: str) -> None:
    """Refuse a workbook of another plan."""
    if origin.plan_id != plan_id:
        raise Refused(
            _(
                "{file} was made of another plan; open that plan, or say that it is to be read "
                "into this one."
            ).format(file=book.package.path)
        )
