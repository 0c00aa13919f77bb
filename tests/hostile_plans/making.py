"""Hostile and damaged plan files, each made of a good one in one way."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from domain.model import AddRotations, ChangeRotations, MoveRotations, RemoveRotations, Rotation
from domain.store import PlanFile
from domain.store.journal import START, Entry, seal_of
from tests.domain.store.plans import FIRST, LAST, everything, long_plan

Harm = Callable[[Path], None]


def good_plan(folder: Path, name: str = "good.kader") -> Path:
    """A plan with everything in it, in which some steps were taken."""
    path = folder / name
    with PlanFile.create(path, [everything(), replace(long_plan(40), scenario="Lang")]) as file:
        plan, keeper = file.load(), file.keeper("Plan A")
        for edit in (
            MoveRotations(("r5",), 7),
            AddRotations((Rotation("r7", "fer", "", FIRST, LAST),)),
            RemoveRotations(("r1",)),
            ChangeRotations(("r5",), {"note": "x"}),
        ):
            applied = edit.apply(plan)
            keeper.save(plan, applied, edit.label)
            plan = applied.plan
        file.derive("Lang", "Variant")
        file.describe("Variant", "First thoughts.")
        file.make_record("Plan A")
    return path


def sent_plan(folder: Path, name: str = "sent.kader") -> Path:
    """A scenario as it is sent."""
    with PlanFile.open(good_plan(folder, "sender.kader")) as file:
        file.send("Plan A", folder / name)
    return folder / name


def edited_plan(folder: Path, name: str = "edited.kader") -> Path:
    """A scenario that was sent and worked on since: its seal says nothing any more."""
    path = sent_plan(folder, name)
    with PlanFile.open(path) as file:
        plan = file.load()
        applied = MoveRotations(("r9",), 1).apply(plan)
        file.keeper(plan.scenario).save(plan, applied, "move")
    return path


def sql(*statements: str) -> Harm:
    """Harm that is done by statements."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return harm


def schema(name: str, old: str, new: str) -> Harm:
    """Harm that is done to the statement by which a table was made."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            changed = connection.execute(
                "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?", (old, new, name)
            )
            connection.commit()
            assert changed.rowcount == 1
            (made,) = connection.execute(
                "SELECT sql FROM sqlite_schema WHERE name = ?", (name,)
            ).fetchone()
            assert new in made
            assert old not in made or old in new

    return harm


def entry(seq: int, **fields: str | int) -> Harm:
    """Harm that is done to an entry of the journal, which is then sealed again, with all after."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for name, value in fields.items():
                connection.execute(
                    f"UPDATE journal SET {name} = ? WHERE seq = ?",  # noqa: S608 - names from here
                    (value, seq),
                )
            previous = START
            for row in connection.execute("SELECT * FROM journal ORDER BY seq").fetchall():
                said = Entry._make(row)._replace(previous=previous)
                previous = seal_of(said)
                connection.execute(
                    "UPDATE journal SET previous = ?, hash = ? WHERE seq = ?",
                    (said.previous, previous, said.seq),
                )
            connection.commit()

    return harm


def at(offset: int, content: bytes) -> Harm:
    """Harm that is done to the bytes at a place; from the end if it is below zero."""

    def harm(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        start = offset % len(whole)
        whole[start : start + len(content)] = content
        path.write_bytes(whole)

    return harm


def upon(text: bytes, content: bytes) -> Harm:
    """Harm that is done to the bytes where a text stands."""
    return lambda path: at(path.read_bytes().index(text), content)(path)


def cut(length: int) -> Harm:
    """The file has only so many bytes, or so many fewer."""

    def harm(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:length])

    return harm


def whole(content: bytes) -> Harm:
    """It is another file altogether."""

    def harm(path: Path) -> None:
        path.write_bytes(content)

    return harm


def behind(content: bytes) -> Harm:
    """Something was put behind the file."""

    def harm(path: Path) -> None:
        path.write_bytes(path.read_bytes() + content)

    return harm


def large_cell(column: str, megabytes: int) -> Harm:
    """A text of so many megabytes."""
    text = f"replace(hex(zeroblob({megabytes << 19})), '0', 'x')"
    return sql(f"UPDATE rotations SET {column} = {text} WHERE id = 'r9'")  # noqa: S608


