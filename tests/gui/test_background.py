"""Work beside the window: done, failed, stopped, broken."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from domain.errors import Refused
from gui.background import Background, Job, Progress
from gui.dialogs.progress import ProgressDialog
from tests.gui.driving import click, find


def count(progress: Progress) -> int:
    for number in range(3):
        progress(number, 3)
    return 3


def test_work_is_done_on_another_thread(qtbot: QtBot) -> None:
    background = Background()
    job = Job(lambda _progress: threading.current_thread() is threading.main_thread())
    with qtbot.waitSignal(job.succeeded) as result:
        background.start(job)
    assert result.args == [False]
    background.finish()


def test_progress_is_told(qtbot: QtBot) -> None:
    background, job = Background(), Job(count)
    steps: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, of: steps.append((done, of)))
    with qtbot.waitSignal(job.ended):
        background.start(job)
    assert steps[0] == (0, 3)
    background.finish()


def test_what_the_user_can_mend_comes_back_as_a_sentence(qtbot: QtBot) -> None:
    def refuse(_progress: Progress) -> None:
        raise Refused("It cannot be.")

    background, job = Background(), Job(refuse)
    with qtbot.waitSignal(job.failed) as said:
        background.start(job)
    assert said.args == ["It cannot be."]
    background.finish()


def test_work_that_is_stopped_stops_at_its_next_step(qtbot: QtBot) -> None:
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            begun.set()
            progress(0, 0)

    background, job = Background(), Job(endless)
    with qtbot.waitSignal(job.stopped):
        background.start(job)
        assert begun.wait(10)
        job.stop()
    background.finish()


def test_a_bug_in_work_comes_to_light_in_the_window(qtbot: QtBot) -> None:
    def fail(_progress: Progress) -> None:
        raise ZeroDivisionError

    background, job = Background(), Job(fail)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(job.ended):
        background.start(job)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    background.finish()


def test_jobs_are_done_one_after_another(qtbot: QtBot) -> None:
    background, order = Background(), list[int]()
    jobs = [Job(lambda _p, n=n: order.append(n)) for n in range(5)]  # type: ignore[misc]
    with qtbot.waitSignal(jobs[-1].ended):
        for job in jobs:
            background.start(job)
    assert order == [0, 1, 2, 3, 4]
    qtbot.waitUntil(lambda: not background.is_busy)


def test_progress_has_a_button_that_stops_the_work(qtbot: QtBot) -> None:
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            begun.set()
            progress(1, 2)

    background, job = Background(), Job(endless)
    dialog: QProgressDialog = ProgressDialog(None, "Writing", job)
    with qtbot.waitSignal(job.stopped):
        background.start(job)
        assert begun.wait(10)
        qtbot.waitUntil(lambda: dialog.maximum() == 2)
        click(find(dialog, QPushButton, "progressCancel"))
    background.finish()
