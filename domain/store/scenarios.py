"""What is done to scenarios as a whole: each is one step, with its entry in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from domain.errors import Refused
from domain.language import _
from domain.store.access import Access
from domain.store.driver import Connection, without_checks
from domain.store.scenario_rows import COLUMNS

if TYPE_CHECKING:
    from domain.store.descriptions import Said

LONGEST_NAME: Final = 200
LONGEST_DESCRIPTION: Final = 10_000


def name_of(connection: Connection, number: int) -> str:
    """The name of a scenario."""
    from domain.store.reading import scenario_row_of

    return str(scenario_row_of(connection, number)[0])


def description_of(connection: Connection, number: int) -> str:
    """What is said of a scenario; empty when nothing is."""
    row = connection.execute(
        "SELECT text FROM descriptions WHERE scenario = ?", (number,)
    ).fetchone()
    return "" if row is None else str(row[0])


def record_in(connection: Connection) -> int | None:
    """The number of the scenario that is the plan of record, or none."""
    row = connection.execute("SELECT scenario FROM record").fetchone()
    return None if row is None else int(row[0])


def copy(access: Access, number: int, name: str, *, derived: bool) -> None:
    """Add a copy of a scenario under another name; one that is derived says what from.

    The rows are copied inside the file, and the journal refers to where they came from.
    """
    from domain.store import journal
    from domain.store.journal_words import COPIED_FROM, SCENARIO, said
    from domain.store.reading import scenario_row_of
    from domain.store.steps import next_number, require_free_name
    from domain.store.writing import copy_lists, insert_scenario

    require_name(name)
    with without_checks(access.connection), access.step() as connection:
        row = list(scenario_row_of(connection, number))
        old, row[0] = str(row[0]), name
        if derived:
            row[COLUMNS.index("derived_from")] = old
        new = next_number(connection)
        require_free_name(connection, name, new)
        insert_scenario(connection, new, tuple(row))
        copy_lists(connection, new, number)
        after = {"name": name, "derived_from": row[COLUMNS.index("derived_from")]}
        done = [said(SCENARIO, name, None, after, **{COPIED_FROM: {"number": number}})]
        done += _describe(connection, new, name, description_of(connection, number))
        label = _("Copy scenario {name} as {other}").format(name=old, other=name)
        journal.append(connection, new, label, done)


def require_name(name: str) -> None:
    """Refuse a name that is empty, or so long that no list can show it."""
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise Refused(
            _("The name of a scenario has 1 to {longest} characters, all on one line.").format(
                longest=LONGEST_NAME
            )
        )


def rename(access: Access, number: int, name: str, text: str | None = None) -> None:
    """Give a scenario another name; what was derived from it knows it by that name.

    Where a text is given, that is said of it from then on, in the same step.
    """
    from domain.store.steps import require_free_name

    require_name(name)
    said = None if text is None else _fitting(text)
    with access.step() as connection:
        require_free_name(connection, name, number)
        old = name_of(connection, number)
        if name != old:
            _rename(connection, number, old, name)
        if said is not None:
            describe_new(connection, number, name, said)


def _rename(connection: Connection, number: int, old: str, name: str) -> None:
    label = _("Rename scenario {name} to {other}").format(name=old, other=name)
    _change(connection, number, "name", name, label)
    for (other,) in connection.execute(
        "SELECT number FROM scenarios WHERE derived_from = ?", (old,)
    ).fetchall():
        _change(connection, other, "derived_from", name, label)


def _change(connection: Connection, number: int, column: str, cell: str, label: str) -> None:
    from domain.store import journal
    from domain.store.journal_words import said_of_row
    from domain.store.reading import scenario_row_of
    from domain.store.writing import update_scenario

    old = scenario_row_of(connection, number)
    new = tuple(cell if name == column else was for name, was in zip(COLUMNS, old, strict=True))
    update_scenario(connection, number, {column: cell})
    journal.append(connection, number, label, [said_of_row(old, new)])


def describe(access: Access, number: int, text: str) -> None:
    """Say something of a scenario, or nothing any more."""
    said = _fitting(text)
    with access.step() as connection:
        describe_new(connection, number, name_of(connection, number), said)


def _fitting(text: str) -> str:
    """A description without blanks around it; refused when it is too long."""
    text = text.strip()
    if len(text) > LONGEST_DESCRIPTION:
        raise Refused(
            _("A description has at most {longest} characters.").format(longest=LONGEST_DESCRIPTION)
        )
    return text


def describe_new(connection: Connection, number: int, name: str, text: str) -> None:
    """Say something of a scenario, inside a transaction that has begun."""
    from domain.store import journal

    done = _describe(connection, number, name, text)
    if done:
        journal.append(connection, number, _("Describe scenario {name}").format(name=name), done)


def _describe(connection: Connection, number: int, name: str, text: str) -> list[Said]:
    from domain.store.journal_words import DESCRIPTION, said

    before = description_of(connection, number)
    if before == text:
        return []
    connection.execute("DELETE FROM descriptions WHERE scenario = ?", (number,))
    if text:
        connection.execute("INSERT INTO descriptions VALUES (?, ?)", (number, text))
    return [said(DESCRIPTION, name, _text(before), _text(text))]


def _text(text: str) -> Said | None:
    return {"text": text} if text else None


def mark_as_record(access: Access, number: int | None) -> None:
    """Let a scenario be the plan of record, in place of the one that was; or none."""
    from domain.store import journal
    from domain.store.journal_words import PLAN, said

    with access.step() as connection:
        before = record_in(connection)
        connection.execute("DELETE FROM record")
        if number is not None:
            connection.execute("INSERT INTO record VALUES (1, ?)", (number,))
        label = (
            _("No scenario is the plan of record")
            if number is None
            else _("Make {name} the plan of record").format(name=name_of(connection, number))
        )
        change = said(PLAN, "", {"record": before}, {"record": number})
        journal.append(connection, number or before or 0, label, [change])


def require_removable(connection: Connection, number: int) -> None:
    """Refuse to take out the plan of record."""
    if record_in(connection) == number:
        raise Refused(
            _("Scenario '{name}' is the plan of record; mark another one first.").format(
                name=name_of(connection, number)
            )
        )


def remove(access: Access, number: int) -> None:
    """Take a scenario out of the file; refused for the plan of record.

    The journal keeps all of it, so that it can be taken back wherever the file goes.
    """
    from domain.store import journal
    from domain.store.journal_words import DESCRIPTION, SCENARIO, said
    from domain.store.steps import summary_in_file
    from domain.store.whole import WHOLE, whole_of
    from domain.store.writing import delete_scenario

    with access.step() as connection:
        require_removable(connection, number)
        name = name_of(connection, number)
        done = _kept(connection, number)
        description = description_of(connection, number)
        if description:
            done.append(said(DESCRIPTION, name, _text(description), None))
        whole = {WHOLE: whole_of(connection, number)}
        done.append(said(SCENARIO, name, summary_in_file(connection, number), None, **whole))
        delete_scenario(connection, number)
        journal.append(connection, number, _("Remove scenario {name}").format(name=name), done)


def _kept(connection: Connection, number: int) -> list[Said]:
    """What the copies of a scenario are now, since it can no longer vouch for what they were."""
    from domain.store.journal_words import COPIED_FROM, KEPT, said
    from domain.store.steps import summary_in_file

    copied = f'%"{COPIED_FROM}":{{"number":{number}}}%'
    found: Sequence[tuple[int]] = connection.execute(
        "SELECT number FROM scenarios WHERE number IN"
        " (SELECT scenario FROM journal WHERE changes LIKE ?)",
        (copied,),
    ).fetchall()
    return [
        said(KEPT, "", None, summary_in_file(connection, copy_), number=copy_)
        for (copy_,) in found
        if copy_ != number
    ]
