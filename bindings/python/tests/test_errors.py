"""Bad input gives the right exception: never a panic, never a name."""

import json
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import homeroom
import pytest
from homeroom import (
    AmendError,
    BytesError,
    EnrollmentError,
    HomeroomError,
    Ladder,
    LadderError,
    MergeError,
    NumberError,
    Policy,
    PolicyError,
    Program,
    RecordError,
    Register,
    RequestError,
    StatusError,
    UnknownIdError,
    examples,
)

AS_OF = examples.AS_OF
NAME = "Anna Maria Ngo"


def records(**changed: Any) -> dict[str, Any]:
    return {
        "school_year": 2022,
        "calendars": [{"school": "A", "weekdays": [{"first": date(2021, 8, 30), "count": 180}]}],
        "enrollments": [{"student": "s1", "school": "A"}],
        **changed,
    }


@pytest.mark.parametrize(
    ("error", "code", "call"),
    [
        (UnknownIdError, "unknown_preset", lambda: Policy.preset(NAME)),
        (UnknownIdError, "unknown_preset", lambda: Ladder.preset(NAME)),
        (PolicyError, "policy", lambda: Policy.from_json("{}")),
        (PolicyError, "policy", lambda: Policy.from_toml("= 1")),
        (PolicyError, "policy", lambda: Policy.preset("edfacts").changed(chronic=None)),
        (PolicyError, "policy", lambda: Policy.preset("edfacts").changed(chronik={"share": "10%"})),
        (LadderError, "ladder", lambda: Ladder.from_toml("rules = 1")),
        (LadderError, "ladder", lambda: Ladder.from_json("[]")),
        (RequestError, "wrong_type", lambda: Policy.preset(7)),  # type: ignore[arg-type]
        (RequestError, "invalid_request", lambda: Register.from_json("{")),
        (RequestError, "invalid_request", lambda: Register.from_json("\x00")),
        (BytesError, "not_a_register", lambda: Register.from_bytes(b"")),
        (RecordError, "invalid_school_year", lambda: Register.from_records(**records(school_year=1))),
        (RecordError, "empty", lambda: Register.from_records(**records(enrollments=[{"student": "", "school": "A"}]))),
        (
            EnrollmentError,
            "exit_before_entry",
            lambda: Register.from_records(
                **records(
                    enrollments=[
                        {"student": "s1", "school": "A", "entry": date(2021, 9, 2), "exit": date(2021, 9, 1)}
                    ]
                )
            ),
        ),
        (
            UnknownIdError,
            "unknown_school_day",
            lambda: Register.from_records(
                **records(events=[{"student": "s1", "school": "A", "school_days": [[181, 181]], "status": "unexcused_absence"}])
            ),
        ),
        (
            AmendError,
            "unknown_student",
            lambda: examples.register().delete(NAME, school="A", date=AS_OF),
        ),
        (MergeError, "same_row", lambda: examples.register().merge(examples.register())),
        (UnknownIdError, "unknown_student", lambda: examples.register().standing(NAME, policy="edfacts", as_of=AS_OF)),
        (UnknownIdError, "unknown_student", lambda: examples.register().student(NAME)),
        (UnknownIdError, "unknown_school", lambda: examples.register().day("s1", school=NAME, date=AS_OF)),
        (UnknownIdError, "unknown_preset", lambda: examples.register().standing("s1", policy="iowaa", as_of=AS_OF)),
        (UnknownIdError, "unknown_mentor", lambda: examples.program().worklist(mentor=NAME, policy="edfacts", as_of=AS_OF)),
        (NumberError, "malformed", lambda: homeroom.fraction(NAME)),
        (NumberError, "inexact_number", lambda: homeroom.day_rule([0.1], policy="edfacts")),  # type: ignore[list-item]
        (
            StatusError,
            None,
            lambda: homeroom.status_history([("completed", date(2022, 1, 3)), ("active", date(2022, 1, 4))]),
        ),
        (RecordError, "record", lambda: Program(examples.register(), mentors=[{"id": "m1", "kind": NAME}])),
        (RecordError, "record", lambda: Program(examples.register(), mentors=[{"id": "m1", "name_": NAME}])),
        (RequestError, "wrong_type", lambda: Program("register")),  # type: ignore[arg-type]
        (UnknownIdError, "unknown_group", lambda: examples.register().measure(policy="edfacts", as_of=AS_OF, by=NAME)),
        (UnknownIdError, "unknown_group", lambda: examples.program().barriers(policy="edfacts", as_of=AS_OF, by=NAME)),
        (RequestError, "invalid_request", lambda: examples.program().fidelity(policy="edfacts", as_of=AS_OF, by=NAME)),  # type: ignore[arg-type]
        (RecordError, "record", lambda: Program(examples.register(), mentors=[{"id": "m1", "kind": 6175551234}])),
        (RequestError, "dosage_of", lambda: examples.program().dosage(policy="edfacts", as_of=AS_OF, student="s1", school="A")),
    ],
)
def test_each_bad_input_has_its_exception(error: type[HomeroomError], code: str | None, call: Any) -> None:
    with pytest.raises(HomeroomError) as raised:
        call()
    assert type(raised.value) is error, (type(raised.value), raised.value.code, str(raised.value))
    assert code is None or raised.value.code == code, (raised.value.code, str(raised.value))
    assert NAME not in repr(raised.value) or code == "unknown_preset"
    assert "617555" not in str(raised.value)


