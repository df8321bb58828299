"""What goes wrong, as exceptions.

Every exception is a :class:`HomeroomError`, and so a ``ValueError``. It has a ``code`` that does not change from
version to version, and the ``field`` to blame where there is one. Messages name fields and identifiers, never what
is said about a person.

>>> import homeroom
>>> try:
...     homeroom.Policy.preset("edfact")
... except homeroom.UnknownIdError as error:
...     print(error.code)
unknown_preset
"""

from __future__ import annotations

from typing import ClassVar, Self

__all__ = [
    "AmendError",
    "BytesError",
    "ColumnError",
    "EnrollmentError",
    "HomeroomError",
    "LadderError",
    "MergeError",
    "NumberError",
    "PolicyError",
    "ReadError",
    "RecordError",
    "RegisterError",
    "RequestError",
    "StatusError",
    "UnknownIdError",
]


class HomeroomError(ValueError):
    """Why a question has no answer.

    >>> error = HomeroomError("the policy has no line", code="policy", field="chronic")
    >>> error.code, error.field, str(error)
    ('policy', 'chronic', 'the policy has no line')
    """

    kind: ClassVar[str] = "homeroom"
    """What the error is about; one class for each."""

    code: str
    """The error's name, in lower_snake."""

    field: str | None
    """The field to blame, where there is one."""

    message: str
    """What is wrong, and what to do."""

    def __init__(self, message: str, *, code: str = "homeroom", field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[object, tuple[type[Self], str, str, str | None]]:
        return _unpickled, (type(self), self.message, self.code, self.field)


class RequestError(HomeroomError):
    """A question that is not one: an argument is missing, of a wrong type, or makes no sense with another."""

    kind = "request"


class UnknownIdError(HomeroomError, KeyError):
    """An identifier, or the name of a preset, that nothing has. Also a ``KeyError``."""

    kind = "unknown"


class RecordError(HomeroomError):
    """A record that cannot be read."""

    kind = "record"


class EnrollmentError(HomeroomError):
    """An enrolment that contradicts itself."""

    kind = "enrollment"


class PolicyError(HomeroomError):
    """A policy that cannot be read."""

    kind = "policy"


class LadderError(HomeroomError):
    """A ladder that cannot be read, or not be evaluated under the policy."""

    kind = "ladder"


class RegisterError(HomeroomError):
    """A register that cannot be made."""

    kind = "register"


class AmendError(HomeroomError):
    """A change that cannot be made to a register."""

    kind = "amend"


class MergeError(HomeroomError):
    """Registers that cannot be merged."""

    kind = "merge"


class BytesError(HomeroomError):
    """Bytes that are not a register."""

    kind = "bytes"


class NumberError(HomeroomError):
    """A number that cannot be held or counted exactly."""

    kind = "number"


class StatusError(HomeroomError):
    """A history of statuses that may not go on so."""

    kind = "status"


class ReadError(HomeroomError):
    """Files that cannot be read."""

    kind = "read"


class ColumnError(HomeroomError):
    """A table from outside that cannot be read: a column is missing or of another type. ``field`` is its name."""

    kind = "column"


_CLASSES: dict[str, type[HomeroomError]] = {
    of.kind: of
    for of in (
        AmendError,
        BytesError,
        ColumnError,
        EnrollmentError,
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
}


def problem(kind: str, code: str, message: str, field: str | None = None) -> HomeroomError:
    """The exception for a problem of the contract."""
    return _CLASSES.get(kind, HomeroomError)(message, code=code, field=field)


def _unpickled(of: type[HomeroomError], message: str, code: str, field: str | None) -> HomeroomError:
    return of(message, code=code, field=field)
