"""Whether a plan file is whole: its structure, its rows, what they refer to, its journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from domain.errors import Refused
from domain.language import _
from domain.model import LISTS, Table
from domain.model.references import check_all
from domain.store.access import Access
from domain.store.driver import Connection, faults_in
from domain.store.forms import FORMS
from domain.store.reading import records_of, scenario_row_of
from domain.store.records import Form, Misfit
from domain.store.replay import faults_of_journal
from domain.store.scenario_rows import plan_of
from domain.store.schema import strangers_in

_MOST: Final = 20  # sentences of one sort


def faults_of(access: Access) -> tuple[str, ...]:
    """What is wrong with a file, each in a sentence; nothing when it is whole."""
    with access.reading() as connection:
        structure = [*_damage(access, connection), *_strangers(access, connection)]
        if structure:
            return tuple(structure)
        return faults_of_content(connection)


def faults_of_content(connection: Connection) -> tuple[str, ...]:
    """What is wrong with the rows and the journal of a file whose structure is whole."""
    return (
        *islice(_dangling(connection), _MOST),
        *islice(_unfit_rows(connection), _MOST),
        *islice(faults_of_journal(connection), _MOST),
    )


def _damage(access: Access, connection: Connection) -> Iterator[str]:
    for fault in faults_in(connection, "integrity_check")[:_MOST]:
        yield _("The file is damaged: {detail}.").format(detail=fault)
    if access.seal_is_broken():
        yield _("The file is damaged: it is not as it was sent.")


def _strangers(access: Access, connection: Connection) -> Iterator[str]:
    for stranger in strangers_in(connection, access.edition):
        yield _("The file has another structure than a plan: {detail}.").format(detail=stranger)


def _dangling(connection: Connection) -> Iterator[str]:
    for table, row, parent, _key in connection.execute("PRAGMA foreign_key_check"):
        place = connection.execute(
            f"SELECT * FROM {table} WHERE rowid = ?",  # noqa: S608 - a table that is ours
            (row,),
        ).fetchone()
        yield _("A row of {table} ({row}) refers to a row of {parent} that is not there.").format(
            table=table, row=", ".join(str(cell) for cell in place[:3]), parent=parent
        )


def _unfit_rows(connection: Connection) -> Iterator[str]:
    for number, name in connection.execute("SELECT number, name FROM scenarios").fetchall():
        yield from _unfit_in(connection, number, name)


def _unfit_in(connection: Connection, number: int, name: str) -> Iterator[str]:
    misfits: list[Misfit] = []
    lists: dict[str, Any] = {
        LISTS[kind]: Table(_fitting(connection, form, number, misfits))
        for kind, form in FORMS.items()
    }
    try:
        check_all(replace(plan_of("", scenario_row_of(connection, number)), **lists))
    except Misfit as misfit:
        misfits.append(misfit)
    except Refused as refused:
        yield _("Scenario '{name}': {reason}").format(name=name, reason=refused)
    for row in misfits:
        yield _("Scenario '{name}': {row} holds what it cannot hold.").format(name=name, row=row)


def _fitting(
    connection: Connection, form: Form, number: int, misfits: list[Misfit]
) -> Iterator[Any]:
    for record in records_of(connection, form, number):
        try:
            yield form.thing(record.row, record.parts)
        except Misfit as misfit:
            misfits.append(misfit)