def loose(table: str, *statements: str, without: str = ") STRICT") -> Harm:
    """A table without its checks, with what they would not let in, then with its checks again."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            (made,) = connection.execute(
                "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
            ).fetchone()
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(
                "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ?",
                (without, without.replace("NOT NULL", "").replace(" STRICT", ""), table),
            )
            connection.execute("PRAGMA writable_schema = RESET")
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                connection.execute(statement)
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (made, table))
            connection.commit()

    return harm


def many_rows(path: Path) -> None:
    """So many entries in a journal that nobody has the time to read them all."""
    sql(
        "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)"
        " INSERT INTO journal"
        " SELECT i, 1, '', '', '', '[]', printf('%064d', 0), printf('%064d', 0) FROM n"
    )(path)


HARMS: Final[Mapping[str, Harm]] = {
    # What acts
    "a trigger": sql("CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM rotations; END"),
    "a trigger with a name of ours": sql(
        "CREATE TRIGGER _sqlite_migrations_t AFTER INSERT ON journal BEGIN SELECT 1; END"
    ),
    "a view": sql("CREATE VIEW v AS SELECT * FROM rotations"),
    "a view with a name of ours": sql(
        "CREATE VIEW idx__sqlite_migrations_v AS SELECT * FROM rotations"
    ),
    "a view in the place of a table": sql(
        "ALTER TABLE posts RENAME TO hidden", "CREATE VIEW posts AS SELECT * FROM hidden"
    ),
    "a view without end": sql(
        "CREATE VIEW v AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT count(*) FROM n"
    ),
    "a virtual table": sql("CREATE VIRTUAL TABLE f USING fts5(a)"),
    "a virtual table of another file": schema(
        "descriptions", "CREATE TABLE descriptions (", "CREATE VIRTUAL TABLE descriptions USING ("
    ),
    "a column that is computed": sql(
        "ALTER TABLE rotations ADD COLUMN x TEXT AS (hex(zeroblob(100000000)))"
    ),
    "a check that computes": schema(
        "missions", "note TEXT NOT NULL,", "note TEXT NOT NULL CHECK (randomblob(100000000)),"
    ),
    "an index that computes": sql("CREATE INDEX i ON rotations (hex(name))"),
    "a default that computes": schema(
        "missions", "note TEXT NOT NULL,", "note TEXT NOT NULL DEFAULT (hex(zeroblob(100000000))),"
    ),
    # Another structure
    "another table": sql("CREATE TABLE notes (a)"),
    "a table that is missing": sql("DROP TABLE sharings"),
    "an index that is missing": sql("DROP INDEX rotations_by_mission"),
    "an index on another column": schema(
        "rotations_by_mission", "(scenario, mission)", "(scenario, name)"
    ),
    "a table without checks": schema("rotations", "CHECK (military BETWEEN 0 AND 10000000)", ""),
    "a table that is not strict": schema("rotations", ") STRICT", ")"),
    "a table of statistics": sql("ANALYZE"),
    "columns in another order": sql(
        "ALTER TABLE sharings RENAME COLUMN force TO f",
        "ALTER TABLE sharings ADD COLUMN force TEXT",
    ),
    "a table that is another one's": sql(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage ="
        " (SELECT rootpage FROM sqlite_schema WHERE name = 'missions') WHERE name = 'posts'",
    ),
    "no plan in it": sql("DELETE FROM plan"),
    "a plan whose open scenario is not there": sql("UPDATE plan SET open_scenario = 99"),
    # Values that cannot be
    "a number that is not whole": loose("rotations", "UPDATE rotations SET military = 1.5"),
    "a number that is a text": loose("rotations", "UPDATE rotations SET military = 'many'"),
    "a number below zero": loose("rotations", "UPDATE rotations SET military = -1"),
    "a text that is bytes": loose("rotations", "UPDATE rotations SET name = x'00ff'"),
    "a text that is no text": loose(
        "rotations", "UPDATE rotations SET name = CAST(x'ff41' AS TEXT) WHERE id = 'r9'"
    ),
    "a text with a nought in it": sql("UPDATE rotations SET note = 'a' || char(0) || 'b'"),
    "a name that is not there": loose(
        "rotations", "UPDATE rotations SET name = NULL", without="name TEXT NOT NULL"
    ),
    "a day that never was": loose("rotations", "UPDATE rotations SET first_day = '2026-02-30'"),
    "days that are turned round": loose(
        "rotations", "UPDATE rotations SET first_day = '2026-12-01', last_day = '2026-01-01'"
    ),
    "a list that is none": sql("UPDATE rotations SET supports = '[1, 2]' WHERE id = 'r9'"),
    "a list in a list in a list": sql(
        "UPDATE rotations SET supports = replace(hex(zeroblob(50000)), '0', '[') || ']'"
        " WHERE id = 'r9'"
    ),
    "a source that is none": sql("UPDATE frames SET source = '{\"text\": [1]}'"),
    "a number of five thousand digits": sql(
        "UPDATE frames SET source = '{\"text\": 1' || replace(hex(zeroblob(2500)), '0', '1') || '}'"
    ),
    "a category that is none": sql("UPDATE limits SET categories = '[\"navy\"]'"),
    "a factor that is none": sql("UPDATE recovery_rules SET factor = 'sNaN' WHERE id = 'dwell'"),
    # References that cannot be
    "a rotation at no mission": sql("UPDATE rotations SET mission = 'gone' WHERE id = 'r9'"),
    "a frame for no mission": sql("UPDATE frames SET missions = '[\"gone\"]'"),
    "a rotation that continues itself": sql("UPDATE rotations SET continues = id WHERE id = 'r9'"),
    "rotations that relieve each other": sql(
        "UPDATE rotations SET relieves = 'r2' WHERE id = 'r9'",
        "UPDATE rotations SET relieves = 'r9' WHERE id = 'r2'",
    ),
    "forces that are in each other": sql(
        "UPDATE forces SET parent = 'schip' WHERE id = 'pool'",
        "UPDATE forces SET parent = 'pool' WHERE id = 'schip'",
    ),
    "frames that supersede each other": sql(
        'UPDATE frames SET supersedes = \'["osc-2026", "osc-2025"]\''
    ),
    "a relief at another mission": sql("UPDATE rotations SET mission = 'fer' WHERE id = 'r9'"),
    # The journal
    "a row that the journal does not know": sql(
        "UPDATE rotations SET military = 99 WHERE id = 'r9' AND scenario = 1"
    ),
    "an entry that was changed": sql("UPDATE journal SET who = 'x' WHERE seq = 3"),
    "an entry that was changed and sealed again": entry(3, changes="[]"),
    "an entry that was removed": sql("DELETE FROM journal WHERE seq = 4"),
    "a journal without entries": sql("DELETE FROM journal"),
    "an entry that is no list": entry(3, changes="x"),
    "an entry in an entry in an entry": entry(3, changes="[" * 90_000),
    "an entry about no kind of thing": entry(
        3, changes='[{"kind":"x","id":"y","before":null,"after":{}}]'
    ),
    "a copy of what never was": entry(
        3,
        changes='[{"kind":"scenario","id":"x","before":null,"after":{},"from":{"number":77}}]',
    ),
    "a note about what never was": entry(
        3, changes='[{"kind":"kept","id":"","before":null,"after":{},"number":"x"}]'
    ),
    "a journal of three hundred thousand entries": many_rows,
    # The size of things
    "a text of two megabytes": large_cell("note", 2),
    "a text of forty megabytes": large_cell("note", 40),
    # The file itself
    "an empty file": whole(b""),
    "a text": whole(b"Dear colleague, here is the plan.\n" * 100),
    "noughts": whole(b"\0" * 100_000),
    "a zip": whole(b"PK\x03\x04" + bytes(200)),
    "a database of another program": at(68, b"\0\0\0\0"),
    "a plan of a newer program": at(60, b"\0\0\0\x63"),
    "a form that never was": at(60, b"\0\0\0\0"),
    "a cut off file": cut(-4096),
    "half a file": cut(100_000),
    "nothing but a header": cut(100),
    "something behind its end": behind(b"x" * 4096),
    "a log for writing ahead": at(18, b"\x02\x02"),
    "another encoding": at(56, b"\0\0\0\x02"),
    "another size of pages": at(16, b"\x02\x00"),
    "a wrong number of pages": at(28, b"\0\0\0\x03"),
    "free pages that are not free": at(32, b"\0\0\0\x05\0\0\0\x02"),
    "a page of noise": at(4096 * 7, random.Random(1).randbytes(4096)),
    "noise at the end": at(-2000, random.Random(2).randbytes(2000)),
    "noise in the schema": upon(b"CREATE TABLE rotations", random.Random(3).randbytes(500)),
}


def flipped(content: bytes, dice: random.Random) -> bytes:
    """The same bytes but for one bit."""
    changed = bytearray(content)
    changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def harmed(good: Path, name: str, folder: Path) -> Path:
    """A copy of a good plan to which some harm was done."""
    path = folder / "harmed.kader"
    path.unlink(missing_ok=True)
    shutil.copyfile(good, path)
    HARMS[name](path)
    return path
