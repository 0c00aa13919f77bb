"""What a verb is made of: its name, its options, what it runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.errors import Refused
from domain.language import _

LONGEST_SCENARIO: Final = 200
Run = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the command line; ``about`` is English and translated when it is shown."""

    name: str
    about: str
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Run


def add_scenario(parser: argparse.ArgumentParser) -> None:
    """Let a verb take a scenario; without one it is the open one."""
    parser.add_argument("--scenario", metavar="S", type=scenario)


def scenario(text: str) -> str:
    """The name of a scenario; raises Refused for one that none can have."""
    if not text.strip() or len(text) > LONGEST_SCENARIO:
        raise Refused(
            _("The name of a scenario has 1 to {longest} characters.").format(
                longest=LONGEST_SCENARIO
            )
        )
    return text


def day(text: str) -> date:
    """A day in the form 2026-03-01; raises Refused for anything else."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise Refused(_("'{text}' is no day; write 2026-03-01.").format(text=text))
    return found
