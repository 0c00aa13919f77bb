"""A whole plan on paper: overview, timeline, strength, rotations, findings, annexes, sources."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from domain.exchange.paper.annexes import put_annexes
from domain.exchange.paper.flow import Flow
from domain.exchange.paper.furniture import furnished, furniture_of
from domain.exchange.paper.heat import put_heat
from domain.exchange.paper.marks import Page
from domain.exchange.paper.paper import Paper
from domain.exchange.paper.pdf import About, write_pdf
from domain.exchange.paper.sections import (
    put_findings,
    put_overview,
    put_rotations,
    put_sources,
)
from domain.exchange.paper.timeline import Wishes, put_timeline
from domain.exchange.workbook.contents import Contents, contents_of
from domain.exchange.workbook.material import Material
from domain.exchange.workbook.progress import Tell
from domain.exchange.workbook.public import public_contents
from domain.language import _
from domain.model import Plan
from domain.reports import Report


def unheard(_done: int, _of: int) -> None:
    """Nobody asks how far it is."""


def shown_of(material: Material) -> Contents:
    """What is printed of a plan: its period, and for the public only what may leave."""
    return public_contents(material) if material.public else contents_of(material)


def booklet(material: Material, paper: Paper, tell: Tell = unheard) -> list[Page]:
    """All pages of a plan.

    ``tell`` is told parts done and parts in all; what it raises stops the work.
    """
    contents, flow = shown_of(material), Flow(paper)
    for done, put in enumerate(_PARTS):
        tell(done, len(_PARTS) + 1)
        put(flow, contents)
    tell(len(_PARTS), len(_PARTS) + 1)
    return in_furniture(flow, contents)


def _put_timeline(flow: Flow, contents: Contents) -> None:
    as_of = contents.material.as_of
    put_timeline(flow, contents, Wishes(today=None if as_of is None else as_of.toordinal()))


def _put_report(flow: Flow, contents: Contents) -> None:
    if contents.report is not None:
        put_annexes(flow, contents.report)


_PARTS: Final = (
    put_overview,
    _put_timeline,
    put_heat,
    put_rotations,
    put_findings,
    _put_report,
    put_sources,
)


def report_pages(report: Report, paper: Paper, made_at: datetime) -> list[Page]:
    """The pages of the yearly report alone."""
    flow = Flow(paper)
    put_annexes(flow, report)
    furniture = furniture_of(report.plan, made_at, str(report.period))
    return furnished(flow.pages(), furniture, paper)


def write_report(path: Path, report: Report, paper: Paper, made_at: datetime) -> None:
    """Write the yearly report as a PDF; raises UnwritableFile where it cannot be written."""
    write_pdf(path, report_pages(report, paper, made_at), about_of(report.plan))


def in_furniture(flow: Flow, contents: Contents) -> list[Page]:
    """The pages of a flow with what stands on every page of a plan."""
    period = "" if contents.period is None else str(contents.period)
    public = _("for the public") if contents.material.public else ""
    about = " · ".join(filter(None, (public, period)))
    furniture = furniture_of(contents.plan, contents.material.made_at, about)
    return furnished(flow.pages(), furniture, flow.paper)


def about_of(plan: Plan) -> About:
    """The properties of a document about a plan."""
    marking = plan.settings.marking
    return About(plan.name or "Kader", plan.scenario, "" if marking is None else marking.text)


def write_booklet(path: Path, material: Material, paper: Paper) -> None:
    """Write a whole plan as a PDF; raises UnwritableFile where the file cannot be written."""
    write_pdf(path, booklet(material, paper), about_of(material.plan))
