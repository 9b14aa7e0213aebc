"""Long work: stopped at once until it writes, never while it does, and the next one waits for its files."""

import threading

import docgen
from docgen.web.jobs import Job, Jobs

PATIENCE = 10.0  # seconds, for a thread that has nothing to do


class Work:
    """A work that is in LibreOffice until it may go on, and then in its writing until it may end."""

    def __init__(self) -> None:
        self.is_in, self.may_write, self.is_writing, self.may_end = (threading.Event() for _ in range(4))
        self.has_written = False

    def __call__(self, job: Job) -> str:
        job.say("tạo PDF")
        self.is_in.set()
        assert self.may_write.wait(PATIENCE)
        job.say(docgen.WRITING)
        self.is_writing.set()
        assert self.may_end.wait(PATIENCE)
        self.has_written = True
        return "/xong"


def test_a_work_is_over_as_soon_as_it_is_stopped_and_never_writes() -> None:
    jobs, first, second = Jobs(), Work(), Work()
    stopped = jobs.get(jobs.start("Một", "/", first))
    assert stopped is not None
    assert first.is_in.wait(PATIENCE)
    stopped.ask_to_stop()
    assert (stopped.is_over, stopped.stage) == (True, "đã dừng theo yêu cầu; chưa ghi gì")
    assert jobs.are_busy()
    jobs.start("Hai", "/", second)
    assert not second.is_in.wait(0.02)  # until the first has let go of the files
    first.may_write.set()
    assert second.is_in.wait(PATIENCE)
    assert not first.is_writing.is_set()
    second.may_write.set()
    second.may_end.set()


def test_a_work_that_writes_is_not_stopped() -> None:
    work = Work()
    job = Job("Một", "/")
    thread = threading.Thread(target=job.run, args=(work,))
    thread.start()
    work.may_write.set()
    assert work.is_writing.wait(PATIENCE)
    job.ask_to_stop()
    assert (job.is_over, job.is_writing) == (False, True)
    work.may_end.set()
    thread.join()
    assert (work.has_written, job.is_over, job.url) == (True, True, "/xong")
