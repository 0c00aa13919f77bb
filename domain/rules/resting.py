"""The garbage collector, at rest while very many values are made that it would never free.

Plans and findings hold no cycles, so that counting references frees them. Looking through all
rotations of a large plan for cycles, again and again, would take longer than checking it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest(*, set_aside: bool) -> Iterator[None]:
    """Let the collector rest for a while.

    With all set aside it passes over everything that there is by then, for ever. That is done
    once for a large plan: otherwise each of its later rounds, in the middle of a drag, goes
    through all rotations and findings.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if set_aside:
            gc.freeze()
        if working:
            gc.enable()
