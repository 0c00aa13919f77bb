"""Tables: lists that are never changed, held against a plain dictionary."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    multiple,
    rule,
)

from domain.model import Table


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A thing that is itself and no other, as an entity of a plan is until it is changed."""

    id: str


@dataclass(frozen=True, slots=True)
class Version:
    """A table and what a plain dictionary says that it holds."""

    table: Table[Card]
    cards: dict[str, Card] = field(hash=False)


NAMES = st.integers(0, 150).map(str)
MANY = st.lists(NAMES, min_size=70, max_size=110, unique=True)


class Tables(RuleBasedStateMachine):
    """Any changes of any version leave all others as they were.

    An id has one place for ever, that of the first card that had it in any version.
    """

    versions: Bundle[Version] = Bundle("versions")

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, int] = {}

    @initialize(target=versions, names=st.lists(NAMES, max_size=90, unique=True))
    def a_first_version(self, names: list[str]) -> Version:
        cards = {name: Card(name) for name in names}
        self.places = {name: place for place, name in enumerate(names)}
        return self.checked(Version(Table(cards.values()), cards))

    @rule(target=versions, version=versions, name=NAMES)
    def put_one(self, version: Version, name: str) -> Version:
        return self.checked(self.put(version, name))

    @rule(target=versions, version=versions, name=NAMES)
    def take_one_out(self, version: Version, name: str) -> Version:
        cards = {key: card for key, card in version.cards.items() if key != name}
        return self.checked(Version(version.table.without(name), cards))

    @rule(target=versions, version=versions, names=MANY)
    def put_more_than_are_kept_beside(self, version: Version, names: list[str]) -> Version:
        for name in names:
            version = self.put(version, name)
        return self.checked(version)

    @rule(target=versions, version=versions, names=MANY)
    def take_many_out(self, version: Version, names: list[str]) -> Version:
        table, cards = version.table, dict(version.cards)
        for name in names:
            table = table.without(name)
            cards.pop(name, None)
        return self.checked(Version(table, cards))

    @rule(target=versions, version=versions, names=MANY)
    def two_branches_of_one_version(
        self, version: Version, names: list[str]
    ) -> MultipleResults[Version]:
        half = len(names) // 2
        one, other = version, version
        for name in names[:half]:
            one = self.put(one, name)
        for name in names[half:]:
            other = self.put(other, name)
        return multiple(self.checked(one), self.checked(other))

    @rule(one=versions, other=versions)
    def versions_differ_in_what_is_not_the_same_object(self, one: Version, other: Version) -> None:
        ids = one.cards.keys() | other.cards.keys()
        differing = {key for key in ids if one.cards.get(key) is not other.cards.get(key)}

        assert one.table.differing(other.table) == differing
        assert (one.table == other.table) is (differing == set())
        assert one.table.shares_positions(other.table)

    @rule(version=versions)
    def no_version_ever_changes(self, version: Version) -> None:
        self.checked(version)

    def put(self, version: Version, name: str) -> Version:
        card = Card(name)
        self.places.setdefault(name, len(self.places))
        return Version(version.table.put(card), {**version.cards, name: card})

    def checked(self, version: Version) -> Version:
        """The version, when its table says everything that the dictionary says."""
        table = version.table
        in_order = sorted(version.cards, key=self.places.__getitem__)
        assert list(table) == in_order
        assert list(table.things()) == [version.cards[name] for name in in_order]
        assert list(table.values()) == list(table.things())
        assert list(table.items()) == [(name, version.cards[name]) for name in in_order]
        assert len(table) == len(in_order)
        assert [name for name in self.places if name in table] == sorted(
            in_order, key=list(self.places).index
        )
        assert {name: table.get(name) for name in self.places} == {
            name: version.cards.get(name) for name in self.places
        }
        assert [table.position(name) for name in in_order] == [
            self.places[name] for name in in_order
        ]
        return version


TestTables = Tables.TestCase
TestTables.settings = settings(max_examples=30, stateful_step_count=12, deadline=None)


def ids(table: Table[Card]) -> list[str]:
    return [card.id for card in table.things()]


def test_a_thing_that_is_replaced_keeps_its_place() -> None:
    table = Table([Card("a"), Card("b"), Card("c")]).put(Card("b"))

    assert ids(table) == ["a", "b", "c"]


def test_a_thing_that_comes_back_stands_where_it_stood() -> None:
    table = Table([Card("a"), Card("b")]).without("a").put(Card("c")).put(Card("a"))

    assert ids(table) == ["a", "b", "c"]


def test_what_was_taken_out_is_not_there() -> None:
    table = Table([Card("a")]).without("a")

    assert "a" not in table
    assert len(table) == 0
    with pytest.raises(KeyError):
        table["a"]


def test_to_take_out_what_is_not_there_changes_nothing() -> None:
    table = Table([Card("a")])

    assert table.without("b") is table


def test_of_two_things_with_one_id_the_last_counts() -> None:
    first, last = Card("a"), Card("a")

    assert Table([first, last])["a"] is last


def test_places_are_kept_when_they_are_given() -> None:
    table = Table([Card("a"), Card("b")], positions=[3, 8]).put(Card("c"))

    assert [table.position(name) for name in ("a", "b", "c")] == [3, 8, 9]


def test_tables_of_their_own_do_not_share_places() -> None:
    assert not Table([Card("a")]).shares_positions(Table([Card("a")]))


def test_a_table_equals_another_with_the_same_things_in_the_same_order() -> None:
    a, b = Card("a"), Card("b")

    assert Table([a, b]) == Table([a]).put(b)
    assert Table([a, b]) != Table([b, a])
    assert Table([a]) != [a]


@dataclass(frozen=True, slots=True)
class Linked:
    """A thing that may name two others."""

    id: str
    before: str | None = None
    whole: str | None = None


def holders(table: Table[Linked], *keys: str) -> list[str]:
    return [one.id for one in table.holding(("before", "whole"), keys)]


def test_who_holds_an_id_is_known_in_each_of_the_lists_that_came_of_one_another() -> None:
    first = Table([Linked(str(number), before=str(number - 1)) for number in range(1_200)])
    assert holders(first, "5", "700") == ["6", "701"]

    freed = first.put(Linked("701"))
    added = freed.put(Linked("new", whole="700")).put(Linked("3", whole="5"))
    gone = added.without("6")

    assert holders(freed, "5", "700") == ["6"]
    assert holders(added, "5", "700") == ["3", "6", "new"]
    assert holders(gone, "5", "700") == ["3", "new"]
    assert holders(first, "5", "700") == ["6", "701"]
    assert holders(gone, "nobody") == []


def test_who_holds_an_id_is_known_after_a_list_has_grown_by_whole_chunks() -> None:
    table = Table([Linked("a", before="z")])
    assert holders(table, "z") == ["a"]

    for number in range(1_100):
        table = table.put(Linked(str(number), before="z" if number in {600, 1_099} else None))

    assert holders(table, "z") == ["a", "600", "1099"]
