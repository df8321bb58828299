"""A small school for examples: five students of one school over 180 days, and a mentor who meets one of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from datetime import date
from typing import Any

from homeroom.program import Program
from homeroom.register import Register
from homeroom.table import Table

AS_OF = date(2021, 11, 5)
"""The fiftieth school day."""

_MISSED = {"s1": list(range(1, 50, 2)), "s2": list(range(10, 50, 10))}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEvent:
    """An attendance event as a system might export it."""

    student_id: str
    school: str
    date: datetime.date
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEnrollment:
    """An enrolment as a system might export it."""

    student: str
    school: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedDay:
    """A school day as a system might export it."""

    school: str
    date: datetime.date


def register() -> Register:
    """The school: `s1` misses every other day, `s2` a day a fortnight, the others nothing.

    >>> register()
    <Register 2022: 5 students, 1 school, 180 school days>
    """
    return Register.from_records(
        school_year=2022,
        calendars=[{"school": "A", "weekdays": [{"first": date(2021, 8, 30), "count": 180}]}],
        enrollments=[{"student": f"s{n}", "school": "A", "grade": "06"} for n in range(1, 6)],
        events=[
            {
                "student": student,
                "school": "A",
                "school_days": [[day, day] for day in days],
                "status": "unexcused_absence",
            }
            for student, days in _MISSED.items()
        ],
        districts={"A": "D1"},
    )


def tables() -> dict[str, Table[Any]]:
    """The same school as tables, as an export might have them: `events`, `enrollments`, `calendar`."""
    days = register().school_days
    events = [
        ExportedEvent(student_id=student, school="A", date=days[day - 1], code="U")
        for student, of in _MISSED.items()
        for day in of
    ]
    enrollments = [ExportedEnrollment(student=f"s{n}", school="A", grade="06") for n in range(1, 6)]
    calendar = [ExportedDay(school="A", date=day) for day in days]
    return {
        "events": Table(events, ExportedEvent),
        "enrollments": Table(enrollments, ExportedEnrollment),
        "calendar": Table(calendar, ExportedDay),
    }


def program() -> Program:
    """The program: mentor `m1` is to meet `s1` three times a week, and did so twice."""
    return Program(
        register(),
        mentors=[{"id": "m1", "kind": "teacher", "schools": ["A"]}],
        assignments=[{"student": "s1", "mentor": "m1", "begin": date(2021, 11, 1)}],
        check_ins=[
            {"student": "s1", "mentor": "m1", "date": date(2021, 11, day), "outcome": "met", "mode": "in_person"}
            for day in (2, 4)
        ],
    )