@pytest.mark.parametrize("as_of", [datetime(2021, 11, 5), datetime(2021, 11, 5, 8, 30), "2021-11-05", 20211105, None])
def test_only_a_date_is_a_date(as_of: Any) -> None:
    with pytest.raises(RequestError) as raised:
        examples.register().standing("s1", policy="edfacts", as_of=as_of)
    assert raised.value.field == "as_of"
    if isinstance(as_of, datetime):
        assert raised.value.code == "datetime_for_date"
        assert "which school day" in str(raised.value)


def test_a_pandas_timestamp_is_refused_too() -> None:
    pandas = pytest.importorskip("pandas")
    for stamp in (pandas.Timestamp("2021-11-05"), pandas.NaT):
        with pytest.raises(RequestError) as raised:
            examples.register().standing("s1", policy="edfacts", as_of=stamp)
        assert raised.value.code == "datetime_for_date"
    with pytest.raises(RequestError):
        Register.from_records(
            **records(events=[{"student": "s1", "school": "A", "dates": [pandas.Timestamp("2021-11-05")], "status": "unexcused_absence"}])
        )


def test_numpy_numbers_are_numbers() -> None:
    numpy = pytest.importorskip("numpy")
    assert homeroom.rate(numpy.int64(1), numpy.int32(16)) == "6.3"
    with pytest.raises(RequestError):
        homeroom.rate(True, 16)


def test_keyword_names_are_checked() -> None:
    with pytest.raises(TypeError):
        examples.register().standing("s1", policy="edfacts", asof=AS_OF)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        examples.register().standing("s1", "edfacts", AS_OF)  # type: ignore[misc]
    with pytest.raises(RequestError):
        Register.from_records(**records(enrollments=[{"student": "s1", "school": "A", "entri": AS_OF}]))


HOSTILE: list[Any] = [
    NAME,
    "",
    "\x00",
    "\ud800",
    "💥" * 10_000,
    -1,
    2**63,
    2**200,
    1.5,
    float("nan"),
    float("inf"),
    True,
    None,
    [],
    {},
    [[[]]],
    {"a": {NAME: NAME}},
    {1: 2},
    object(),
    b"bytes",
    date.min,
    date.max,
    Fraction(1, 3),
    Fraction(10**30, 3),
    range(3),
    lambda: None,
]
PLACES = ["school_year", "calendars", "enrollments", "events", "attendance_taken", "rules", "districts", "networks", "attributes"]


@pytest.mark.parametrize("place", PLACES)
def test_hostile_records_are_refused_or_read(place: str) -> None:
    for value in HOSTILE:
        for given in (value, [value], [{"student": value, "school": value}], {"s1": value}):
            refused_or_answered(lambda given=given: Register.from_records(**records(**{place: given})))


def test_hostile_questions_are_refused() -> None:
    register, program = examples.register(), examples.program()
    for value in HOSTILE:
        for call in (
            lambda: register.standing(value, policy="edfacts", as_of=AS_OF),
            lambda: register.standing("s1", policy=value, as_of=AS_OF),
            lambda: register.standing("s1", policy="edfacts", as_of=value),
            lambda: register.tally("s1", policy="edfacts", as_of=AS_OF, window=value),
            lambda: register.measure(policy="edfacts", as_of=AS_OF, by=value),
            lambda: register.streaks("s1", policy="edfacts", as_of=AS_OF, rule=value),
            lambda: register.early_warnings(policy="edfacts", as_of=AS_OF, before=value),
            lambda: register.correct("s1", school=value, date=AS_OF, status=value),
            lambda: Policy.preset("edfacts").changed(bands=value),
            lambda: Policy.from_json(value),
            lambda: Ladder.from_toml(value),
            lambda: Register.from_bytes(value),
            lambda: program.worklist(mentor=value, policy="edfacts", as_of=AS_OF),
            lambda: program.view(value, value, policy="edfacts", as_of=AS_OF),
            lambda: program.ladder_log(ladder="attendance_works", policy="edfacts", updates=value),
            lambda: program.scorecard(policy="edfacts", as_of=AS_OF, targets=value),
            lambda: Program(register, check_ins=value),
            lambda: Program(register, mentors=[{"id": value}]),
            lambda: homeroom.rate(value, value),
            lambda: homeroom.threshold(value, comparator=value),
            lambda: homeroom.code(value, table=value),
        ):
            refused_or_answered(call)


def refused_or_answered(call: Any) -> None:
    # A `PanicException` is no `Exception`: it would go through and fail the test.
    try:
        call()
    except (HomeroomError, TypeError, UnicodeError, OverflowError) as error:
        # What a policy or a ladder says is its author's, and no person's: its errors show it.
        if not isinstance(error, PolicyError | LadderError) and getattr(error, "code", "") != "unknown_preset":
            assert NAME not in str(error), str(error)


def test_damaged_bytes_are_refused() -> None:
    data = examples.register().to_bytes()
    for place in range(0, len(data), 3):
        for change in (data[:place], data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]):
            try:
                Register.from_bytes(change)
            except BytesError:
                continue


def test_the_json_door_says_and_does_not_raise() -> None:
    for text in ("", "{}", "[]", '{"ask": {}}', '{"ask": {"standing": {"student": "s1"}}}', "\x00" * 99):
        answer = json.loads(homeroom.ask_json(text))
        assert answer["ok"] is False
        assert json.loads(examples.register().ask_json(text))["ok"] is False
        assert json.loads(examples.program().ask_json(text))["ok"] is False
