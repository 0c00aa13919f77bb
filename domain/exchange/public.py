"""What of a plan may leave for the public: no forces, commitments, names or notes."""

from __future__ import annotations

from dataclasses import replace

from domain.model import Plan, Rotation, Table


def public_plan(plan: Plan) -> Plan:
    """The plan without forces, commitments, names of rotations, and notes.

    What names a force goes as well: sharings, recovery rules that are about forces.
    """
    return replace(
        plan,
        forces=Table(),
        commitments=Table(),
        sharings=Table(),
        recovery_rules=Table(),
        waivers=Table(),
        open_points=(),
        missions=Table(replace(mission, note="") for mission in plan.missions.things()),
        rotations=Table(_public(rotation) for rotation in plan.rotations.things()),
    )


def _public(rotation: Rotation) -> Rotation:
    return replace(
        rotation,
        name=rotation.id,
        force=None,
        quantity=None,
        note="",
        justification="",
        day_notes=replace(rotation.day_notes, first_note="", last_note=""),
    )
