"""Cells that hold something else than they should, or something that can be read two ways."""

from __future__ import annotations

from functools import partial

from tests.hostile.cases import case, read, refused
from tests.hostile.workshop import STYLES, WORKBOOK, Workshop, text_cell

NO_COUNT = "is not a whole number"
NO_DATE = "is no date"
OUTSIDE = "lies outside 1990–2100"
LONG = f"<v>{'x' * 40_000}\xe9</v>"


def _value(place: str, about: str, inner: str, style: str, w: Workshop) -> None:
    """A cell in the style of another one, or in its own."""
    w.cell(place, about, inner, style=w.style_of(style or place))
    w.save()


# The cell, its attributes, what is in it, whose style it has, and the refusal or the change.
VALUES: dict[str, tuple[str, str, str, str, str | None, str]] = {
    "number_that_is_true": ("F5", 't="b"', "<v>1</v>", "", "is yes or no", ""),
    "number_that_is_an_error": ("F5", 't="e"', "<v>#N/A</v>", "", "the formula gives", ""),
    "number_that_is_nan": ("F5", "", "<v>NaN</v>", "", NO_COUNT, ""),
    "number_that_is_infinite": ("F5", "", "<v>INF</v>", "", NO_COUNT, ""),
    "number_beyond_all": ("F5", "", "<v>1e999</v>", "", NO_COUNT, ""),
    "number_of_two_hundred_digits": ("F5", "", f"<v>{'9' * 200}</v>", "", NO_COUNT, ""),
    "number_of_a_thousand_digits": ("F5", "", f"<v>{'9' * 1_000}</v>", "", "longer than any", ""),
    "number_below_zero": ("F5", "", "<v>-1</v>", "", "is not between 0 and", ""),
    "number_with_a_rest": ("F5", "", "<v>4.000001</v>", "", NO_COUNT, ""),
    "number_with_an_underscore": ("F5", "", "<v>1_0</v>", "", NO_COUNT, ""),
    "number_of_other_digits": ("F5", "", "<v>\u0664</v>", "", NO_COUNT, ""),
    "number_in_hexadecimal": ("F5", "", "<v>0x4</v>", "", NO_COUNT, ""),
    "number_that_is_text": ("F5", 't="str"', "<v>4</v>", "B5", "is text, not a whole number", ""),
    "number_that_is_a_date": ("F5", "", "<v>4</v>", "C5", "it is a date", ""),
    "number_in_another_form": ("F5", "", "<v>0.5E1</v>", "", None, "military 4 → 5"),
    "number_with_spaces": ("F5", "", "<v> 5 </v>", "", None, "military 4 → 5"),
    "formula_without_a_value": ("F5", "", "<f>2+2</f>", "", "does not say what the formula", ""),
    "formula_of_nothing": ("F5", "", "<f>2+2</f><v/>", "", "does not say what the formula", ""),
    "formula_with_a_value": ("F5", "", "<f>2+3</f><v>5</v>", "", None, "military 4 → 5"),
    "formula_that_gives_text": (
        "B5", 't="str"', "<f>A1</f><v>New</v>", "", None, "name R1 → New"
    ),
    "date_that_is_no_date": ("D5", "", "<v>46204</v>", "F5", "is not shown as a date", ""),
    "date_60": ("D5", "", "<v>60</v>", "", NO_DATE, ""),
    "date_0": ("D5", "", "<v>0</v>", "", NO_DATE, ""),
    "date_below_zero": ("D5", "", "<v>-46204</v>", "", NO_DATE, ""),
    "date_59": ("D5", "", "<v>59</v>", "", OUTSIDE, ""),
    "date_behind_all": ("D5", "", "<v>2958466</v>", "", NO_DATE, ""),
    "date_far_behind_all": ("D5", "", "<v>1e300</v>", "", NO_DATE, ""),
    "date_that_is_true": ("D5", 't="b"', "<v>1</v>", "", "is yes or no", ""),
    "date_with_a_time": ("D5", "", "<v>46204.5</v>", "", "has a time of day", ""),
    "date_in_iso": (
        "D5", 't="d"', "<v>2026-07-01T00:00:00</v>", "", None, "last_day 2026-06-30 → 2026-07-01"
    ),
    "date_in_iso_with_a_time": ("D5", 't="d"', "<v>2026-07-01T12:00</v>", "", "time of day", ""),
    "date_as_text": (
        "D5", 't="str"', "<v>01-07-2026</v>", "", None, "last_day 2026-06-30 → 2026-07-01"
    ),
    "date_of_two_readings": ("D5", 't="str"', "<v>1/7/26</v>", "", "more than one way", ""),
    "date_that_never_was": ("D5", 't="str"', "<v>29-02-2026</v>", "", NO_DATE, ""),
    "date_of_other_digits": ("D5", 't="str"', "<v>\u0660\u0661-07-2026</v>", "", "one way", ""),
    "text_with_a_control": ("B5", 't="str"', "<v>a_x0000_b</v>", "", "U+0000", ""),
    "text_that_turns": ("B5", 't="str"', "<v>a\u202eb</v>", "", "U+202E", ""),
    "text_with_nothing_in_it": ("B5", 't="str"', "<v>a\u200bb</v>", "", "U+200B", ""),
    "text_of_half_a_letter": ("B5", 't="str"', "<v>a_xD83D_b</v>", "", "U+D83D", ""),
    "text_that_is_not_assigned": ("B5", 't="str"', "<v>a\u0378b</v>", "", "U+0378", ""),
    "text_of_a_tag": ("B5", 't="str"', "<v>a\U000e0041b</v>", "", "U+E0041", ""),
    "text_that_is_decomposed": ("B5", 't="str"', "<v>e\u0301</v>", "", None, "name R1 → \xe9"),
    "text_like_a_formula": ("B5", 't="str"', "<v>=1+1</v>", "", None, "name R1 → =1+1"),
    "text_like_markup": (
        "B5", 't="str"', "<v>&lt;img src='//h'&gt;</v>", "", None, "name R1 → <img src='//h'>"
    ),
    "text_that_is_too_long": ("B5", 't="str"', LONG, "", "more than 32767", ""),
    "id_of_another_row": ("P6", 't="str"', "<v>r1</v>", "", "also stands in row 5", ""),
    "id_that_is_too_long": ("P6", 't="str"', f"<v>{'r' * 65}</v>", "", "more than 64", ""),
    "mission_of_nobody": ("Q5", 't="str"', "<v>osx</v>", "", "there is no mission 'osx'", ""),
    "mission_of_other_letters": ("A5", 't="str"', "<v>\u041eSC</v>", "", "did you mean 'OSC'", ""),
    "tie_to_nobody": ("U5", 't="str"', "<v>r9</v>", "", "there is no rotation 'r9'", ""),
    "tie_in_a_circle": ("U5", 't="str"', "<v>r2</v>", "", "leads back to the rotation", ""),
}  # fmt: skip
for name, (place, about, inner, style, refusal, line) in VALUES.items():
    lines = (f"changed: rotation r1: {line}",) if line else ()
    case(name, partial(_value, place, about, inner, style), refusal, lines)


