"""`import`: a JSON plan as a scenario."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Final

from domain.cli.ends import FINE, say, say_json
from domain.cli.verb import Verb, add_scenario
from domain.engine.comparison import differences
from domain.errors import Refused
from domain.language import N_, _
from domain.model import Plan
from domain.store import PlanFile


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    add_scenario(parser)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")


def _import(options: argparse.Namespace) -> int:
    from domain.exchange.plan_json import read_plan

    if options.file.suffix.lower() != ".json":
        raise Refused(_("{file}: only .json plans can be taken in.").format(file=options.file))
    plan = read_plan(options.file)
    if options.scenario:
        plan = replace(plan, scenario=options.scenario)
    with PlanFile.open(options.plan, read_only=options.dry_run) as file:
        known = plan.scenario in file.scenarios()
        before = file.load(plan.scenario) if known else Plan()
        if not options.dry_run:
            file.put_scenario(plan)
            file.make_current(plan.scenario)
    _tell(before, plan, as_json=options.json)
    return FINE


def _tell(before: Plan, after: Plan, *, as_json: bool) -> None:
    from domain.exchange.differences_json import differences_document, differences_lines

    found = differences(before, after)
    if as_json:
        say_json(differences_document(before, after, found))
        return
    for line in differences_lines(before, after, found):
        say(line)


IMPORT: Final = Verb("import", N_("take a JSON plan in as a scenario"), _add_options, _import)
