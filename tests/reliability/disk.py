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
    "openat,close,read,pread64,write,pwrite64,lseek,fsync,fdatasync,ftruncate,unlink,rename,link"
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


_Names = dict[str, _File]


class Disk:
    """The files of one folder, to begin with those that stand in it."""

    def __init__(self, folder: Path, *, is_deaf: bool = False) -> None:
        """A deaf disk says that it brought to disk what it did not."""
        self._folder, self._is_deaf = str(folder), is_deaf
        self._names = {
            one.name: _File(one.read_bytes()) for one in folder.iterdir() if one.is_file()
        }
        self._safe = dict(self._names)
        self._since: list[Callable[[_Names], object]] = []
        self._open: dict[int, _File | None] = {}
        self._places: dict[int, int] = {}

    def do(self, call: Call) -> None:
        """Do what a program did."""
        if call.name == "openat":
            self._do_open(call)
        elif call.name in {"unlink", "rename", "link"}:
            self._do_name(call)
        else:
            self._do_file(call)

    def _name(self, path: bytes) -> str | None:
        folder, _slash, name = path.decode().rpartition("/")
        return name if folder == self._folder else None

    def _do_open(self, call: Call) -> None:
        self._open.pop(call.result, None)
        self._places[call.result] = 0
        name, flags = self._name(call.texts[0]), call.words[2]
        if call.texts[0].decode() == self._folder:
            self._open[call.result] = None
        if name is None:
            return
        if name not in self._names and "O_CREAT" in flags:
            made = _File()
            self._rename(lambda names: names.update({name: made}))
        self._open[call.result] = self._names[name]
        if "O_TRUNC" in flags:
            self._names[name].since.append((0, None))

    def _rename(self, change: Callable[[_Names], object]) -> None:
        change(self._names)
        self._since.append(change)

    def _do_name(self, call: Call) -> None:
        names = [self._name(path) for path in call.texts]
        if None in names:
            return
        first, last = str(names[0]), str(names[-1])
        file = self._names[first]
        if call.name != "link":
            self._rename(lambda names: names.pop(first, None))
        if call.name != "unlink":
            # Both names change in one: a file that is renamed is never without one.
            if call.name == "rename":
                self._since.pop()
            self._names[last] = file
            self._since.append(lambda names: _moved(names, first, last, file, call.name))

    def _do_file(self, call: Call) -> None:
        handle = int(call.words[0])
        if handle not in self._open:
            return
        file = self._open[handle]
        if call.name == "close":
            del self._open[handle]
        elif call.name in {"fsync", "fdatasync"}:
            self._bring_to_disk(file)
        elif file is not None:
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

    def _bring_to_disk(self, file: _File | None) -> None:
        if self._is_deaf:
            return
        if file is None:
            self._safe, self._since = dict(self._names), []
        else:
            file.safe, file.since = file.settle(None), []

    def lose_power(self, dice: random.Random, into: Path) -> None:
        """Write what is there after a loss of power into a folder."""
        names = dict(self._safe)
        for change in self._since[: dice.randint(0, len(self._since))]:
            change(names)
        for name, file in names.items():
            into.joinpath(name).write_bytes(file.settle(dice))


def _moved(names: _Names, first: str, last: str, file: _File, how: str) -> None:
    if how == "rename":
        names.pop(first, None)
    names[last] = file
