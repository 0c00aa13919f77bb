"""Texts are measured in the fonts that are written, and break where a reader expects."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.exchange.paper.letters import fitted, width_of, wrapped


def test_a_line_breaks_between_words() -> None:
    assert wrapped("one two three", width_of("one two", 8) + 1, 8) == ["one two", "three"]


def test_its_own_line_breaks_stay() -> None:
    assert wrapped("first\n\nsecond", 500, 8) == ["first", "", "second"]


def test_a_word_that_is_wider_than_a_line_goes_on_in_the_next_one() -> None:
    lines = wrapped("Verantwoordelijkheidsgebied", width_of("Verantwoord", 8) + 0.1, 8)
    assert "".join(lines) == "Verantwoordelijkheidsgebied"
    assert lines[0] == "Verantwoord"


def test_a_text_that_is_too_wide_is_cut_off_with_a_sign() -> None:
    assert fitted("Stafofficieren", 500, 8) == "Stafofficieren"
    cut = fitted("Stafofficieren", width_of("Stafoff", 8), 8)
    assert cut.startswith("Staf")
    assert cut.endswith("…")
    assert width_of(cut, 8) <= width_of("Stafoff", 8)
    assert fitted("Stafofficieren", 1, 8) == ""


def test_bold_letters_are_wider() -> None:
    assert width_of("Kader", 8, bold=True) > width_of("Kader", 8) > 0


def test_names_of_every_mission_have_their_letters() -> None:
    # A letter that the font lacks has the width of the box that stands for it.
    box = width_of("\ue123", 100)
    for letter in "ćčğıłńőřşšžėäëïöüßøåÉ→■▲○✓–−×…":
        assert width_of(letter, 100) != box, letter


@given(st.text(max_size=60), st.floats(12, 200))
def test_no_line_is_wider_than_it_may_be(text: str, width: float) -> None:
    for line in wrapped(text, width, 8):
        assert width_of(line, 8) <= width + 0.001 or len(line) == 1
