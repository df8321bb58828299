"""The conformance suite through the column door: Arrow tables in, Arrow tables out where the answer is one."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from typing import Any

import homeroom
import polars
import pyarrow
from homeroom import Register, Table
from homeroom._ask import answered
from homeroom.errors import HomeroomError

import test_vectors_objects as objects
from vectors import Case, differs, through

# What the tables have no column for; such a case goes through the object door alone.
NO_COLUMN = {
    "day_minutes": "a calendar's ordinary length has no column",
    "declared_days": "a declared number of days has no column",
    "extent": "minutes, sessions and sections have no column, parts of a day have",
}


class NoColumn(Exception):
    """A case that tables cannot say, with the reason."""


def expanded(given: dict[str, Any]) -> dict[str, pyarrow.Table]:
    """Records as tables: ranges of school days written out."""
    calendar: list[dict[str, Any]] = []
    taught: dict[str, list[date]] = {}
    for record in given["calendars"]:
        for name in ("day_minutes", "declared_days"):
            if name in record:
                raise NoColumn(NO_COLUMN[name])
        days: dict[date, dict[str, Any]] = {}
        for run in record.get("weekdays", ()):
            day, left = date.fromisoformat(run["first"]), min(run["count"], 366)
            while left:
                if day.weekday() < 5:
                    days[day] = {"event": "instructional_day"}
                    left -= 1
                day += timedelta(days=1)
        for one in record.get("days", ()):
            grades = ";".join(one.get("closed_grades", ()))
            days[date.fromisoformat(one["date"])] = {
                "event": one["event"],
                "minutes": one.get("minutes"),
                "closed_grades": grades or None,
            }
        held = ("instructional_day", "make_up_day", "early_release")
        taught[record["school"]] = [day for day, of in sorted(days.items()) if of["event"] in held]
        calendar += [{"school": record["school"], "date": day, **of} for day, of in sorted(days.items())]
    return {
        "calendar": table(calendar, {"school": "s", "date": "d", "event": "s", "minutes": "i", "closed_grades": "s"}),
        "enrollments": table(
            [enrollment(record, taught) for record in given.get("enrollments", ())],
            dict.fromkeys(("student", "school", "exit_day", "grade", "share"), "s")
            | {"entry": "d", "exit": "d", "primary": "b"},
        ),
        "events": table(
            [row for record in given.get("events", ()) for row in events(record, taught)],
            dict.fromkeys(("student", "school", "status", "category", "part"), "s") | {"date": "d"},
        ),
        "attendance_taken": table(
            [
                {"school": record["school"], "date": day}
                for record in given.get("attendance_taken", ())
                for day in dates(record, taught)
            ],
            {"school": "s", "date": "d"},
        ),
    }


def table(rows: list[dict[str, Any]], kinds: dict[str, str]) -> pyarrow.Table:
    types = {"s": pyarrow.string(), "d": pyarrow.date32(), "i": pyarrow.int32(), "b": pyarrow.bool_()}
    columns = {name: pyarrow.array([row.get(name) for row in rows], types[kind]) for name, kind in kinds.items()}
    return pyarrow.table(columns)


def enrollment(record: dict[str, Any], taught: dict[str, list[date]]) -> dict[str, Any]:
    row = dict(record)
    for name in ("entry", "exit"):
        if name in row:
            row[name] = date.fromisoformat(row[name])
    if "school_days" in row:
        first, last = row.pop("school_days")
        days = taught.get(row["school"], [])
        if not 1 <= first <= len(days) or not 1 <= last <= len(days):
            raise NoColumn("a school day that there is not cannot be a date")
        row["entry"], row["exit"] = days[first - 1], days[last - 1]
    return row


def dates(record: dict[str, Any], taught: dict[str, list[date]]) -> list[date]:
    all_dates = [date.fromisoformat(day) for day in record.get("dates", ())]
    for first, last in record.get("school_days", ()):
        days = taught.get(record["school"], [])
        if not 1 <= first or last > len(days):
            raise NoColumn("a school day that there is not cannot be a date")
        all_dates += days[first - 1 : last]
    return all_dates


def events(record: dict[str, Any], taught: dict[str, list[date]]) -> list[dict[str, Any]]:
    extent = record.get("extent", "whole_day")
    if extent != "whole_day" and not (isinstance(extent, dict) and "part" in extent):
        raise NoColumn(NO_COLUMN["extent"])
    part = None if extent == "whole_day" else extent["part"]
    said = {"student": record["student"], "school": record["school"], "status": record["status"]}
    return [
        {**said, "category": record.get("category"), "part": part, "date": day} for day in dates(record, taught)
    ]


def register(given: dict[str, Any]) -> Register:
    tables = expanded(given)
    return Register.from_arrow(
        # The events by polars, whose texts are views, the rest by pyarrow.
        polars.DataFrame(tables["events"]),
        enrollments=tables["enrollments"],
        calendar=tables["calendar"],
        attendance_taken=tables["attendance_taken"],
        **{name: given[name] for name in ("school_year", "rules", "districts", "networks", "attributes") if name in given},
    )


def ask(case: Case) -> Any:
    """Asks as the object door does, of a register of tables."""
    original = objects.register
    objects.register = register
    try:
        return objects.ask(case)
    finally:
        objects.register = original


def out(answer: Any, said: Any) -> str | None:
    """Where the columns of a table do not say what the JSON door's rows say: doubles to the bit."""
    if not isinstance(answer, dict):
        return None
    for key, rows in answer.items():
        if not isinstance(rows, Table):
            continue
        frame = pyarrow.table(rows).to_pylist()
        if len(frame) != len(said[key]):
            return f"{key}: {len(frame)} rows, not {len(said[key])}"
        for place, (row, expected) in enumerate(zip(frame, said[key], strict=True)):
            for name in ("student", "label", "movement", "absence_rate", "streaks_longest", "headline_chronic_rate"):
                if name in row and name in expected:
                    value = expected[name]
                    wanted = value["value"] if isinstance(value, dict) else value
                    problem = differs(wanted, row[name], f"{key}[{place}].{name}")
                    if problem:
                        return problem
            if "headline_chronic_rate" in row:
                rate = expected["headline"]["chronic_rate"]
                problem = differs(rate and rate["value"], row["headline_chronic_rate"], f"{key}[{place}]")
                if problem:
                    return problem
    return None


