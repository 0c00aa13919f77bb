"""What an edit would do to the findings, in words, before it is made."""

from __future__ import annotations

from domain.errors import KnownError
from domain.language import _
from domain.model import Edit
from gui.document import Document
from gui.timeline.pill import effect_of


def effect_text(document: Document, edit: Edit) -> str:
    """How many findings would come and go; why not where it cannot be."""
    if document.session is None:
        return ""
    try:
        preview = document.session.preview(edit)
    except KnownError as error:
        return error.sentence
    remarks = effect_of(preview)
    if not remarks:
        return _("No finding would come or go.")
    return _("It would mean: {remarks}.").format(remarks=", ".join(remarks))
