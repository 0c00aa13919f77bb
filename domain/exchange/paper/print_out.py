"""What is printed of a plan on its own: its timeline, strength, report, or all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from domain.exchange.paper.annexes import put_annexes
from domain.exchange.paper.booklet import booklet, in_furniture, shown_of, unheard
from domain.exchange.paper.flow import Flow
from domain.exchange.paper.heat import put_heat
from domain.exchange.paper.marks import Page
from domain.exchange.paper.paper import A4, Paper
from domain.exchange.paper.timeline import Wishes, put_timeline
from domain.exchange.workbook.contents import Contents
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.progress import Tell
from domain.language import N_, _


class Subject(Enum):
    """What is printed, by its word."""

    TIMELINE = N_("Timeline")
    STRENGTH = N_("Strength")
    REPORT = N_("Report")
    PLAN = N_("The whole plan")


@dataclass(frozen=True, slots=True)
class PrintOut:
    """What is printed, on which paper; the wishes are about the timeline."""

    subject: Subject = Subject.TIMELINE
    paper: Paper = A4
    wishes: Wishes = field(default_factory=Wishes)


def print_out(material: Material, wanted: PrintOut, tell: Tell = unheard) -> list[Page]:
    """The pages of it; ``tell`` is told how far it is, and stops it by what it raises."""
    if wanted.subject is Subject.PLAN:
        return booklet(material, wanted.paper, tell)
    contents, flow = shown_of(material), Flow(wanted.paper)
    match wanted.subject:
        case Subject.TIMELINE:
            put_timeline(flow, contents, wanted.wishes)
        case Subject.STRENGTH:
            put_heat(flow, contents)
        case Subject.REPORT:
            _put_report(flow, contents)
    return in_furniture(flow, contents)


def _put_report(flow: Flow, contents: Contents) -> None:
    if contents.report is None:
        flow.title(_("Report"), _("The plan has no days to report on."))
    else:
        put_annexes(flow, contents.report)
