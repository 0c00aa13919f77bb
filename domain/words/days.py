"""Days as people here write them: dd-mm-yyyy in every language."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.language import N_

SHORT_MONTHS: Final = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def day_text(day: date | None) -> str:
    """A day as 31-12-2027; no day is empty."""
    # Quicker than strftime, which counts where a table draws hundreds of days.
    return "" if day is None else f"{day.day:02}-{day.month:02}-{day.year:04}"


def period_text(first_day: date | None, last_day: date | None) -> str:
    """A period as 01-03-2027 – 31-08-2027; open ends are three dots, one day stands alone."""
    if first_day == last_day and first_day is not None:
        return day_text(first_day)
    return f"{day_text(first_day) or '…'} – {day_text(last_day) or '…'}"
