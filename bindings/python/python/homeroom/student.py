"""One student of a register."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, final

from homeroom import _codec, answers, terms
from homeroom.errors import UnknownIdError

if TYPE_CHECKING:
    from homeroom.policy import Policy
    from homeroom.register import Register
    from homeroom.table import Table

__all__ = ["Student"]


@final
class Student:
    """One student of a register, with the register's questions about one student.

    >>> from homeroom import examples
    >>> student = examples.register().student("s1")
    >>> student.id
    's1'
    >>> student.standing(policy="edfacts", as_of=examples.AS_OF).status.value
    'chronic'
    """

    __slots__ = ("_id", "_register")

    _id: str
    _register: Register

    def __init__(self, register: Register, id: str) -> None:
        if _codec.text(id, "student") not in register._students():
            raise UnknownIdError(
                "no student of that identifier is in the register", code="unknown_student", field="student"
            )
        self._register = register
        self._id = id

    @property
    def id(self) -> str:
        """The student's identifier."""
        return self._id

    @property
    def register(self) -> Register:
        """The register."""
        return self._register

    def day(self, *, school: str, date: date) -> answers.Day:
        """The student's day at one school."""
        return self._register.day(self._id, school=school, date=date)

    def tally(
        self, *, policy: Policy | str, as_of: date, school: str | None = None, window: Any = None
    ) -> answers.Tally:
        """The student's days: over all schools, at one school, or over all schools in a window."""
        return self._register.tally(self._id, policy=policy, as_of=as_of, school=school, window=window)

    def standing(self, *, policy: Policy | str, as_of: date, school: str | None = None) -> answers.Standing:
        """The student's standing: a tally, with status and band; over all schools or at one."""
        return self._register.standing(self._id, policy=policy, as_of=as_of, school=school)

    def streaks(
        self, *, policy: Policy | str, as_of: date, rule: terms.StreakRule | str | None = None
    ) -> answers.Streaks:
        """The student's runs of absent days: the one that lasts, and the longest. ``rule`` says what a day without a record does:
        it ends a run where nothing is said."""
        return self._register.streaks(self._id, policy=policy, as_of=as_of, rule=rule)

    def truancy(self, *, policy: Policy | str, as_of: date) -> Table[answers.Truancy]:
        """The truancy rules of the policy that the student met, and when."""
        return self._register.truancy(self._id, policy=policy, as_of=as_of)

    def absence_budget(self, *, policy: Policy | str, as_of: date) -> answers.AbsenceBudget | None:
        """How many more absences there may be; ``None`` where that cannot be said in days."""
        return self._register.absence_budget(self._id, policy=policy, as_of=as_of)

    def projection(self, *, policy: Policy | str, as_of: date) -> answers.Projection | None:
        """What the year would come to if it went on so; ``None`` where nothing is recorded."""
        return self._register.projection(self._id, policy=policy, as_of=as_of)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Student):
            return NotImplemented
        return self._id == other._id and self._register == other._register

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return Student, (self._register, self._id)

    def __repr__(self) -> str:
        return f"<Student {self._id!r} of {self._register!r}>"
