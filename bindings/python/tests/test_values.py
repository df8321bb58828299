"""Values as Python knows them: compared, copied, hashed, pickled, and shown so that a person can read them."""

import copy
import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import homeroom
import pytest
from homeroom import Ladder, Policy, Register, _codec, errors, examples, records, terms
from homeroom.table import _digits

AS_OF = examples.AS_OF


@pytest.mark.parametrize("id", Policy.presets())
def test_policies_are_values(id: str) -> None:
    policy = Policy.preset(id)
    assert policy == Policy.preset(id) == Policy.from_json(policy.to_json())
    assert pickle.loads(pickle.dumps(policy)) == policy
    assert copy.deepcopy(policy) is policy
    assert len({policy, Policy.preset(id)}) == 1
    assert policy != policy.changed(id="other")
    assert id in repr(policy)
    assert policy != "edfacts"


@pytest.mark.parametrize("id", Ladder.presets())
def test_ladders_are_values(id: str) -> None:
    ladder = Ladder.preset(id)
    assert ladder == Ladder.from_json(ladder.to_json())
    assert pickle.loads(pickle.dumps(ladder)) == ladder
    assert len({ladder, Ladder.preset(id)}) == 1


def test_a_pickled_register_answers_the_same() -> None:
    register = examples.register()
    again: Register = pickle.loads(pickle.dumps(register))
    assert again == register
    assert again.measure(policy="edfacts", as_of=AS_OF, by=["district"]) == register.measure(
        policy="edfacts", as_of=AS_OF, by=["district"]
    )
    assert again.report == register.report
    assert again.findings() == register.findings()
    assert pickle.loads(pickle.dumps(again)).report == register.report


def test_a_report_stays_with_its_register_or_is_none() -> None:
    records: dict[str, Any] = {
        "school_year": 2022,
        "calendars": [{"school": "A", "weekdays": [{"first": date(2021, 8, 30), "count": 20}]}],
        "enrollments": [{"student": "s1", "school": "A"}],
        # The second is of nobody.
        "events": [
            {"student": of, "school": "A", "school_days": [[1, 1]], "status": "unexcused_absence"} for of in ("s1", "s2")
        ],
    }
    register = Register.from_records(**records)
    findings = register.findings()
    assert register.report is not None and register.report.findings and findings is not None and len(findings) == 1
    again: Register = pickle.loads(pickle.dumps(register))
    changed = again.attendance_taken("A", date=date(2021, 8, 31))
    for kept in (again, changed, pickle.loads(pickle.dumps(changed))):
        assert kept.report == register.report
        assert kept.findings() == findings
    bare = Register.from_bytes(register.to_bytes())
    for none in (bare, pickle.loads(pickle.dumps(bare)), bare.delete("s1", school="A", date=date(2021, 8, 30))):
        assert none.report is None
        assert none.findings() is None
        assert "findings" not in none._repr_html_()
    assert "findings" in register._repr_html_()


def test_several_changes_are_made_at_once_or_not_at_all() -> None:
    register, day = examples.register(), examples.register().school_days[0]
    changes: list[dict[str, Any]] = [
        {"delete": {"student": "s1", "school": "A", "date": day}},
        {"correct": {"student": "s2", "school": "A", "date": day, "status": terms.AttendanceStatus.EXCUSED_ABSENCE}},
    ]
    one_by_one = register.delete("s1", school="A", date=day).correct("s2", school="A", date=day, status="excused_absence")
    assert register.amend(changes) == one_by_one
    with pytest.raises(homeroom.AmendError):
        register.amend([*changes, {"delete": {"student": "nobody", "school": "A", "date": day}}])


def test_a_program_has_its_findings() -> None:
    casebook = examples.program().casebook(policy="edfacts", as_of=AS_OF)
    findings = examples.program().findings()
    assert findings is not None and casebook.findings is not None
    assert len(findings) == sum(one.count for one in casebook.findings)
    unknown = homeroom.Program(examples.register(), assignments=[{"student": "s1", "mentor": "m9", "begin": AS_OF}])
    findings = unknown.findings()
    assert findings is not None and terms.FindingCode.UNKNOWN_MENTOR in [one.code for one in findings]
    assert pickle.loads(pickle.dumps(unknown)).findings() == findings


def test_fidelity_is_the_dosage_of_each() -> None:
    program = examples.program()
    for by in ("student", "mentor", "school", "district"):
        for row in program.fidelity(by=by, policy="edfacts", as_of=AS_OF):  # type: ignore[arg-type]
            assert row.id is not None
            assert row.dosage == program.dosage(policy="edfacts", as_of=AS_OF, **{by: row.id})  # type: ignore[arg-type]
    table = program.fidelity(by="mentor", policy="edfacts", as_of=AS_OF, since=date(2021, 11, 3))
    assert table[0].dosage == program.dosage(policy="edfacts", as_of=AS_OF, mentor="m1", since=date(2021, 11, 3))


