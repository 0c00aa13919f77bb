"""A page as an SVG picture: what no file can hold is shown as its number."""

from __future__ import annotations

from defusedxml.ElementTree import fromstring

from domain.exchange.paper.marks import Page, Text
from domain.exchange.paper.svg import svg_of


def test_a_title_with_what_xml_cannot_hold_is_still_a_picture() -> None:
    page = Page(100, 50, (Text(3, 9, "A < B", 8, "#000000"),), ())
    picture = fromstring(svg_of(page, "Plan\x0b <1>\ud800").encode())
    found = {part.tag.rpartition("}")[2]: part.text for part in picture}
    assert (found["title"], found["text"]) == ("Plan\\u000B <1>\\uD800", "A < B")
