"""The language in which the program speaks: Dutch or English."""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final, NamedTuple

LANGUAGES: Final = ("nl", "en")
_TRANSLATIONS: Final = Path(__file__).resolve().parent.parent / "resources" / "translations"


class _Spoken(NamedTuple):
    """A language with its texts."""

    code: str = "en"
    texts: gettext.NullTranslations = gettext.NullTranslations()


class _Current:
    """The one language that is spoken everywhere."""

    spoken: _Spoken = _Spoken()


_ASIDE: Final[ContextVar[_Spoken | None]] = ContextVar("_ASIDE", default=None)
"""The language of a piece of work that speaks another one, in its own thread."""


def set_language(code: str) -> None:
    """From now on all texts are in this language; unknown codes mean English."""
    _Current.spoken = _spoken(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Within this, and only in this thread, all texts are in another language."""
    token = _ASIDE.set(_spoken(code))
    try:
        yield
    finally:
        _ASIDE.reset(token)


def _spoken(code: str) -> _Spoken:
    known = code if code in LANGUAGES else "en"
    texts = gettext.translation("kader", _TRANSLATIONS, languages=[known], fallback=True)
    return _Spoken(known, texts)


def _now() -> _Spoken:
    return _ASIDE.get() or _Current.spoken


def current_language() -> str:
    """The code of the language that is spoken now: ``nl`` or ``en``."""
    return _now().code


def language_of_system() -> str:
    """The language that the environment asks for: KADER_LANGUAGE, else the locale, else English."""
    asked = os.environ.get("KADER_LANGUAGE") or locale.getlocale()[0] or os.environ.get("LANG", "")
    return "nl" if asked.lower().startswith(("nl", "dutch")) else "en"


def _(text: str) -> str:
    """The text in the current language."""
    return _now().texts.gettext(text) if text else ""


def plural(one: str, many: str, number: int) -> str:
    """The form of a text that goes with a number, in the current language."""
    return _now().texts.ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a text for translation; it is translated when it is shown."""
    return text
