"""What a file is before it is unpacked: a regular file of modest size that begins as a zip."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from domain.exchange.workbook_reading.unsound import Unsound
from domain.exchange.workbook_reading.zip_form import LARGEST_FILE, damaged
from domain.language import _

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT: Final = 1 << 20


def require_regular(path: Path) -> None:
    """Raise OSError or Unsound for what is no file; nothing is opened that would never end."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Unsound(_("it is a folder"), _("choose a file in it"))
    if not stat.S_ISREG(mode):
        raise Unsound(_("it is no file"), _("choose a file"))


def require_zip(file: BinaryIO) -> int:
    """The size of a file that begins as a zip; raises Unsound for any other, saying what it is."""
    size = os.fstat(file.fileno()).st_size
    if size > LARGEST_FILE:
        raise Unsound(
            _("it has more than {most} MB").format(most=LARGEST_FILE >> 20),
            _("divide it, or take out what is not needed"),
        )
    beginning = file.read(8)
    if beginning == _COMPOUND:
        raise _compound(beginning + file.read(_LOOKED_AT))
    if not beginning:
        raise Unsound(_("it is empty"), _("export the plan anew"))
    if beginning[:4] != b"PK\x03\x04":
        if beginning[:2] == b"PK":
            raise damaged()
        raise Unsound(
            _("it is no workbook, whatever its name says"),
            _("open it in the program that made it, and save it as .xlsx"),
        )
    return size


def _compound(content: bytes) -> Unsound:
    if _ENCRYPTED in content:
        return Unsound(
            _("it is protected with a password"), _("save it without a password and try again")
        )
    return Unsound(_("it is a workbook of the old kind (.xls)"), _("save it as .xlsx"))
