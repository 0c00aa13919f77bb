"""Kader: a verb is done on the command line, everything else opens the window."""

import gc
import sys
from collections.abc import Sequence

VERBS = frozenset(
    {"new", "check", "import", "export", "verify", "report", "compare", "merge"}
    | {"--help", "-h", "--version"}
)
INSPECT = "--inspect"
"""How the packaged program calls itself to look at a file of others; a package has no Python."""


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for; returns the exit code."""
    if arguments[:1] == [INSPECT]:
        from domain.store.inspection import main as inspect

        return inspect(arguments[1:])
    if arguments and arguments[0] in VERBS:
        from domain.cli import main as run_verb

        return run_verb(arguments)
    # What a start makes stays; looking through it for garbage would hold the window up.
    gc.disable()
    from gui.application import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