def test_every_case() -> None:
    unsaid: Counter[str] = Counter()
    numbers: Counter[str] = Counter()

    asked = 0

    def door(case: Case) -> Any:
        nonlocal asked
        asked += 1
        given = case["input"]
        worlds = [given.get("records"), *given.get("parts", ()), given.get("before", {}).get("records")]
        if not any(worlds):
            numbers["a question about numbers alone brings no table"] += 1
            return objects.ask(case)
        try:
            for world in worlds:
                if world:
                    expanded(world)
        except NoColumn as reason:
            unsaid[str(reason)] += 1
            return objects.ask(case)
        answer = ask(case)
        try:
            said = answered(homeroom.ask_json(json.dumps(given)))
        except HomeroomError:
            return answer
        problem = out(answer, said)
        assert problem is None, f"the columns differ from the JSON door at {problem}"
        return answer

    through("Python column door (with those that follow)", door, left_out=LEFT_OUT)
    ran = asked - (unsaid + numbers).total()
    print(f"{ran} cases through the Python column door itself")
    assert ran > 600
    for reason, number in sorted((unsaid + numbers).items()):
        print(f"{number} asked through the object door alone: {reason}")


LEFT_OUT = {
    family: "numbers and policies alone: there is no record to be a column"
    for family in ("rate", "threshold", "bands", "day_rule")
} | {
    name: "a row that is no enrolment is a finding at this door; one of many rows does not refuse the table"
    for name in ("roll/exit_before_entry", "roll/no_show", "roll/share_above_one")
}
