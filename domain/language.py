"""The language in which the program speaks: Dutch or English."""

from __future__ import annotations

import gettext
import locale
import os
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("nl", "en")
_TRANSLATIONS: Final = Path(__file__).resolve().parent.parent / "resources" / "translations"


class _Current:
    """The one language that is spoken now."""

    code: str = "en"
    texts: gettext.NullTranslations = gettext.NullTranslations()


def set_language(code: str) -> None:
    """From now on all texts are in this language; unknown codes mean English."""
    _Current.code = code if code in LANGUAGES else "en"
    _Current.texts = gettext.translation(
        "kader", _TRANSLATIONS, languages=[_Current.code], fallback=True
    )


def current_language() -> str:
    """The code of the language that is spoken now: ``nl`` or ``en``."""
    return _Current.code


def language_of_system() -> str:
    """The language that the environment asks for: KADER_LANGUAGE, else the locale, else English."""
    asked = os.environ.get("KADER_LANGUAGE") or locale.getlocale()[0] or os.environ.get("LANG", "")
    return "nl" if asked.lower().startswith(("nl", "dutch")) else "en"


def _(text: str) -> str:
    """The text in the current language."""
    return _Current.texts.gettext(text) if text else ""


def plural(one: str, many: str, number: int) -> str:
    """The form of a text that goes with a number, in the current language."""
    return _Current.texts.ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a text for translation; it is translated when it is shown."""
    return text
