"""What cells call things by: ids, names, and words of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from domain.exchange.rotation_rows.doubt import Doubt, quoted
from domain.exchange.rotation_rows.lookalikes import by_looks, looks_of
from domain.exchange.workbook.naming import Named, labels_of
from domain.exchange.workbook.text import as_shown
from domain.language import N_, _

_MOST_NAMED: Final = 8
_UNKNOWN: Final = {
    "mission": N_("there is no mission {value}"),
    "force": N_("there is no force {value}"),
    "post": N_("there is no post {value}"),
    "rotation": N_("there is no rotation {value}"),
    "word": N_("{value} is not a word of this list"),
}
Labels = Mapping[str, str]
"""Codes by the labels that stand for them."""


class Names:
    """The things of one kind, by their ids and by the labels that a table uses for them."""

    def __init__(self, kind: str, ids: Iterable[str], labels: Labels | None = None) -> None:
        """Know things by id; of labels that differ only in case and mean two things, none loosely.

        A label of something that is not there counts for nothing.
        """
        self._kind = kind
        self._ids = {as_shown(name): name for name in ids}
        known = ((label, self._ids.get(as_shown(code))) for label, code in (labels or {}).items())
        self._labels = {label: code for label, code in known if code is not None}
        self._loose: dict[str, str | None] = {}
        for label, code in self._labels.items():
            key = _loosely(label)
            self._loose[key] = code if self._loose.get(key, code) == code else None

    def id_of(self, text: str) -> str:
        """The id of what a cell calls by its id, or else by its label; raises Doubt for neither."""
        found = self._by_id(text) or self._by_label(text)
        if found is None:
            raise self.unknown(text)
        return found

    def labelled(self, text: str) -> str:
        """The id of what a cell calls by its label, or else by its id; raises Doubt for neither."""
        found = self._by_label(text) or self._by_id(text)
        if found is None:
            raise self.unknown(text)
        return found

    def _by_id(self, text: str) -> str | None:
        return self._ids.get(text) or self._ids.get(text.strip())

    def _by_label(self, text: str) -> str | None:
        return self._labels.get(text) or self._loose.get(_loosely(text))

    def unknown(self, text: str) -> Doubt:
        """That nothing is called so, with what may have been meant."""
        return Doubt(_(_UNKNOWN[self._kind]).format(value=quoted(text)) + self._advice(text))

    def _advice(self, text: str) -> str:
        known = self._known
        alike = self._looks.get(looks_of(text))
        if alike:
            return _("; did you mean {value}?").format(value=quoted(alike[0]))
        if 0 < len(known) <= _MOST_NAMED:
            return _("; choose one of {values}.").format(values=", ".join(map(quoted, known)))
        return _("; choose one that the plan has.")

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(self._labels) or tuple(self._ids)

    @cached_property
    def _looks(self) -> Mapping[str, list[str]]:
        return by_looks(dict.fromkeys([*self._labels, *self._ids]))


def _loosely(text: str) -> str:
    return " ".join(text.split()).casefold()


def names_of(kind: str, things: Iterable[Named], labels: Labels | None = None) -> Names:
    """Missions or forces by id, by the labels given, and by those that a workbook gives them."""
    named = list(things)
    own = {as_shown(label): name for name, label in labels_of(named).items()}
    return Names(kind, (thing.id for thing in named), {**own, **(labels or {})})
