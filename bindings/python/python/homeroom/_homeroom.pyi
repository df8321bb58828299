"""
The part of Homeroom that is written in Rust. Use `homeroom`.
"""

from _typeshed import SupportsGetItem
from datetime import date
from os import PathLike
from typing import Any, SupportsIndex, final

__all__ = ["Columns", "Dataset", "Program", "Register", "ask_json", "definitions_version", "from_arrow", "ladder_from_json", "ladder_from_toml", "ladder_preset", "ladder_presets", "policy_document", "policy_from_json", "policy_from_toml", "policy_presets", "read_edfi", "read_folder"]

@final
class Columns:
    """
    Columns of one length, each with its name. An Arrow table: polars, pandas, `DuckDB` and pyarrow read it.
    """
    def __arrow_c_stream__(self, /, requested_schema: Any | None = None) -> Any:
        """
        The table as a stream of Arrow batches.
        """
    def __len__(self, /) -> int: ...
    @property
    def names(self, /) -> list[str]:
        """
        The names of the columns.
        """
    @staticmethod
    def of_lists(columns: SupportsGetItem[int, tuple[str, str, Any]], rows: SupportsIndex) -> Columns:
        """
        Makes a table of lists: for each column its name, its kind (`text`, `date`, `integer`, `number`, `flag`)
        and its values, dates as days from 1970-01-01.
        """
    def to_lists(self, /, rows: SupportsIndex) -> list[tuple[str, str, Any]]:
        """
        The first rows as lists, as `of_lists` takes them.
        """

@final
class Dataset:
    """
    What a reader made of a folder.
    """
    def findings(self, /) -> Columns:
        """
        The findings, one by one: the first thousand of each code.
        """
    @property
    def program(self, /) -> Program | None:
        """
        The mentoring program of the last school year, where anything of one is recorded.
        """
    @property
    def registers(self, /) -> dict[int, Register]:
        """
        The registers by the year in which the school year ends.
        """
    @property
    def report_json(self, /) -> str:
        """
        What was met on the way, as JSON.
        """

@final
class Program:
    """
    The records of a mentoring program over a school year, open for questions.
    """
    def ask_json(self, /, request: str) -> str:
        """
        Answers a request: JSON in, JSON out.
        """
    @property
    def contacts(self, /) -> int:
        """
        How many contacts are recorded.
        """
    def findings(self, /) -> Columns | None:
        """
        What was wrong with which record; `None` where that is not known of this program alone.
        """
    @staticmethod
    def from_json(register: Register, before: Register | None, records: str) -> Program:
        """
        Opens records, as the JSON of the contract.
        """
    @property
    def mentors(self, /) -> int:
        """
        How many mentors there are.
        """
    @property
    def register(self, /) -> Register:
        """
        The register of the year.
        """
    @property
    def register_before(self, /) -> Register | None:
        """
        The register of the year before.
        """
    @property
    def students(self, /) -> int:
        """
        How many students there are anything of.
        """
    def table(self, /, request: str) -> Columns:
        """
        Answers a request with a table.
        """

@final
class Register:
    """
    One school year, open for questions.
    """
    def amended(self, /, amendments: str) -> Register:
        """
        The register after changes, a JSON list.
        """
    def ask_json(self, /, request: str, before: Register | None = None) -> str:
        """
        Answers a request: JSON in, JSON out.
        """
    def equals(self, /, other: Register) -> bool:
        """
        Whether the registers hold the same days of the same students.
        """
    @property
    def findings(self, /) -> int | None:
        """
        How many findings its records gave; `None` where that is not known of this register alone.
        """
    @staticmethod
    def from_bytes(data: bytes) -> Register:
        """
        Reads what `to_bytes` wrote.
        """
    @staticmethod
    def from_json(records: str) -> Register:
        """
        Opens records, as the JSON of the contract.
        """
    @staticmethod
    def from_parts(data: bytes, roster: str, report: str | None) -> Register:
        """
        Reads what `to_bytes`, `roster_json` and `report_json` wrote.
        """
    @property
    def last_recorded_date(self, /) -> date | None:
        """
        The last date on which anything is recorded.
        """
    def merged(self, /, other: Register) -> Register:
        """
        Both registers as one.
        """
    def report_json(self, /) -> str | None:
        """
        What became of its records, as JSON; `None` where that is not known of this register alone.
        """
    def roster_json(self, /) -> str:
        """
        Who is who, as JSON: districts, schools and students' attributes.
        """
    @property
    def school_days(self, /) -> list[date]:
        """
        The dates on which any school teaches, in order.
        """
    @property
    def school_ids(self, /) -> list[str]:
        """
        The schools' identifiers in order.
        """
    @property
    def school_year(self, /) -> int:
        """
        The calendar year in which the school year ends.
        """
    @property
    def student_ids(self, /) -> list[str]:
        """
        The students' identifiers in order.
        """
    @property
    def students(self, /) -> int:
        """
        How many students there are.
        """
    def table(self, /, request: str, before: Register | None = None) -> Columns:
        """
        Answers a request with a table.
        """
    def to_bytes(self, /) -> bytes:
        """
        The register as bytes.
        """

def ask_json(request: str) -> str:
    """
    Answers a request that brings its records: JSON in, JSON out.
    """

def definitions_version() -> str:
    """
    The version of the definitions: it changes when any number can change.
    """

def from_arrow(options: str, events: Any, enrollments: Any, calendar: Any, attendance_taken: Any | None) -> Register:
    """
    Opens tables of events, enrolments, calendar days and days on which attendance was taken.
    """

def ladder_from_json(text: str) -> str:
    """
    A ladder's document from JSON.
    """

def ladder_from_toml(text: str) -> str:
    """
    A ladder's document from TOML.
    """

def ladder_preset(id: str) -> str | None:
    """
    The document of a ladder that comes with the library; `None` where none is called so.
    """

def ladder_presets() -> list[str]:
    """
    The identifiers of the ladders that come with the library.
    """

def policy_document(choice: str) -> str:
    """
    A policy's whole document, in one form, of a request's choice of it.
    """

def policy_from_json(text: str) -> str:
    """
    A policy's document from JSON.
    """

def policy_from_toml(text: str) -> str:
    """
    A policy's document from TOML.
    """

def policy_presets() -> list[str]:
    """
    The identifiers of the policies that come with the library.
    """

def read_edfi(path: str | PathLike[str], assume_full_year: bool, progress: Any | None) -> Dataset:
    """
    Reads a folder of Ed-Fi XML or JSON.
    """

def read_folder(path: str | PathLike[str], mapping: str | None, assume_full_year: bool, progress: Any | None) -> Dataset:
    """
    Reads a folder of delimited text. The mapping is TOML; without one, `mapping.toml` of the folder or the library's own.
    """
