"""The report as a JSON document: what `report --json` prints."""

from __future__ import annotations

from typing import Any

from domain.model import Plan, Source
from domain.reports.annex_1 import FrameUntil, MissionRow, Until
from domain.reports.annex_2 import Entry
from domain.reports.comparison import Comparison, RowComparison
from domain.reports.deployed import Deployed, Passage
from domain.reports.explanations import explanations
from domain.reports.frame_numbers import ColumnNumber, FrameNumbers
from domain.reports.holding import Holding
from domain.reports.printed import Columns, PrintedRow
from domain.reports.report import Report
from domain.reports.texts import notes_of

Json = dict[str, Any]


def report_document(report: Report) -> Json:
    """The whole document: both annexes, their totals, and what was printed or null."""
    plan, printed = report.plan, report.printed
    return {
        "plan": plan.name,
        "scenario": plan.scenario,
        "first_day": report.period.first_day.isoformat(),
        "last_day": report.period.last_day.isoformat(),
        "annex_1": [_mission_row(row) for row in report.annex_1],
        "annex_2": [_entry(entry, plan) for entry in report.annex_2.entries],
        "totals": {
            "frame": _frame(report.annex_2.frame),
            "deployed": _deployed(report.annex_2.deployed),
        },
        "printed": None if printed is None else _printed(printed, plan),
    }


def _mission_row(row: MissionRow) -> Json:
    return {
        "region": row.mission.region,
        "mission": row.mission.id,
        "name": row.mission.name,
        "mandates": [
            {
                "mandate": one.mandate.id,
                "legal_basis": one.mandate.legal_basis,
                **_until(one.until),
                "source": _source(one.mandate.source),
            }
            for one in row.mandates
        ],
        "frames": [_frame_until(one) for one in row.frames],
    }


def _frame_until(one: FrameUntil) -> Json:
    return {
        "frame": one.frame.id,
        "title": one.frame.title,
        **_until(one.until),
        "in_force": not one.dormant,
        "condition": one.frame.condition,
        "condition_met": one.frame.condition_met,
        "source": _source(one.frame.source),
    }


def _until(until: Until) -> Json:
    return {
        "last_day": None if until.last_day is None else until.last_day.isoformat(),
        "last_day_kind": str(until.kind),
        "last_day_precision": str(until.precision),
        "last_day_note": until.note,
    }


def _source(source: Source | None) -> str | None:
    return None if source is None else str(source)


def _entry(entry: Entry, plan: Plan) -> Json:
    return {
        "region": entry.region,
        "missions": [
            {
                "mission": mission,
                "name": plan.missions[mission].name,
                **_passage(passage),
                "notes": list(notes_of(entry, plan, place)),
            }
            for place, (mission, passage) in enumerate(
                zip(entry.missions, entry.passages, strict=True)
            )
        ],
        "frame": _frame(entry.frame),
        "frames": [_holding(holding) for holding in entry.holdings],
        "deployed": _deployed(entry.deployed),
    }


def _passage(passage: Passage) -> Json:
    return {
        "deployed": _deployed(passage.deployed),
        "counted_elsewhere": passage.counted_elsewhere.total,
        "rotations_without_persons": passage.without_people,
    }


def _holding(holding: Holding) -> Json:
    return {
        "frame": holding.frame.id,
        "first_day": holding.first_day.isoformat(),
        "last_day": holding.last_day.isoformat(),
        "in_force": not holding.dormant,
    }


def _frame(frame: FrameNumbers) -> Json:
    return {
        "military": _column(frame.military),
        "civil_police": _column(frame.civil_police),
        "joint": _column(frame.joint),
    }


def _column(column: ColumnNumber) -> Json:
    return {
        "number": column.number,
        "circa": column.about,
        "unlimited": column.unlimited,
        "unknown": column.unknown,
    }


def _deployed(deployed: Deployed) -> Json:
    return {
        "military": deployed.military,
        "civil_police": deployed.civil_police,
        "total": deployed.total,
    }


def _printed(comparison: Comparison, plan: Plan) -> Json:
    table = comparison.table
    columns, joint = table.frames_once
    return {
        "document": table.document,
        "file": table.file,
        "lines": table.lines,
        "totals": {"frame": _columns(table.frame), "deployed": _columns(table.deployed)},
        "each_frame_once": {**_columns(columns), "joint": joint},
        "in_this_plan": {
            "frame": _frame(comparison.frame),
            "deployed": _deployed(comparison.deployed),
        },
        "rows": [_row(row) for row in comparison.rows],
        "missions_not_printed": [m for entry in comparison.beside for m in entry.missions],
        "explanations": list(explanations(comparison, plan)),
    }


def _row(row: RowComparison) -> Json:
    return {
        "mission": row.row.mission,
        "missions": list(row.row.missions),
        "printed": _printed_row(row.row),
        "in_this_plan": {"frame": _frame(row.frame), "deployed": _deployed(row.deployed)},
        "footnote": row.row.footnote,
        "lines": row.row.lines,
    }


def _printed_row(row: PrintedRow) -> Json:
    return {
        "frame": {**_columns(row.frame), "joint": row.joint},
        "joint_printed_in": sorted(map(str, row.joint_printed_in)),
        "deployed": _columns(row.deployed),
    }


def _columns(columns: Columns) -> Json:
    return {"military": columns.military, "civil_police": columns.civil_police}
