"""What there is to say about a first and a last day beside the days."""

from __future__ import annotations

from datetime import date

from domain.language import _
from domain.model import DayNotes
from domain.words.fixed import end_text, exactness_text


def about_days(first_day: date | None, last_day: date | None, notes: DayNotes) -> str:
    """What there is to say about a first and a last day beside the days: a line for each."""
    first = "" if first_day is None else exactness_text(notes.first_precision)
    last = end_text(notes.last_kind) if last_day is None else exactness_text(notes.last_precision)
    said = {
        _("First day"): "; ".join(filter(None, (first, notes.first_note))),
        _("Last day"): "; ".join(filter(None, (last, notes.last_note))),
    }
    return "\n".join(f"{which}: {what}" for which, what in said.items() if what)
