"""A small school for examples: five students of one school over 180 days, and a mentor who meets one of them."""

from __future__ import annotations

from datetime import date

from homeroom.program import Program
from homeroom.register import Register

AS_OF = date(2021, 11, 5)
"""The fiftieth school day."""


def register() -> Register:
    """The school: `s1` misses every other day, `s2` a day a fortnight, the others nothing.

    >>> register()
    <Register 2022: 5 students, 1 school, 180 school days>
    """
    missed = {"s1": [[day, day] for day in range(1, 50, 2)], "s2": [[day, day] for day in range(10, 50, 10)]}
    return Register.from_records(
        school_year=2022,
        calendars=[{"school": "A", "weekdays": [{"first": date(2021, 8, 30), "count": 180}]}],
        enrollments=[{"student": f"s{n}", "school": "A", "grade": "6"} for n in range(1, 6)],
        events=[
            {"student": student, "school": "A", "school_days": days, "status": "unexcused_absence"}
            for student, days in missed.items()
        ],
        districts={"A": "D1"},
    )


def program() -> Program:
    """The program: mentor `m1` is to meet `s1` three times a week, and did so twice."""
    return Program(
        register(),
        mentors=[{"id": "m1", "kind": "teacher", "schools": ["A"]}],
        assignments=[{"student": "s1", "mentor": "m1", "start": date(2021, 11, 1)}],
        check_ins=[
            {"student": "s1", "mentor": "m1", "date": date(2021, 11, day), "outcome": "met", "mode": "in_person"}
            for day in (2, 4)
        ],
    )
