"""Finding the verb, and running it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

from typing_extensions import override

from domain.cli.checking import CHECK
from domain.cli.comparing import COMPARE
from domain.cli.ends import NOT_DONE, fall_silent, speak_anywhere
from domain.cli.exporting import EXPORT
from domain.cli.importing import IMPORT
from domain.cli.making import NEW
from domain.cli.merging import MERGE
from domain.cli.reporting import REPORT
from domain.cli.verb import Run, Verb
from domain.cli.verifying import VERIFY
from domain.errors import KnownError, Refused
from domain.language import _, language_of_system, set_language
from domain.version import VERSION

VERBS: Final[tuple[Verb, ...]] = (NEW, CHECK, IMPORT, EXPORT, REPORT, COMPARE, MERGE, VERIFY)


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong on one line."""

    @override
    def error(self, message: str) -> NoReturn:
        raise Refused(f"{self.prog}: {message}")


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    set_language(language_of_system())
    speak_anywhere()
    try:
        options = _parser().parse_args(arguments)
        run: Run = options.run
        code = run(options)
        sys.stdout.flush()
    except KnownError as error:
        return _complain(error.sentence)
    except OSError as error:
        fall_silent()
        return _complain(_("The answer cannot be written: {reason}.").format(reason=error.strerror))
    return code


def _complain(sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return NOT_DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kader", description=_("The planning desk for rotations and frames."))
    parser.add_argument("--version", action="version", version=VERSION)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for verb in VERBS:
        own = verbs.add_parser(verb.name, help=_(verb.about), description=_(verb.about))
        own.add_argument("plan", type=Path, metavar="PLAN")
        verb.add_options(own)
        own.set_defaults(run=verb.run)
    return parser
