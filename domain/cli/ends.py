"""How a verb ends, and how it speaks."""

from __future__ import annotations

import json
import os
import sys
from io import TextIOWrapper
from typing import Final

FINE: Final = 0
WITH_ERRORS: Final = 1
NOT_DONE: Final = 2


def say(text: str) -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")


def say_json(document: object) -> None:
    """One JSON document on standard output."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    say(json.dumps(document, ensure_ascii=plain, indent=1))


def speak_anywhere() -> None:
    """Write what a stream has no letters for as escapes, rather than stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def fall_silent() -> None:
    """Leave standard output alone: whatever it led to takes nothing more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
