"""Tables: rows that are typed values, and columns that any Arrow reader takes."""

from __future__ import annotations

import dataclasses
import enum
import json
import types
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Union, get_args, get_origin, overload

from homeroom import _codec, _homeroom, _html, answers

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["Table"]

Row = TypeVar("Row", covariant=True)

_EPOCH = date(1970, 1, 1).toordinal()
_SHOWN = 20
_EXACT = ("_part", "_whole", "_percent")
_TWICE = ("by_school_", "by_student_", "bounds_", "headline_bounds_")
_KINDS: dict[type, str] = {
    bool: "flag",
    int: "integer",
    float: "number",
    Fraction: "number",
    date: "date",
}


class Table(Generic[Row]):
    """Rows, each a typed value, in a defined order.

    A table has a length, is indexed, sliced and iterated by its rows, and is at the same time an Arrow table: polars, pandas, DuckDB and pyarrow read it
    as it is, and :meth:`to_polars` and :meth:`to_pandas` do it for you. In columns an amount is the nearest double and
    a rate is that too, with ``_part`` and ``_whole`` beside it; rows hold them exactly. Lists are JSON.

    >>> from homeroom import examples
    >>> table = examples.register().early_warnings(policy="edfacts", as_of=examples.AS_OF)
    >>> len(table), table.columns[:2]
    (2, ['student', 'tier'])
    """

    __slots__ = ("_columns", "_make", "_of", "_rows")

    _rows: tuple[Row, ...] | None
    _make: Callable[[], Sequence[Row]]
    _of: type[Any]
    _columns: _homeroom.Columns | None

    def __init__(
        self,
        rows: Sequence[Row] | Callable[[], Sequence[Row]],
        of: type[Any],
        columns: _homeroom.Columns | None = None,
    ) -> None:
        self._of = of
        self._columns = columns
        if callable(rows):
            self._rows, self._make = None, rows
        else:
            self._rows = tuple(rows)

    def _all(self) -> tuple[Row, ...]:
        # The rows are made when they are first asked for: who wants the columns of a million does not wait for them.
        if self._rows is None:
            self._rows = tuple(self._make())
        return self._rows

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Table[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Table[Row]:
        if not isinstance(index, slice):
            return self._all()[index]
        rows = self._all()[index]
        columns = [(name, kind, values[index]) for name, kind, values in self._lists(len(self))]
        return type(self)(rows, self._of, _homeroom.Columns.of_lists(columns, len(rows)))

    def __len__(self) -> int:
        if self._rows is not None:
            return len(self._rows)
        return len(self._arrow())

    # It is not a `collections.abc.Sequence` by name: polars would take the rows for the data, not the columns.
    def __iter__(self) -> Iterator[Row]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        of: Table[Any] = other
        return self._of == of._of and self._all() == of._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (self._all(), self._of, self._lists(len(self)))

    def __repr__(self) -> str:
        rows = "row" if len(self) == 1 else "rows"
        return f"<Table of {len(self):,} {rows} of {self._of.__name__}>"

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return self._arrow().names

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table as a stream of Arrow batches, for whoever reads the Arrow PyCapsule interface."""
        return self._arrow().__arrow_c_stream__(requested_schema)

    def to_polars(self) -> polars.DataFrame:
        """The columns as a polars data frame. Needs polars: ``pip install homeroom[polars]``."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The columns as a pandas data frame. Needs pandas and pyarrow: ``pip install homeroom[pandas]``."""
        import pyarrow

        frame: pandas.DataFrame = pyarrow.table(self).to_pandas()
        return frame

    def _lists(self, rows: int) -> list[tuple[str, str, list[Any]]]:
        return self._arrow().to_lists(rows)

    def _arrow(self) -> _homeroom.Columns:
        if self._columns is None:
            columns = [
                (name, kind, [_cell(_value(row, path), kind) for row in self._all()])
                for name, kind, path in _leaves(self._of)
            ]
            self._columns = _homeroom.Columns.of_lists(columns, len(self._all()))
        return self._columns

    def _repr_html_(self) -> str:
        lists = self._lists(_SHOWN)
        told = [of for of in lists if not of[0].endswith(_EXACT) and not of[0].startswith(_TWICE)]
        shown = told[:_SHOWN]
        names = [name.removeprefix("headline_") for name, _, _ in shown]
        numbers = [kind in ("integer", "number") for _, kind, _ in shown]
        rows = zip(*([_shown(value, kind) for value in values] for _, kind, values in shown), strict=True)
        notes = [f"{len(self):,} row{'' if len(self) == 1 else 's'}"]
        if len(self) > _SHOWN:
            notes.append(f"the first {_SHOWN} are shown")
        if len(lists) > len(shown):
            notes.append(f"{len(shown)} of {len(lists)} columns are shown")
        return _html.table(names, rows, numbers) + f"<p><small>{escape('; '.join(notes))}</small></p>"


def _unpickled(rows: tuple[Any, ...], of: type[Any], lists: list[tuple[str, str, list[Any]]]) -> Table[Any]:
    return Table(rows, of, _homeroom.Columns.of_lists(lists, len(rows)))


def findings(columns: _homeroom.Columns) -> Table[answers.Finding]:
    """Findings of their columns."""

    def rows() -> list[answers.Finding]:
        lists = columns.to_lists(len(columns))
        names = [name for name, _, _ in lists]
        values = zip(*([_iso(value, kind) for value in of] for _, kind, of in lists), strict=True)
        return [_codec.decode(dict(zip(names, row, strict=True)), answers.Finding) for row in values]

    return Table(rows, answers.Finding, columns)


def _iso(value: Any, kind: str) -> Any:
    return date.fromordinal(_EPOCH + value).isoformat() if kind == "date" and value is not None else value


Leaf = tuple[str, str, tuple[str, ...]]


def _leaves(of: type, prefix: str = "", path: tuple[str, ...] = ()) -> list[Leaf]:
    """The columns of a type of rows: name, kind, and the attributes that lead to the value."""
    if not dataclasses.is_dataclass(of):
        return [(prefix or "value", _KINDS.get(of, "text"), path)]
    leaves: list[Leaf] = []
    for field in dataclasses.fields(of):
        hint = _without_none(_codec.hints(of)[field.name])
        name, at = f"{prefix}{field.name}", (*path, field.name)
        if _is_rate(hint):
            leaves.append((name, "number", (*at, "value")))
            leaves.append((f"{name}_part", "number", (*at, "part")))
            leaves.append((f"{name}_whole", "number", (*at, "whole")))
        elif dataclasses.is_dataclass(hint):
            leaves.extend(_leaves(hint if isinstance(hint, type) else type(hint), f"{name}_", at))
        else:
            leaves.append((name, _KINDS.get(hint, "text"), at))
    return leaves


def _is_rate(hint: Any) -> bool:
    names = {field.name for field in dataclasses.fields(hint)} if dataclasses.is_dataclass(hint) else set[str]()
    return names >= {"part", "whole", "percent", "value"}


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        arms = [arm for arm in get_args(hint) if arm is not types.NoneType]
        return arms[0] if len(arms) == 1 else object
    return hint


def _value(row: object, path: tuple[str, ...]) -> Any:
    for name in path:
        if row is None:
            return None
        row = getattr(row, name)
    return row


def _cell(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "date":
        return value.toordinal() - _EPOCH
    if kind == "number":
        return float(value)
    if kind == "text":
        return _text(value)
    return value


def _text(value: Any) -> str:
    if isinstance(value, str | enum.StrEnum):
        return str(value)
    return json.dumps(_codec.encode(value))


def _shown(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if kind == "date":
        return date.fromordinal(value + _EPOCH).isoformat()
    if kind == "text" and value[:1] in ("[", "{"):
        return _told(value)
    return _digits(value) if kind == "number" else str(value)


def _digits(value: float) -> str:
    # Cut, never rounded, and an ellipsis where something is cut: 0.099996 must not stand as 0.1 beside a line of 10 %.
    exact = Decimal(repr(value))
    if not exact.is_finite() or exact == 0:
        return f"{value:g}"
    last = Decimal(1).scaleb(max(exact.adjusted(), 0) - 6)
    cut = exact.quantize(last, ROUND_DOWN) if exact.adjusted() < 7 else exact
    text = f"{cut.normalize():f}"
    return text if cut == exact else f"{cut:f}…"


def _told(text: str) -> str:
    # A list is JSON in its column; a reader wants its words.
    try:
        return _html.told(json.loads(text))
    except ValueError:
        return text
