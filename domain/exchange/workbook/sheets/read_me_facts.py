"""What Read me tells: the plan, the sheets, what was checked and what not, how to read it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.exchange.workbook.contents import SIGNS, WAIVED, Contents
from domain.exchange.workbook.sheets.checked import checked, not_checked, open_points
from domain.exchange.workbook.sheets.fact import Fact
from domain.language import _, plural
from domain.rules.texts import severity_text

Section = tuple[str, list[Fact]]


def sections_of(
    contents: Contents, described: Sequence[tuple[str, str]], remarks: Sequence[str]
) -> Iterator[Section]:
    """The sections of Read me; ``described`` are the other sheets with what they hold.

    ``remarks`` say of some cells that they are values where one would expect formulas.
    """
    yield _("Plan"), list(_plan(contents))
    if contents.material.public:
        yield _("Left out"), list(_left_out(contents))
    yield _("In this workbook"), [Fact(title, about) for title, about in described]
    yield _("What was checked"), list(checked(contents))
    yield _("What was not checked"), list(not_checked(contents))
    yield _("How to read it"), list(_reading(contents, remarks))
    yield _("Reading it back"), list(_reading_back(contents))
    points = open_points(contents)
    if points:
        yield _("Open points: choices that a person should confirm"), points


def _plan(contents: Contents) -> Iterator[Fact]:
    material, plan = contents.material, contents.plan
    yield Fact(_("Plan"), plan.name or "–", "plan")
    yield Fact(_("Scenario"), plan.scenario or "–", "scenario")
    if plan.derived_from:
        yield Fact(_("Derived from scenario"), plan.derived_from, "derived_from")
    if plan.settings.marking is not None:
        yield Fact(_("Marking"), plan.settings.marking.text, "marking")
    yield Fact(_("Made"), material.made_at.replace(tzinfo=None), "made_at")
    yield Fact(_("As of"), material.as_of or _("no day given"), "as_of")
    if contents.partial:
        yield Fact(_("Period"), _period(contents), "period")
    yield Fact(_("Program"), f"Kader {material.program_version}", "program_version")
    yield Fact(_("Id of the plan"), material.plan_id or "–", "plan_id")
    yield Fact(_("Head of the journal"), material.journal_head or "–", "journal_head")


def _period(contents: Contents) -> str:
    days = contents.material.first_day, contents.material.last_day
    first, last = (_("open") if day is None else f"{day:%d-%m-%Y}" for day in days)
    return _(
        "{first_day} – {last_day}: only rotations, findings and strength of these days. "
        "The whole plan was checked."
    ).format(first_day=first, last_day=last)


def _left_out(contents: Contents) -> Iterator[Fact]:
    yield Fact(
        _("For the public"),
        _(
            "Forces, commitments, names of rotations and posts, justifications, notes, the words "
            "on days, the reasons of waivers and the open points are left out of this workbook. "
            "Rotations, posts and waivers are numbered, and the plan was checked as it stands here."
        ),
        "public",
    )
    if contents.hidden_findings > 0:
        yield Fact(
            _("Findings"),
            plural(
                "{count} finding about what was left out is not in it.",
                "{count} findings about what was left out are not in it.",
                contents.hidden_findings,
            ).format(count=contents.hidden_findings),
        )


def _reading(contents: Contents, remarks: Sequence[str]) -> Iterator[Fact]:
    settings = contents.plan.settings
    yield Fact(_("Days"), _("A first and a last day are both inside. An empty day is open."))
    yield Fact(
        _("Strength"),
        _(
            "The number of persons at the missions of a frame on one day; the peak is its highest "
            "value."
        ),
    )
    yield Fact(_("Deployed"), _deployed())
    yield Fact(_("Live cells"), "\n".join((_live(), *remarks)), "live")
    yield Fact(
        _("Circa"),
        _(
            "Above a number that the source calls circa is a warning, up to {percent}% or {least} "
            "more, whichever is larger; beyond that it is an error."
        ).format(percent=settings.circa_percent, least=settings.circa_least),
    )
    signs = [f"{sign} {severity_text(severity)}" for severity, sign in SIGNS.items()]
    yield Fact(_("Signs"), "    ".join([*signs, " ".join((WAIVED, _("waived")))]))


def _deployed() -> str:
    return _(
        "On Annex 2: the persons who passed through in the period, each once. It is another number "
        "than strength, mostly higher, and never to be compared with a frame."
    )


def _live() -> str:
    return _(
        "Days and Total on Rotations, the months, peaks and states on Strength, the persons and "
        "totals on Annex 2 and all of Control are formulas, and follow the sheet Rotations. All "
        "other cells, Overview and Findings too, are values of when the workbook was made."
    )


def _reading_back(contents: Contents) -> Iterator[Fact]:
    if contents.material.public:
        yield Fact(_("Not this one"), _("A public workbook is not complete, and is not read back."))
        return
    steps: tuple[str, ...] = (
        _("Change, add or remove rows on the sheet Rotations; leave the headings as they are."),
        _(
            "Leave the column Id of a new row empty. A row that is copied has the id of another: "
            "empty it."
        ),
        _(
            "Mission and force can be chosen by name or by id; where the two differ, the one that "
            "was changed counts. The columns Days, Total and Findings are not read."
        ),
        _(
            "Import the workbook into the plan. What would be added, changed and removed is shown "
            "first; nothing is changed before you agree, and it is one step that can be undone."
        ),
    )
    if contents.partial:
        steps += (_("What lies outside the period is not in this workbook, and stays as it is."),)
    for number, step in enumerate(steps, start=1):
        yield Fact(_("Step {number}").format(number=number), step)
