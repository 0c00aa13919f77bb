"""`verify`: whether a plan file is whole; if asked, saves what can be read of one that is not."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from domain.cli.ends import FINE, WITH_ERRORS, say
from domain.cli.verb import Verb
from domain.language import N_, _, plural
from domain.store import PlanFile


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", metavar="NEWFILE", type=Path)


def _verify(options: argparse.Namespace) -> int:
    if options.repair is not None:
        return _repair(options.plan, options.repair)
    with PlanFile.open(options.plan, read_only=True) as file:
        faults, head = file.verify(), file.head()
    for fault in faults:
        say(fault)
    if not faults:
        say(_("{file} is whole.").format(file=options.plan))
    say(_("Head of the journal: {head}").format(head=head))
    return WITH_ERRORS if faults else FINE


def _repair(plan: Path, target: Path) -> int:
    from domain.store.rescue import rescue

    rescued = rescue(plan, target)
    for sentence in rescued.said:
        say(sentence)
    done = plural(
        "{count} row is saved in {file}; {plan} is as it was.",
        "{count} rows are saved in {file}; {plan} is as it was.",
        rescued.kept,
    )
    say(done.format(count=rescued.kept, file=target, plan=plan))
    return FINE


VERIFY: Final = Verb("verify", N_("say whether a plan file is whole"), _add_options, _verify)
