"""How a verb ends, and how it speaks."""

from __future__ import annotations

import json
import sys
from typing import Final

FINE: Final = 0
WITH_ERRORS: Final = 1
NOT_DONE: Final = 2


def say(text: str) -> None:
    """One line on standard output."""
    sys.stdout.write(text + "\n")


def say_json(document: object) -> None:
    """One JSON document on standard output."""
    say(json.dumps(document, ensure_ascii=False, indent=1))
