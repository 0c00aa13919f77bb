"""Frames: one row for each national frame, with its limits, its days and its source."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from domain.engine.in_force import in_force_spans
from domain.exchange.workbook.about_days import about_days
from domain.exchange.workbook.book import Book
from domain.exchange.workbook.columns import Column, aside, day, text
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.filling import first_day_of, last_day_of
from domain.exchange.workbook.looks import Look
from domain.exchange.workbook.naming import frame_name, missions_text
from domain.exchange.workbook.sheets.sheet import Sheet
from domain.exchange.workbook.table import TableSheet, write_table
from domain.language import _
from domain.model import Frame, Plan, Source, UntilDecided
from domain.words.fixed import yes_or_no
from domain.words.limits import limit_text

NAME: Final = "frames"
Columns = tuple[Column[Frame], ...]


def write(book: Book, contents: Contents) -> None:
    """Add the sheet."""
    plan = contents.plan
    columns = (*_what(plan), *_when(plan), *_why(plan), *_source())
    lead = _(
        "In force: what the engine reckons with, the days of the frame less what supersedes or "
        "corrects it. An empty day is open."
    )
    what = _("One row for each national frame: limits, days, condition, source.")
    about = TableSheet(NAME, _("Frames"), what, lead, columns, frozen=2)
    write_table(book, contents.material, about, tuple(plan.frames.things()))


def _what(plan: Plan) -> Columns:
    return (
        text("missions", _("Missions"), lambda f: missions_text(plan, f.missions), 20),
        text("title", _("National frame"), lambda f: frame_name(plan, f), 26),
        text("limits", _("Limits"), lambda f: "\n".join(map(limit_text, f.limits)), 34),
    )


def _when(plan: Plan) -> Columns:
    spans = in_force_spans(plan)
    yes, never = _("yes"), _("never")
    return (
        day("first_day", _("First day"), lambda f: f.first_day),
        day("last_day", _("Last day"), lambda f: f.last_day),
        text("x_days", _("About the days"), _about_days, 32),
        text("x_in_force", _("In force"), lambda f: never if spans[f.id] is None else yes, 9),
        day("in_force_from", _("In force from"), lambda f: first_day_of(spans[f.id])),
        day("in_force_until", _("In force until"), lambda f: last_day_of(spans[f.id])),
    )


def _about_days(frame: Frame) -> str:
    return about_days(frame.first_day, frame.last_day, frame.day_notes)


def _why(plan: Plan) -> Columns:
    return (
        text("condition", _("Condition"), _condition, 28),
        text("supersedes", _("Supersedes"), lambda f: _supersedes(plan, f), 26),
        text("source", _("Source"), lambda f: str(f.source or ""), 30),
    )


def _condition(frame: Frame) -> str:
    if frame.condition is None:
        return ""
    met = _("met: {answer}").format(answer=yes_or_no(frame.condition_met))
    if frame.condition_decided_on is not None:
        met = f"{met} ({frame.condition_decided_on:%d-%m-%Y})"
    if frame.undecided:
        in_force = frame.until_decided is UntilDecided.IN_FORCE
        until = _("until then in force") if in_force else _("until then not in force")
        met = f"{met}; {until}"
    return f"{frame.condition}\n{met}"


def _supersedes(plan: Plan, frame: Frame) -> str:
    """What it supersedes or corrects, by name and id: frames of one mission are named alike."""
    how = _("corrects {frame} ({id})") if frame.correction else "{frame} ({id})"
    frames = (plan.frames[name] for name in frame.supersedes)
    return "\n".join(how.format(frame=frame_name(plan, old), id=old.id) for old in frames)


def _source() -> Columns:
    def of(part: Callable[[Source], str]) -> Callable[[Frame], str]:
        return lambda frame: "" if frame.source is None else part(frame.source)

    def decided_on(frame: Frame) -> date | None:
        return None if frame.source is None else frame.source.decided_on

    return (
        aside("caveats", _("Caveats"), lambda f: "\n".join(f.caveats), Look.TEXT, 50),
        aside("correction", _("Correction"), lambda f: yes_or_no(f.correction)),
        aside("document", _("Document"), of(lambda s: s.text or s.document), Look.TEXT, 40),
        aside("decided_on", _("Decided on"), decided_on, Look.DATE),
        aside("section", _("Section"), of(lambda s: s.section), Look.TEXT, 30),
        aside("quote", _("Quote"), of(lambda s: s.quote), Look.TEXT, 70),
        aside("file", _("File of the source"), of(lambda s: s.file)),
        aside("lines", _("Lines"), of(lambda s: s.lines)),
        aside("id", _("Frame id"), lambda f: f.id),
        aside("limit_ids", _("Limit ids"), lambda f: "\n".join(one.id for one in f.limits)),
    )


SHEET: Final = Sheet(rows=lambda contents: len(contents.plan.frames), write=write)
