"""What can be read of a damaged plan is saved in a fresh file, and what was left out is said."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import Cancelled, DamagedFile, UnreadableFile, UnwritableFile
from domain.store import PlanFile
from domain.store.rescue import Rescued, rescue
from tests.domain.store.plans import everything, long_plan

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.kader"
    PlanFile.create(path, [everything(), replace(long_plan(600), scenario="B")]).close()
    return path


def saved(path: Path) -> tuple[Rescued, PlanFile]:
    """What comes of a damaged file, which is not changed, in a new one, which is whole."""
    before = path.read_bytes()
    target = path.with_name("new.kader")
    rescued = rescue(path, target)
    assert path.read_bytes() == before
    file = PlanFile.open(target, read_only=True)
    assert file.verify() == ()
    return rescued, file


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def page_with(path: Path, words: bytes) -> int:
    content = path.read_bytes()
    return content.index(words) // PAGE * PAGE


def test_of_a_whole_file_everything_is_saved_and_the_journal_goes_on(path: Path) -> None:
    rescued, file = saved(path)
    with file:
        assert file.scenarios() == ("Plan A", "B")
        assert file.load("Plan A") == everything()
        assert len(file.load("B").rotations) == 600
        with PlanFile.open(path, read_only=True) as old:
            assert (file.head(), file.last_entry) == (old.head(), 2)
    assert rescued.said == ("Every row can be read, and fits the journal, which goes on.",)


def test_where_only_an_index_is_damaged_the_journal_goes_on(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'rotations'"
        ).fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        PlanFile.open(path)
    rescued, file = saved(path)
    with file:
        assert file.last_entry == 2
        assert len(file.load("B").rotations) == 600
    assert rescued.said == ("Every row can be read, and fits the journal, which goes on.",)


def test_a_row_that_the_journal_does_not_know_lets_it_begin_anew(path: Path) -> None:
    change(path, "UPDATE rotations SET note = 'by hand' WHERE id = 'r5'")
    rescued, file = saved(path)
    with file:
        assert file.load("Plan A").rotations["r5"].note == "by hand"
    assert rescued.said[-1].startswith("The journal begins anew. Of the old one the first 2")


def test_it_can_be_stopped_and_then_nothing_is_there(path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rescue(path, path.with_name("new.kader"), stop)
    assert not path.with_name("new.kader").exists()


def test_rows_around_a_damaged_page_are_saved(path: Path) -> None:
    place = page_with(path, b"Rotatie 300")
    content = bytearray(path.read_bytes())
    content[place : place + 8] = b"\xff" * 8
    path.write_bytes(content)
    rescued, file = saved(path)
    with file:
        kept = file.load("B").rotations
        assert file.load("Plan A") == everything()
    assert 500 < len(kept) < 600
    assert "r000000" in kept
    assert "r000599" in kept
    lost = f"{600 - len(kept)} rows of rotations cannot be read."
    assert lost in rescued.said


def test_of_a_file_that_was_cut_off_the_rest_is_saved(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 4 // 5])
    rescued, file = saved(path)
    file.close()
    assert rescued.kept > 0
    assert len(rescued.said) > 1


def test_a_broken_chain_of_the_journal_is_said(path: Path) -> None:
    change(path, "UPDATE journal SET who = 'x' WHERE seq = 2")
    rescued, file = saved(path)
    file.close()
    assert "the first 1 entries hold" in rescued.said[-1]


def test_a_lost_mission_stands_there_again_by_its_id(path: Path) -> None:
    change(path, "DELETE FROM missions WHERE scenario = 2 AND id = 'm3'")
    rescued, file = saved(path)
    with file:
        plan = file.load("B")
    assert len(plan.rotations) == 600
    assert plan.missions["m3"].name == "m3"
    assert "Scenario 'B': mission 'm3' is lost; only its id is there again." in rescued.said


def test_a_link_to_nothing_goes(path: Path) -> None:
    change(path, "UPDATE rotations SET relieves = 'gone' WHERE scenario = 2 AND id = 'r000010'")
    rescued, file = saved(path)
    with file:
        assert file.load("B").rotations["r000010"].relieves is None
    said = "Scenario 'B': 1 row of rotations lost a link to what is elsewhere or nowhere."
    assert said in rescued.said


def test_a_row_that_holds_what_it_cannot_hold_is_left_out(path: Path) -> None:
    change(path, "UPDATE rotations SET supports = '[1]' WHERE id = 'r5'")
    rescued, file = saved(path)
    with file:
        assert "r5" not in file.load("Plan A").rotations
    assert "1 row of rotations is left out: it fits nothing." in rescued.said


def test_a_file_that_is_there_is_not_written_over(path: Path) -> None:
    target = path.with_name("new.kader")
    target.write_text("mine")
    with pytest.raises(UnwritableFile):
        rescue(path, target)
    assert target.read_text() == "mine"


def test_a_file_that_acts_is_refused(path: Path) -> None:
    change(path, "CREATE VIEW v AS SELECT * FROM plan")
    with pytest.raises(UnreadableFile):
        rescue(path, path.with_name("new.kader"))
    assert not path.with_name("new.kader").exists()


def test_a_circle_is_cut_and_what_leads_to_it_stays(path: Path) -> None:
    linked = (
        "UPDATE rotations SET mission = 'm0', relieves = '{to}' WHERE scenario = 2 AND id = '{of}'"
    )
    pairs = (("r000001", "r000000"), ("r000000", "r000001"), ("r000002", "r000001"))
    change(path, *(linked.format(of=of, to=to) for of, to in pairs))
    rescued, file = saved(path)
    with file:
        rotations = file.load("B").rotations
    assert len(rotations) == 600
    assert rotations["r000002"].relieves == "r000001"
    said = "Scenario 'B': 1 row of rotations lost a link that led back to itself."
    assert said in rescued.said


def test_a_scenario_without_its_row_gets_a_name_that_no_other_has(tmp_path: Path) -> None:
    path = tmp_path / "a.kader"
    other = replace(long_plan(3), scenario="Scenario 2")
    PlanFile.create(path, [other, replace(long_plan(3), scenario="B")]).close()
    change(path, "DELETE FROM scenarios WHERE number = 2")
    _rescued, file = saved(path)
    with file:
        assert file.scenarios() == ("Scenario 2", "Scenario 2 (2)")
