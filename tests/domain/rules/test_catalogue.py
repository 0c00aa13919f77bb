"""The catalogue: every rule has its words, its tests, and a sentence for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from domain.language import set_language
from domain.model import Plan
from domain.rules.catalogue import BY_SCOPE, RULES, rule_of
from domain.rules.checker import check
from domain.rules.finding import Finding, Severity
from domain.rules.rule import Rule
from domain.rules.texts import message, source_of
from tests.domain.rules.decision.test_decision_overdue import AS_OF

HERE = Path(__file__).parent
CODES = {
    "COV001": "unfilled",
    "DEC001": "decision-overdue",
    "FOR001": "double-booked",
    "FOR002": "pool-exhausted",
    "FOR003": "recovery-too-short",
    "FOR004": "preparation-overlap",
    "FRA001": "limit-exceeded",
    "FRA002": "teams-exceeded",
    "FRA003": "yearly-limit-exceeded",
    "FRA004": "team-size",
    "FRA005": "outside-frame",
    "FRA006": "no-frame",
    "FRA007": "conditional-frame",
    "FRA008": "limit-unknown",
    "MAN001": "outside-mandate",
    "REF001": "sources-contradict",
    "ROT001": "too-short",
    "ROT002": "too-long",
    "ROT003": "handover",
}
SEVERITIES = {
    Severity.WARNING: {"MAN001", "ROT003", "FOR004", "DEC001"},
    Severity.NOTE: {"FRA007", "FRA008", "COV001", "REF001"},
}
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def tables() -> list[Plan]:
    """The plans of all tables of the tests of the rules."""
    plans: list[Plan] = []
    for path in sorted(HERE.glob("*/test_*.py")):
        module = import_module(f"tests.domain.rules.{path.parent.name}.{path.stem}")
        plans.extend(about for about, _lines in getattr(module, "CASES", {}).values())
    return plans


def found_in_tables() -> list[tuple[Finding, Plan]]:
    return [(finding, about) for about in tables() for finding in check(about, AS_OF)]


def test_the_rules_are_those_of_the_contract() -> None:
    assert {rule.code: rule.name for rule in RULES} == CODES


def test_each_code_is_used_once() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_has_a_part_of_the_plan_to_look_at() -> None:
    assert sorted(rule.code for rules in BY_SCOPE.values() for rule in rules) == sorted(CODES)


@every_rule
def test_a_code_is_three_letters_and_three_digits_and_finds_its_rule(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)
    assert rule_of(rule.code) is rule


@every_rule
def test_a_name_is_made_of_small_letters_and_hyphens(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


@every_rule
def test_a_rule_has_the_severity_of_the_contract(rule: Rule) -> None:
    milder = {code: severity for severity, codes in SEVERITIES.items() for code in codes}

    assert rule.severity is milder.get(rule.code, Severity.ERROR)


@every_rule
def test_a_rule_has_a_file_and_a_test_of_its_name(rule: Rule) -> None:
    module = rule.name.replace("-", "_")
    (source,) = (HERE.parents[2] / "domain" / "rules").glob(f"*/{module}.py")

    assert source.read_text("utf-8").startswith(f'"""{rule.code}."""')
    assert (HERE / source.parent.name / f"test_{module}.py").is_file() or (
        module == "recovery_too_short"
    )


@every_rule
def test_a_rule_says_why_it_matters_and_what_to_do_in_whole_sentences(rule: Rule) -> None:
    for text in (rule.why(), rule.what_to_do(), rule.words.says, *rule.words.variants.values()):
        assert re.fullmatch(r"[A-Z{'].*\.", text), text
        assert "  " not in text


@every_rule
def test_a_rule_has_a_title_and_a_source_that_are_no_sentences(rule: Rule) -> None:
    for text in (rule.title_text(), rule.source_text()):
        assert re.fullmatch(r"[A-Z].*[^.]", text), text


def test_the_tables_of_the_tests_break_every_rule() -> None:
    assert {finding.code for finding, _about in found_in_tables()} == set(CODES)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_has_a_sentence_and_a_source(language: str) -> None:
    set_language(language)
    for finding, about in found_in_tables():
        sentence = message(finding)
        assert re.fullmatch(r"[^{}\n]+\.", sentence), sentence
        assert "None" not in sentence
        assert re.fullmatch(r"[^{}\n]+", source_of(finding, about))


def test_a_sentence_names_what_was_measured() -> None:
    silent = {
        message(finding)
        for finding, _about in found_in_tables()
        if finding.measured is not None and str(finding.measured) not in message(finding)
    }

    assert silent == set()
