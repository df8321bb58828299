"""Types as an analyst meets them. This file runs (`test_types.py`), and passes mypy and pyright in their strict modes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import assert_never, assert_type

from homeroom import (
    HomeroomError,
    Policy,
    Program,
    Register,
    Student,
    Table,
    UnknownIdError,
    answers,
    ask_json,
    examples,
    rate,
    records,
    terms,
    threshold,
)


def asked() -> None:
    as_of = date(2021, 11, 5)
    register = Register.from_records(
        school_year=2022,
        calendars=[records.Calendar(school="A", weekdays=(records.Weekdays(first=date(2021, 8, 30), count=180),))],
        enrollments=[records.Enrollment(student="s1", school="A", grade=terms.GradeLevel.GRADE_6)],
        events=[
            records.AttendanceEvent(
                student="s1",
                school="A",
                date=date(2021, 9, 1),
                status=terms.AttendanceStatus.UNEXCUSED_ABSENCE,
            )
        ],
    )
    assert_type(register, Register)
    assert_type(register.school_days, list[date])
    assert_type(register.last_recorded_date, date | None)

    standing = register.standing("s1", policy="edfacts", as_of=as_of)
    assert_type(standing, answers.Standing)
    assert_type(standing.absent, Fraction)
    assert_type(standing.absence_rate, answers.Rate | None)
    assert standing.absent == 1
    assert standing.absence_rate is not None
    assert_type(standing.absence_rate.value, float)

    student = register.student("s1")
    assert_type(student, Student)
    assert_type(student.absence_budget(policy="edfacts", as_of=as_of), answers.AbsenceBudget | None)

    policy = Policy.preset("massachusetts")
    groups = register.measure(policy=policy, as_of=as_of, by=["school", "grade"])
    assert_type(groups, Table[answers.GroupMeasure])
    assert_type(groups[0], answers.GroupMeasure)
    assert_type(groups[:1], Table[answers.GroupMeasure])
    for group in groups:
        assert_type(group.headline, answers.Summary)
    assert_type(register.weekly(policy=policy, as_of=as_of), Table[answers.SeriesPoint])
    assert_type(register.compare("edfacts", policy, as_of=as_of), answers.PolicyDifference)

    try:
        register.standing("s2", policy=policy, as_of=as_of)
    except UnknownIdError as error:
        assert_type(error.code, str)
        assert_type(error.field, str | None)
        assert isinstance(error, HomeroomError) and isinstance(error, KeyError)

    program = examples.program()
    assert_type(program, Program)
    worklist = program.worklist(mentor="m1", policy="edfacts", as_of=as_of)
    assert_type(worklist, Table[answers.WorklistItem])
    assert_type(program.dosage(policy="edfacts", as_of=as_of, student="s1"), answers.DosageAnswer)

    assert_type(rate(1, 16), str | None)
    assert_type(threshold([(18, 180)], comparator=terms.Comparator.AT_LEAST, share=Fraction(1, 10)), list[bool])
    assert_type(ask_json("{}"), str)


def told(movement: terms.Comparator) -> str:
    """A match over a term is exhaustive."""
    match movement:
        case terms.Comparator.AT_LEAST:
            return "at least"
        case terms.Comparator.MORE_THAN:
            return "more than"
        case _:
            assert_never(movement)


if __name__ == "__main__":
    asked()
