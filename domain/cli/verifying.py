"""`verify`: whether a plan file is whole."""

from __future__ import annotations

import argparse
from typing import Final

from domain.cli.ends import FINE, WITH_ERRORS, say
from domain.cli.verb import Verb
from domain.language import N_, _
from domain.store import PlanFile


def _add_options(parser: argparse.ArgumentParser) -> None:
    """It takes nothing but the plan."""


def _verify(options: argparse.Namespace) -> int:
    with PlanFile.open(options.plan, read_only=True) as file:
        faults = file.verify()
    for fault in faults:
        say(fault)
    if faults:
        return WITH_ERRORS
    say(_("{file} is whole.").format(file=options.plan))
    return FINE


VERIFY: Final = Verb("verify", N_("say whether a plan file is whole"), _add_options, _verify)