@refused("lies outside 1990–2100")
def days_since_1904_that_were_not(w: Workshop) -> None:
    """The days of 1900 read as those of 1904 lie four years later: here, beyond the last."""
    w.swap(WORKBOOK, "<workbookPr", '<workbookPr date1904="1"')
    w.cell("D5", "", "<v>73050</v>")
    w.save()


@read()
def days_since_1904(w: Workshop) -> None:
    w.swap(WORKBOOK, "<workbookPr", '<workbookPr date1904="1"')
    content = w.parts[w.sheet].decode()
    for serial in ("46023", "46082", "46203", "46204", "46265", "46387"):
        content = content.replace(f"<v>{serial}</v>", f"<v>{int(serial) - 1462}</v>")
    w.parts[w.sheet] = content.encode()
    w.save()


@refused("does not say from which day it counts")
def days_since_nobody_knows(w: Workshop) -> None:
    w.swap(WORKBOOK, "<workbookPr", '<workbookPr date1904="maybe"')
    w.save()


@refused("is not shown as a date")
def style_that_is_no_date_any_more(w: Workshop) -> None:
    w.swap(STYLES, 'formatCode="dd-mm-yyyy"', 'formatCode="0"')
    w.save()


@read("added: rotation osc-1")
def row_that_is_new(w: Workshop) -> None:
    day = f'<c s="{w.style_of("C5")}"><v>46400</v></c>'
    w.behind(f'<row r="9">{text_cell("A9", "OSC")}{text_cell("B9", "New")}{day * 2}</row>')
    w.save()


@read("removed: rotation r3")
def row_that_is_gone(w: Workshop) -> None:
    content = w.parts[w.sheet].decode()
    start = content.index('<row r="7"')
    w.swap(w.sheet, content[start : content.index("</row>", start) + 6], "")
    w.save()


@read("changed: rotation r1: military 4 → 5")
def row_that_is_hidden(w: Workshop) -> None:
    w.swap(w.sheet, '<row r="5"', '<row r="5" hidden="1"')
    w.cell("F5", "", "<v>5</v>")
    w.save()
