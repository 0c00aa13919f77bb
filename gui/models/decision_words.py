"""What is said of a decision, in the current language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.engine.spans import Span
from domain.language import N_, _, current_language
from domain.model import Binding, Frame, Limit, Measure, OpenPoint, Plan
from domain.model.days import AFTER_ALL, BEFORE_ALL
from domain.words.days import day_text
from domain.words.fixed import categories_text, end_text
from domain.words.limits import bound_text, measure_text
from gui.models.decisions import Decision, Mark, Shown

MARKS: Final = {
    Mark.UNDECIDED: N_("condition undecided"),
    Mark.UNREAD: N_("measure not chosen"),
    Mark.CONTRADICTED: N_("contradicted"),
    Mark.OPEN_POINT: N_("open point"),
    Mark.NOT_IN_FORCE: N_("never in force"),
}
SHOWN: Final = {
    Shown.ALL: N_("All"),
    Shown.UNDECIDED: N_("Undecided"),
    Shown.UNREAD: N_("Measure not chosen"),
    Shown.CONTRADICTED: N_("Contradicted"),
    Shown.OPEN_POINT: N_("Open points"),
    Shown.NOT_IN_FORCE: N_("Never in force"),
}
CHOICES: Final = {
    Measure.PERSONS: N_("On no day are there more than {number} persons."),
    Measure.PERSONS_PER_YEAR: N_(
        "Rotations that begin in one calendar year have at most {number} persons together."
    ),
    Measure.AVERAGE_PER_YEAR: N_(
        "On average over all days of a calendar year there are at most {number} persons."
    ),
}


def missions_text(frame: Frame, plan: Plan) -> str:
    """The missions of a frame by name."""
    found = (plan.missions.get(name) for name in frame.missions)
    return ", ".join(mission.name for mission in found if mission is not None)


def marks_text(decision: Decision) -> str:
    """What about a decision asks for attention, in a few words."""
    marks = decision.marks
    return " · ".join(_(text) for mark, text in MARKS.items() if mark in marks)


def span_text(span: Span | None) -> str:
    """When a frame is in force, as the engine says; open ends are three dots."""
    if span is None:
        return "–"
    start, end = span
    first = "…" if start <= BEFORE_ALL else day_text(date.fromordinal(start))
    last = "…" if end >= AFTER_ALL else day_text(date.fromordinal(end - 1))
    return f"{first} – {last}"


def in_force_text(decision: Decision) -> str:
    """Whether and when a frame is in force, and where it stands open why."""
    if decision.in_force is None:
        return _("In force on no day")
    text = _("In force {days}").format(days=span_text(decision.in_force))
    frame = decision.frame
    if decision.in_force[1] >= AFTER_ALL and frame.last_day is None:
        text += f" ({end_text(frame.day_notes.last_kind)})"
    return text


def why_not_longer(decision: Decision) -> Iterator[str]:
    """Why a frame is not in force on all of its own days."""
    frame = decision.frame
    if frame.condition_met is False:
        yield _("Its condition is not met, so it does not hold.")
    elif decision.waits:
        yield _("Its condition is undecided, and it does not hold until that is decided.")
    for other in decision.corrected_by:
        yield _("It was a mistake: '{title}' corrects it, so it never held.").format(
            title=other.title
        )
    own_end = frame.end
    for other in decision.superseded_by[:1]:
        if not decision.corrected_by and other.start < own_end:
            yield _("'{title}' takes its place from {day}.").format(
                title=other.title, day=day_text(other.first_day) or "…"
            )


def limit_lines(limit: Limit) -> tuple[str, str]:
    """A limit: its number, and what it counts."""
    return (
        bound_text(limit.binding, limit.number),
        f"{categories_text(limit.categories)} · {measure_text(limit.measure)}",
    )


def choice_text(measure: Measure, number: int | None) -> str:
    """What it would mean if an unread limit counted this."""
    return _(CHOICES[measure]).format(number="…" if number is None else number)


def binding_in(quote: str) -> Binding:
    """How binding a number is by the words around it; a bare number is exact."""
    words = quote.casefold()
    if any(word_ in words for word_ in ("circa", "ongeveer", "about")):
        return Binding.CIRCA
    if any(word_ in words for word_ in ("maximaal", "ten hoogste", "hooguit", "at most")):
        return Binding.MAXIMUM
    return Binding.EXACT


def point_text(point: OpenPoint) -> str:
    """An open point in the current language."""
    first, second = point.text_en, point.text_nl
    if current_language() == "nl":
        first, second = second, first
    return first or second
