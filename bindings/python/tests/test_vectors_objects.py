"""The conformance suite through the object door: typed records in, methods, typed answers out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import homeroom
from homeroom import Ladder, Policy, Program, Register, _codec, answers, records
from homeroom._ask import answered
from homeroom.errors import HomeroomError

from vectors import Case, differs, through

Context = dict[str, Any]


def typed(of: Any, value: Any) -> Any:
    """A value of the type, where the JSON fits it; else the JSON as it is, so that the core refuses it."""
    try:
        return _codec.decode(value, of)
    except (TypeError, ValueError, KeyError, AttributeError):
        return value


def policy(choice: dict[str, Any] | None) -> Policy | None:
    if choice is None:
        return None
    if "document" in choice:
        made = Policy.from_json(json.dumps(choice["document"]))
    else:
        made = Policy.preset(choice["preset"])
    overrides = choice.get("overrides")
    return made if overrides is None else made.changed(**overrides)


def ladder(choice: dict[str, Any]) -> Ladder:
    if "preset" in choice:
        return Ladder.preset(choice["preset"])
    if "document" in choice:
        return Ladder.from_json(json.dumps(choice["document"]))
    source = {"citation": "the question", "verified": False}
    rules = {"id": "own", "version": "1", "title": "Rules of the question", "source": source}
    return Ladder.from_json(json.dumps({**rules, "rules": choice["rules"]}))


def register(given: dict[str, Any]) -> Register:
    lists = {
        "calendars": records.Calendar,
        "enrollments": records.Enrollment,
        "events": records.AttendanceEvent,
        "attendance_taken": records.AttendanceTaken,
    }
    arguments = {key: item for key, item in given.items() if key != "mentoring"}
    for name, of in lists.items():
        if name in arguments:
            arguments[name] = [typed(of, record) for record in arguments[name]]
    if "rules" in arguments:
        arguments["rules"] = typed(records.RollRules, arguments["rules"])
    return Register.from_records(**arguments)


PROGRAM = {
    "mentors": records.Mentor,
    "plans": records.ContactPlan,
    "assignments": records.Assignment,
    "check_ins": records.CheckIn,
    "circles": records.Circle,
    "home_calls": records.HomeCall,
    "follow_ups": records.FollowUp,
    "barriers": records.BarrierRecord,
    "interventions": records.Intervention,
    "student_interventions": records.StudentIntervention,
    "intervention_statuses": records.InterventionStatusRecord,
    "staff": records.StaffMember,
    "learning_sessions": records.LearningSession,
    "convenings": records.Convening,
    "interviews": records.EmpathyInterview,
    "celebrations": records.Celebration,
}


def program(of: Register, given: dict[str, Any], before: Register | None) -> Program:
    lists = {**given, **given.get("program", {})}
    lists.pop("program", None)
    made = {name: [typed(PROGRAM[name], record) for record in items] for name, items in lists.items()}
    return Program(of, before=before, **made)


def amended(of: Register, amendments: list[dict[str, Any]]) -> Register:
    for amendment in amendments:
        ((name, given),) = amendment.items()
        arguments = {**given, "date": date.fromisoformat(given["date"])}
        match name:
            case "append_day":
                of = of.append_day(arguments["date"], schools=arguments["schools"])
            case "correct":
                of = of.correct(arguments.pop("student"), **arguments)
            case "delete":
                of = of.delete(arguments.pop("student"), **arguments)
            case _:
                of = of.attendance_taken(arguments.pop("school"), **arguments)
    return of


def numbers(name: str, given: dict[str, Any], own: Policy | None) -> dict[str, Any] | None:
    match name:
        case "rate":
            return {"percent": homeroom.rate(given["part"], given["whole"], decimals=given.get("decimals"))}
        case "amount":
            return {"text": homeroom.amount(given["units"], per=given["per"], decimals=given.get("decimals"))}
        case "fraction":
            return {"fraction": homeroom.fraction(given["text"])}
        case "relative_change":
            return {
                "percent": homeroom.relative_change(given["before"], given["after"], decimals=given.get("decimals"))
            }
        case "threshold":
            return {"met": homeroom.threshold(given.pop("of"), **given)}
        case "bands":
            assert own is not None
            return {"bands": homeroom.bands(given["of"], units=given.get("units"), policy=own)}
        case "day_rule":
            assert own is not None
            return {"counts": homeroom.day_rule(given["missed"], policy=own)}
        case "policy":
            assert own is not None
            return {"id": own.id}
        case "code":
            found = homeroom.code(given["code"], table=given["table"])
            return {"meaning": found.meaning, "extent": found.extent}
        case _:
            return None


def mentoring(of: Program, name: str, given: dict[str, Any], context: Context) -> Any:
    listed = {
        "loads": "loads",
        "worklist": "items",
        "barriers": "groups",
        "barrier_gaps": "gaps",
        "barrier_responses": "responses",
        "barrier_changes": "changes",
        "learning_shares": "shares",
        "firings": "firings",
    }
    match name:
        case "dosage":
            group = {} if given["of"] == "overall" else given["of"]
            since = date.fromisoformat(given["since"]) if "since" in given else None
            return of.dosage(**group, since=since, **context)
        case "view":
            viewer = given["viewer"]
            role, id = (viewer, None) if isinstance(viewer, str) else next(iter(viewer.items()))
            return of.view(role, id, **context)
        case "ladder_log":
            chosen = ladder(given["ladder"])
            contacts = given.get("contacts", [])
            return of.ladder_log(ladder=chosen, updates=given["updates"], contacts=contacts, **context)
        case "fidelity":
            since = date.fromisoformat(given["since"]) if given.get("since") else None
            return {"rows": of.fidelity(by=given["by"], since=since, **context)}
        case "barrier_changes":
            given["since"] = date.fromisoformat(given["since"])
    if "ladder" in given:
        given["ladder"] = ladder(given["ladder"])
    answer = getattr(of, name)(**given, **context)
    return {listed[name]: answer} if name in listed else answer


def measures(of: Register, name: str, given: dict[str, Any], context: Context, period: Context) -> Any:
    match name:
        case "report":
            return of.report
        case "day":
            return of.day(given["student"], school=given["school"], date=date.fromisoformat(given["date"]))
        case "policy_difference":
            return of.compare(context["policy"], context["against"], as_of=context["as_of"])
        case "series":
            week = {"week": of.weekly, "month": of.monthly}.get(given["period"])
            points = week(**context) if week else of.series(given["period"], **context)
            return {"points": points}
        case "measure":
            return {"groups": of.measure(by=given["by"], **context)}
        case "truancy":
            return {"met": of.truancy(given["student"], **context)}
        case "absence_budget":
            return {"budget": of.student(given["student"]).absence_budget(**context)}
        case "projection":
            return {"projection": of.projection(given["student"], **context)}
        case "early_warnings":
            return {"students": of.early_warnings(before=period.get("before"), **context)}
        case "student_table":
            return {"students": of.student_table(**context)}
        case "transitions":
            return {"moves": of.transitions(**context, **period)}
        case "outcome":
            return of.outcome(**context, **period)
        case _:
            return getattr(of, name)(given.pop("student"), **given, **context)


def shape(of: Register) -> dict[str, Any]:
    return {"students": len(of.student_ids), "school_days": len(of.school_days), "rows": of.rows()}


def merged(given: dict[str, Any]) -> dict[str, Any]:
    parts = [register(part) for part in given["parts"]]
    forwards, backwards = parts[0], parts[-1]
    for part in parts[1:]:
        forwards = forwards.merge(part)
    for part in reversed(parts[:-1]):
        backwards = backwards.merge(part)
    answer: dict[str, Any] = {**shape(forwards), "any_order": forwards == backwards, "equals_records": None}
    if "records" in given:
        answer["equals_records"] = register(given["records"]) == forwards
    return answer


def bytes_of(of: Register, change: dict[str, Any] | None) -> dict[str, Any]:
    data = of.to_bytes()
    head = data[:10].hex()
    match change:
        case {"replace": {"at": at, "byte": byte}}:
            data = data[:at] + bytes([byte]) + data[at + 1 :]
        case {"keep": length}:
            data = data[:length]
        case {"cut_off": length}:
            data = data[: len(data) - length]
    return {"head": head, "equal": Register.from_bytes(data) == of}


def ask(case: Case) -> Any:
    given = case["input"]
    ((name, asked),) = json.loads(json.dumps(given["ask"])).items()
    own = policy(given.get("policy"))
    found = numbers(name, asked, own)
    if found is not None:
        return found
    if name == "mentoring" and "status_history" in asked:
        history = asked["status_history"]
        statuses = [(one["status"], date.fromisoformat(one["date"])) if isinstance(one, dict) else (one[0], date.fromisoformat(one[1])) for one in history["history"]]
        return homeroom.status_history(statuses, on=[date.fromisoformat(on) for on in history.get("on", [])])
    if name == "merge":
        return merged(given)
    of = amended(register(given["records"]), given.get("amend", []))
    context: Context = {"policy": own, "as_of": date.fromisoformat(given["as_of"]) if "as_of" in given else None}
    period: Context = {}
    before = given.get("before")
    if before is not None:
        period["before_as_of"] = date.fromisoformat(before["as_of"])
        period["before"] = register(before["records"]) if "records" in before else None
        period["before_policy"] = policy(before.get("policy"))
    if name == "mentoring":
        ((name, asked),) = asked.items()
        made = program(of, given["records"].get("mentoring", {}), period.get("before"))
        return mentoring(made, name, asked, context)
    if name == "register":
        return shape(of)
    if name == "bytes":
        return bytes_of(of, asked.get("change"))
    if name == "policy_difference":
        context["against"] = policy(given["against"])
    return measures(of, name, asked, context, period)


def door(case: Case) -> Callable[[], Any]:
    try:
        said = answered(homeroom.ask_json(json.dumps(case["input"])))
    except HomeroomError:
        return ask(case)
    answer = ask(case)
    # The whole answer of the JSON door stands in the typed one, floats to the bit.
    problem = differs(said, answer)
    assert problem is None, f"{case['id']}: the doors differ at {problem}"
    return answer


def test_every_case() -> None:
    through(
        "Python object door",
        door,
        left_out={},
    )


def test_the_answers_types_are_of_the_contract() -> None:
    assert answers.Standing.__dataclass_params__.frozen  # type: ignore[attr-defined]
