"""What would be taken over from another plan, change by change, in the words of a planner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.engine.comparison import Difference, changed_fields
from domain.engine.taking_over import Wish
from domain.exchange.compared_rows import ComparedRow, Sort, rows_of
from domain.exchange.compared_words import SORTS, row_texts
from domain.language import _
from domain.model import Plan
from domain.words.things import name_of
from domain.words.titles import field_text


def taking_lines(mine: Plan, theirs: Plan, wishes: Iterable[Wish]) -> Iterator[str]:
    """One line a change: the thing, its field, the value now and the one to come."""
    for wish in wishes:
        for row in _rows(mine, theirs, wish):
            if wish.field in {None, row.field}:
                yield _line(row, mine, theirs)


def _rows(mine: Plan, theirs: Plan, wish: Wish) -> Iterator[ComparedRow]:
    if wish.ref is None:
        for change in changed_fields(mine.settings, theirs.settings):
            yield ComparedRow(None, Sort.OTHER, change.field, change.before, change.after, ())
        return
    bare = Plan()
    found = Difference(wish.ref, mine.find(wish.ref), theirs.find(wish.ref))
    if found.before is not None or found.after is not None:
        yield from rows_of(bare, bare, [found])


def _line(row: ComparedRow, mine: Plan, theirs: Plan) -> str:
    name = _("Settings") if row.ref is None else name_of(row.ref, theirs)
    if row.ref is not None and theirs.find(row.ref) is None:
        name = name_of(row.ref, mine)
    before, after = row_texts(row, mine, theirs)
    if row.field is None:
        brief = before if row.sort is Sort.REMOVED else after
        return f"{_(SORTS[row.sort])}: {name} ({brief})"
    return f"{name}: {field_text(row.field)} {before} → {after}"
