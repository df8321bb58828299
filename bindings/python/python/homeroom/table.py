"""Tables: rows that are typed values, and columns that any Arrow reader takes."""

from __future__ import annotations

import dataclasses
import enum
import json
import types
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Union, get_args, get_origin, overload

from homeroom import _codec, _homeroom, _html

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["Table"]

Row = TypeVar("Row", covariant=True)

_EPOCH = date(1970, 1, 1).toordinal()
_SHOWN = 20
_KINDS: dict[type, str] = {
    bool: "flag",
    int: "integer",
    float: "number",
    Fraction: "number",
    date: "date",
}


class Table(Sequence[Row], Generic[Row]):
    """Rows, each a typed value, in a defined order.

    A table is a sequence of its rows, and at the same time an Arrow table: polars, pandas, DuckDB and pyarrow read it
    as it is, and :meth:`to_polars` and :meth:`to_pandas` do it for you. In columns an amount is the nearest double and
    a rate is that too, with ``_part``, ``_whole`` and ``_percent`` beside it; rows hold them exactly. Lists are JSON.

    >>> from homeroom import examples
    >>> table = examples.register().early_warnings(policy="edfacts", as_of=examples.AS_OF)
    >>> len(table), table.columns[:2]
    (1, ['student', 'tier'])
    """

    __slots__ = ("_columns", "_of", "_rows")

    _rows: tuple[Row, ...]
    _of: type
    _columns: _homeroom.Columns | None

    def __init__(self, rows: Sequence[Row], of: type[Row]) -> None:
        self._rows = tuple(rows)
        self._of = of
        self._columns = None

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Table[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Table[Row]:
        if isinstance(index, slice):
            return type(self)(self._rows[index], self._of)
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return self._rows == other._rows if isinstance(other, Table) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._rows)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._rows, self._of)

    def __repr__(self) -> str:
        rows = "row" if len(self) == 1 else "rows"
        return f"<Table of {len(self)} {rows}: {', '.join(self.columns)}>"

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

    def _arrow(self) -> _homeroom.Columns:
        if self._columns is None:
            columns = [
                (name, kind, [_cell(_value(row, path), kind) for row in self._rows])
                for name, kind, path in _leaves(self._of)
            ]
            self._columns = _homeroom.Columns.of_lists(columns, len(self._rows))
        return self._columns

    def _repr_html_(self) -> str:
        leaves = [leaf for leaf in _leaves(self._of) if not leaf[0].endswith(("_part", "_whole", "_percent"))]
        names = [name for name, _, _ in leaves]
        numbers = [kind in ("integer", "number") for _, kind, _ in leaves]
        rows = [[_shown(_value(row, path)) for _, _, path in leaves] for row in self._rows[:_SHOWN]]
        more = f"the first {_SHOWN} of {len(self)} rows" if len(self) > _SHOWN else f"{len(self)} rows"
        return _html.table(names, rows, numbers) + f"<p><small>{more}</small></p>"


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
            leaves.append((f"{name}_percent", "text", (*at, "percent")))
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


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, tuple | list):
        items: Sequence[Any] = value
        return ", ".join(_shown(item) for item in items)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return " ".join(str(item) if isinstance(item, str) else f"{name}={item}" for name, item in named if item is not None)
    return _html.shown(value)
