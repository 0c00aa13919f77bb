"""Tables that never came from us: columns found by their headings, cells read as strictly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from domain.errors import Cancelled, KnownError, Refused, UnreadableFile
from domain.exchange.rotation_rows.days import DayOrder
from domain.exchange.table_reading import LooseDays, Terms, look, read_table
from domain.model import Plan, Status
from tests.domain import plan_builder as build
from tests.domain.exchange.table_reading.tables import GROUP, HEADINGS, ROW, added, csv
from tests.domain.exchange.workbook_reading.workbooks_back import changes, problems, warnings

STATUSES = "choose one of 'draft', 'planned', 'approved', 'deployed', 'completed', 'cancelled'."
UNKNOWN = "the plan has no rotation with this id, and the table lacks mission, first_day."
LATER = "last_day 2026-06-30 → 2026-07-31"


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_mark_between_columns_is_found(
    tmp_path: Path, plan: Plan, mark: str, encoding: str, end: str
) -> None:
    lines = (line.replace(";", mark) for line in (HEADINGS, ROW))
    reading = read_table(csv(tmp_path, *lines, encoding=encoding, end=end), plan)
    assert added(plan, reading) == [GROUP]
    assert (reading.rows_in, reading.rows_taken, reading.rows_refused) == (1, 1, 0)
    assert warnings(reading) == []


def test_a_file_may_say_its_mark(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, "sep=,", HEADINGS.replace(";", ","), ROW.replace(";", ","))
    assert added(plan, read_table(path, plan)) == [GROUP]


def test_a_file_whose_mark_is_not_clear_is_refused(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, "Missie;Naam,Begin;Eind,Mil")
    with pytest.raises(UnreadableFile, match="line 1: its columns can be divided in two ways"):
        read_table(path, plan)


def test_quotes_may_hold_marks_breaks_and_quotes(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, HEADINGS, 'OSC;"Groep ""9"";\nén meer";01-01-2027;30-06-2027;11')
    ((_mission, name, *_rest),) = added(plan, read_table(path, plan))
    assert name == 'Groep "9";\nén meer'


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@home"])
def test_text_that_was_defused_is_as_it_was(tmp_path: Path, plan: Plan, text: str) -> None:
    path = csv(tmp_path, HEADINGS, f"OSC;'{text};01-01-2027;30-06-2027;11")
    ((_mission, name, *_rest),) = added(plan, read_table(path, plan))
    assert name == text


def test_a_row_with_an_id_changes_that_rotation_and_only_what_the_table_has(
    tmp_path: Path, plan: Plan
) -> None:
    path = csv(tmp_path, "id;einddatum;eenheid;status", "r1;31-07-2026;Alpha;goedgekeurd")
    assert problems(read_table(path, plan)) == [
        f"rotaties.csv!D2: 'goedgekeurd' is not a word of this list; {STATUSES}"
    ]
    path = csv(tmp_path, "id;einddatum;eenheid;status", "r1;31-07-2026;Alpha;Approved")
    assert changes(plan, read_table(path, plan)) == [
        f"changed r1: {LATER}; force None → alpha; status planned → approved"
    ]


def test_a_row_with_an_unknown_id_needs_all_of_a_rotation(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, "id;einddatum", "r9;31-07-2026")
    assert problems(read_table(path, plan)) == [f"rotaties.csv!A2: {UNKNOWN}"]


def test_rotations_without_a_row_stay(tmp_path: Path, plan: Plan) -> None:
    assert "r1" in read_table(csv(tmp_path, HEADINGS, ROW), plan).plan.rotations


def test_a_row_like_a_rotation_that_is_there_is_told(tmp_path: Path, plan: Plan) -> None:
    reading = read_table(csv(tmp_path, HEADINGS, "OSC;R1;01-01-2026;30-06-2026;4"), plan)
    assert changes(plan, reading) == ["added osc-1"]
    assert warnings(reading) == [
        "rotaties.csv!2:2: there is already a rotation of this mission, name and days, 'r1'."
    ]


def test_what_is_not_read_is_told(tmp_path: Path, plan: Plan) -> None:
    reading = read_table(csv(tmp_path, f"{HEADINGS};Kleur", f"{ROW};rood"), plan)
    assert added(plan, reading) == [GROUP]
    assert warnings(reading) == ["rotaties.csv!F1: the column 'Kleur' is not read."]


def test_a_day_until_which_is_not_guessed(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, "Missie;Naam;Van;Tot;Mil", ROW)
    with pytest.raises(Refused, match="no column tells last_day; say which of 'Missie', 'Naam'"):
        read_table(path, plan)
    mapping = {"Missie": "mission", "Naam": "name", "Van": "first_day", "Tot": "last_day"}
    reading = read_table(path, plan, Terms(mapping))
    assert added(plan, reading) == [(*GROUP[:-1], 0)]
    assert warnings(reading) == ["rotaties.csv!E1: the column 'Mil' is not read."]


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ({"Missie": "misssion"}, "there is no field 'misssion'; the fields are id, mission_name"),
        ({"Kleur": "name"}, "0 columns are headed 'Kleur'; the headings are 'Missie', 'Naam'"),
        ({"Missie": "name", "Naam": "name"}, "two columns are to be name; choose one"),
        ({}, "no column tells mission, first_day, last_day"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(
    tmp_path: Path, plan: Plan, mapping: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        read_table(csv(tmp_path, HEADINGS, ROW), plan, Terms(mapping))


def test_headings_that_claim_one_field_are_left_to_a_person(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, "Missie;Begin;Startdatum;Einddatum", "OSC;01-01-2027;x;30-06-2027")
    assert look(path).suggested == {"Missie": "mission", "Einddatum": "last_day"}
    with pytest.raises(Refused, match="no column tells first_day"):
        read_table(path, plan)


def test_a_heading_that_stands_there_twice_is_refused(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, "Missie;Begindatum;Einddatum;Einddatum", "OSC;01-01-2027;x;30-06-2027")
    with pytest.raises(Refused, match="2 columns are headed 'Einddatum'"):
        read_table(path, plan)


def test_a_look_shows_headings_and_some_rows(tmp_path: Path) -> None:
    found = look(csv(tmp_path, "Extract van 1 mei", "", HEADINGS, *[ROW] * 9))
    assert found.sheet == "rotaties.csv"
    assert found.headings == ("Missie", "Naam", "Begindatum", "Einddatum", "Militairen")
    assert len(found.samples) == 5
    assert found.samples[0] == ("OSC", "Groep 9", "01-01-2027", "2027-06-30", "11")
    assert found.suggested == {
        "Missie": "mission",
        "Naam": "name",
        "Begindatum": "first_day",
        "Einddatum": "last_day",
        "Militairen": "military",
    }


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (0, "OSX", "A2: there is no mission 'OSX'; choose one of 'OSC', 'UNMISS'."),
        (0, "", "A2: there is no mission; a rotation belongs to one."),
        (1, "a\u202e", "B2: the text holds the character U+202E, which is not seen; type it anew."),
        (2, "46023", "C2: '46023' can be read in more than one way, or not at all;"),
        (2, "1/2/26", "C2: '1/2/26' can be read in more than one way, or not at all;"),
        (3, "31-02-2027", "D2: '31-02-2027' is no date."),
        (3, "", "D2: there is no day; a rotation has a first and a last day."),
        (4, "1.000", "E2: '1.000' is not a whole number."),
        (4, "elf", "E2: 'elf' is not a whole number."),
        (4, "-1", "E2: '-1' is not a whole number."),
    ],
)
def test_a_cell_that_is_not_read_is_named(
    tmp_path: Path, plan: Plan, field: int, text: str, sentence: str
) -> None:
    fields = ROW.split(";")
    fields[field] = text
    reading = read_table(csv(tmp_path, HEADINGS, ";".join(fields)), plan)
    (problem,) = problems(reading)
    assert problem.startswith(f"rotaties.csv!{sentence}")
    assert reading.plan is plan
    assert (reading.rows_in, reading.rows_refused) == (1, 1)


def test_a_row_that_was_cut_off_is_refused(tmp_path: Path, plan: Plan) -> None:
    reading = read_table(csv(tmp_path, HEADINGS, ROW, "OSC;Groep 10;01-07-2027;31-12-2027"), plan)
    assert problems(reading) == [
        "rotaties.csv!3:3: the row has 4 fields, the headings have 5; was it cut off?"
    ]
    assert (reading.rows_in, reading.rows_taken, reading.rows_refused) == (2, 1, 1)


def test_empty_rows_are_no_rows(tmp_path: Path, plan: Plan) -> None:
    reading = read_table(csv(tmp_path, HEADINGS, "", ";;;;", ROW, " ; ;;;"), plan)
    assert added(plan, reading) == [GROUP]
    assert reading.rows_in == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "there is no row of headings"),
        (b"\n\n", "there is no row of headings"),
        (b"Missie\nOSC\n", "there is no row of headings"),
        ("Missie;Naam\né;x\n".encode("latin-1"), "line 2: it is not text in UTF-8"),
        ("Missie;Naam\n".encode("utf-16"), "it is not text in UTF-8"),
        (b"PK\3\4" + bytes(99), "it is not text in UTF-8"),
        (b"Missie;Naam\nOSC;a\0b\n", "it holds more than text"),
        (b'Missie;Naam\nOSC;"a\n', "the text in quotes is not as it should be"),
        (b'Missie;Naam\nOSC;"a"b\n', "the text in quotes is not as it should be"),
        (b"Missie;Naam\n" + b"x" * 400_000, "a line longer than any table has"),
        (b"Missie;Naam\n" + b";" * 600, "larger than any table"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    tmp_path: Path, plan: Plan, content: bytes, words: str
) -> None:
    path = tmp_path / "rotaties.csv"
    path.write_bytes(content)
    with pytest.raises(KnownError, match=f"rotaties.csv.*{words}"):
        read_table(path, plan)


def test_a_file_that_is_not_there(tmp_path: Path, plan: Plan) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read: No such file"):
        read_table(tmp_path / "rotaties.csv", plan)
    (tmp_path / "map.csv").mkdir()
    with pytest.raises(UnreadableFile, match="it is a folder"):
        read_table(tmp_path / "map.csv", plan)


def test_missions_and_posts_are_known_by_any_name_that_is_theirs_alone(tmp_path: Path) -> None:
    missions = [build.mission("a"), build.mission("b")]
    plan = build.plan(*missions, build.post("p1", "a", 1))
    path = csv(
        tmp_path,
        "Missie;Begindatum;Einddatum;Functie",
        "A;01-01-2027;30-06-2027;P1",
        "b;01-01-2027;30-06-2027;",
    )
    reading = read_table(path, plan)
    assert [(r.mission, r.post) for r in reading.plan.rotations.things()] == [
        ("a", "p1"),
        ("b", None),
    ]


def test_days_in_two_readings_are_read_as_someone_said(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, HEADINGS, "OSC;Groep 9;1/2/2027;3.04.2027;11")
    assert "can be read in more than one way" in problems(read_table(path, plan))[0]
    read = {
        order: added(plan, read_table(path, plan, Terms(order=order)))[0][2:4] for order in DayOrder
    }
    assert read == {
        DayOrder.DAY_FIRST: (date(2027, 2, 1), date(2027, 4, 3)),
        DayOrder.MONTH_FIRST: (date(2027, 1, 2), date(2027, 3, 4)),
    }


def test_what_is_no_day_in_the_order_that_was_said_is_refused(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, HEADINGS, "OSC;Groep 9;13-02-2027;2027-06-30;11")
    assert problems(read_table(path, plan, Terms(order=DayOrder.MONTH_FIRST))) == [
        "rotaties.csv!C2: '13-02-2027' is no date."
    ]


def test_a_look_tells_which_orders_the_days_allow(tmp_path: Path) -> None:
    row = "OSC;Groep 9;1/2/2027;30/6/2027;11"
    loose = look(csv(tmp_path, HEADINGS, row, ROW)).loose
    assert loose == {
        "Begindatum": LooseDays("1/2/2027", frozenset(DayOrder)),
        "Einddatum": LooseDays("30/6/2027", frozenset({DayOrder.DAY_FIRST})),
    }


def test_new_rotations_have_what_was_said_for_all_of_them(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, "Naam;Begindatum;Einddatum", "Groep 9;01-01-2027;30-06-2027")
    with pytest.raises(Refused, match="no column tells mission"):
        read_table(path, plan)
    reading = read_table(path, plan, Terms(mission="unmiss", status=Status.DRAFT))
    (new,) = [r for r in reading.plan.rotations.things() if r.id != "r1"]
    assert (new.mission, new.status) == ("unmiss", Status.DRAFT)
    with pytest.raises(Refused, match="there is no mission 'nowhere'"):
        read_table(path, plan, Terms(mission="nowhere"))


def test_a_row_that_has_a_mission_keeps_it(tmp_path: Path, plan: Plan) -> None:
    rows = ("OSC;Groep 1;01-01-2027;30-06-2027;1", ";Groep 2;01-01-2027;30-06-2027;1")
    reading = read_table(csv(tmp_path, HEADINGS, *rows), plan, Terms(mission="unmiss"))
    assert [mission for mission, *_rest in added(plan, reading)] == ["osc", "unmiss"]


def test_the_row_of_the_headings_can_be_said(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, HEADINGS, "Missie;Oud;Begindatum;Einddatum;Militairen", ROW)
    assert look(path).row == 1
    assert look(path, row=2).headings[1] == "Oud"
    assert len(added(plan, read_table(path, plan, Terms(row=2)))) == 1
    with pytest.raises(Refused, match="row 9 holds no headings"):
        look(path, row=9)


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path, plan: Plan) -> None:
    path = csv(tmp_path, HEADINGS, *[ROW] * 450)
    told: list[tuple[int, int]] = []
    read_table(path, plan, tell=lambda done, of: told.append((done, of)))
    assert told == [(200, 0), (400, 0)]

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_table(path, plan, tell=stop)
