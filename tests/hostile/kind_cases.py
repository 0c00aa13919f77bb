"""Files that are another kind of thing than they say: with macros, with links, of other formats."""

from __future__ import annotations

import os
from functools import partial

from tests.hostile.cases import case, refused
from tests.hostile.raw_zip import STORED, Entry, raw_zip
from tests.hostile.workshop import TYPES, WORKBOOK_LINKS, Workshop

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@refused("it holds macros")
def with_macros(w: Workshop) -> None:
    w.save(Entry(b"xl/vbaProject.bin", OLE))


@refused("it holds macros", ending=".xlsm")
def with_macros_and_saying_so(w: Workshop) -> None:
    w.save(Entry(b"xl/vbaProject.bin", OLE))


@refused("it holds macros")
def with_macros_of_another_name(w: Workshop) -> None:
    w.link(WORKBOOK_LINKS, "vbaProject", "innocent.bin")
    w.save(Entry(b"xl/innocent.bin", OLE))


@refused("it holds macros")
def with_macros_by_its_type(w: Workshop) -> None:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    w.swap(TYPES, main, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    w.save()


@refused("it holds macros")
def with_macros_of_the_old_kind(w: Workshop) -> None:
    w.save(Entry(b"xl/macrosheets/sheet1.xml", b"<a/>"))


@refused("it holds macros")
def with_controls(w: Workshop) -> None:
    w.save(Entry(b"xl/activeX/activeX1.bin", OLE))


@refused("it draws on other files")
def with_links(w: Workshop) -> None:
    w.save(Entry(b"xl/externalLinks/externalLink1.xml", b"<a/>"))


@refused("it draws on other files")
def with_links_of_another_name(w: Workshop) -> None:
    w.link(WORKBOOK_LINKS, "externalLink", "innocent.xml")
    w.save(Entry(b"xl/innocent.xml", b"<a/>"))


CONTENTS: dict[str, tuple[bytes, str]] = {
    "text": (b"mission;first_day\n", "it is no workbook"),
    "pdf": (b"%PDF-1.7\n", "it is no workbook"),
    "html": (b"<html><table/></html>", "it is no workbook"),
    "old_workbook": (OLE, "a workbook of the old kind"),
    "locked_workbook": (
        OLE + "EncryptedPackage".encode("utf-16-le") + bytes(9_000),
        "protected with a password",
    ),
    "zip_of_nothing": (raw_zip([Entry(b"a.txt", b"x")]), "it is a zip, but no workbook"),
    "empty_zip": (raw_zip([]), "damaged or was cut off"),
    "open_document": (
        raw_zip([Entry(b"mimetype", b"application/vnd.oasis.opendocument", STORED)]),
        "it is a zip, but no workbook",
    ),
    "letter": (
        raw_zip([Entry(TYPES.encode(), b'<Types><Override ContentType="application/x"/></Types>')]),
        "but no workbook of the kind .xlsx",
    ),
}


def _content(content: bytes, w: Workshop) -> None:
    w.write(content)


for name, (content, words) in CONTENTS.items():
    case(f"renamed_{name}", partial(_content, content), words)


@refused("it is a folder")
def folder(w: Workshop) -> None:
    w.path.mkdir()


@refused("it is no file")
def pipe(w: Workshop) -> None:
    os.mkfifo(w.path)


@refused("cannot be read")
def nothing_there(w: Workshop) -> None:
    w.path.unlink(missing_ok=True)


@refused("has more than 64 MB")
def sparse_and_endless(w: Workshop) -> None:
    with w.path.open("wb") as file:
        file.truncate(1 << 40)


def _property(name: str, old: str, new: str, w: Workshop) -> None:
    content = w.parts["docProps/custom.xml"].decode()
    start = content.index(f'name="{name}"')
    end = content.index("</property>", start)
    w.swap("docProps/custom.xml", content[start:end], content[start:end].replace(old, new))
    w.save()


case("of_another_plan", partial(_property, "KaderPlanId", "lpwstr>", "lpwstr>x"), "another plan")
case("of_a_later_version", partial(_property, "KaderFormat", ">1<", ">2<"), "newer version")
case("of_no_version", partial(_property, "KaderFormat", ">1<", ">one<"), "not say clearly")
case(
    "of_no_plain_period",
    partial(_property, "KaderFirstDay", " />", ">1/7/26</vt:lpwstr>"),
    "not say clearly",
)
case("for_the_public", partial(_property, "KaderPublic", ">0<", ">1<"), "a public workbook")


@refused("two things about 'KaderPlanId'")
def of_two_plans(w: Workshop) -> None:
    more = '<property name="KaderPlanId"><vt:lpwstr>x</vt:lpwstr></property></Properties>'
    w.swap("docProps/custom.xml", "</Properties>", more)
    w.save()


@refused("not say clearly")
def of_nobody_knows_which_plan(w: Workshop) -> None:
    w.parts["docProps/custom.xml"] = b"<Properties/>"
    w.swap("xl/worksheets/sheet1.xml", ">plan_id<", ">x<")
    w.save()
