"""A file holds several scenarios, each complete in itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import Refused, UnwritableFile
from domain.model import Mission, Plan, Post, Ref, Rotation, Table
from domain.model.words import Category, Kind
from domain.store import PlanFile
from tests.domain.store.plans import FIRST, LAST, everything, long_plan

LONG = replace(long_plan(50), name="Inzet 2026")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlanFile]:
    with PlanFile.create(tmp_path / "a.kader", [everything(), LONG]) as opened:
        yield opened


def test_each_scenario_comes_back_as_it_was(file: PlanFile) -> None:
    assert file.scenarios() == ("Plan A", "Lang")
    assert file.load() == file.load("Plan A") == everything()
    assert file.load("Lang") == LONG


def test_a_new_file_opens_with_its_first_scenario_or_the_one_that_is_named(tmp_path: Path) -> None:
    plans = [everything(), replace(LONG, name="Anders")]
    with PlanFile.create(tmp_path / "a.kader", plans) as file:
        assert (file.current, file.name) == ("Plan A", "Inzet 2026")
    with PlanFile.create(tmp_path / "b.kader", plans, current="Lang") as file:
        assert (file.current, file.name) == ("Lang", "Anders")
        assert file.load("Plan A").name == "Anders"


def test_two_files_are_two_plans(file: PlanFile, tmp_path: Path) -> None:
    with PlanFile.create(tmp_path / "b.kader", [everything()]) as other:
        assert len(other.plan_id) == 32
        assert other.plan_id != file.plan_id


def test_a_file_is_not_made_where_there_is_one(file: PlanFile, tmp_path: Path) -> None:
    (tmp_path / "b.kader").write_bytes(b"something")
    for name in ("a.kader", "b.kader"):
        with pytest.raises(UnwritableFile, match="is there already"):
            PlanFile.create(tmp_path / name, [everything()])
    assert (tmp_path / "b.kader").read_bytes() == b"something"
    assert file.verify() == ()


def test_a_file_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="cannot be written"):
        PlanFile.create(tmp_path / "nowhere" / "a.kader", [everything()])


def test_what_a_file_of_that_name_left_behind_does_no_harm(file: PlanFile) -> None:
    path = file.path.with_name("b.kader")
    path.with_name("b.kader-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 100)
    with PlanFile.create(path, [everything()]) as other:
        assert other.load() == everything()


def test_no_file_is_made_of_a_plan_that_cannot_be(tmp_path: Path) -> None:
    lost = everything().without(Ref(Kind.MISSION, "fer"))
    with pytest.raises(Refused, match="names 'fer', which does not exist"):
        PlanFile.create(tmp_path / "a.kader", [everything(), replace(lost, scenario="B")])
    with pytest.raises(Refused, match="There is already a scenario 'Plan A'"):
        PlanFile.create(tmp_path / "a.kader", [everything(), everything()])
    assert list(tmp_path.iterdir()) == []


def test_the_current_scenario_is_remembered(file: PlanFile) -> None:
    file.make_current("Lang")
    file.close()
    with PlanFile.open(file.path) as again:
        assert again.current == "Lang"
        assert again.load() == LONG


def test_a_scenario_that_is_not_there_is_refused(file: PlanFile) -> None:
    said = r"^There is no scenario 'Plan Z'; there are Plan A, Lang\.$"
    for ask in (file.load, file.make_current, file.keeper, file.remove_scenario):
        with pytest.raises(Refused, match=said):
            ask("Plan Z")


def test_a_scenario_can_be_added(file: PlanFile) -> None:
    other = replace(everything(), scenario="Plan B", derived_from="Plan A")
    file.put_scenario(other)
    assert file.scenarios() == ("Plan A", "Lang", "Plan B")
    assert file.load("Plan B") == other
    assert file.verify() == ()


def test_a_scenario_can_be_replaced(file: PlanFile) -> None:
    other = replace(LONG, scenario="Plan A", derived_from=None)
    file.put_scenario(other, "Import of plan.json")
    assert file.load("Plan A") == other
    assert file.load("Lang") == LONG
    assert file.verify() == ()
    file.put_scenario(everything())
    assert file.load("Plan A") == everything()
    assert file.verify() == ()


def test_replacing_a_scenario_by_its_equal_changes_nothing(file: PlanFile) -> None:
    head = file.head()
    file.put_scenario(everything())
    assert file.head() == head


def test_a_scenario_that_is_put_gives_the_plan_its_name(file: PlanFile) -> None:
    file.put_scenario(replace(everything(), name="Anders"))
    assert file.load("Lang").name == file.name == "Anders"
    file.put_scenario(replace(everything(), name="Weer anders", scenario="Plan B"))
    assert file.load("Lang").name == file.name == "Weer anders"
    assert file.verify() == ()


def test_a_scenario_that_cannot_be_is_refused_and_nothing_is_changed(file: PlanFile) -> None:
    lost = everything().without(Ref(Kind.FORCE, "pool"))
    for name in ("Plan A", "Plan B"):
        with pytest.raises(Refused, match="names 'pool', which does not exist"):
            file.put_scenario(replace(lost, scenario=name))
    assert file.scenarios() == ("Plan A", "Lang")
    assert file.load("Plan A") == everything()
    assert file.verify() == ()


def test_things_that_change_places_and_owners_at_once_are_written(tmp_path: Path) -> None:
    def plan(*names: str) -> Plan:
        return Plan(
            scenario="S",
            missions=Table([Mission(name, name) for name in names]),
            posts=Table(Post(f"p{n}", n, "", Category.POLICE, 1, None, None) for n in names),
            rotations=Table(
                Rotation(f"r{at}", name, "", FIRST, LAST, post=f"p{name}")
                for at, name in enumerate(names)
            ),
        )

    with PlanFile.create(tmp_path / "a.kader", [plan("a", "b", "c")]) as file:
        for names in ("cab", "bc", "xyz", "zyxab", "a"):
            file.put_scenario(plan(*names))
            assert file.load() == plan(*names)
            assert file.verify() == ()


def test_a_scenario_can_be_removed_but_not_the_one_that_is_open(file: PlanFile) -> None:
    with pytest.raises(Refused, match="Scenario 'Plan A' is open; open another one first"):
        file.remove_scenario("Plan A")
    file.make_current("Lang")
    file.remove_scenario("Plan A")
    assert file.scenarios() == ("Lang",)
    assert file.load() == LONG
    assert file.verify() == ()


def test_a_name_can_come_back_after_its_scenario_was_removed(file: PlanFile) -> None:
    file.remove_scenario("Lang")
    file.put_scenario(LONG)
    assert file.load("Lang") == LONG
    assert file.verify() == ()
