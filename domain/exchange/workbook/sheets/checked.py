"""What was checked, what could not be, and what a person should still confirm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from domain.engine.in_force import in_force_spans
from domain.exchange.workbook.contents import Contents, summary
from domain.exchange.workbook.naming import Names, missions_text
from domain.exchange.workbook.sheets.fact import Fact
from domain.language import _, current_language, plural
from domain.model import UNCERTAIN, Binding, OpenPoint, Plan, Ref, Rotation
from domain.model.words import Kind
from domain.rules.catalogue import RULES
from domain.words.fixed import word


def checked(contents: Contents) -> Iterator[Fact]:
    """What the rules looked at, and what they found."""
    plan = contents.whole
    yield Fact(_("Rotations"), _rotations(plan), "checked_rotations")
    yield Fact(_("Limits"), _limits(plan), "checked_limits")
    rules = "; ".join(f"{rule.code} {rule.title_text()}" for rule in RULES)
    yield Fact(_("Rules"), rules)
    found = summary(contents.material.findings) or _("no findings")
    yield Fact(_("Findings"), found, "findings")


def _rotations(plan: Plan) -> str:
    cancelled = len(plan.rotations) - len(_counted(plan))
    text = _("{count} checked").format(count=len(_counted(plan)))
    if cancelled:
        left_out = plural("{count} cancelled left out", "{count} cancelled left out", cancelled)
        text = f"{text}, {left_out.format(count=cancelled)}"
    return text


def _counted(plan: Plan) -> list[Rotation]:
    return [rotation for rotation in plan.rotations.things() if not rotation.cancelled]


def _limits(plan: Plan) -> str:
    bindings = Counter(limit.binding for _frame, limit in plan.limits())
    parts = [f"{bindings[b]} {word(b)}" for b in Binding if bindings[b]]
    frames = plural("{count} frame", "{count} frames", len(plan.frames))
    total = _("{count} of {frames}").format(
        count=sum(bindings.values()), frames=frames.format(count=len(plan.frames))
    )
    return f"{total}: {', '.join(parts)}" if parts else total


def not_checked(contents: Contents) -> Iterator[Fact]:
    """What the rules could not look at, and why; one line that says so if there is nothing."""
    facts = [*_without_day(contents), *_without_mandate(contents.whole)]
    facts += [*_without_force(contents), *_not_in_force(contents.whole), *_unknown(contents)]
    yield from facts or [Fact("–", _("Everything that the rules look at is known."))]


def _without_day(contents: Contents) -> Iterator[Fact]:
    if contents.material.as_of is None:
        yield Fact(
            _("Overdue decisions"),
            _("No as-of day was given: rule DEC001 was not applied, and no waiver has run out."),
        )


def _without_mandate(plan: Plan) -> Iterator[Fact]:
    with_mandate = {mandate.mission for mandate in plan.mandates.things()}
    visited = dict.fromkeys(rotation.mission for rotation in _counted(plan))
    without = [mission for mission in visited if mission not in with_mandate]
    if without:
        yield Fact(
            _("Mandates"),
            _("The plan has no international mandate of these missions: {missions}.").format(
                missions=missions_text(plan, without)
            ),
        )


def _without_force(contents: Contents) -> Iterator[Fact]:
    rotations = _counted(contents.whole)
    without = sum(rotation.force is None for rotation in rotations)
    if without and not contents.material.public:
        yield Fact(
            _("Forces"),
            _(
                "{count} of {all} rotations name no force: whether it is free and recovered "
                "was not checked."
            ).format(count=without, all=len(rotations)),
        )


def _not_in_force(plan: Plan) -> Iterator[Fact]:
    never = sum(span is None for span in in_force_spans(plan).values())
    if never:
        text = plural(
            "{count} frame is in force on no day and limits nothing; see Frames.",
            "{count} frames are in force on no day and limit nothing; see Frames.",
            never,
        )
        yield Fact(_("National frames"), text.format(count=never))


def _unknown(contents: Contents) -> Iterator[Fact]:
    plan, names = contents.whole, contents.names
    for frame, limit in plan.limits():
        if limit.binding in UNCERTAIN:
            missions = missions_text(plan, frame.missions)
            value = f"{missions} – {names.of(Ref(Kind.LIMIT, limit.id))}"
            label = _("Limit, {binding}").format(binding=word(limit.binding))
            yield Fact(label, value, f"limit {limit.id}")


def open_points(contents: Contents) -> list[Fact]:
    """The choices that a person should confirm, each with what it is about."""
    return [_open_point(contents.names, point) for point in contents.whole.open_points]


def _open_point(names: Names, point: OpenPoint) -> Fact:
    texts = {"nl": point.text_nl, "en": point.text_en}
    text = texts[current_language()] or point.text_en or point.text_nl
    source = _("Source: {source}").format(source=point.source) if point.source else ""
    known = point.subject_kind in {kind.value for kind in Kind} and point.subject_id
    label = names.of(Ref(Kind(point.subject_kind), point.subject_id)) if known else _("In general")
    return Fact(label, "\n".join(filter(None, (text, source))))