def test_rates_are_told_with_the_cores_rounding() -> None:
    standing = examples.register().standing("s1", policy="edfacts", as_of=AS_OF)
    assert str(standing.absence_rate) == "25 of 50 (50.0 %)"
    # 1 of 16 is 6.25 %: half up.
    share = homeroom.answers.CountRate(part=1, whole=16, percent=homeroom.rate(1, 16) or "", value=0.0625)
    assert str(share) == "1 of 16 (6.3 %)"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.099996, "0.099996"),
        (0.0999999, "0.099999…"),
        (0.1, "0.1"),
        (2 / 3, "0.666666…"),
        (1.0, "1"),
        (0.0, "0"),
        (412.6722222, "412.6722…"),
        (1234567.5, "1234567…"),
        (12345678.5, "12345678.5"),
        (1e-9, "0.000000…"),
    ],
)
def test_a_number_in_a_table_never_crosses_a_line(value: float, shown: str) -> None:
    assert _digits(value) == shown
    assert float(shown.rstrip("…")) <= value


def test_numbers_of_the_codec() -> None:
    assert _codec.encode({"a": None, "b": 3, "c": True}, "of") == {"a": None, "b": 3, "c": True}
    assert _codec.encode(None, "of", int | None) is None
    assert _codec.encode(3, "of", Fraction) == "3" and _codec.encode(3, "of", int) == 3
    assert _codec.decode(None, Fraction | None) is None and _codec.decode("3", Fraction) == 3
    for wrong in (True, 3.0, "3", None):
        with pytest.raises(homeroom.RequestError):
            _codec.encode(wrong, "of", int)


def test_registers_are_compared_by_what_they_hold() -> None:
    register = examples.register()
    assert register == examples.register()
    assert register != register.delete("s1", school="A", date=register.school_days[0])
    assert register != "register"
    with pytest.raises(TypeError):
        hash(register)
    assert copy.copy(register) is register
    assert Register.from_bytes(register.to_bytes()) == register


def test_a_pickled_program_answers_the_same() -> None:
    program = examples.program()
    again = pickle.loads(pickle.dumps(program))
    given = {"mentor": "m1", "policy": "edfacts", "as_of": AS_OF}
    assert again.worklist(**given) == program.worklist(**given)


def test_answers_are_values() -> None:
    register = examples.register()
    table = register.student_table(policy="edfacts", as_of=AS_OF)
    assert pickle.loads(pickle.dumps(table)) == table
    row = table[0]
    assert pickle.loads(pickle.dumps(row)) == row == copy.deepcopy(row)
    assert hash(row) == hash(pickle.loads(pickle.dumps(row)))
    assert table[:2][1] == table[1]
    assert hash(table) == hash(copy.copy(table))
    with pytest.raises(AttributeError):
        row.student = "other"


@pytest.mark.parametrize("name", errors.__all__)
def test_errors_are_pickled_with_their_code(name: str) -> None:
    of = getattr(errors, name)
    error = of("a message", code="a_code", field="a_field")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is of and isinstance(again, ValueError)
    assert (str(again), again.code, again.field, again.kind) == ("a message", "a_code", "a_field", of.kind)


def test_handles_are_not_made_by_hand() -> None:
    for of in (Register, Policy, Ladder):
        with pytest.raises(TypeError):
            of()


def test_notebooks_show_no_markup_of_the_records() -> None:
    evil = "<script>alert(1)</script>"
    register = Register.from_records(
        school_year=2022,
        calendars=[{"school": evil, "weekdays": [{"first": "2021-08-30", "count": 20}]}],
        enrollments=[{"student": evil, "school": evil}],
        events=[{"student": evil, "school": evil, "school_days": [[1, 9]], "status": "unexcused_absence"}],
    )
    as_of = register.school_days[-1]
    shown = [
        register._repr_html_(),
        register.student_table(policy="edfacts", as_of=as_of)._repr_html_(),
        register.measure(policy="edfacts", as_of=as_of, by=["school"])._repr_html_(),
        Policy.preset("edfacts").changed(title=evil)._repr_html_(),
        Ladder.preset("attendance_works")._repr_html_(),
        examples.program()._repr_html_(),
        examples.program().worklist(mentor="m1", policy="edfacts", as_of=AS_OF)._repr_html_(),
    ]
    for html in shown:
        assert "<script" not in html
        assert html.count("<table>") == html.count("</table>") >= 1
    assert "&lt;script&gt;" in shown[1]


def test_versions() -> None:
    assert homeroom.DEFINITIONS_VERSION in homeroom.ask_json('{"ask": {"fraction": {"text": "1/2"}}}')
    assert homeroom.__version__


def test_no_repr_shows_what_is_said_of_a_person() -> None:
    said = "Anna Smith"
    note = records.Note(text=said, visibility="private")
    day = date(2021, 9, 1)
    shown = [
        records.Mentor(id="m1", kind="teacher", name=said),
        records.CheckIn(student="s1", mentor="m1", date=day, outcome="met", strengths=(said,), goals=(said,), note=note),
        records.FollowUp(student="s1", mentor="m1", raised_on=day, due=day, what=said),
        note,
    ]
    for record in shown:
        assert said not in repr(record)
        assert type(record).__name__ in repr(record)
