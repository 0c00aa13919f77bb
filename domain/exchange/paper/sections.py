"""The parts of a printed plan that are tables: limits, rotations, findings, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from domain.engine.in_force import in_force_spans
from domain.exchange.paper.flow import Flow
from domain.exchange.paper.tables import Column, Look, Row, Table, put_table
from domain.exchange.workbook.columns import Year
from domain.exchange.workbook.contents import SIGNS, WAIVED, Contents, summary
from domain.exchange.workbook.filling import Filling, State, fillings, first_day_of, last_day_of
from domain.exchange.workbook.naming import frame_name, missions_text
from domain.exchange.workbook.sheets.checked import checked, not_checked
from domain.language import _, plural
from domain.model import Frame, Kind, Mission, Ref, Rotation, Source
from domain.reports.regions import by_region, region_text
from domain.rules.finding import Finding
from domain.rules.texts import message, severity_text, source_of
from domain.words.days import day_text, period_text
from domain.words.fixed import categories_text, word
from domain.words.limits import measure_text, short_limit_text
from domain.words.numbers import number_text

_STATES: Final = {State.EXCEEDED: "■ ", State.ABOUT: "▲ ", State.FULL: "○ "}


def put_overview(flow: Flow, contents: Contents) -> None:
    """What was checked and found, and a row for each limit."""
    flow.title(
        _("Overview"),
        _(
            "Strength is the number of persons at the missions of a frame on one day. "
            "Equal to the limit is no breach. An empty day is open."
        ),
    )
    rows = [*checked(contents), *not_checked(contents)]
    for fact in rows:
        if fact.key not in {"", "findings"} and not fact.key.startswith("limit "):
            flow.say(f"{fact.label}: {fact.value}")
    flow.say(_findings_line(contents), bold=True)
    if contents.material.public:
        flow.say(_left_out(contents))
    flow.y += 5
    put_table(flow, _overview_columns(contents), fillings(contents))


def _findings_line(contents: Contents) -> str:
    found = summary(contents.material.findings) or _("no findings")
    return f"{_('Findings')}: {found}"


def _left_out(contents: Contents) -> str:
    text = _(
        "For the public: forces, commitments, names of rotations and posts, justifications and "
        "notes are left out; rotations are numbered."
    )
    hidden = contents.hidden_findings
    if hidden <= 0:
        return text
    more = plural(
        "{count} finding about what was left out is not in it.",
        "{count} findings about what was left out are not in it.",
        hidden,
    )
    return f"{text} {more.format(count=hidden)}"


def _overview_columns(contents: Contents) -> list[Column[Filling]]:
    plan = contents.plan

    def limit(filling: Filling) -> str:
        return (
            f"{measure_text(filling.limit.measure)} ({categories_text(filling.limit.categories)})"
        )

    return [
        Column(_("Missions"), lambda f: missions_text(plan, f.frame.missions), 17),
        Column(_("National frame"), lambda f: frame_name(plan, f.frame), 25),
        Column(_("Limit"), limit, 27),
        Column(_("Number"), lambda f: number_text(f.limit.number), 8, numbers=True),
        Column(_("Peak"), lambda f: _plain(f.peak), 7, numbers=True),
        Column(_("Peak day"), lambda f: _peak_day(f.peak_on), 10),
        Column(_("Room left"), lambda f: _plain(f.room), 8, numbers=True),
        Column(_("Days above"), lambda f: _plain(f.days_above), 8, numbers=True),
        Column(_("State"), lambda f: _STATES.get(f.state, "") + _(f.state.value), 14),
        Column(_("In force"), _in_force, 17),
    ]


def _plain(number: int | Decimal | None) -> str:
    return "" if number is None else number_text(number)


def _peak_day(day: date | Year | None) -> str:
    if isinstance(day, Year):
        return str(day.year)
    return "" if day is None else day_text(day)


def _in_force(filling: Filling) -> str:
    span = filling.profile.in_force
    if span is None:
        return ""
    return _days(first_day_of(span), last_day_of(span))


def _days(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return _("open")
    return period_text(first, last)


def put_rotations(flow: Flow, contents: Contents) -> None:
    """A row for each rotation, mission by mission."""
    plan = contents.plan
    rotations = defaultdict[str, list[Rotation]](list)
    for one in plan.rotations.things():
        rotations[one.mission].append(one)
    flow.title(
        _("Rotations"),
        _("A first and a last day are both inside; cancelled rotations count in no total."),
    )
    columns = _rotation_columns(contents)
    table = Table(flow, [column.heading for column in columns])
    missions = [mission for mission in plan.missions.things() if mission.id in rotations]
    region = None
    for mission in by_region(plan, missions, lambda one: one.id):
        if mission.region != region:
            region = mission.region
            table.put([Row([region_text(region)], Look.SECTION)])
        own = sorted(rotations[mission.id], key=lambda one: (one.start, one.end, one.name))
        table.put(Row([column.value(one) for column in columns]) for one in own)


def _rotation_columns(contents: Contents) -> list[Column[Rotation]]:
    plan = contents.plan
    names = {mission.id: _name_of(mission) for mission in plan.missions.things()}

    def force(rotation: Rotation) -> str:
        found = None if rotation.force is None else plan.forces.get(rotation.force)
        return "" if found is None else found.name or found.id

    columns: list[Column[Rotation]] = [
        Column(_("Mission"), lambda r: names[r.mission], 17),
        Column(_("Rotation"), lambda r: r.name or r.id, 22),
        Column(_("First day"), lambda r: day_text(r.first_day), 10),
        Column(_("Last day"), lambda r: day_text(r.last_day), 10),
        Column(_("Days"), lambda r: str(r.end - r.start), 6, numbers=True),
        Column(_("Military"), lambda r: _count(r.military), 7, numbers=True),
        Column(_("Civilian"), lambda r: _count(r.civilian), 7, numbers=True),
        Column(_("Police"), lambda r: _count(r.police), 7, numbers=True),
        Column(_("Total"), lambda r: _count(r.headcount), 7, numbers=True),
        Column(_("Status"), lambda r: word(r.status), 9),
    ]
    if not contents.material.public:
        columns.append(Column(_("Force"), force, 18))
    columns.append(Column(_("Findings"), lambda r: _about(contents, r), 17))
    return columns


def _about(contents: Contents, rotation: Rotation) -> str:
    return summary(contents.findings_about(Ref(Kind.ROTATION, rotation.id)))


def _name_of(mission: Mission) -> str:
    return mission.name or mission.id


def _count(number: int) -> str:
    return str(number) if number else ""


def put_findings(flow: Flow, contents: Contents) -> None:
    """A row for each finding, the gravest first."""
    lead = _("What the rules say about the plan; nothing here stops anyone from planning on.")
    if not contents.material.findings:
        lead = _("The rules have nothing to say about this plan.")
    flow.title(_("Findings"), lead)
    if contents.material.findings:
        put_table(flow, _finding_columns(contents), contents.material.findings)


def _finding_columns(contents: Contents) -> list[Column[Finding]]:
    names = contents.names
    return [
        Column(_("Severity"), _severity, 12),
        Column(_("Code"), lambda f: f.code, 7),
        Column(_("Missions"), lambda f: names.missions_of(f.subjects), 14),
        Column(_("Finding"), message, 46),
        Column(_("First day"), lambda f: day_text(f.first_day), 9),
        Column(_("Last day"), lambda f: day_text(f.last_day), 9),
        Column(_("Source"), lambda f: source_of(f, contents.whole), 30),
        Column(_("Waiver"), lambda f: _waiver(contents, f), 16),
    ]


def _severity(finding: Finding) -> str:
    sign = WAIVED if finding.waived else SIGNS[finding.severity]
    return f"{sign} {severity_text(finding.severity)}"


def _waiver(contents: Contents, finding: Finding) -> str:
    if finding.waiver is None:
        return ""
    waiver = contents.whole.waivers[finding.waiver]
    return ": ".join(filter(None, (waiver.by, waiver.reason))) or _("waived")


def put_sources(flow: Flow, contents: Contents) -> None:
    """A row for each frame with the decision it rests on, in its own words."""
    flow.title(
        _("Sources"),
        _("Every national frame with its limits, its days and the decision behind it."),
    )
    put_table(flow, _source_columns(contents), contents.plan.frames.things())


def _source_columns(contents: Contents) -> list[Column[Frame]]:
    plan = contents.plan
    spans = in_force_spans(contents.whole)

    def days(frame: Frame) -> str:
        if spans[frame.id] is None:
            return _("in force on no day")
        return _days(first_day_of(spans[frame.id]), last_day_of(spans[frame.id]))

    def title(frame: Frame) -> str:
        return "\n".join((frame_name(plan, frame), *_notes_on(plan_names(frame.supersedes), frame)))

    def plan_names(frames: Iterable[str]) -> list[str]:
        return [frame_name(plan, plan.frames[name]) for name in frames]

    return [
        Column(_("Missions"), lambda f: missions_text(plan, f.missions), 15),
        Column(_("National frame"), title, 26),
        Column(_("Limits"), lambda f: "\n".join(map(short_limit_text, f.limits)), 24),
        Column(_("In force"), days, 13),
        Column(_("Decision"), lambda f: _decision(f.source), 26),
        Column(_("Words of the source"), lambda f: "" if f.source is None else f.source.quote, 44),
    ]


def _notes_on(superseded: Iterable[str], frame: Frame) -> Iterable[str]:
    how = _("corrects {frame}") if frame.correction else _("supersedes {frame}")
    yield from (how.format(frame=name) for name in superseded)
    if frame.condition is not None:
        yield _("condition: {condition}").format(condition=frame.condition)


def _decision(source: Source | None) -> str:
    if source is None:
        return ""
    day = None if source.decided_on is None else day_text(source.decided_on)
    parts = [source.text or source.document, day, source.section]
    return "\n".join(filter(None, parts))
