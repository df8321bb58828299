"""Arrow tables out, into whatever reads them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import arro3.core
import duckdb
import homeroom
import pandas
import polars
import pyarrow
import pytest
from homeroom import ColumnError, Register, Table, answers, examples

AS_OF = examples.AS_OF


@pytest.fixture
def table() -> Table[answers.StudentRow]:
    return examples.register().student_table(policy="edfacts", as_of=AS_OF)


def test_every_reader_sees_the_same(table: Table[answers.StudentRow]) -> None:
    rates = [None if row.absence_rate is None else row.absence_rate.value for row in table]
    students = [row.student for row in table]
    frame = polars.DataFrame(table)
    assert frame["student"].to_list() == students
    assert frame["absence_rate"].to_list() == rates
    assert frame.schema["absence_rate"] == polars.Float64
    arrow = pyarrow.table(table)
    assert arrow["absence_rate"].to_pylist() == rates
    assert arrow["status"].to_pylist() == [row.status.value for row in table]
    assert arro3.core.Table.from_arrow(table).num_rows == len(table)
    assert duckdb.sql("select count(*) from arrow").fetchall() == [(len(table),)]
    assert pandas.DataFrame.from_arrow(table)["student"].to_list() == students
    assert table.to_polars().equals(frame)
    assert table.to_pandas()["student"].to_list() == students


def test_a_stream_can_be_taken_again(table: Table[answers.StudentRow]) -> None:
    assert polars.DataFrame(table).equals(polars.DataFrame(table))


def test_empty_tables_have_their_types() -> None:
    empty = examples.register().early_warnings(policy="edfacts", as_of=AS_OF)[:0]
    assert len(empty) == 0
    assert pyarrow.table(empty).schema.field("tier").type == pyarrow.int64()
    assert empty.to_polars().height == 0


def test_dates_are_dates() -> None:
    weeks = examples.register().weekly(policy="edfacts", as_of=AS_OF)
    assert pyarrow.table(weeks)["first"].to_pylist() == [week.first for week in weeks]


DAYS = [date(2021, 8, 30), date(2021, 8, 31), date(2021, 9, 1)]


def register(events: Any, **given: Any) -> Register:
    tables = {
        "enrollments": pyarrow.table({"student": ["s1", "s2"], "school": ["A", "A"]}),
        "calendar": pyarrow.table({"school": ["A"] * 3, "date": DAYS}),
        "school_year": 2022,
    }
    return Register.from_arrow(events, **{**tables, **given})


EVENTS = {"student": ["s1", "s2"], "school": ["A", "A"], "date": DAYS[:2], "status": ["unexcused_absence"] * 2}


def every_source() -> list[tuple[str, Any]]:
    frame = polars.DataFrame(EVENTS)
    arrow = pyarrow.table(EVENTS)
    pandas_frame = pandas.DataFrame(EVENTS)
    stamped = pandas_frame.assign(date=pandas.to_datetime(pandas_frame["date"]))
    many = pyarrow.concat_tables([arrow.slice(0, 1), arrow.slice(1), arrow.slice(0, 0)])
    sources: list[tuple[str, Any]] = [
        ("polars", frame),
        ("polars categories", frame.with_columns(polars.col("student", "status").cast(polars.Categorical))),
        ("polars enum", frame.with_columns(polars.col("status").cast(polars.Enum(["unexcused_absence"])))),
        ("polars times at midnight", frame.with_columns(polars.col("date").cast(polars.Datetime("ms")))),
        ("pandas", pandas_frame),
        ("pandas time stamps", stamped),
        ("pandas categories", stamped.astype({"student": "category"})),
        ("pyarrow", arrow),
        ("pyarrow record batch", arrow.to_batches()[0]),
        ("pyarrow large", arrow.set_column(0, "student", pyarrow.array(["s1", "s2"], pyarrow.large_string()))),
        ("pyarrow dictionary", arrow.set_column(0, "student", pyarrow.array(["s1", "s2"]).dictionary_encode())),
        ("pyarrow chunks", many),
        ("arro3", arro3.core.Table.from_arrow(arrow)),
        ("duckdb", duckdb.sql("select * from arrow")),
    ]
    return sources


@pytest.mark.parametrize(("name", "events"), every_source(), ids=[name for name, _ in every_source()])
def test_tables_of_every_maker_make_the_same_register(name: str, events: Any) -> None:
    made = register(events)
    assert made == register(pyarrow.table(EVENTS))
    assert made.tally("s1", policy="edfacts", as_of=DAYS[-1]).absent == 1
    assert made.report is not None and made.report.events.applied == 2


def test_columns_are_called_as_they_are() -> None:
    renamed = polars.DataFrame(EVENTS).rename({"student": "StudentID", "status": "code"})
    made = register(
        renamed,
        columns={"events": {"student": "StudentID"}},
        codes={"unexcused_absence": {"status": "unexcused_absence"}},
    )
    assert made == register(pyarrow.table(EVENTS))


@pytest.mark.parametrize(
    ("code", "field", "change"),
    [
        ("column_missing", "student", lambda t: t.drop_columns(["student"])),
        ("column_missing", "status", lambda t: t.drop_columns(["status"])),
        ("column_type", "student", lambda t: t.set_column(0, "student", pyarrow.array([1, 2]))),
        ("column_type", "date", lambda t: t.set_column(2, "date", pyarrow.array(["2021-08-30", "2021-08-31"]))),
        (
            "time_of_day",
            "date",
            lambda t: t.set_column(2, "date", pyarrow.array([datetime(2021, 8, 30, 8), datetime(2021, 8, 31)])),
        ),
        (
            "column_type",
            "date",
            lambda t: t.set_column(2, "date", pyarrow.array([0, 1], pyarrow.timestamp("us", tz="UTC"))),
        ),
        ("column_twice", "school", lambda t: t.append_column("school", t["school"])),
        ("not_arrow", None, lambda t: t.to_pydict()),
        ("not_arrow", None, lambda t: "Anna Maria Ngo"),
    ],
)
def test_tables_that_cannot_be_read(code: str, field: str | None, change: Any) -> None:
    with pytest.raises(ColumnError) as raised:
        register(change(pyarrow.table(EVENTS)))
    assert (raised.value.code, raised.value.field) == (code, field)
    assert "Anna" not in str(raised.value)


def test_bad_rows_are_findings() -> None:
    events = {
        "student": ["s1", None, "s9", "s1"],
        "school": ["A"] * 4,
        "date": [DAYS[0], DAYS[0], DAYS[0], None],
        "status": ["unexcused_absence", "unexcused_absence", "unexcused_absence", "Anna Maria Ngo"],
    }
    made = register(pyarrow.table(events))
    assert made.report is not None
    intake = made.report.events
    assert (intake.read, intake.applied, intake.rejected) == (4, 1, 3)
    findings = made.findings()
    assert findings is not None
    assert sorted(finding.row or 0 for finding in findings) == [2, 3, 4]
    assert "Anna" not in repr(list(findings))
    assert findings.to_polars()["row"].to_list() == [finding.row for finding in findings]


class Once:
    """A producer that hands out one capsule again and again."""

    def __init__(self) -> None:
        self.capsule = pyarrow.table(EVENTS).__arrow_c_stream__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.capsule


def test_a_stream_that_was_read_is_refused() -> None:
    once = Once()
    register(once)
    with pytest.raises(ColumnError) as raised:
        register(once)
    assert raised.value.code == "arrow"


class Batch:
    """A producer that hands out the capsules of one batch again and again."""

    def __init__(self, again: int) -> None:
        first, second = (pyarrow.record_batch(EVENTS).__arrow_c_array__() for _ in range(2))
        # Of the capsules used before, the schema's or the array's comes again beside a fresh one.
        self.calls = [first, (first[0], second[1]) if again == 0 else (second[0], first[1])]

    def __arrow_c_array__(self, requested_schema: object = None) -> object:
        return self.calls.pop(0)


@pytest.mark.parametrize("again", [0, 1])
def test_a_schema_or_an_array_that_was_read_is_refused(again: int) -> None:
    batch = Batch(again)
    register(batch)
    with pytest.raises(ColumnError) as raised:
        register(batch)
    assert raised.value.code == "arrow"


def test_columns_that_would_not_be_read_are_refused() -> None:
    for columns, codes, code in [
        ({"events": {"status": "said"}}, {"U": {"status": "unexcused_absence"}}, "column_unused"),
        ({"events": {"code": "said"}}, None, "column_unused"),
        ({"events": {"pupil": "said"}}, None, "columns"),
        ({"happenings": {"student": "said"}}, None, "columns"),
    ]:
        with pytest.raises(ColumnError) as raised:
            register(pyarrow.table(EVENTS), columns=columns, codes=codes)
        assert raised.value.code == code, raised.value
    with pytest.raises(homeroom.RequestError) as refused:
        register(pyarrow.table(EVENTS), codes={"U": {"status": "Anna Maria Ngo"}})
    assert "unknown variant" in str(refused.value) and "Anna" not in str(refused.value)


def test_a_capsule_of_another_kind_is_refused() -> None:
    once = Once()
    once.capsule = pyarrow.schema([]).__arrow_c_schema__()
    with pytest.raises(ValueError):
        register(once)
