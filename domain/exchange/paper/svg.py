"""A page as an SVG picture: lines and texts that a drawing program can change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from domain.exchange.files import write_safely
from domain.exchange.paper.letters import width_of
from domain.exchange.paper.marks import Box, Line, Mark, Page, Text
from domain.exchange.workbook.text import on_one_line

_FAMILY = "DejaVu Sans Condensed, DejaVu Sans, Verdana, sans-serif"


def write_svg(path: Path, page: Page, title: str) -> None:
    """Write a page as SVG; raises UnwritableFile where the file cannot be written."""
    write_safely(path, svg_of(page, title).encode("utf-8"))


def svg_of(page: Page, title: str) -> str:
    """A page as the text of an SVG file."""
    size = f"{page.width:.2f} {page.height:.2f}"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{page.width:.2f}pt" height="{page.height:.2f}pt" viewBox="0 0 {size}" '
        f"font-family={quoteattr(_FAMILY)}>"
    )
    ground = '<rect width="100%" height="100%" fill="#ffffff"/>'
    marks = map(_element, page.marks)
    return "\n".join(
        (head, f"<title>{escape(on_one_line(title))}</title>", ground, *marks, "</svg>\n")
    )


def _element(mark: Mark) -> str:
    match mark:
        case Text(x, y, text, size, colour, bold):
            # Where the font is another one, the letters still fill the same width.
            width = width_of(text, size, bold=bold)
            weight = ' font-weight="bold"' if bold else ""
            return (
                f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:.2f}" fill="{colour}"{weight} '
                f'textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
            )
        case Box(x, y, width, height):
            look = " ".join((f'fill="{mark.fill or "none"}"', *_pen(mark)))
            return (
                f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" {look}/>'
            )
        case Line(x, y, to_x, to_y):
            look = " ".join(_pen(mark))
            return f'<line x1="{x:.2f}" y1="{y:.2f}" x2="{to_x:.2f}" y2="{to_y:.2f}" {look}/>'


def _pen(mark: Box | Line) -> Iterator[str]:
    colour = mark.edge if isinstance(mark, Box) else mark.colour
    if colour is not None:
        yield f'stroke="{colour}" stroke-width="{mark.thickness:.2f}"'
        if mark.dashed:
            yield 'stroke-dasharray="2.5 2"'
