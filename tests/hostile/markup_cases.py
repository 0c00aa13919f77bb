"""XML that is more than it seems, or that nobody can finish."""

from __future__ import annotations

from functools import partial

from tests.hostile.cases import Make, case, read, refused
from tests.hostile.workshop import (
    MAIN,
    STYLES,
    TYPES,
    WORKBOOK,
    WORKBOOK_LINKS,
    Workshop,
    joined,
)

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
DOCTYPES = {
    "plain": "<!DOCTYPE a>",
    "laughing": f"<!DOCTYPE a [{LAUGHS}]>",
    "reading_files": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "reading_elsewhere": '<!DOCTYPE a SYSTEM "http://localhost/a.dtd">',
    "behind_a_comment": f"<!-- {'x' * 9_000} --><!DOCTYPE a>",
}


def _doctype(doctype: str, part: str, w: Workshop) -> None:
    w.prolog(part or w.sheet, '<?xml version="1.0"?>' + doctype)
    w.save()


def _doctype_in(encoding: str, w: Workshop) -> None:
    text = w.parts[w.sheet].decode()
    w.parts[w.sheet] = f"<!DOCTYPE a [{LAUGHS}]>{text}".encode(encoding)
    w.save()


WHERE = {
    "sheet": "",
    "workbook": WORKBOOK,
    "styles": STYLES,
    "types": TYPES,
    "links": WORKBOOK_LINKS,
    "root_links": "_rels/.rels",
    "properties": "docProps/custom.xml",
    "what_nobody_reads": "docProps/core.xml",
    "theme": "xl/theme/theme1.xml",
}
for where, part in WHERE.items():
    case(
        f"doctype_in_{where}",
        partial(_doctype, DOCTYPES["laughing"], part),
        "document type (DOCTYPE)",
    )
for kind, doctype in DOCTYPES.items():
    case(f"doctype_{kind}", partial(_doctype, doctype, ""), "document type (DOCTYPE)")
for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
    case(f"doctype_in_{encoding}", partial(_doctype_in, encoding), "")


@read()
def in_another_encoding(w: Workshop) -> None:
    w.parts[w.sheet] = w.parts[w.sheet].decode().encode("utf-16")
    w.save()


def _declared(encoding: str, w: Workshop) -> None:
    w.prolog(w.sheet, f'<?xml version="1.0" encoding="{encoding}"?>')
    w.save()


for encoding in ("utf-7", "cp500", "iso-8859-1", "idna", "zlib_codec", "x" * 5_000):
    case(f"encoding_{encoding[:12]}", partial(_declared, encoding), "")


@refused("no sound XML")
def entity_that_nobody_declared(w: Workshop) -> None:
    w.swap(w.sheet, "<sheetData>", "<sheetData>&lol;")
    w.save()


@refused("no sound XML")
def sheet_without_an_end(w: Workshop) -> None:
    w.parts[w.sheet] = w.parts[w.sheet][:-20]
    w.save()


@refused("no sound XML")
def sheet_that_is_no_text(w: Workshop) -> None:
    w.parts[w.sheet] = w.dice.randbytes(5_000)
    w.save()


@refused("nothing begins in it")
def prolog_without_an_end(w: Workshop) -> None:
    w.prolog("docProps/core.xml", f"<!--{'x' * 70_000}--><!DOCTYPE a>")
    w.save()


DEEP: dict[str, Make] = {
    "deep": lambda w: w.stuff(w.sheet, "<sheetData>", b"<a>" * 100_000),
    "deep_in_cells": lambda w: w.stuff(
        w.sheet, "<sheetData>", b'<row r="1"><c>' + b"<is>" * 100_000
    ),
    "deep_in_texts": lambda w: w.stuff(w.sheet, "<is>", b"<t>" * 100_000),
    "deep_in_styles": lambda w: w.stuff(STYLES, "<fonts", b' a="1">' + b"<a>" * 100_000),
    "deep_in_rows": lambda w: w.stuff(w.sheet, "<sheetData>", b"<row>" * 100_000),
}
for name, make in DEEP.items():
    case(name, make, "")

LONG: dict[str, Make] = {
    "long_comment": lambda w: w.stuff(w.sheet, "<sheetData>", b"<!--" + b"<" * 20_000_000),
    "long_instruction": lambda w: w.stuff(w.sheet, "<sheetData>", b"<?a " + b"x" * 20_000_000),
    "long_name": lambda w: w.stuff(w.sheet, "<sheetData>", b"<" + b"x" * 20_000_000),
    "long_attribute": lambda w: w.stuff(w.sheet, "<sheetData>", b'<a b="' + b"x>" * 10_000_000),
    "many_attributes": lambda w: w.stuff(
        w.sheet, "<sheetData>", joined(["<row", *(f' a{n}=""' for n in range(90_000)), "/>"])
    ),
    "many_names": lambda w: w.stuff(
        w.sheet, "<sheetData>", joined([f"<a{n}/>" for n in range(999_999)])
    ),
    "many_namespaces": lambda w: w.stuff(
        w.sheet,
        "<sheetData>",
        joined(["<a", *(f' xmlns:a{n}="u{n}"' for n in range(50_000)), "/>"]),
    ),
    "text_without_end": lambda w: w.stuff(w.sheet, "<is><t>", b"x" * 40_000_000),
    "text_of_references": lambda w: w.stuff(w.sheet, "<is><t>", b"&#x1F600;" * 4_000_000),
    "formula_without_end": lambda w: w.stuff(
        w.sheet, "<sheetData>", b'<row r="1"><c r="A1"><f>' + b"+" * 40_000_000
    ),
}
for name, make in LONG.items():
    case(name, make, "", heavy=True)


@read()
def comments_and_other_namespaces(w: Workshop) -> None:
    w.swap(w.sheet, "<sheetData>", "<!-- x --><sheetData><?x y?>")
    w.swap(w.sheet, "</sheetData>", '</sheetData><e:a xmlns:e="urn:e"><e:row><e:c/></e:row></e:a>')
    w.save()


@read()
def names_with_a_prefix(w: Workshop) -> None:
    """Some programs write every name with a prefix."""
    text = w.parts[w.sheet].decode()
    text = text.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    w.parts[w.sheet] = text.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"').encode()
    w.save()


@read()
def names_of_the_strict_kind(w: Workshop) -> None:
    for part in (w.sheet, WORKBOOK, STYLES):
        w.swap(part, MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    w.save()
