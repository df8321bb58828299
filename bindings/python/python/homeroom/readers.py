"""Readers: a folder of a school's own records becomes registers, a program, and findings."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any, final

from homeroom import _codec, _homeroom, _html, answers
from homeroom.errors import RequestError
from homeroom.program import Program
from homeroom.register import Register
from homeroom.table import Table, findings

__all__ = ["Dataset", "read_edfi", "read_folder"]

Progress = Callable[[str, int, int], object]


@final
class Dataset:
    """What was read: registers by school year, the program where there is one, and everything met on the way."""

    __slots__ = ("_handle", "_program", "_registers", "_report")

    def __init__(self, handle: _homeroom.Dataset) -> None:
        self._handle = handle
        self._report: dict[str, Any] = json.loads(handle.report_json)
        self._registers = {year: Register._of(of) for year, of in handle.registers.items()}
        program = handle.program
        self._program = None if program is None else Program._of(program)

    @property
    def registers(self) -> dict[int, Register]:
        """The registers by the calendar year in which their school year ends."""
        return dict(self._registers)

    @property
    def program(self) -> Program | None:
        """The mentoring program over the last school year, where anything of one is recorded."""
        return self._program

    def findings(self) -> Table[answers.Finding]:
        """What was wrong with which record, and what was done: the first thousand of each code."""
        return findings(self._handle.findings())

    @property
    def finding_counts(self) -> list[answers.FindingCount]:
        """How many findings there are of each code."""
        counts: list[dict[str, Any]] = self._report["findings"]
        return [_codec.decode({"code": of["code"], "count": of["count"]}, answers.FindingCount) for of in counts]

    @property
    def intake(self) -> answers.Intake:
        """What became of all records."""
        intake: answers.Intake = _codec.decode(self._report["intake"], answers.Intake)
        return intake

    @property
    def files(self) -> list[dict[str, Any]]:
        """For each file its ``kind``, and what became of its records."""
        files: list[dict[str, Any]] = self._report["files"]
        return files

    @property
    def unread_files(self) -> list[str]:
        """Files that look like records and were not read."""
        return list(self._report["unread_files"])

    @property
    def assumptions(self) -> list[str]:
        """Every assumption that was made, in words."""
        return list(self._report["assumptions"])

    def __repr__(self) -> str:
        years = ", ".join(str(year) for year in self._registers)
        return f"<Dataset: school years {years}; {len(self.files)} files{'; a program' if self._program else ''}>"

    def _repr_html_(self) -> str:
        names = ("file", "kind", "read", "applied", "merged", "superseded", "rejected")
        rows = [(of["file"], of["kind"], *(of["intake"][name] for name in names[2:])) for of in self.files]
        years = "".join(register._repr_html_() for register in self._registers.values())
        return years + _html.heading("Files") + _html.table(names, rows, [False, False, *[True] * 5])


def read_folder(
    path: str | os.PathLike[str],
    *,
    mapping: str | os.PathLike[str] | None = None,
    assume_full_year: bool = False,
    progress: Progress | None = None,
) -> Dataset:
    """Reads a folder of delimited text.

    ``mapping`` is a TOML file that says how columns, dates and codes are meant; without one, ``mapping.toml`` of the
    folder, or the library's own form. ``progress`` is called now and then with the file, the bytes read and the bytes
    there are; what it raises ends the reading, as Ctrl-C does.

    >>> read_folder("no such folder")
    Traceback (most recent call last):
    homeroom.errors.ReadError: ...
    """
    text = None
    if mapping is not None:
        with open(mapping, encoding="utf-8") as file:
            text = file.read()
    return Dataset(_homeroom.read_folder(_path(path), text, assume_full_year, _called(progress)))


def read_edfi(
    path: str | os.PathLike[str],
    *,
    assume_full_year: bool = False,
    progress: Progress | None = None,
) -> Dataset:
    """Reads a folder of Ed-Fi: XML of a bulk interchange, or JSON of the API."""
    return Dataset(_homeroom.read_edfi(_path(path), assume_full_year, _called(progress)))


def _path(path: str | os.PathLike[str]) -> str:
    given = os.fspath(path)
    return _codec.text(given, "path")


def _called(progress: Progress | None) -> Progress | None:
    if progress is not None and not callable(progress):
        raise RequestError("`progress` is to be a function", code="wrong_type", field="progress")
    return progress
