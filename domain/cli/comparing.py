"""`compare`: what differs between two scenarios."""

from __future__ import annotations

import argparse
from typing import Final

from domain.cli.ends import FINE, say, say_json
from domain.cli.other_files import plan_named
from domain.cli.verb import Verb, day
from domain.language import N_
from domain.rules.comparison import Comparison, comparison
from domain.store import PlanFile


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="A")
    parser.add_argument("after", metavar="B")
    parser.add_argument("--as-of", type=day, metavar="DAY")
    parser.add_argument("--json", action="store_true")


def _compare(options: argparse.Namespace) -> int:
    with PlanFile.open(options.plan, read_only=True) as file:
        before, after = (plan_named(file, named) for named in (options.before, options.after))
    _tell(comparison(before, after, options.as_of), as_json=options.json)
    return FINE


def _tell(found: Comparison, *, as_json: bool) -> None:
    from domain.exchange.comparison_json import comparison_document, comparison_lines

    if as_json:
        say_json(comparison_document(found))
        return
    for line in comparison_lines(found):
        say(line)


COMPARE: Final = Verb(
    "compare", N_("say what differs between two scenarios"), _add_options, _compare
)
