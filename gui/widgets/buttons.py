"""The buttons at the foot of a dialog, each with a name for programs."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QMessageBox


def button_box(dialog: str, buttons: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Buttons of these kinds; that for OK of ``findDialog`` is called ``findDialogOk``."""
    box = QDialogButtonBox(buttons)
    box.setObjectName(f"{dialog}Buttons")
    name_buttons(box, dialog)
    return box


def name_buttons(box: QDialogButtonBox | QMessageBox, dialog: str) -> None:
    """Name the buttons of a dialog that have no name yet after what they are for."""
    for button in box.buttons():
        if not button.objectName():
            button.setObjectName(f"{dialog}{box.standardButton(button).name}")
