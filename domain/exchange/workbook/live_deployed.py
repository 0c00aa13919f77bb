"""Deployed persons of a mission as a formula over the table of rotations."""

from __future__ import annotations

from collections.abc import Iterable

from domain.exchange.workbook.formulas import column_of, exactly, literal, serial
from domain.exchange.workbook.sheets import rotations
from domain.language import _
from domain.model import Status
from domain.reports import Period
from domain.words.fixed import word


def passing(columns: Iterable[str], period: Period, mission: str | None = None) -> str:
    """The persons in some columns of the rotations with a day in a period, at a mission or all."""
    first, after = period.span
    criteria = [
        (_("First day"), literal(f"<={serial(after - 1)}")),
        (_("Last day"), literal(f">={serial(first)}")),
        (_("Status"), literal("<>" + word(Status.CANCELLED))),
    ]
    if mission is not None:
        criteria.insert(0, (_("Mission"), exactly(mission)))
    where = ",".join(f"{_column(title)},{criterion}" for title, criterion in criteria)
    return "+".join(f"SUMIFS({_column(column)},{where})" for column in columns)


def _column(title: str) -> str:
    return column_of(rotations.NAME, title)
