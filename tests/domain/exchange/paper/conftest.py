"""Pages are laid out in English here, whatever a test before chose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from domain.language import current_language, set_language


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    before = current_language()
    set_language("en")
    yield
    set_language(before)
