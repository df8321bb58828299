"""Who is missing school, by whose definition, as of today, and how sure are we?

One set of definitions and exact calculations for schools that fight chronic absence with success mentors: the same in
Rust, Python and the browser.

>>> from datetime import date
>>> import homeroom
>>> register = homeroom.examples.register()
>>> standing = register.standing("s1", policy="massachusetts", as_of=date(2021, 11, 5))
>>> standing.status.value, standing.absence_rate.percent
('chronic', '50.0')
"""

from __future__ import annotations

from importlib.metadata import version as _version

from homeroom import _homeroom, answers, errors, examples, records, terms
from homeroom._numbers import (
    amount,
    bands,
    code,
    day_rule,
    fraction,
    rate,
    relative_change,
    status_history,
    threshold,
)
from homeroom.errors import (
    AmendError,
    BytesError,
    ColumnError,
    EnrollmentError,
    HomeroomError,
    LadderError,
    MergeError,
    NumberError,
    PolicyError,
    ReadError,
    RecordError,
    RegisterError,
    RequestError,
    StatusError,
    UnknownIdError,
)
from homeroom.ladder import Ladder
from homeroom.policy import Policy
from homeroom.program import Program
from homeroom.readers import Dataset, read_edfi, read_folder
from homeroom.register import Register
from homeroom.student import Student
from homeroom.table import Table

__all__ = [
    "AmendError",
    "BytesError",
    "ColumnError",
    "DEFINITIONS_VERSION",
    "Dataset",
    "EnrollmentError",
    "HomeroomError",
    "Ladder",
    "LadderError",
    "MergeError",
    "NumberError",
    "Policy",
    "PolicyError",
    "Program",
    "ReadError",
    "RecordError",
    "Register",
    "RegisterError",
    "RequestError",
    "StatusError",
    "Student",
    "Table",
    "UnknownIdError",
    "__version__",
    "amount",
    "answers",
    "ask_json",
    "bands",
    "code",
    "day_rule",
    "errors",
    "examples",
    "fraction",
    "rate",
    "read_edfi",
    "read_folder",
    "records",
    "relative_change",
    "status_history",
    "terms",
    "threshold",
]

__version__: str = _version("homeroom")

DEFINITIONS_VERSION: str = _homeroom.definitions_version()
"""The version of the definitions: it changes when any number can change."""


def ask_json(text: str) -> str:
    """Answers a request of the contract that brings its records: JSON in, JSON out.

    >>> ask_json('{"ask": {"rate": {"part": 1, "whole": 16, "decimals": 1}}}')
    '{"definitions_version":"2026.1","ok":true,"value":{"percent":"6.3"}}'
    """
    return _homeroom.ask_json(text)
