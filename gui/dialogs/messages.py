"""Dialogs with one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.widgets.buttons import name_buttons
from gui.widgets.plain_text import without_mnemonic


class SentenceDialog(QMessageBox):
    """A sentence that the user must have seen."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str) -> None:
        super().__init__(parent)
        self.setObjectName("sentenceDialog")
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(sentence)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setStandardButtons(QMessageBox.StandardButton.Ok)
        name_buttons(self, "sentence")

    @classmethod
    def tell(cls, parent: QWidget | None, title: str, sentence: str) -> None:
        """Show a sentence until the user closes it."""
        dialog = cls(parent, title, sentence)
        dialog.exec()
        dialog.deleteLater()


class QuestionDialog(SentenceDialog):
    """A question to which the answer is to do it or not."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, do: str) -> None:
        super().__init__(parent, title, sentence)
        self.setObjectName("questionDialog")
        self.setIcon(QMessageBox.Icon.Question)
        self.setStandardButtons(QMessageBox.StandardButton.Cancel)
        button = self.addButton(without_mnemonic(do), QMessageBox.ButtonRole.AcceptRole)
        button.setObjectName("questionDo")
        name_buttons(self, "question")

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, sentence: str, do: str) -> bool:
        """Whether the user wants it done."""
        dialog = cls(parent, title, sentence, do)
        dialog.exec()
        clicked = dialog.clickedButton()
        agreed = dialog.buttonRole(clicked) is QMessageBox.ButtonRole.AcceptRole
        dialog.deleteLater()
        return agreed


class WaysDialog(SentenceDialog):
    """A sentence, and ways to go on."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, ways: Sequence[str]
    ) -> None:
        super().__init__(parent, title, sentence)
        self.setObjectName("waysDialog")
        self.setStandardButtons(QMessageBox.StandardButton.Cancel)
        role = QMessageBox.ButtonRole.AcceptRole
        self.ways = [self.addButton(without_mnemonic(way), role) for way in ways]
        for number, button in enumerate(self.ways):
            button.setObjectName(f"way_{number}")
        name_buttons(self, "ways")
        self.setDefaultButton(self.ways[0])

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, sentence: str, ways: Sequence[str]
    ) -> int | None:
        """The place of the way that the user chose, or none."""
        dialog = cls(parent, title, sentence, ways)
        dialog.exec()
        clicked = dialog.clickedButton()
        chosen = next((at for at, one in enumerate(dialog.ways) if one == clicked), None)
        dialog.deleteLater()
        return chosen
