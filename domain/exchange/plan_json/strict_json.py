"""JSON text into plain values, with everything refused that two readers might read differently."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NoReturn

from domain.errors import UnreadableFile
from domain.language import _

LARGEST_BYTES: Final = 512 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """What stands in a file; raises UnreadableFile with a sentence."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise UnreadableFile(_("{file} is too large to be a plan.").format(file=path))
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            _("{file} cannot be read: {reason}.").format(file=path, reason=error.strerror)
        ) from error


def parsed(text: bytes, name: str) -> Any:  # noqa: ANN401 - anything that JSON can hold
    """The value of a JSON text; doubled keys, NaN and other doubts are refused."""
    try:
        return json.loads(
            text.decode("utf-8-sig"),
            object_pairs_hook=_without_doubles,
            parse_float=Decimal,
            parse_constant=_no_constant,
        )
    except UnicodeDecodeError as error:
        raise UnreadableFile(_("{file} is not text in UTF-8.").format(file=name)) from error
    except RecursionError as error:
        raise UnreadableFile(_("{file} is nested too deeply.").format(file=name)) from error
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            _("{file} is no JSON: line {line}, column {column}.").format(
                file=name, line=error.lineno, column=error.colno
            )
        ) from error
    except ValueError as error:
        raise UnreadableFile(
            _("{file} is refused: {reason}.").format(file=name, reason=error)
        ) from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _value in pairs]
        double = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(_("the key '{key}' occurs twice").format(key=double))
    return found


def _no_constant(text: str) -> NoReturn:
    raise ValueError(_("'{text}' is no number").format(text=text))
