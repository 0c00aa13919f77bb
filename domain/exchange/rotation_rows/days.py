"""Days in cells: one place that knows how spreadsheets count them, and refuses what is unsure."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, StrEnum
from typing import Final

from domain.exchange.rotation_rows.cell import Cell, Kind, number_in
from domain.exchange.rotation_rows.doubt import Doubt, doubt_of, quoted
from domain.language import _
from domain.model.days import FIRST_YEAR, LAST_YEAR

_FORMS: Final = (
    re.compile(r"(?P<day>[0-9]{2})-(?P<month>[0-9]{2})-(?P<year>[0-9]{4})", re.ASCII),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})", re.ASCII),
)
_LOOSE: Final = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<two>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})", re.ASCII
)
"""A day that can be read in two ways, or that nobody but its writer would write so."""
_MIDNIGHT: Final = re.compile(r"(.*?)(?:T00:00(?::00(?:\.0*)?)?Z?)?", re.ASCII)
_LAST_SERIAL: Final = 2_958_465  # 31 December 9999


class Epoch(Enum):
    """The day from which a workbook counts."""

    OF_1900 = 1900
    """1 is 1 January 1900; 60 is 29 February 1900, which never was."""
    OF_1904 = 1904
    """0 is 1 January 1904."""


class DayOrder(StrEnum):
    """In which order a table writes its days, where someone said so."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


_ZERO_OF_1900: Final = date(1899, 12, 31).toordinal()
_ZERO_OF_1904: Final = date(1904, 1, 1).toordinal()
_NEVER_WAS: Final = 60


def day_of(cell: Cell, epoch: Epoch, order: DayOrder | None = None) -> date:
    """The day in a cell; raises Doubt for what is no day, has a time, or can be read two ways.

    With an order, days that are text are read in it, with a dash, slash or point between.
    """
    match cell.kind:
        case Kind.DATED:
            return _sensible(_from_serial(cell.text, epoch), cell.text)
        case Kind.ISO:
            return _sensible(_from_iso(cell.text), cell.text)
        case Kind.TEXT | Kind.PLAIN:
            return _sensible(_from_text(cell.text.strip(), order), cell.text)
        case Kind.NUMBER | Kind.FORMATTED:
            raise Doubt(
                _("{value} is a number that is not shown as a date; write {example}.").format(
                    value=quoted(cell.text), example="31-12-2026"
                )
            )
        case _:
            raise doubt_of(cell, _("a date"))


def _from_serial(text: str, epoch: Epoch) -> date:
    number = number_in(text)
    if number is None or not 0 <= number <= _LAST_SERIAL:
        raise Doubt(_("{value} is no date.").format(value=quoted(text)))
    if isinstance(number, float):
        raise Doubt(_("the date has a time of day; leave only the date."))
    if epoch is Epoch.OF_1904:
        return _from_ordinal(_ZERO_OF_1904 + number, text)
    if number in {0, _NEVER_WAS}:
        raise Doubt(_("{value} is no date.").format(value=quoted(text)))
    return _from_ordinal(_ZERO_OF_1900 + number - (number > _NEVER_WAS), text)


def _from_ordinal(number: int, text: str) -> date:
    if number > date.max.toordinal():
        raise Doubt(_("{value} is no date.").format(value=quoted(text)))
    return date.fromordinal(number)


def _from_iso(text: str) -> date:
    found = _MIDNIGHT.fullmatch(text)
    if found is None or _FORMS[1].fullmatch(found[1]) is None:
        raise Doubt(_("the date has a time of day; leave only the date."))
    return _from_text(found[1])


def orders_of(text: str) -> frozenset[DayOrder] | None:
    """The orders in which a text is a day; none where it is no such text, or in a form of ours."""
    text = text.strip()
    if any(form.fullmatch(text) for form in _FORMS) or _LOOSE.fullmatch(text) is None:
        return None
    return frozenset(order for order in DayOrder if _in_order(text, order) is not None)


def _in_order(text: str, order: DayOrder) -> date | None:
    found = _LOOSE.fullmatch(text)
    if found is None:
        return None
    day, month = (found["one"], found["two"])
    if order is DayOrder.MONTH_FIRST:
        day, month = month, day
    try:
        return date(int(found["year"]), int(month), int(day))
    except ValueError:
        return None


def _from_text(text: str, order: DayOrder | None = None) -> date:
    if order is not None and _LOOSE.fullmatch(text):
        said = _in_order(text, order)
        if said is None:
            raise Doubt(_("{value} is no date.").format(value=quoted(text)))
        return said
    for form in _FORMS:
        found = form.fullmatch(text)
        if found is not None:
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                raise Doubt(_("{value} is no date.").format(value=quoted(text))) from None
    raise Doubt(
        _(
            "{value} can be read in more than one way, or not at all; write {one} or {other}."
        ).format(value=quoted(text), one="31-12-2026", other="2026-12-31")
    )


def _sensible(day: date, text: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Doubt(
            _("{value} is {day}, which lies outside {first}–{last}.").format(
                value=quoted(text), day=f"{day:%d-%m-%Y}", first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    return day
