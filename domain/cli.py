"""The verbs of the command line: what they take, what they print, how they end."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

from typing_extensions import override

from domain.baselines import BASELINES, plans_of
from domain.errors import KnownError, Refused
from domain.language import _, language_of_system, plural, set_language
from domain.model import LISTS, Plan, touched_between
from domain.rules.checker import check
from domain.rules.finding import Finding, Severity
from domain.rules.texts import day_text, message, severity_text
from domain.store import PlanFile
from domain.version import VERSION

FINE: Final = 0
WITH_ERRORS: Final = 1
NOT_DONE: Final = 2


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong on one line."""

    @override
    def error(self, message: str) -> NoReturn:
        raise Refused(f"{self.prog}: {message}")


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    set_language(language_of_system())
    try:
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except KnownError as error:
        sys.stderr.write(" ".join(error.sentence.split()) + "\n")
        return NOT_DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kader", description=_("The planning desk for rotations and frames."))
    parser.add_argument("--version", action="version", version=VERSION)
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    new = _verb(verbs, "new", _new, _("make a plan file"))
    new.add_argument("--baseline", default="empty", metavar="NAME", help=", ".join(BASELINES))
    checking = _verb(verbs, "check", _check, _("say what the rules find"))
    _add_scenario(checking)
    checking.add_argument("--as-of", type=_day, metavar="DAY")
    checking.add_argument("--json", action="store_true")
    importing = _verb(verbs, "import", _import, _("take a JSON plan in as a scenario"))
    importing.add_argument("file", type=Path)
    _add_scenario(importing)
    importing.add_argument("--dry-run", action="store_true")
    importing.add_argument("--json", action="store_true")
    exporting = _verb(verbs, "export", _export, _("write a workbook (.xlsx) or a JSON plan"))
    exporting.add_argument("file", type=Path)
    _add_scenario(exporting)
    exporting.add_argument("--from", dest="first_day", type=_day, metavar="DAY")
    exporting.add_argument("--until", dest="last_day", type=_day, metavar="DAY")
    exporting.add_argument("--public", action="store_true")
    _verb(verbs, "verify", _verify, _("say whether a plan file is whole"))
    return parser


def _verb(
    verbs: Any,  # noqa: ANN401 - argparse has no public name for it
    name: str,
    run: Callable[[argparse.Namespace], int],
    help_text: str,
) -> argparse.ArgumentParser:
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=help_text)
    verb.add_argument("plan", type=Path, metavar="PLAN")
    verb.set_defaults(run=run)
    return verb


def _add_scenario(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--scenario", metavar="S")


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise Refused(_("'{text}' is no day; write 2026-03-01.").format(text=text)) from error
    if found.isoformat() != text:
        raise Refused(_("'{text}' is no day; write 2026-03-01.").format(text=text))
    return found


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _say_json(document: object) -> None:
    _say(json.dumps(document, ensure_ascii=False, indent=1))


def _new(options: argparse.Namespace) -> int:
    with PlanFile.create(options.plan, plans_of(options.baseline)) as file:
        _say(
            _("{file} is made, with {scenarios}.").format(
                file=options.plan, scenarios=", ".join(file.scenarios())
            )
        )
    return FINE


def _check(options: argparse.Namespace) -> int:
    with PlanFile.open(options.plan, read_only=True) as file:
        plan = file.load(options.scenario)
    findings = check(plan, options.as_of)
    if options.json:
        from domain.exchange.findings_json import report_document

        _say_json(report_document(plan, findings, options.as_of))
    else:
        _tell(plan, findings)
    broken = any(f.severity is Severity.ERROR and not f.waived for f in findings)
    return WITH_ERRORS if broken else FINE


def _tell(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """The findings for a person to read, one line each, and a closing line."""
    for finding in findings:
        accepted = _(" (accepted)") if finding.waived else ""
        days = f"{day_text(finding.first_day)} – {day_text(finding.last_day)}"
        severity = severity_text(finding.severity)
        _say(f"{severity} {finding.code}{accepted} {days} {message(finding)}")
    _say(
        plural(
            "{count} finding in scenario {scenario}.",
            "{count} findings in scenario {scenario}.",
            len(findings),
        ).format(count=len(findings), scenario=plan.scenario)
    )


def _import(options: argparse.Namespace) -> int:
    from domain.exchange.plan_json import read_plan

    if options.file.suffix.lower() != ".json":
        raise Refused(_("{file}: only .json plans can be taken in.").format(file=options.file))
    plan = read_plan(options.file)
    if options.scenario:
        plan = _named(plan, options.scenario)
    with PlanFile.open(options.plan, read_only=options.dry_run) as file:
        known = plan.scenario in file.scenarios()
        before = file.load(plan.scenario) if known else Plan()
        if not options.dry_run:
            file.put_scenario(plan)
            file.make_current(plan.scenario)
    _tell_difference(before, plan, as_json=options.json)
    return FINE


def _named(plan: Plan, scenario: str) -> Plan:
    from dataclasses import replace

    return replace(plan, scenario=scenario)


def _tell_difference(before: Plan, after: Plan, *, as_json: bool) -> None:
    difference = difference_of(before, after)
    if as_json:
        _say_json({"scenario": after.scenario, **difference})
        return
    for name, changes in difference["lists"].items():
        counts = ", ".join(f"{_(how)} {len(ids)}" for how, ids in changes.items())
        _say(f"{name}: {counts}")
    if not difference["lists"]:
        _say(_("Nothing differs."))


def difference_of(before: Plan, after: Plan) -> dict[str, Any]:
    """What an import adds, changes and removes, as ids per list."""
    lists: dict[str, dict[str, list[str]]] = {}
    for ref in sorted(touched_between(before, after)):
        old, new = before.find(ref), after.find(ref)
        if old == new:
            continue
        how = "added" if old is None else "removed" if new is None else "changed"
        changes = lists.setdefault(LISTS[ref.kind], {"added": [], "changed": [], "removed": []})
        changes[how].append(ref.id)
    return {"lists": lists, "settings": before.settings != after.settings}


def _export(options: argparse.Namespace) -> int:
    with PlanFile.open(options.plan, read_only=True) as file:
        plan, plan_id, head = file.load(options.scenario), file.plan_id, file.head()
    ending = options.file.suffix.lower()
    if ending == ".json":
        if options.first_day or options.last_day:
            raise Refused(_("A JSON plan is always whole; leave --from and --until out."))
        _export_json(plan, options)
    elif ending == ".xlsx":
        _export_workbook(plan, plan_id, head, options)
    else:
        raise Refused(_("{file}: a plan leaves as .xlsx or .json.").format(file=options.file))
    _say(_("{file} is written.").format(file=options.file))
    return FINE


def _export_json(plan: Plan, options: argparse.Namespace) -> None:
    from domain.exchange.plan_json import write_plan
    from domain.exchange.public import public_plan

    write_plan(public_plan(plan) if options.public else plan, options.file)


def _export_workbook(plan: Plan, plan_id: str, head: str, options: argparse.Namespace) -> None:
    from domain.exchange.workbook import material_of, write_workbook

    material = material_of(
        plan,
        plan_id=plan_id,
        journal_head=head,
        first_day=options.first_day,
        last_day=options.last_day,
        public=options.public,
    )
    write_workbook(options.file, material, lambda _done, _total: None)


def _verify(options: argparse.Namespace) -> int:
    with PlanFile.open(options.plan, read_only=True) as file:
        faults = file.verify()
    for fault in faults:
        _say(fault)
    if faults:
        return WITH_ERRORS
    _say(_("{file} is whole.").format(file=options.plan))
    return FINE
