"""What of a plan may leave for the public: no forces, commitments, names or notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from domain.language import _
from domain.model import DayNotes, Kind, Plan, Post, Ref, Rotation, Table, Waiver

Numbers = Mapping[Ref, str]


def public_plan(plan: Plan) -> Plan:
    """The plan without forces, commitments, names and notes; ids that may tell are numbers."""
    return _public(plan, _numbers(plan))


def public_pair(one: Plan, other: Plan) -> tuple[Plan, Plan]:
    """Two plans without them; what has one id in both has one number in both."""
    numbers = _numbers(one, other)
    return _public(one, numbers), _public(other, numbers)


def _public(plan: Plan, numbers: Numbers) -> Plan:
    return replace(
        plan,
        derived_from=None,
        missions=Table(replace(mission, note="") for mission in plan.missions.things()),
        mandates=Table(replace(m, day_notes=_bare(m.day_notes)) for m in plan.mandates.things()),
        frames=Table(replace(f, day_notes=_bare(f.day_notes)) for f in plan.frames.things()),
        forces=Table(),
        commitments=Table(),
        sharings=Table(),
        recovery_rules=Table(),
        length_rules=Table(
            replace(rule, day_notes=_bare(rule.day_notes)) for rule in plan.length_rules.things()
        ),
        posts=Table(_post(post, numbers) for post in plan.posts.things()),
        rotations=Table(_rotation(rotation, numbers) for rotation in plan.rotations.things()),
        waivers=Table(_waivers(plan.waivers.things(), numbers)),
        open_points=(),
    )


def _numbers(*plans: Plan) -> Numbers:
    numbers: dict[Ref, str] = {}
    for kind in (Kind.ROTATION, Kind.POST):
        names = dict.fromkeys(name for plan in plans for name in plan.table(kind))
        numbers |= {Ref(kind, name): str(at) for at, name in enumerate(names, start=1)}
    return numbers


def _bare(notes: DayNotes) -> DayNotes:
    return replace(notes, first_note="", last_note="")


def _post(post: Post, numbers: Numbers) -> Post:
    number = numbers[Ref(Kind.POST, post.id)]
    title = _("Post {number}").format(number=number)
    return replace(post, id=number, title=title, day_notes=_bare(post.day_notes))


def _rotation(rotation: Rotation, numbers: Numbers) -> Rotation:
    def other(name: str | None) -> str | None:
        return None if name is None else numbers[Ref(Kind.ROTATION, name)]

    number = numbers[Ref(Kind.ROTATION, rotation.id)]
    return replace(
        rotation,
        id=number,
        name=_("Rotation {number}").format(number=number),
        force=None,
        quantity=None,
        post=None if rotation.post is None else numbers[Ref(Kind.POST, rotation.post)],
        relieves=other(rotation.relieves),
        continues=other(rotation.continues),
        part_of=other(rotation.part_of),
        # That there is a justification changes what the rules say; its words are left out.
        justification="…" if rotation.justification.strip() else "",
        note="",
        day_notes=_bare(rotation.day_notes),
    )


def _waivers(waivers: Iterable[Waiver], numbers: Numbers) -> Iterable[Waiver]:
    for number, waiver in enumerate(waivers, start=1):
        accepted = waiver.accepted
        public = [_public_ref(c, numbers) for c in accepted.contributors]
        subjects = [_public_ref(subject, numbers) for subject in waiver.subjects]
        yield replace(
            waiver,
            id=str(number),
            subjects=tuple(subject for subject in subjects if subject is not None),
            reason="",
            by="",
            accepted=replace(accepted, contributors=tuple(c for c in public if c is not None)),
        )


def _public_ref(ref: Ref, numbers: Numbers) -> Ref | None:
    """A reference under its number; none where the thing is left out or no longer there."""
    if ref.kind in {Kind.LIMIT, Kind.FRAME, Kind.MISSION}:
        return ref
    return replace(ref, id=numbers[ref]) if ref in numbers else None
