"""`merge`: a colleague's scenario is taken in."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from domain.cli.ends import FINE, say, say_json
from domain.cli.other_files import file_and_scenario, opened
from domain.cli.verb import Verb, add_scenario
from domain.errors import ReadOnlyPlan, Refused
from domain.language import N_, _, plural
from domain.model import Applied, touched_between
from domain.store import PlanFile
from domain.store.keeping import Reason

if TYPE_CHECKING:
    from domain.exchange.merge_json import Outcome
    from domain.store.taking_in import Meeting


_SIDES: Final = ("mine", "theirs")


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("other", metavar="OTHER")
    add_scenario(parser)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--take", choices=_SIDES)
    parser.add_argument("--json", action="store_true")


def _merge(options: argparse.Namespace) -> int:
    # pydantic is slow to load, and other verbs need none of this.
    from domain.engine.merging import Side, merge
    from domain.exchange.merge_json import Outcome

    with PlanFile.open(options.plan, read_only=options.dry_run) as file:
        if file.read_only and not options.dry_run:
            raise ReadOnlyPlan(
                _("{path} may only be read; nothing can be taken in.").format(path=file.path)
            )
        scenario = options.scenario or file.current
        meeting = _meeting(file, scenario, options)
        side = None if options.take is None else Side(options.take)
        found = merge(meeting.base, meeting.mine, meeting.theirs, default=side)
        before = file.load(scenario)
        outcome = Outcome.of(before, found, meeting.theirs, has_base=meeting.base is not None)
        _tell(outcome, as_json=options.json)
        if found.open:
            raise Refused(_open(len(found.open)))
        if not options.dry_run:
            _keep(file, outcome, meeting)
    return FINE


def _meeting(file: PlanFile, scenario: str, options: argparse.Namespace) -> Meeting:
    """The scenario, and the one that is named, or of that name, or open in the other file."""
    path, named = file_and_scenario(options.other)
    with opened(file, path) as other:
        if named is None and options.scenario in other.scenarios():
            named = options.scenario
        theirs = other.current if named is None else named
        if other is file and theirs == scenario:
            raise Refused(
                _("Scenario '{name}' cannot be merged with itself; name another one.").format(
                    name=scenario
                )
            )
        return file.meeting(scenario, other, theirs)


def _keep(file: PlanFile, outcome: Outcome, meeting: Meeting) -> None:
    file.back_up(reason=Reason.MERGE)
    before, plan = outcome.before, outcome.merge.plan
    applied = Applied(plan, touched_between(before, plan))
    label = _("Merge with {name}").format(name=meeting.theirs.scenario)
    with file.taking(before.scenario, meeting.taken(outcome.merge.renamed)):
        file.keeper(before.scenario).save(before, applied, label)


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    from domain.exchange.merge_json import merge_document, merge_lines

    if as_json:
        say_json(merge_document(outcome))
        return
    for line in merge_lines(outcome):
        say(line)


def _open(count: int) -> str:
    return plural(
        "{count} conflict is open and nothing was changed; "
        "say --take mine or --take theirs, or decide in the window.",
        "{count} conflicts are open and nothing was changed; "
        "say --take mine or --take theirs, or decide one by one in the window.",
        count,
    ).format(count=count)


MERGE: Final = Verb("merge", N_("take a colleague's scenario in"), _add_options, _merge)
