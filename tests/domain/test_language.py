"""The language in which the program speaks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from domain.language import (
    _,
    current_language,
    language_of_system,
    plural,
    set_language,
    speaking,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    set_language("en")


@pytest.mark.parametrize(
    ("code", "spoken"), [("nl", "nl"), ("en", "en"), ("fr", "en"), ("", "en"), ("nl_NL", "en")]
)
def test_it_speaks_dutch_or_english(code: str, spoken: str) -> None:
    set_language(code)

    assert current_language() == spoken


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("nl", "nl"), ("nl_NL.UTF-8", "nl"), ("Dutch_Netherlands", "nl"), ("en", "en"), ("de", "en")],
)
def test_the_environment_may_ask(monkeypatch: pytest.MonkeyPatch, asked: str, spoken: str) -> None:
    monkeypatch.setenv("KADER_LANGUAGE", asked)

    assert language_of_system() == spoken


def test_an_empty_text_stays_empty() -> None:
    for code in ("nl", "en"):
        set_language(code)
        assert _("") == ""


def test_a_text_that_nobody_translated_stays_as_it_is() -> None:
    set_language("nl")

    assert _("a text that is in no translation") == "a text that is in no translation"


@pytest.mark.parametrize(("number", "text"), [(0, "many"), (1, "one"), (2, "many")])
def test_one_is_not_many(number: int, text: str) -> None:
    set_language("en")

    assert plural("one", "many", number) == text


def test_a_piece_of_work_speaks_another_language_in_its_own_thread() -> None:
    set_language("en")
    heard: list[str] = []
    with speaking("nl"):
        assert current_language() == "nl"
        other = Thread(target=lambda: heard.append(current_language()))
        other.start()
        other.join()
    assert heard == ["en"]
    assert current_language() == "en"


def test_what_stands_inside_another_text_is_found_by_who_translates() -> None:
    """The collector of texts does not look into f-strings: what is only there stays English."""
    template = (ROOT / "resources" / "translations" / "kader.pot").read_text(encoding="utf-8")
    missing = [
        f"{path.name}: {text}"
        for room in ("domain", "gui")
        for path in sorted((ROOT / room).rglob("*.py"))
        for text in _inside_others(ast.parse(path.read_text(encoding="utf-8")))
        if f'msgid "{text}"' not in template
    ]
    assert missing == []


def _inside_others(tree: ast.AST) -> Iterator[str]:
    calls = (
        node
        for outer in ast.walk(tree)
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call)
    )
    for call in calls:
        named = isinstance(call.func, ast.Name) and call.func.id in {"_", "N_", "plural"}
        if named and call.args and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)
