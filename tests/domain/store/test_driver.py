"""Every connection has the settings that keep a plan safe, and opening a plan stays light."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from domain.store import PlanFile
from domain.store.driver import close, connect, connect_and_hold
from domain.store.edition import APPLICATION_ID, CURRENT
from tests.domain.store.plans import everything

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    PlanFile.create(tmp_path / "a.kader", [everything()]).close()
    return tmp_path / "a.kader"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("locking_mode", "exclusive"),
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_a_plan_is_held_with_these_settings(path: Path, setting: str, value: object) -> None:
    connection = connect_and_hold(path)
    assert connection.execute(f"PRAGMA {setting}").fetchone() == (value,)
    assert connection.isolation_level is None
    close(connection)


def test_no_page_of_a_plan_is_read_past_sqlite(path: Path) -> None:
    with closing(connect(path, "ro")) as connection:
        assert connection.execute("PRAGMA mmap_size").fetchone() in {(0,), None}


def test_the_file_says_what_it_is(path: Path) -> None:
    with closing(connect(path, "ro")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (CURRENT.version,)
    assert APPLICATION_ID.to_bytes(4) == b"KADR"


def test_the_file_has_the_tables_as_they_are_written(path: Path) -> None:
    with closing(connect(path, "ro")) as connection:
        found = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%migrations%'"
        ).fetchall()
    assert {row[0] for row in found} == set(CURRENT.statements)


def test_every_table_of_a_plan_is_strict() -> None:
    tables = [sql for sql in CURRENT.statements if sql.startswith("CREATE TABLE")]
    assert len(tables) == 19
    assert all(sql.endswith("STRICT") for sql in tables)


def test_opening_and_saving_a_plan_loads_no_library_that_only_upgrades_need(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from domain.model import MoveRotations\n"
        "from domain.store import PlanFile\n"
        "with PlanFile.open(Path(sys.argv[1])) as file:\n"
        "    plan = file.load()\n"
        "    applied = MoveRotations(('r5',), 1).apply(plan)\n"
        "    file.keeper('Plan A').save(plan, applied, 'move')\n"
        "print(sorted({'sqlite_utils', 'click'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, check=True, capture_output=True
    )
    assert done.stdout == b"[]\n"


def test_no_plugin_of_sqlite_utils_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from domain.model import Plan\n"
        "from domain.store import PlanFile\n"
        "PlanFile.create(Path(sys.argv[1]), [Plan()]).close()\n"
        "from sqlite_utils import plugins\n"
        "print(plugins._plugins_loaded)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "b.kader")],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert done.stdout == b"False\n"
