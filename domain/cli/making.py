"""`new`: a plan file, made of a baseline."""

from __future__ import annotations

import argparse
from typing import Final

from domain.baselines import BASELINES, plans_of
from domain.cli.ends import FINE, say
from domain.cli.verb import Verb
from domain.language import N_, _
from domain.store import PlanFile


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--baseline", default="empty", metavar="NAME", help=", ".join(BASELINES))


def _new(options: argparse.Namespace) -> int:
    with PlanFile.create(options.plan, plans_of(options.baseline)) as file:
        scenarios = ", ".join(file.scenarios())
    say(_("{file} is made, with {scenarios}.").format(file=options.plan, scenarios=scenarios))
    return FINE


NEW: Final = Verb("new", N_("make a plan file"), _add_options, _new)
