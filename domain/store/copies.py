"""Whole new files of a plan: a first one, and copies under another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from domain.errors import FileInUse, KnownError, Refused, UnwritableFile
from domain.language import _
from domain.model import Plan
from domain.store.access import Access
from domain.store.driver import (
    Connection,
    close,
    connect,
    connect_and_hold,
    require_whole,
    transaction,
)
from domain.store.edition import APPLICATION_ID, CURRENT
from domain.store.files import beside, put_in_new_place, put_in_place
from domain.store.holder import in_use
from domain.store.open_file import is_open_here
from domain.store.steps import add_plan, add_scenario, sentence_for
from domain.store.troubles import known_troubles
from domain.store.upgrade import apply_steps


def make_file(target: Path, plans: Sequence[Plan], current: str | None) -> None:
    """A file where there was none; the plan has the name that its current scenario gives it.

    Raises UnwritableFile when there is one already, or when it cannot be made.
    """
    names = [plan.scenario for plan in plans]
    opened = 0 if current is None else names.index(current)
    with (
        _new_place(target) as made,
        sentence_for(*plans),
        closing(connect(made, "rwc")) as connection,
    ):
        _fill(connection, plans, opened)


def _fill(connection: Connection, plans: Sequence[Plan], opened: int) -> None:
    name = plans[opened].name
    connection.execute("PRAGMA foreign_keys = ON")
    with transaction(connection):
        apply_steps(connection, CURRENT)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        also = add_plan(connection, uuid4().hex, name, opened + 1)
        for number, plan in enumerate(plans, start=1):
            label = _("Add scenario {name}").format(name=plan.scenario)
            add_scenario(connection, number, replace(plan, name=name), label, also)
            also = []


def save_copy(access: Access, target: Path) -> None:
    """A fresh copy that holds nothing that was deleted, put in place when it is whole.

    Raises UnwritableFile, or FileInUse when someone has the target open.
    """
    if target == access.path:
        raise Refused(_("{path} is this plan itself. Choose another name.").format(path=target))
    require_free(target)
    with access.reading() as connection:
        require_whole(connection, access.path)
    with known_troubles(target, writing=True), beside(target) as copy:
        access.connection.execute("VACUUM INTO ?", (str(copy),))
        with closing(connect(copy, "ro")) as other:
            require_whole(other, copy)
        put_in_place(copy, target)


def copy_pages(access: Access, target: Path) -> None:
    """A copy of every page of a file as it is, where nothing stands; not looked at."""
    with (
        known_troubles(target, writing=True),
        closing(connect(target, "rwc")) as other,
        access.reading() as connection,
    ):
        connection.backup(other)


def save_as_new(source: Path, target: Path) -> None:
    """A fresh copy of a plan that nobody changes, where nothing stands yet.

    Raises UnwritableFile when something does, or when it cannot be written.
    """
    with _new_place(target) as copy, closing(connect(source, "ro")) as connection:
        require_whole(connection, source)
        connection.execute("VACUUM INTO ?", (str(copy),))
        with closing(connect(copy, "ro")) as other:
            require_whole(other, copy)


@contextmanager
def _new_place(target: Path) -> Iterator[Path]:
    """A file to be, which is put where nothing stands when it is made."""
    try:
        with known_troubles(target, writing=True), beside(target) as made:
            yield made
            put_in_new_place(made, target)
    except KnownError as error:
        if isinstance(error.__cause__, FileExistsError):
            raise UnwritableFile(
                _("{path} is there already. Choose another name.").format(path=target)
            ) from error
        raise


def require_free(target: Path) -> None:
    """Raise FileInUse when someone has a file open that is to be replaced."""
    if is_open_here(target):
        raise in_use(target)
    if not target.is_file():
        return
    # Taking hold of it also undoes what a crash left half done beside it.
    try:
        with known_troubles(target, writing=True):
            close(connect_and_hold(target))
    except FileInUse:
        raise
    except KnownError:
        return  # no plan, or not whole: it is to be replaced all the same
