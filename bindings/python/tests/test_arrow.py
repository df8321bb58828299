"""Arrow tables out, into whatever reads them."""

from __future__ import annotations

import arro3.core
import duckdb
import pandas
import polars
import pyarrow
import pytest
from homeroom import Table, answers, examples

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
    assert duckdb.sql("select count(*) from arrow").fetchone() == (len(table),)
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
