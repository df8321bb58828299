"""Readers: the sample folder, progress, and an end when it is wanted."""

import signal
import threading
from pathlib import Path

import homeroom
import pytest
from homeroom import ReadError, RequestError, read_edfi, read_folder

SAMPLE = Path(__file__).parents[3] / "examples" / "data"


@pytest.fixture(scope="module")
def dataset() -> homeroom.Dataset:
    return read_folder(SAMPLE)


def test_the_sample(dataset: homeroom.Dataset) -> None:
    year, register = max(dataset.registers.items())
    assert register.school_year == year
    assert len(register.student_ids) > 100
    assert dataset.program is not None
    assert dataset.program.before == dataset.registers.get(year - 1)
    for file in dataset.files:
        intake = file["intake"]
        assert intake["read"] == sum(intake[name] for name in ("applied", "merged", "superseded", "rejected"))
    assert all(finding.code for finding in dataset.findings())
    assert "<table>" in dataset._repr_html_()
    as_of = register.last_recorded_date
    assert as_of is not None
    groups = register.measure(policy="massachusetts", as_of=as_of, by=["district"])
    assert len(groups) > 1
    whole = register.measure(policy="massachusetts", as_of=as_of)[0]
    assert whole.by_student.students == len(register.student_ids)


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    read_folder(SAMPLE, progress=lambda file, done, total: told.append((file, done, total)))
    assert told
    assert all(isinstance(file, str) and 0 <= done <= total for file, done, total in told)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1][1] == told[-1][2]


def test_what_progress_raises_ends_the_reading() -> None:
    class Enough(Exception):
        pass

    calls = 0

    def progress(file: str, done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        raise Enough

    with pytest.raises(Enough):
        read_folder(SAMPLE, progress=progress)
    assert calls == 1


def test_ctrl_c_ends_the_reading(request: pytest.FixtureRequest) -> None:
    def interrupt(file: str, done: int, total: int) -> None:
        signal.raise_signal(signal.SIGINT)

    assert threading.current_thread() is threading.main_thread()
    # Where the tests run in the background, Ctrl-C is ignored until somebody says otherwise.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    with pytest.raises(KeyboardInterrupt):
        read_folder(SAMPLE, progress=interrupt)


def test_folders_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as raised:
        read_folder(tmp_path / "nothing")
    assert str(tmp_path) not in str(raised.value), "a folder's name may name a person"
    with pytest.raises(ReadError):
        read_edfi(tmp_path)
    mapping = tmp_path / "mapping.toml"
    mapping.write_text("exit_day = 'sometimes'", encoding="utf-8")
    with pytest.raises(ReadError) as raised:
        read_folder(SAMPLE, mapping=mapping)
    assert raised.value.code == "mapping"
    with pytest.raises(RequestError):
        read_folder(SAMPLE, progress=7)  # type: ignore[arg-type]
    with pytest.raises(RequestError):
        read_folder(b"bytes")  # type: ignore[arg-type]
