"""Taking in a colleague's scenario: what comes, what stays, what must be decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from domain.errors import KnownError
from domain.language import N_, _, plural
from domain.rules.finding import Finding
from domain.rules.texts import message
from domain.session import Preview
from gui.dialogs.conflict_pane import ConflictPane
from gui.icons import Icons
from gui.models.arrival import Arrival
from gui.models.change_rows import ChangeRow
from gui.models.change_table import ChangeTable
from gui.widgets.buttons import button_box
from gui.widgets.list_view import list_view
from gui.widgets.plain_text import Heading, Paragraph, PlainLabel, named, without_mnemonic
from gui.words import word

_SIZE: Final = (1040, 680)
_COMING: Final = (N_("About"), N_("What"), N_("Mine now"), N_("Becomes"))
_KEPT: Final = (N_("About"), N_("What"), N_("Before"), N_("Mine, stays"))
_FINDINGS: Final = (N_("Effect"), N_("Rule"), N_("Severity"), N_("What it says"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants: a merge, or a scenario of that name beside the others."""

    new_name: str = ""


class MergeDialog(QDialog):
    """Shows what a merge makes of two scenarios, and lets the user decide the conflicts."""

    def __init__(
        self, parent: QWidget | None, arrival: Arrival, icons: Icons, taken: tuple[str, ...]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mergeDialog")
        self.setWindowTitle(_("Take in a colleague's scenario"))
        self.arrival, self._taken = arrival, taken
        self._title = named(Heading(steps=1), "mergeTitle", "")
        self.scenarios = named(QComboBox(), "mergeScenarios", _("Scenario in their file"))
        self.scenarios.addItems(list(arrival.scenarios))
        self.scenarios.setCurrentText(arrival.scenario)
        self.told = named(Paragraph(), "mergeTold", _("What to know"))
        self.conflicts = ConflictPane(arrival, icons)
        self.coming = ChangeTable(_COMING, self)
        self.kept = ChangeTable(_KEPT, self)
        self.findings = ChangeTable(_FINDINGS, self)
        self.tabs = named(QTabWidget(), "mergeTabs", _("What a merge does"))
        self.merged = named(QRadioButton(), "mergeInto", "")
        self.beside = named(QRadioButton(_("Keep it beside as scenario")), "mergeBeside", "")
        self.name = named(QLineEdit(_free_name(arrival, taken)), "mergeName", _("Name"))
        self.state = named(PlainLabel(), "mergeState", _("What is still open"))
        self._buttons = self._made_buttons()
        self._lay_out()
        self._connect()
        self.refresh()

    @classmethod
    def ask(
        cls, parent: QWidget | None, arrival: Arrival, icons: Icons, taken: tuple[str, ...]
    ) -> Wish | None:
        """What the user wants, with the conflicts decided; or nothing."""
        dialog = cls(parent, arrival, icons, taken)
        done = dialog.exec()
        wish = dialog.wish()
        dialog.deleteLater()
        return wish if done else None

    def wish(self) -> Wish:
        """What is chosen now."""
        return Wish(self.name.text().strip() if self.beside.isChecked() else "")

    def _made_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = button_box("mergeDialog", standard.Ok | standard.Cancel)
        self.take_in = named(buttons.button(standard.Ok), "mergeTakeIn", _("Take in"))
        self.take_in.setText(_("Take in"))
        return buttons

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.conflicts, "")
        for model, name, spoken in (
            (self.coming, "mergeComing", _("What comes from theirs")),
            (self.kept, "mergeKept", _("What stays as mine")),
            (self.findings, "mergeFindings", _("What becomes of the findings")),
        ):
            self.tabs.addTab(list_view(model, name, spoken, (300, 190, 230)), "")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.scenarios)
        self.scenarios.setVisible(self.scenarios.count() > 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.name.setMinimumWidth(200)
        for widget in (self.merged, self.beside, self.name):
            foot.addWidget(widget)
        foot.addStretch(1)
        end = QHBoxLayout()
        end.addWidget(self.state, 1)
        end.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        column.addLayout(end)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self._ways = QButtonGroup(self)
        self._ways.addButton(self.merged)
        self._ways.addButton(self.beside)
        merge = _("Merge into scenario '{name}'").format(name=self.arrival.mine.scenario)
        self.merged.setText(without_mnemonic(merge))
        self.merged.setAccessibleName(merge)
        self.merged.setChecked(True)
        self.merged.toggled.connect(self._show_state)
        self.name.textChanged.connect(self._show_state)
        self.name.textEdited.connect(lambda: self.beside.setChecked(True))
        self.conflicts.decided.connect(self.refresh)
        self.scenarios.activated.connect(self._on_scenario)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _on_scenario(self) -> None:
        try:
            self.arrival.choose(self.scenarios.currentText())
        except KnownError as error:
            self.scenarios.setCurrentText(self.arrival.scenario)
            self.told.setText(error.sentence)
            return
        self.name.setText(_free_name(self.arrival, self._taken))
        self.refresh()

    def refresh(self) -> None:
        """Show what comes of what is decided now."""
        arrival = self.arrival
        self._title.setText(
            _("'{theirs}' from {file}, and your '{mine}'").format(
                theirs=arrival.scenario, file=arrival.path.name, mine=arrival.mine.scenario
            )
        )
        self.told.setText("\n".join(_to_know(arrival)))
        self.conflicts.refresh()
        coming, kept = arrival.coming, arrival.kept
        self.coming.show_rows(coming)
        self.kept.show_rows(kept)
        preview = arrival.preview
        self.findings.show_rows(_finding_rows(preview))
        counts = (len(arrival.merge.conflicts), len(coming), len(kept))
        for place, (title, count) in enumerate(
            zip((_("Conflicts"), _("Comes from theirs"), _("Stays as mine")), counts, strict=True)
        ):
            self.tabs.setTabText(place, f"{title} ({count})")
        self.tabs.setTabText(3, _findings_title(preview))
        if not arrival.merge.conflicts and self.tabs.currentIndex() == 0:
            self.tabs.setCurrentIndex(1)
        self._show_state()

    def _show_state(self) -> None:
        count = len(self.arrival.merge.open)
        beside = self.beside.isChecked()
        sentence = ""
        if beside and self.name.text().strip() in self._taken:
            sentence = _("There is already a scenario of this name.")
        elif not beside and count:
            sentence = plural(
                "{count} conflict is open: choose mine or theirs.",
                "{count} conflicts are open: choose mine or theirs.",
                count,
            ).format(count=count)
        self.state.setText(sentence)
        named_well = bool(self.name.text().strip())
        self.take_in.setEnabled(not sentence and (named_well or not beside))


def _free_name(arrival: Arrival, taken: tuple[str, ...]) -> str:
    """A name for what came that no scenario has."""
    name, number = arrival.scenario, 1
    while name in taken:
        number += 1
        name = f"{arrival.scenario} {number}"
    return name


def _to_know(arrival: Arrival) -> list[str]:
    """What to know before all else: what both began with, ids kept apart, the marking."""
    said = [
        _(
            "What only one of you changed is taken; where both changed something, click the "
            "value that counts. The plan stays as it is until you take in."
        )
    ]
    if arrival.base is None:
        said = [
            _(
                "It is not known what both began with: nothing is taken for removed, "
                "and whatever differs is a conflict."
            )
        ]
    count = len(arrival.merge.renamed)
    if count:
        said.append(
            plural(
                "{count} thing that both made with the same id is kept apart; theirs gets another.",
                "{count} things that both made with the same ids are kept apart; "
                "theirs get others.",
                count,
            ).format(count=count)
        )
    mine, theirs, taken = arrival.markings
    if mine != theirs and taken is not None:
        texts = (_("none") if one is None else one.text for one in (mine, theirs, taken))
        said.append(_("Marking: mine {}, theirs {}; the higher counts: {}.").format(*texts))
    return said


def _findings_title(preview: Preview) -> str:
    before = len(preview.before)
    after = before - len(preview.solved) + len(preview.caused)
    return _("Findings: {before} before, {after} after").format(before=before, after=after)


def _finding_rows(preview: Preview) -> list[ChangeRow]:
    """The findings that go and that come, one a row."""
    return [
        *(_finding_row(_("New"), finding) for finding in preview.caused),
        *(_finding_row(_("Solved"), finding) for finding in preview.solved),
    ]


def _finding_row(effect: str, finding: Finding) -> ChangeRow:
    return ChangeRow(None, effect, finding.code, word(finding.severity), message(finding))
