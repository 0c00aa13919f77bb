"""What becomes of findings and limits in the other plan, as two tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from domain.language import N_, _
from domain.model import Kind, Ref
from domain.rules.comparison import Filled, FindingsCompared, LimitCompared
from domain.rules.finding import Finding
from domain.rules.texts import message, severity_text
from domain.words.days import day_text, period_text
from domain.words.numbers import number_text
from domain.words.things import name_of
from gui.comparing import Sides
from gui.icons import Icons
from gui.models.table_of_rows import TableOfRows


@dataclass
class Line:
    """A row: its texts, made when it is first shown, and what colours it."""

    make: Callable[[], tuple[str, ...]]
    ink: QColor | None = None
    finding: Finding | None = None
    limit: str | None = None

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What its cells show."""
        return self.make()


class LineTable(TableOfRows[Line]):
    """Rows of texts under headings; the first column may be coloured."""

    @override
    def text_of(self, row: Line, column: int) -> str:
        return row.texts[column]

    @override
    def look_of(self, row: Line, column: int, role: int) -> object:
        return row.ink if role == Qt.ItemDataRole.ForegroundRole and column == 0 else None


FINDING_HEADINGS: Final = (N_("What"), N_("Severity"), N_("Rule"), N_("Finding"), N_("Days"))
LIMIT_HEADINGS: Final = (
    N_("Limit"),
    *(N_("Number A"), N_("Number B"), N_("Peak A"), N_("Peak B")),
    *(N_("Days above A"), N_("Days above B"), N_("Peak day A"), N_("Peak day B")),
)


def finding_lines(found: FindingsCompared, icons: Icons) -> list[Line]:
    """The findings that are solved, new or other in B; what stays the same is left out."""
    good, bad = icons.colours.good, icons.colours.error
    return [
        *(_finding_line(_("New in B"), one, bad) for one in found.caused),
        *(_finding_line(_("Other in B"), new, None, old) for old, new in found.changed),
        *(_finding_line(_("Solved in B"), one, good) for one in found.solved),
    ]


def _finding_line(
    what: str, finding: Finding, ink: QColor | None, old: Finding | None = None
) -> Line:
    def texts() -> tuple[str, ...]:
        days = period_text(finding.first_day, finding.last_day)
        if old is not None:
            was = _("was: {days}").format(days=period_text(old.first_day, old.last_day))
            days = f"{days} ({was})"
        return what, severity_text(finding.severity), finding.code, message(finding), days

    return Line(texts, ink, finding)


def limit_lines(sides: Sides, icons: Icons, *, all_of_them: bool) -> list[Line]:
    """The limits with how they are filled on both sides: those that differ, or all."""
    return [
        _limit_line(limit, sides, icons) for limit in sides.limits if all_of_them or limit.changed
    ]


def _limit_line(limit: LimitCompared, sides: Sides, icons: Icons) -> Line:
    home = sides.mine if limit.before is not None else sides.theirs

    def texts() -> tuple[str, ...]:
        pairs = zip(*sides_of_limit(limit), strict=True)
        return (name_of(Ref(Kind.LIMIT, limit.id), home), *(one for pair in pairs for one in pair))

    worse = (_above(limit.after) or 0) - (_above(limit.before) or 0)
    ink = icons.colours.error if worse > 0 else icons.colours.good if worse < 0 else None
    return Line(texts, ink, limit=limit.id)


def _above(filled: Filled | None) -> int | None:
    return None if filled is None else filled.days_above


def sides_of_limit(limit: LimitCompared) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The number, the peak, the days above and the peak day, in A and in B."""
    return (
        _filled(limit.number_before, limit.before),
        _filled(limit.number_after, limit.after),
    )


def _filled(number: int | None, filled: Filled | None) -> tuple[str, str, str, str]:
    if filled is None:
        return "–", "–", "–", ""
    day = "" if filled.peak_day is None or not filled.peak else day_text(filled.peak_day)
    above = "" if filled.days_above is None else str(filled.days_above)
    return number_text(number), number_text(filled.peak), above, day
