"""A disk that loses power: what a program did to its files, as strace saw it, done again.

What was written to a file since it was last brought to disk may be there, in part or not at all:
each sector of it for itself. What happened to the names in a folder since that was last brought
to disk may be there up to some moment. What was brought to disk is there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SECTOR: Final = 512
CALLS: Final = (
    "openat,close,read,pread64,write,pwrite64,lseek,fsync,fdatasync,ftruncate,"
    "unlink,rename,link,mkdir"
)
_LINE: Final = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """Something that a program asked the system for, and that was done."""

    name: str
    texts: tuple[bytes, ...]
    words: tuple[str, ...]
    result: int


def calls_in(trace: Path) -> list[Call]:
    """The calls that strace wrote down, those that failed left out."""
    calls = []
    for line in trace.read_text("ascii").splitlines():
        found = _LINE.match(line)
        if found and int(found[3]) >= 0:
            hexes = _TEXT.findall(found[2])
            texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in hexes)
            words = tuple(_TEXT.sub("", found[2]).split(", "))
            calls.append(Call(found[1], texts, words, int(found[3])))
    return calls


@dataclass(eq=False, slots=True)
class _File:
    safe: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """What was written where since then; nothing where the file was cut off."""

    def settle(self, dice: random.Random | None) -> bytes:
        """What is in the file: with dice after a loss of power, otherwise all of it."""
        content = bytearray(self.safe)
        for start, data in self.since:
            if data is None:
                if dice is None or dice.random() < 0.5:
                    del content[start:]
                    content.extend(bytes(start - len(content)))
                continue
            fate = 1.0 if dice is None else dice.choice((0.0, 0.5, 1.0))
            for at in range(start, start + len(data), SECTOR):
                if dice is None or dice.random() < fate:
                    part = data[at - start : at - start + SECTOR]
                    content.extend(bytes(max(0, at - len(content))))
                    content[at : at + len(part)] = part
        return bytes(content)

    def bring_to_disk(self) -> None:
        self.safe, self.since = self.settle(None), []

    def lose_power(self, dice: random.Random, into: Path) -> None:
        into.write_bytes(self.settle(dice))


@dataclass(eq=False, slots=True)
class _Folder:
    names: _Names = field(default_factory=dict)
    safe: _Names = field(default_factory=dict)
    since: list[Callable[[_Names], object]] = field(default_factory=list)

    def change(self, change: Callable[[_Names], object]) -> None:
        change(self.names)
        self.since.append(change)

    def bring_to_disk(self) -> None:
        self.safe, self.since = dict(self.names), []

    def lose_power(self, dice: random.Random, into: Path) -> None:
        into.mkdir(exist_ok=True)
        names = dict(self.safe)
        for change in self.since[: dice.randint(0, len(self.since))]:
            change(names)
        for name, one in names.items():
            one.lose_power(dice, into / name)


_Names = dict[str, _File | _Folder]


class Disk:
    """The files of one folder and those below it, to begin with those that stand there."""

    def __init__(self, folder: Path, *, is_deaf: bool = False) -> None:
        """A deaf disk says that it brought to disk what it did not."""
        self._path, self._is_deaf = folder, is_deaf
        self._root = _standing(folder)
        self._open: dict[int, _File | _Folder] = {}
        self._places: dict[int, int] = {}

    def do(self, call: Call) -> None:
        """Do what a program did."""
        if call.name == "openat":
            self._do_open(call)
        elif call.name in {"unlink", "rename", "link", "mkdir"}:
            self._do_name(call)
        else:
            self._do_file(call)

    def lose_power(self, dice: random.Random, into: Path) -> None:
        """Write what is there after a loss of power into a folder."""
        self._root.lose_power(dice, into)

    def _spot(self, path: bytes) -> tuple[_Folder, str] | None:
        """The folder in which a name stands, and that name; nothing for what is elsewhere."""
        place = Path(path.decode())
        if not place.is_relative_to(self._path) or place == self._path:
            return None
        folder = self._root
        for name in place.parent.relative_to(self._path).parts:
            inner = folder.names.get(name)
            if not isinstance(inner, _Folder):
                return None
            folder = inner
        return folder, place.name

    def _do_open(self, call: Call) -> None:
        self._open.pop(call.result, None)
        self._places[call.result] = 0
        if Path(call.texts[0].decode()) == self._path:
            self._open[call.result] = self._root
        spot, flags = self._spot(call.texts[0]), call.words[2]
        if spot is None:
            return
        folder, name = spot
        if name not in folder.names and "O_CREAT" in flags:
            made = _File()
            folder.change(lambda names: names.update({name: made}))
        found = folder.names[name]
        self._open[call.result] = found
        if "O_TRUNC" in flags and isinstance(found, _File):
            found.since.append((0, None))

    def _do_name(self, call: Call) -> None:
        spots = [self._spot(path) for path in call.texts]
        first, last = spots[0], spots[-1]
        if first is None or last is None:
            return
        (folder, name), (_same, other) = first, last
        if call.name == "mkdir":
            made = _Folder()
            folder.change(lambda names: names.update({name: made}))
            return
        file = folder.names[name]
        # Both names change in one: a file that is renamed is never without one.
        folder.change(lambda names: _moved(names, name, other, file, call.name))

    def _do_file(self, call: Call) -> None:
        handle = int(call.words[0])
        if handle not in self._open:
            return
        file = self._open[handle]
        if call.name == "close":
            del self._open[handle]
        elif call.name in {"fsync", "fdatasync"}:
            if not self._is_deaf:
                file.bring_to_disk()
        elif isinstance(file, _File):
            self._change(file, handle, call)

    def _change(self, file: _File, handle: int, call: Call) -> None:
        if call.name == "pwrite64":
            file.since.append((int(call.words[-1]), call.texts[0][: call.result]))
        elif call.name == "ftruncate":
            file.since.append((int(call.words[-1]), None))
        elif call.name == "lseek":
            self._places[handle] = call.result
        elif call.name in {"read", "write"}:
            if call.name == "write":
                file.since.append((self._places[handle], call.texts[0][: call.result]))
            self._places[handle] += call.result


def _standing(folder: Path) -> _Folder:
    names: _Names = {
        one.name: _standing(one) if one.is_dir() else _File(one.read_bytes())
        for one in folder.iterdir()
    }
    return _Folder(names, dict(names))


def _moved(names: _Names, first: str, last: str, file: _File | _Folder, how: str) -> None:
    if how in {"rename", "unlink"}:
        names.pop(first, None)
    if how != "unlink":
        names[last] = file
