"""The register: one school year, read once and asked many times."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Self, TypeVar, final

from homeroom import _codec, _columns, _homeroom, _html, answers, records, terms
from homeroom._ask import answered, question
from homeroom.errors import RequestError
from homeroom.policy import Policy, chosen
from homeroom.student import Student
from homeroom.table import Table

__all__ = ["Register"]


T = TypeVar("T")


@final
class Register:
    """One school year: who was enrolled where, and what was recorded on each day.

    A register does not change. What amends it gives another one; asking under another policy or date re-reads nothing.
    Every question is given its ``policy``, the name of a preset or a :class:`~homeroom.Policy`, and the date ``as_of``
    which it is asked; nothing looks at the clock.

    >>> from datetime import date
    >>> from homeroom import Register
    >>> register = Register.from_records(
    ...     school_year=2022,
    ...     calendars=[{"school": "A", "weekdays": [{"first": date(2021, 8, 30), "count": 180}]}],
    ...     enrollments=[{"student": "s1", "school": "A"}],
    ...     events=[{"student": "s1", "school": "A", "school_days": [[1, 18]], "status": "unexcused_absence"}],
    ... )
    >>> register
    <Register 2022: 1 student, 1 school, 180 school days>
    >>> register.standing("s1", policy="edfacts", as_of=date(2022, 6, 30)).status
    <Status.CHRONIC: 'chronic'>
    """

    __slots__ = ("_handle", "_ids")

    _handle: _homeroom.Register
    _ids: frozenset[str] | None

    def __init__(self) -> None:
        raise TypeError("use Register.from_records, from_arrow, from_json or from_bytes, or read_folder")

    @classmethod
    def _of(cls, handle: _homeroom.Register) -> Self:
        register = object.__new__(cls)
        register._handle, register._ids = handle, None
        return register

    # Making registers

    @classmethod
    def from_records(
        cls,
        *,
        school_year: int,
        calendars: Iterable[records.Calendar | Mapping[str, Any]],
        enrollments: Iterable[records.Enrollment | Mapping[str, Any]] = (),
        events: Iterable[records.AttendanceEvent | Mapping[str, Any]] = (),
        attendance_taken: Iterable[records.AttendanceTaken | Mapping[str, Any]] = (),
        rules: records.RollRules | Mapping[str, Any] | None = None,
        districts: Mapping[str, str] | None = None,
        networks: Mapping[str, str] | None = None,
        attributes: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Self:
        """A register of records, each a typed one or a dict with the same names.

        ``school_year`` is the calendar year in which it ends. ``districts`` says of which district each school is,
        ``networks`` of which network each district is, ``attributes`` what else is known of each student. What is wrong
        with single records is a finding (:meth:`findings`).
        """
        given: dict[str, object] = {
            "school_year": school_year,
            "rules": rules,
            "calendars": list(calendars),
            "enrollments": list(enrollments),
            "events": list(events),
            "attendance_taken": list(attendance_taken),
            "districts": districts,
            "networks": networks,
            "attributes": attributes,
        }
        encoded = {name: _codec.encode(item, name) for name, item in given.items() if item is not None}
        return cls.from_json(json.dumps(encoded))

    @classmethod
    def from_arrow(
        cls,
        events: object,
        *,
        enrollments: object,
        calendar: object,
        school_year: int,
        attendance_taken: object | None = None,
        codes: Mapping[str, records.Coded | Mapping[str, Any]] | None = None,
        columns: Mapping[str, Mapping[str, str]] | None = None,
        rules: records.RollRules | Mapping[str, Any] | None = None,
        districts: Mapping[str, str] | None = None,
        networks: Mapping[str, str] | None = None,
        attributes: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Self:
        """A register of tables: polars, pandas (with pyarrow), DuckDB, pyarrow, arro3, or anything else that speaks the
        Arrow PyCapsule interface. No table is copied in Python.

        ============================= ==================================================================================
        ``events``                    ``student``, ``school``, ``date``, and ``status`` (and ``category``), or ``code``
                                      where ``codes`` says what a system's codes mean; ``part`` of the day
        ``enrollments``               ``student``, ``school``; ``entry``, ``exit``, ``exit_day``, ``grade``, ``share``,
                                      ``primary``
        ``calendar``                  ``school``, ``date``; ``event``, ``minutes``, ``closed_grades``
        ``attendance_taken``          ``school``, ``date``
        ============================= ==================================================================================

        ``columns`` says how columns are called where they are called otherwise. What is wrong with a row is a finding with its
        number; a column that is missing or of another type raises :class:`~homeroom.ColumnError`.

        >>> from homeroom import examples
        >>> tables = examples.tables()
        >>> register = Register.from_arrow(
        ...     tables["events"],
        ...     enrollments=tables["enrollments"],
        ...     calendar=tables["calendar"],
        ...     school_year=2022,
        ...     codes={"U": {"status": "unexcused_absence"}},
        ...     columns={"events": {"student": "student_id"}},
        ... )
        >>> register == examples.register()
        True
        """
        given: dict[str, object] = {
            "rules": rules,
            "districts": districts,
            "networks": networks,
            "attributes": attributes,
        }
        encoded = {name: _codec.encode(item, name) for name, item in given.items() if item is not None}
        year = _codec.whole(school_year, "school_year")
        options = {
            "records": {**encoded, "school_year": year, "calendars": []},
            "codes": None if codes is None else _codec.encode(codes, "codes"),
            "columns": _columns.named(columns),
        }
        handle = _homeroom.from_arrow(json.dumps(options), events, enrollments, calendar, attendance_taken)
        return cls._of(handle)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """A register of records as the JSON of the contract.

        >>> Register.from_json('{"school_year": 2022}')
        Traceback (most recent call last):
        homeroom.errors.RequestError: missing field `calendars` at line 1 column 21
        """
        return cls._of(_homeroom.Register.from_json(_codec.text(text, "text")))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Reads what :meth:`to_bytes` wrote.

        >>> Register.from_bytes(b"no register")
        Traceback (most recent call last):
        homeroom.errors.BytesError: ...
        """
        return cls._of(_homeroom.Register.from_bytes(data))

    def to_bytes(self) -> bytes:
        """The register alone as bytes: without districts, attributes and findings."""
        return self._handle.to_bytes()

    def merge(self, other: Register) -> Self:
        """Both registers as one, such as of two schools."""
        return type(self)._of(self._handle.merged(other._handle))

    def append_day(self, day: date, *, schools: Iterable[str]) -> Self:
        """The register with one more instructional day at some schools."""
        return self._amended("append_day", date=_codec.day(day, "day"), schools=list(schools))

    def correct(
        self,
        student: str,
        *,
        school: str,
        date: date,
        status: terms.AttendanceStatus | str,
        category: terms.AttendanceCategory | str | None = None,
    ) -> Self:
        """The register with a student's whole day recorded otherwise."""
        day = _codec.day(date, "date")
        return self._amended(
            "correct", student=student, school=school, date=day, status=status, category=category
        )

    def delete(self, student: str, *, school: str, date: date) -> Self:
        """The register without what is recorded of a student's day."""
        return self._amended("delete", student=student, school=school, date=_codec.day(date, "date"))

    def attendance_taken(self, school: str, *, date: date) -> Self:
        """The register in which a school states that it took attendance on a day."""
        return self._amended("attendance_taken", school=school, date=_codec.day(date, "date"))

    def amend(self, amendments: Iterable[Mapping[str, Any]]) -> Self:
        """The register after changes, all or none: each a dict with one key, the change's name.

        >>> from homeroom import examples
        >>> day = {"school": "A", "date": date(2021, 8, 30)}
        >>> register = examples.register().amend([{"delete": {"student": "s1", **day}}, {"attendance_taken": day}])
        >>> register.day("s1", **day).recorded
        True
        """
        return type(self)._of(self._handle.amended(json.dumps(_codec.encode(amendments, "amendments", list[Any]))))

    def _amended(self, name: str, **given: object) -> Self:
        return self.amend([{name: {key: item for key, item in given.items() if item is not None}}])

    # What it holds

    @property
    def school_year(self) -> int:
        """The calendar year in which the school year ends."""
        return self._handle.school_year

    @property
    def student_ids(self) -> list[str]:
        """The students' identifiers, in order."""
        return self._handle.student_ids

    @property
    def school_ids(self) -> list[str]:
        """The schools' identifiers, in order."""
        return self._handle.school_ids

    @property
    def school_days(self) -> list[date]:
        """The dates on which any of the schools teaches, in order."""
        return self._handle.school_days

    @property
    def last_recorded_date(self) -> date | None:
        """The last date on which anything is recorded."""
        return self._handle.last_recorded_date

    @property
    def report(self) -> answers.RollReport | None:
        """What became of the records: intakes, and findings by code. ``None`` of a register that a reader made, whose report is
        the dataset's, and of one of bytes."""
        said = self._value({"report": {}})
        return None if said is None else _codec.decode(said, answers.RollReport)

    def rows(self) -> Table[answers.RegisterRow]:
        """Each student at each school, with the days in membership."""
        return self._table({"register": {}}, "rows", answers.RegisterRow)

    def _students(self) -> frozenset[str]:
        if self._ids is None:
            self._ids = frozenset(self.student_ids)
        return self._ids

    def findings(self) -> Table[answers.Finding] | None:
        """What was wrong with which record, and what was done: the first thousand of each code. ``None`` where there is no
        :attr:`report`."""
        if self._handle.findings is None:
            return None
        return self._table({"findings": {}}, "findings", answers.Finding, wide=True)

    # Questions

    def ask_json(self, text: str, *, before: Register | None = None) -> str:
        """Answers a request of the contract: JSON in, JSON out. Nothing is raised; the answer says what is wrong."""
        return self._handle.ask_json(_codec.text(text, "text"), before._handle if before else None)

    def student(self, student: str) -> Student:
        """One student, with the same questions.

        >>> from homeroom import examples
        >>> examples.register().student("s1").standing(policy="edfacts", as_of=examples.AS_OF).band
        'severe_chronic'
        """
        return Student(self, student)

    def day(self, student: str, *, school: str, date: date) -> answers.Day:
        """One student's day at one school."""
        given = {"student": _codec.text(student, "student"), "school": _codec.text(school, "school")}
        return self._answer({"day": {**given, "date": _codec.day(date, "date")}}, answers.Day)

    def tally(
        self,
        student: str,
        *,
        policy: Policy | str,
        as_of: date,
        school: str | None = None,
        window: Any = None,
    ) -> answers.Tally:
        """A student's days: over all schools, at one school, or over all schools in a window."""
        asked = question("tally", student=_codec.text(student, "student"), school=_codec.encode(school, "school"), window=_codec.encode(window, "window"))
        return self._answer(asked, answers.Tally, policy=policy, as_of=as_of)

    def standing(
        self, student: str, *, policy: Policy | str, as_of: date, school: str | None = None
    ) -> answers.Standing:
        """A student's standing: a tally, with status and band; over all schools or at one."""
        asked = question("standing", student=_codec.text(student, "student"), school=_codec.encode(school, "school"))
        return self._answer(asked, answers.Standing, policy=policy, as_of=as_of)

    def streaks(
        self,
        student: str,
        *,
        policy: Policy | str,
        as_of: date,
        rule: terms.StreakRule | str | None = None,
    ) -> answers.Streaks:
        """A student's runs of absent days: the one that lasts, and the longest. ``rule`` says what a day without a record does:
        it ends a run where nothing is said."""
        asked = question("streaks", student=_codec.text(student, "student"), rule=_codec.encode(rule, "rule"))
        return self._answer(asked, answers.Streaks, policy=policy, as_of=as_of)

    def truancy(self, student: str, *, policy: Policy | str, as_of: date) -> Table[answers.Truancy]:
        """The truancy rules of the policy that a student met, and when."""
        asked = question("truancy", student=_codec.text(student, "student"))
        return self._table(asked, "met", answers.Truancy, policy=policy, as_of=as_of)

    def absence_budget(
        self, student: str, *, policy: Policy | str, as_of: date
    ) -> answers.AbsenceBudget | None:
        """How many more absences there may be; ``None`` where that cannot be said in days."""
        asked = question("absence_budget", student=_codec.text(student, "student"))
        answer: answers.BudgetAnswer = self._answer(asked, answers.BudgetAnswer, policy=policy, as_of=as_of)
        return answer.budget

    def projection(self, student: str, *, policy: Policy | str, as_of: date) -> answers.Projection | None:
        """What the year would come to if it went on so; ``None`` where nothing is recorded."""
        asked = question("projection", student=_codec.text(student, "student"))
        answer: answers.ProjectionAnswer = self._answer(asked, answers.ProjectionAnswer, policy=policy, as_of=as_of)
        return answer.projection

    def student_table(self, *, policy: Policy | str, as_of: date) -> Table[answers.StudentRow]:
        """Every student with tally, standing and streaks."""
        return self._table({"student_table": {}}, "students", answers.StudentRow, policy=policy, as_of=as_of, wide=True)

    def measure(
        self, *, policy: Policy | str, as_of: date, by: Sequence[str] = ()
    ) -> Table[answers.GroupMeasure]:
        """Rates, bands and counts of groups: ``by`` school, district, grade, or the name of an attribute."""
        if isinstance(by, str):
            by = [by]
        asked = {"measure": {"by": [_codec.text(name, "by") for name in by]}}
        return self._table(asked, "groups", answers.GroupMeasure, policy=policy, as_of=as_of, wide=True)

    def series(
        self, period: terms.Period | str, *, policy: Policy | str, as_of: date
    ) -> Table[answers.SeriesPoint]:
        """All students' days week by week, month by month, or day by day."""
        asked = {"series": {"period": _codec.encode(period, "period")}}
        return self._table(asked, "points", answers.SeriesPoint, policy=policy, as_of=as_of, wide=True)

    def weekly(self, *, policy: Policy | str, as_of: date) -> Table[answers.SeriesPoint]:
        """All students' days week by week."""
        return self.series("week", policy=policy, as_of=as_of)

    def monthly(self, *, policy: Policy | str, as_of: date) -> Table[answers.SeriesPoint]:
        """All students' days month by month."""
        return self.series("month", policy=policy, as_of=as_of)

    def early_warnings(
        self,
        *,
        policy: Policy | str,
        as_of: date,
        before: Register | None = None,
    ) -> Table[answers.EarlyWarning]:
        """The students with an early sign of chronic absence. ``before`` is the register of the year before."""
        return self._table(
            {"early_warnings": {}}, "students", answers.EarlyWarning, policy=policy, as_of=as_of, before=before
        )

    def transitions(
        self,
        *,
        policy: Policy | str,
        as_of: date,
        before_as_of: date,
        before: Register | None = None,
        before_policy: Policy | str | None = None,
    ) -> Table[answers.Transition]:
        """Who moved from which band to which, between two dates of this register or of ``before`` and this one."""
        period = _period(before_as_of, before_policy)
        return self._table(
            {"transitions": {}}, "moves", answers.Transition, policy=policy, as_of=as_of, before=before, period=period, wide=True
        )

    def compare(self, a: Policy | str, b: Policy | str, *, as_of: date) -> answers.PolicyDifference:
        """Who changes status between two policies, and by which clauses."""
        return self._answer(
            {"policy_difference": {}}, answers.PolicyDifference, policy=a, as_of=as_of, against=b
        )

    def outcome(
        self,
        *,
        policy: Policy | str,
        as_of: date,
        before_as_of: date,
        before: Register | None = None,
        before_policy: Policy | str | None = None,
    ) -> answers.Outcome:
        """The change between two dates of this register, or of ``before`` and this one."""
        period = _period(before_as_of, before_policy)
        return self._answer(
            {"outcome": {}}, answers.Outcome, policy=policy, as_of=as_of, before=before, period=period
        )

    def _request(
        self,
        asked: Mapping[str, Any],
        *,
        policy: Policy | str | None = None,
        as_of: date | None = None,
        against: Policy | str | None = None,
        period: dict[str, Any] | None = None,
    ) -> str:
        request = {
            "policy": None if policy is None else chosen(policy),
            "against": None if against is None else chosen(against, "b"),
            "as_of": None if as_of is None else _codec.day(as_of, "as_of"),
            "before": period,
            "ask": asked,
        }
        return json.dumps({key: item for key, item in request.items() if item is not None})

    def _value(self, asked: Mapping[str, Any], before: Register | None = None, **context: Any) -> Any:
        return answered(self._handle.ask_json(self._request(asked, **context), _handle(before)))

    def _answer(self, asked: Mapping[str, Any], of: type[T], before: Register | None = None, **context: Any) -> T:
        if "policy" in context and (context["policy"] is None or context["as_of"] is None):
            missing = "policy" if context["policy"] is None else "as_of"
            raise RequestError(f"the question needs `{missing}`", code="missing_field", field=missing)
        answer: T = _codec.decode(self._value(asked, before, **context), of)
        return answer

    def _table(
        self,
        asked: Mapping[str, Any],
        key: str,
        of: type[T],
        before: Register | None = None,
        *,
        wide: bool = False,
        **context: Any,
    ) -> Table[T]:
        def rows() -> list[T]:
            return [_codec.decode(row, of) for row in self._value(asked, before, **context)[key]]

        for name in ("policy", "as_of"):
            if name in context and context[name] is None:
                raise RequestError(f"the question needs `{name}`", code="missing_field", field=name)
        if not wide:
            return Table(rows(), of)
        return Table(rows, of, self._handle.table(self._request(asked, **context), _handle(before)))

    # As a value

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Register) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        handle = self._handle
        return _unpickled, (handle.to_bytes(), handle.roster_json(), handle.report_json())

    def __repr__(self) -> str:
        return f"<Register {self._summary()}>"

    def _summary(self) -> str:
        students, schools, days = self._handle.students, len(self.school_ids), len(self.school_days)
        counted = (_counted(students, "student"), _counted(schools, "school"), _counted(days, "school day"))
        return f"{self.school_year}: {', '.join(counted)}"

    def _repr_html_(self) -> str:
        last = self.last_recorded_date
        return _html.heading(f"Register {self.school_year}") + _html.facts(
            [
                ("students", f"{self._handle.students:,}"),
                ("schools", f"{len(self.school_ids):,}"),
                ("school days", f"{len(self.school_days):,}"),
                ("recorded until", last.isoformat() if last else "nothing recorded"),
                # Of records read from a folder the findings are the dataset's.
                *([("findings", f"{self._handle.findings:,}")] if self._handle.findings else []),
            ]
        )


def _handle(before: Register | None) -> _homeroom.Register | None:
    if before is None:
        return None
    if not isinstance(before, Register):
        raise RequestError("`before` is to be a `Register`", code="wrong_type", field="before")
    return before._handle


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _period(as_of: date, policy: Policy | str | None) -> dict[str, Any]:
    period: dict[str, Any] = {"as_of": _codec.day(as_of, "before_as_of")}
    if policy is not None:
        period["policy"] = chosen(policy, "before_policy")
    return period


def _unpickled(data: bytes, roster: str, report: str | None) -> Register:
    return Register._of(_homeroom.Register.from_parts(data, roster, report))
