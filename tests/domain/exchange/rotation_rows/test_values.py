"""Numbers, texts, names and ids in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.exchange.rotation_rows.cell import Cell, Kind, letters_of, number_in
from domain.exchange.rotation_rows.counts import count_of
from domain.exchange.rotation_rows.doubt import Doubt, quoted
from domain.exchange.rotation_rows.lookalikes import looks_of
from domain.exchange.rotation_rows.names import Names
from domain.exchange.rotation_rows.texts import clean
from domain.exchange.rotation_rows.ties import circles


@given(st.integers(0, 10_000_000))
def test_whole_numbers_are_read(number: int) -> None:
    assert count_of(Cell(Kind.NUMBER, str(number))) == number
    assert count_of(Cell(Kind.PLAIN, f" {number} ")) == number
    assert count_of(Cell(Kind.NUMBER, f"{number}.0")) == number


@given(st.text(max_size=8) | st.floats().map(str))
def test_anything_else_is_refused_or_is_that_number(text: str) -> None:
    for kind in Kind:
        try:
            number = count_of(Cell(kind, text))
        except Doubt:
            continue
        assert float(text) == number


@pytest.mark.parametrize(
    "text", ["1.000", "1,000", "1 000", "12,0", "1e3", "+5", "0x5", "\u0665", ""]
)
def test_numbers_of_text_files_are_digits(text: str) -> None:
    with pytest.raises(Doubt):
        count_of(Cell(Kind.PLAIN, text))


@pytest.mark.parametrize(
    "text", ["nan", "inf", "1e999", "1_0", "0x5", "", "--1", "1.2.3", "\u0665"]
)
def test_what_is_no_number(text: str) -> None:
    assert number_in(text) is None


@given(st.text(max_size=20))
def test_what_is_clean_stays_clean(text: str) -> None:
    try:
        cleaned = clean(text)
    except Doubt:
        return
    assert clean(cleaned) == cleaned


def test_text_is_composed_and_has_one_kind_of_line_break() -> None:
    assert clean("e\u0301\r\nb\rc") == "\xe9\nb\nc"


def test_what_is_quoted_is_short_and_on_one_line() -> None:
    assert quoted("a\nb\u202e") == "'a b\\u202E'"
    assert len(quoted("x" * 1_000)) == 62


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("r1", "rl"),
        ("R1", "r1"),
        ("O1", "01"),
        ("UNTSO", "UNTS\u041e"),
        ("osc", "\u043es\u0441"),
        ("caf\xe9", "cafe\u0301"),
        ("a-1", "a\u20131"),
        ("groep 1", "groep1"),
    ],
)
def test_names_that_look_alike(one: str, other: str) -> None:
    assert one != other
    assert looks_of(one) == looks_of(other)


def test_names_that_do_not_look_alike() -> None:
    assert len({looks_of(name) for name in ("r1", "r2", "r12", "s1")}) == 4


def test_a_label_is_read_whatever_its_case_unless_that_means_two_things() -> None:
    names = Names("mission", ["a", "b", "c"], {"One": "a", "Two": "b", "TWO": "c"})
    assert names.labelled(" one ") == "a"
    assert names.labelled("Two") == "b"
    assert names.labelled("TWO") == "c"
    with pytest.raises(Doubt, match="there is no mission 'two'"):
        names.labelled("two")


def test_a_label_of_what_is_not_there_counts_for_nothing() -> None:
    with pytest.raises(Doubt, match="choose one of 'a'"):
        Names("mission", ["a"], {"One": "gone"}).labelled("One")


def test_of_many_names_none_is_listed() -> None:
    names = Names("force", [f"f{n}" for n in range(20)])
    with pytest.raises(Doubt, match="there is no force 'x'; choose one that the plan has"):
        names.id_of("x")


@given(st.dictionaries(st.integers(0, 8), st.integers(0, 8)))
def test_circles_are_found(steps: dict[int, int]) -> None:
    def on_a_circle(start: int) -> bool:
        here: int | None = steps.get(start)
        for _step in range(len(steps)):
            if here is None or here == start:
                return here == start
            here = steps.get(here)
        return here == start

    def follow(name: str) -> str | None:
        target = steps.get(int(name))
        return None if target is None else str(target)

    found = circles(map(str, steps), follow)
    assert found == {str(name) for name in steps if on_a_circle(name)}


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")],
)
def test_the_letters_of_a_column(column: int, letters: str) -> None:
    assert letters_of(column) == letters
