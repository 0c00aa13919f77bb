"""A long run against the second opinion: ``python -m tests.domain.rules.second_opinion_runs``."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence

from hypothesis import HealthCheck, Verbosity, given, seed, settings

from tests.domain.rules.second_opinion import disagreements
from tests.oracle.plans import Case, cases


def main(arguments: Sequence[str]) -> int:
    """Compare so many plans; returns 1 and shows the smallest plan on which the two differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    options = parser.parse_args(arguments)
    sys.stdout.write(f"{options.examples} plans, seed {options.seed}\n")
    sys.stdout.flush()

    @seed(options.seed)
    @settings(
        max_examples=options.examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.normal,
    )
    @given(case=cases())
    def compare(case: Case) -> None:
        assert disagreements(case) == []

    try:
        compare()
    except AssertionError as error:
        notes = "\n".join(getattr(error, "__notes__", ()))
        sys.stdout.write(f"They differ: {error}\n{notes}\n")
        return 1
    sys.stdout.write("They agree.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
