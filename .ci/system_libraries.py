"""Which libraries of the system Qt still lacks, and the Debian packages that bring them.

Takes the platforms that Qt is to run on (offscreen, xcb, wayland); prints a line for each library
that cannot be loaded: its name and its package. Runs without any package of our own.
"""

import ctypes
import sys
from pathlib import Path

FOR_ALL = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
FOR_XCB = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
NEEDED = {"offscreen": {}, "xcb": FOR_XCB, "wayland": FOR_WAYLAND}

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_FILES = ("*.ttf", "*.otf", "*.ttc")


def missing_libraries(platforms: list[str]) -> dict[str, str]:
    """The libraries that these platforms need and that cannot be loaded, with their packages."""
    wanted = FOR_ALL.copy()
    for platform in platforms:
        wanted |= NEEDED[platform]
    return {library: package for library, package in wanted.items() if not _loads(library)}


def has_fonts() -> bool:
    """Whether there is any font to write with."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(next(folder.rglob(kind), None) for folder in folders for kind in FONT_FILES)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    missing = missing_libraries(sys.argv[1:])
    if not has_fonts():
        missing["fonts"] = "fonts-dejavu-core"
    sys.stdout.writelines(f"{library} {package}\n" for library, package in missing.items())
