"""The garbage collector, at rest while very many values are made that it would never free.

Plans and findings hold no cycles, so that counting references frees them. Looking through all
rotations of a large plan for cycles, again and again, would take longer than checking it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Rest:
    """Whether everything is set aside at the end of a rest; that may turn out meanwhile."""

    set_aside: bool


@contextmanager
def collector_at_rest(*, set_aside: bool) -> Iterator[Rest]:
    """Let the collector rest for a while.

    With all set aside it passes over everything that there is by then, for ever: otherwise each
    of its later rounds, in the middle of a drag, goes through all rotations and findings. What
    was young and not needed any more is collected before, so that it is not kept for ever too.
    """
    rest = Rest(set_aside)
    if not gc.isenabled():
        yield rest
        return
    if set_aside:
        gc.collect(1)
    gc.disable()
    try:
        yield rest
    finally:
        if rest.set_aside:
            gc.freeze()
        gc.enable()
