"""The first bytes of a file, which say whether it is a plan before SQLite touches it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from domain.errors import NewerFile, UnreadableFile
from domain.language import _
from domain.store.edition import APPLICATION_ID
from domain.store.troubles import damaged
from domain.values import dataclass

LENGTH: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_ROLLBACK: Final = b"\x01\x01"
_UTF_8: Final = b"\x00\x00\x00\x01"


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a SQLite file says; a size of 0 where it does not say."""

    sqlite: bool
    size: int
    change_counter: int
    version: int
    application_id: int


def header_in(raw: bytes) -> Header:
    """The header in the first bytes of a file."""

    def number(start: int) -> int:
        return int.from_bytes(raw[start : start + 4], signed=True)

    page = int.from_bytes(raw[16:18])
    # The largest size of a page does not fit; the count of pages holds if its stamp is right.
    size = (65536 if page == 1 else page) * number(28) if number(92) == number(24) else 0
    sqlite = len(raw) >= LENGTH and raw.startswith(_MAGIC)
    return Header(sqlite, size, number(24), number(60), number(68))


def require_own_form(path: Path, raw: bytes, size: int) -> None:
    """Raise UnreadableFile unless a file is as long, and kept in the way, that ours are."""
    header = header_in(raw)
    if header.size != size:
        raise damaged(path, _("it was cut off, or something was put behind it"))
    # The versions of the format for writing and reading, and the encoding of texts.
    if raw[18:20] != _ROLLBACK or raw[56:60] != _UTF_8:
        raise damaged(path, _("another program keeps it in a way that Kader does not"))


def require_plan(path: Path, raw: bytes, newest: int) -> int:
    """The version of the plan in a file.

    Raises UnreadableFile for what is no plan, NewerFile for one of a newer edition.
    """
    if not raw:
        raise UnreadableFile(_("{path} is empty. Open a backup of it.").format(path=path))
    header = header_in(raw)
    if not header.sqlite or header.application_id != APPLICATION_ID:
        raise UnreadableFile(
            _("{path} is no Kader plan. Choose a file that was made with Kader.").format(path=path)
        )
    if header.version > newest:
        raise NewerFile(
            _(
                "{path} was made with a newer Kader (its form is {theirs}, this program knows "
                "{ours}). Open it with the newer one."
            ).format(path=path, theirs=header.version, ours=newest)
        )
    if header.version < 1:
        raise damaged(path, _("its form is unknown"))
    return header.version
