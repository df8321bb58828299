"""Values as Python knows them: compared, copied, hashed, pickled, and shown so that a person can read them."""

import copy
import pickle
from datetime import date

import homeroom
import pytest
from homeroom import Ladder, Policy, Register, errors, examples, records

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
