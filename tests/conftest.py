"""What every test stands on: no screen, a home of its own, one language, no sudden collection."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# These are read when Qt and the texts are first loaded, which is before any fixture.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["QT_QPA_PLATFORM"] = os.environ.get("KADER_TEST_PLATFORM", "offscreen")
os.environ["KADER_LANGUAGE"] = "en"

# A slow machine is no reason to fail, and what CI finds, it finds again.
settings.register_profile("kader", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kader")

FOLDERS = {
    "HOME": "home",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
}


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for each test, so that no preference leaks in or out."""
    with tempfile.TemporaryDirectory(prefix="kader-", ignore_cleanup_errors=True) as place:
        for variable, folder in FOLDERS.items():
            path = Path(place, folder)
            path.mkdir(parents=True, exist_ok=True)
            monkeypatch.setenv(variable, str(path))
        runtime = Path(place, "run")
        runtime.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield Path(place, "home")


@pytest.fixture(autouse=True)
def no_collection_in_a_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """Garbage waits until a test of the window is over: a cycle that PySide6 holds can crash it."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.enable()
    gc.collect()
