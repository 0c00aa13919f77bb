"""Why printed totals and those of a plan differ, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from domain.language import _, plural
from domain.model import Plan
from domain.reports.comparison import Comparison, RowComparison
from domain.reports.frame_numbers import FrameNumbers
from domain.reports.printed import Column, PrintedRow, PrintedTable
from domain.reports.texts import entry_name


def explanations(comparison: Comparison, plan: Plan) -> tuple[str, ...]:
    """How the printed totals came about, and where the plan says something else."""
    table = comparison.table
    return (
        *(_joint(row) for row in table.rows if row.joint),
        *_totals(table),
        *_frames(comparison, plan),
        *_deployed(comparison, plan),
    )


def _joint(row: PrintedRow) -> str:
    text = {
        frozenset(Column): _(
            "{mission}: {number} stands for both columns together, and is in both printed totals."
        ),
        frozenset({Column.CIVIL_POLICE}): _(
            "{mission}: {number} counts military and civilians together, and is in the printed "
            "total of civilians and police."
        ),
        frozenset({Column.MILITARY}): _(
            "{mission}: {number} counts military and civilians together, and is in the printed "
            "total of the military."
        ),
        frozenset[Column](): _(
            "{mission}: {number} is the most that both columns may hold together; it is not added "
            "to them."
        ),
    }[row.joint_printed_in]
    return text.format(mission=row.mission, number=row.joint)


def _totals(table: PrintedTable) -> Iterator[str]:
    columns, joint = table.frames_once
    once = columns.total + joint
    if table.frame.total == once:
        yield _("Frames: the printed totals agree with the rows, each frame counted once.")
    else:
        yield _(
            "Frames: printed {printed_military} + {printed_civil} = {printed}; each frame once is "
            "{military} military + {civil} civil/police + {joint} joint = {once}: a difference "
            "of {difference}."
        ).format(
            printed_military=table.frame.military,
            printed_civil=table.frame.civil_police,
            printed=table.frame.total,
            military=columns.military,
            civil=columns.civil_police,
            joint=joint,
            once=once,
            difference=table.frame.total - once,
        )
    if table.deployed_anew == table.deployed:
        yield _("Deployed: the printed totals agree with the rows.")


def _frames(comparison: Comparison, plan: Plan) -> Iterator[str]:
    for row in comparison.rows:
        if row.frame_differs:
            yield _("{mission}: frame printed {printed}, in this plan {here}.").format(
                mission=row.row.mission, printed=_printed_frame(row.row), here=_frame(row.frame)
            )
    for entry in comparison.beside:
        yield _(
            "{mission}: in this plan with frame {frame}, {deployed} deployed; not in the printed "
            "table."
        ).format(
            mission=entry_name(entry, plan),
            frame=_frame(entry.frame),
            deployed=entry.deployed.total,
        )


def _deployed(comparison: Comparison, plan: Plan) -> Iterator[str]:
    differing = [row for row in comparison.rows if row.deployed_differs]
    if differing:
        yield _(
            "Deployed, printed against the rotations in this plan, where they differ: {rows}."
        ).format(rows="; ".join(map(_deployed_text, differing)))
    without = sum(not rotation.headcount for rotation in plan.rotations.things())
    if differing and without:
        yield plural(
            "{count} rotation in this plan has no number of persons.",
            "{count} rotations in this plan have no number of persons.",
            without,
        ).format(count=without)


def _deployed_text(row: RowComparison) -> str:
    return f"{row.row.mission} {row.row.deployed.total} / {row.deployed.total}"


def _printed_frame(row: PrintedRow) -> str:
    return _joined(row.frame.military, row.frame.civil_police, row.joint_once)


def _frame(frame: FrameNumbers) -> str:
    return _joined(*(c.number or 0 for c in (frame.military, frame.civil_police, frame.joint)))


def _joined(military: int, civil_police: int, joint: int) -> str:
    """Three numbers in the order of the columns, without a joint one that is not there."""
    columns = f"{military} + {civil_police}"
    return _("{columns} + {joint} joint").format(columns=columns, joint=joint) if joint else columns
