"""Compare: what differs from another scenario, field by field, in findings and in limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.exchange.compared_rows import ComparedRow, rows_of
from domain.exchange.compared_words import SORTS, row_texts
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.columns import Column, aside, number, text
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.naming import Names, missions_text
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import TableSheet, write_table
from domain.language import _
from domain.model import Kind, Plan, Ref
from domain.rules.comparison import Comparison, Filled, LimitCompared
from domain.rules.finding import Finding, Number
from domain.rules.texts import message
from domain.words.days import period_text
from domain.words.fixed import NOTHING
from domain.words.numbers import number_text
from domain.words.things import name_of
from domain.words.titles import field_text, kind_text

NAME: Final = "comparison"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet: a field, a finding, or a number of a limit, on both sides."""

    what: str
    kind: str
    about: str
    missions: str
    field: str
    before: str
    after: str
    numbers: tuple[int | Decimal | None, int | Decimal | None] = (None, None)
    id: str = ""

    @property
    def difference(self) -> int | Decimal | None:
        """How much more there is on the other side, where both are numbers."""
        before, after = self.numbers
        return None if before is None or after is None else after - before


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    found = contents.comparison
    if found is None:
        return
    lead = _("A is the scenario of this workbook: {a}. B is: {b}. Both are compared as a whole.")
    about = TableSheet(
        NAME,
        _("Compare"),
        _("What differs between scenario A, of this workbook, and scenario B."),
        lead.format(a=found.before.scenario, b=found.after.scenario),
        _columns(),
        frozen=3,
    )
    write_table(book, contents.material, about, list(lines_of(found)))


def _columns() -> tuple[Column[Line], ...]:
    return (
        text("what", _("What"), lambda line: line.what, 16),
        text("kind", _("Kind"), lambda line: line.kind, 14),
        text("about", _("About"), lambda line: line.about, 40),
        text("missions", _("Missions"), lambda line: line.missions, 18),
        text("field", _("Field"), lambda line: line.field, 18),
        text("a", _("In A"), lambda line: line.before, 34),
        text("b", _("In B"), lambda line: line.after, 34),
        number("a_number", _("Number in A"), lambda line: line.numbers[0]),
        number("b_number", _("Number in B"), lambda line: line.numbers[1]),
        number("difference", _("B less A"), lambda line: line.difference),
        aside("id", _("Id"), lambda line: line.id),
    )


def lines_of(found: Comparison) -> Iterator[Line]:
    """All rows: first what differs in the plans, then findings, then limits side by side."""
    for row in rows_of(found.before, found.after, found.things):
        yield _of_row(row, found)
    findings, names = found.findings, (Names(found.before), Names(found.after))
    for finding in findings.caused:
        yield _of_finding(_("New in B"), None, finding, names[1])
    for old, new in findings.changed:
        yield _of_finding(_("Other in B"), old, new, names[1])
    for finding in findings.solved:
        yield _of_finding(_("Solved in B"), finding, None, names[0])
    for limit in found.limits:
        yield from _of_limit(limit, found, names[limit.before is None])


def _of_row(row: ComparedRow, found: Comparison) -> Line:
    gone = row.ref is not None and found.before.find(row.ref) is None
    home = found.after if gone else found.before
    before, after = row_texts(row, found.before, found.after)
    known = [name for name in row.missions if name in home.missions]
    numbers = (None, None) if row.field is None else (_number(row.before), _number(row.after))
    return Line(
        _(SORTS[row.sort]),
        kind_text(None if row.ref is None else row.ref.kind),
        _("Settings") if row.ref is None else name_of(row.ref, home),
        missions_text(home, known),
        field_text(row.field),
        before,
        after,
        numbers,
        "" if row.ref is None else row.ref.id,
    )


def _number(value: object) -> int | Decimal | None:
    if isinstance(value, bool):
        return None
    return value if isinstance(value, int | Decimal) else None


def _of_finding(what: str, old: Finding | None, new: Finding | None, names: Names) -> Line:
    shown = old if new is None else new
    if shown is None:
        raise ValueError("a finding is on one of the sides")
    return Line(
        what,
        _("Finding"),
        f"{shown.code}: {message(shown)}",
        names.missions_of(shown.subjects),
        _("Days"),
        NOTHING if old is None else _days(old),
        NOTHING if new is None else _days(new),
        (None if old is None else old.excess, None if new is None else new.excess),
        shown.code,
    )


def _days(finding: Finding) -> str:
    return period_text(finding.first_day, finding.last_day)


def _of_limit(limit: LimitCompared, found: Comparison, names: Names) -> Iterator[Line]:
    home: Plan = found.after if limit.before is None else found.before
    about = names.of(Ref(Kind.LIMIT, limit.id))
    frame = home.frames.get(limit.frame)
    missions = "" if frame is None else missions_text(home, frame.missions)
    what = _("Limit, other in B") if limit.changed else _("Limit, the same")
    for field, before, after in _numbers_of(limit):
        texts = (number_text(before), number_text(after))
        yield Line(what, _("Limit"), about, missions, field, *texts, (before, after), limit.id)


def _numbers_of(limit: LimitCompared) -> Iterator[tuple[str, Number | None, Number | None]]:
    yield _("Number"), limit.number_before, limit.number_after
    yield _("Peak"), _peak(limit.before), _peak(limit.after)
    yield _("Days above"), _above(limit.before), _above(limit.after)


def _peak(filled: Filled | None) -> Number | None:
    return None if filled is None else filled.peak


def _above(filled: Filled | None) -> int | None:
    return None if filled is None else filled.days_above


def _rows(contents: Contents) -> int:
    return 0 if contents.comparison is None else sum(1 for _line in lines_of(contents.comparison))


SHEET: Final = Sheet(rows=_rows, write=write)
