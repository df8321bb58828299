"""The columns that tables of records have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from homeroom import _codec
from homeroom.errors import ColumnError

_COLUMNS = {
    "events": {"student", "school", "date", "status", "category", "code", "part"},
    "enrollments": {"student", "school", "entry", "exit", "exit_day", "grade", "share", "primary"},
    "calendar": {"school", "date", "event", "minutes", "closed_grades"},
    "attendance_taken": {"school", "date"},
}


def named(columns: Mapping[str, Mapping[str, str]] | None) -> dict[str, Any]:
    """What columns are called where they are called otherwise."""
    given: dict[str, Any] = _codec.encode(dict(columns or {}), "columns")
    for table, fields in given.items():
        known = _COLUMNS.get(table)
        if known is None:
            there = ", ".join(_COLUMNS)
            raise ColumnError(f"`columns` names a table `{table}`; there are {there}", code="columns", field="columns")
        if not isinstance(fields, dict):
            raise ColumnError(f"`columns.{table}` is to be a dict", code="columns", field="columns")
        for field, name in _codec.encode(fields, "columns").items():
            if field not in known:
                there = ", ".join(sorted(known))
                raise ColumnError(
                    f"`columns.{table}` names a field `{field}`; there are {there}", code="columns", field="columns"
                )
            _codec.text(name, f"columns.{table}.{field}")
    return given
