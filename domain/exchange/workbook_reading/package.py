"""The parts of a workbook from elsewhere, each read in pieces and never beyond what is sound."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from domain.errors import UnreadableFile
from domain.exchange.workbook_reading.markup import PIECE, Budget, Listener, listened
from domain.exchange.workbook_reading.outside import require_regular, require_zip
from domain.exchange.workbook_reading.part_names import require_plain_names
from domain.exchange.workbook_reading.prolog import require_plain_prolog
from domain.exchange.workbook_reading.unsound import Unsound, unreadable
from domain.exchange.workbook_reading.zip_form import damaged, opened_zip
from domain.language import _

_BROKEN: Final = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error)


class Package:
    """The parts of an open workbook by name; names differ by more than case."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        """Take a zip whose form is sound."""
        self.path = path
        self._archive = archive
        infos = [info for info in archive.infolist() if not info.is_dir()]
        self._parts = {info.filename.lower(): info for info in infos}
        self._budget = Budget()

    def __contains__(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part.lower() in self._parts

    def hear(self, part: str, listener: Listener) -> None:
        """Let a listener hear a whole part; raises UnreadableFile where it is not sound."""
        for _piece in self.heard(part, listener):
            pass

    def heard(self, part: str, listener: Listener, place: str = "") -> Iterator[None]:
        """Let a listener hear a part, piece by piece; a refusal names the place, or the part."""
        if part not in self:
            raise self.refusal(place or part, Unsound(_("this part is missing")))
        try:
            yield from listened(self._pieces(self._parts[part.lower()]), listener, self._budget)
        except Unsound as unsound:
            raise self.refusal(place or part, unsound) from unsound

    def restore_budget(self) -> None:
        """A sound row was read: as much more may be read as it took."""
        self._budget.restore()

    def refusal(self, place: str, unsound: Unsound) -> UnreadableFile:
        """The refusal of this file because of a part or a place in it."""
        return unreadable(self.path, unsound, place)

    def require_plain_prologs(self) -> None:
        """Refuse a document type in any part, also in those that nobody will read."""
        for name, info in self._parts.items():
            if name.endswith((".xml", ".rels", ".vml")):
                try:
                    require_plain_prolog(self._pieces(info))
                except Unsound as unsound:
                    raise self.refusal(info.filename, unsound) from unsound

    def _pieces(self, info: ZipInfo) -> Iterator[bytes]:
        """A part in pieces; raises Unsound when it is not as long as it says, or broken."""
        length = 0
        try:
            with self._archive.open(info) as file:
                while piece := file.read(PIECE):
                    length += len(piece)
                    yield piece
        except _BROKEN as error:
            raise damaged() from error
        if length != info.file_size:
            raise damaged()


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The parts of a workbook, as long as it is open; raises UnreadableFile for no sound one."""
    try:
        require_regular(path)
        with path.open("rb") as file, opened_zip(file, require_zip(file)) as archive:
            require_plain_names(info.orig_filename for info in archive.infolist())
            package = Package(path, archive)
            package.require_plain_prologs()
            yield package
    except Unsound as unsound:
        raise unreadable(path, unsound) from unsound
    except OSError as error:
        raise UnreadableFile(
            _("{file} cannot be read: {reason}.").format(file=path, reason=error.strerror)
        ) from error
