"""The worker thread of the window held up, so that something is sure to happen before its work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from gui.application import Kader
from gui.background import Job


@contextmanager
def held_up(program: Kader) -> Iterator[None]:
    """What is to be done beside the window from now on begins after this."""
    let_go = Event()
    program.window.exchanging.background.start(Job(lambda _tell: let_go.wait(60)))
    try:
        yield
    finally:
        let_go.set()
