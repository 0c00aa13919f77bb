"""Mouse and keys, as a user has them."""

from __future__ import annotations

import subprocess

from tests.acceptance.reader import Thing


def click(thing: Thing) -> None:
    """Click in the middle of something."""
    x, y = thing.place.middle
    _do("mousemove", x, y, "click", 1)


def drag(start: tuple[int, int], right: int) -> None:
    """Take hold of something, and drag it to the right in a few steps."""
    x, y = start
    _do("mousemove", x, y, "mousedown", 1)
    for step in range(1, 6):
        _do("mousemove", "--sync", x + right * step // 5, y)
    _do("mouseup", 1)


def type_text(text: str) -> None:
    """Type a text."""
    _do("type", "--delay", 2, text)


def press(*keys: str) -> None:
    """Press keys one after another."""
    _do("key", *keys)


def _do(*words: object) -> None:
    command = ["xdotool", *map(str, words)]
    subprocess.run(command, check=True, timeout=20, stdout=subprocess.DEVNULL)
