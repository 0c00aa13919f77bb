"""What a step in the history did, in words: a few for a list, all for who looks closer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from domain.language import _
from domain.model import LISTS, Kind, Plan, Ref
from domain.store.journal_words import DESCRIPTION, PLAN, SCENARIO, TAKEN
from domain.words.fixed import NOTHING
from domain.words.things import thing_name
from domain.words.titles import field_text, kind_text, many_kind_text
from gui.models.change_rows import ChangeRow
from gui.value_words import cell_text

if TYPE_CHECKING:
    from domain.store.history import HistoryStep

_TITLES: Final = ("name", "title", "legal_basis", "code", "id")
_LEFT_OUT: Final = frozenset({"id", "position"})
_MOST_ROWS: Final = 2_000


def changed_things(step: HistoryStep, plan: Plan) -> str:
    """What a step changed, in a few words: one thing by its name, several by their number."""
    if step.is_birth:
        return _("The whole scenario")
    changes = [change for change in step.changes if change["kind"] in LISTS]
    if len(changes) == 1:
        return _thing(changes[0], plan)
    counts = Counter(Kind(change["kind"]) for change in changes)
    texts = [
        f"{count} {many_kind_text(kind).lower()}" if count > 1 else kind_text(kind)
        for kind, count in counts.items()
    ]
    if not texts:
        texts = [_about(change["kind"]) for change in step.changes[:1]]
    return ", ".join(texts)


def _about(kind: str) -> str:
    names = {PLAN: _("The plan"), SCENARIO: kind_text(None), DESCRIPTION: _("Description")}
    return names.get(kind, "")


def _thing(change: Mapping[str, Any], plan: Plan) -> str:
    ref = Ref(Kind(change["kind"]), change["id"])
    name = thing_name(ref, (plan,))
    if name == ref.id:
        sides = (change["after"] or {}, change["before"] or {})
        said = (side[key] for side in sides for key in _TITLES if side.get(key))
        name = next(said, ref.id)
    return f"{kind_text(ref.kind)} {name}"


def rows_of_step(step: HistoryStep, plan: Plan) -> list[ChangeRow]:
    """All that a step changed, with what it was before and after."""
    rows: list[ChangeRow] = []
    for change in step.changes:
        rows.extend(_rows(change, plan))
        if len(rows) >= _MOST_ROWS:
            left = len(step.changes)
            text = _("{count} changes in all").format(count=left)
            return [*rows, ChangeRow(None, "…", text, "…", "…")]
    return rows


def _rows(change: Mapping[str, Any], plan: Plan) -> Iterator[ChangeRow]:
    kind, before, after = change["kind"], change["before"], change["after"]
    if kind in LISTS:
        ref, thing = Ref(Kind(kind), change["id"]), _thing(change, plan)
        if before is None or after is None:
            yield _whole(ref, thing, before, after, plan)
        else:
            yield from _fields(ref, thing, before, after, plan)
    elif kind == TAKEN:
        text = _("A colleague's scenario, as it was then")
        yield ChangeRow(None, _("Merge"), text, NOTHING, str(change["id"])[:12])
    elif before is not None and after is not None and kind in {PLAN, SCENARIO, DESCRIPTION}:
        yield from _fields(None, _about(kind), before, after, plan)


def _whole(
    ref: Ref,
    thing: str,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    plan: Plan,
) -> ChangeRow:
    what = _("Added") if before is None else _("Removed")
    texts = (NOTHING if side is None else _brief(side, plan) for side in (before, after))
    return ChangeRow(ref, thing, what, *texts)


def _brief(side: Mapping[str, Any], plan: Plan) -> str:
    namer = partial(thing_name, plans=(plan,))
    shown = ("first_day", "last_day", "military", "civilian", "police", "force", "number")
    parts = [
        f"{field_text(column)} {cell_text(column, side[column], namer)}"
        for column in shown
        if side.get(column)
    ]
    return ", ".join(parts) or _("there")


def _fields(
    ref: Ref | None, thing: str, before: Mapping[str, Any], after: Mapping[str, Any], plan: Plan
) -> Iterator[ChangeRow]:
    namer = partial(thing_name, plans=(plan,))
    for column in dict.fromkeys([*before, *after]):
        if column in _LEFT_OUT:
            continue
        sides: Sequence[str] = [
            cell_text(column, _parts(side.get(column)), namer) for side in (before, after)
        ]
        yield ChangeRow(ref, thing, field_text(column), *sides)


def _parts(cell: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    """A cell, or the parts of a thing each as a text."""
    if not isinstance(cell, list):
        return cell
    return [
        " ".join(str(value) for key, value in part.items() if value is not None and key != "id")
        if isinstance(part, Mapping)
        else part
        for part in cell
    ]
