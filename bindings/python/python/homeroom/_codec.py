"""Values to the JSON of the contract and back, by their type hints. Nothing is calculated here."""

from __future__ import annotations

import dataclasses
import enum
import functools
import operator
import types
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Union, get_args, get_origin, get_type_hints

from homeroom.errors import NumberError, RequestError

JSON = Any


class ToJson(typing.Protocol):
    """What says itself how it stands in a request."""

    def _wire(self) -> JSON: ...


@functools.cache
def hints(of: Any) -> dict[str, Any]:
    """The type hints of a dataclass, resolved."""
    return get_type_hints(of)


def day(value: object, name: str) -> str:
    """A date as ISO text. A date and time is refused: it does not say which day it means."""
    if isinstance(value, datetime):
        raise RequestError(
            f"`{name}` is a date and time; give a date, as a time alone does not say which school day is meant"
            " (`.date()` makes one)",
            code="datetime_for_date",
            field=name,
        )
    if isinstance(value, date):
        return value.isoformat()
    raise _wrong(value, name, "a `datetime.date`")


def text(value: object, name: str) -> str:
    """An identifier or another text."""
    if isinstance(value, str):
        return str(value)
    raise _wrong(value, name, "a text")


def whole(value: object, name: str) -> int:
    """A whole number, also numpy's."""
    if not isinstance(value, bool):
        try:
            return operator.index(typing.cast("typing.SupportsIndex", value))
        except TypeError:
            pass
    raise _wrong(value, name, "a whole number")


def exact(value: object, name: str) -> str:
    """An exact number as text: a fraction, a whole number or a text like ``"1/3"``."""
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, float):
        raise NumberError(
            f"`{name}` is a float, which holds most fractions only nearly; give a `fractions.Fraction`, or a text"
            ' such as "1/3" or "0.5"',
            code="inexact_number",
            field=name,
        )
    return str(whole(value, name))


def encode(value: object, name: str = "value", hint: Any = Any) -> JSON:
    """The JSON of a value that is to be of a type."""
    if hint is Any or hint is object:
        return _plain(value, name)
    origin = get_origin(hint)
    if origin is Union or origin is types.UnionType:
        return _encode_union(value, name, get_args(hint))
    if origin is typing.Literal:
        return _plain(value, name)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            raise _wrong(value, name, "a dict")
        of = get_args(hint)[1]
        pairs = typing.cast("Mapping[object, object]", value).items()
        return {text(key, name): encode(item, f"{name}.{key}", of) for key, item in pairs}
    if origin is tuple and Ellipsis not in get_args(hint):
        items = _items(value, name)
        if len(items) != len(get_args(hint)):
            raise _wrong(value, name, f"{len(get_args(hint))} values")
        return [encode(item, name, of) for item, of in zip(items, get_args(hint), strict=True)]
    if origin is not None and issubclass(origin, Sequence):
        return [encode(item, name, get_args(hint)[0]) for item in _items(value, name)]
    if hint is date:
        return day(value, name)
    if hint is Fraction:
        return exact(value, name)
    if hint is bool:
        if isinstance(value, bool):
            return value
        raise _wrong(value, name, "`True` or `False`")
    if hint is float and isinstance(value, float):
        return value
    if hint is int:
        return whole(value, name)
    if hint is str:
        return text(value, name)
    if isinstance(hint, type) and issubclass(hint, enum.StrEnum):
        return _term(value, name, hint)
    if dataclasses.is_dataclass(hint):
        of_record = typing.cast("type[Any]", hint)
        if not isinstance(value, of_record | Mapping):
            raise _wrong(value, name, f"a `{of_record.__name__}`")
    return _plain(value, name)


def _encode_union(value: object, name: str, arms: tuple[Any, ...]) -> JSON:
    if value is None and types.NoneType in arms:
        return None
    arms = tuple(arm for arm in arms if arm is not types.NoneType)
    if Fraction in arms and not isinstance(value, str):
        return exact(value, name)
    for arm in arms:
        kind = get_origin(arm) or arm
        if isinstance(kind, type) and isinstance(value, kind) and not isinstance(value, datetime):
            return encode(value, name, arm)
    if len(arms) == 1:
        return encode(value, name, arms[0])
    return _plain(value, name)


def _term(value: object, name: str, of: type[enum.StrEnum]) -> str:
    if isinstance(value, str):
        try:
            return str(of(value))
        except ValueError:
            pass
    raise RequestError(
        f"`{name}` is no `{of.__name__}`; there are {', '.join(of)}", code="unknown_term", field=name
    )


def _plain(value: object, name: str) -> JSON:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return day(value, name)
    if isinstance(value, Fraction | float):
        return exact(value, name)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _record(value, name)
    if hasattr(value, "_wire"):
        return typing.cast(ToJson, value)._wire()
    if isinstance(value, Mapping):
        items = typing.cast("Mapping[object, object]", value).items()
        return {text(key, name): encode(item, f"{name}.{key}") for key, item in items}
    if isinstance(value, list | tuple | set | frozenset):
        return [encode(item, name) for item in _items(value, name)]
    return whole(value, name)


def _record(value: Any, name: str) -> JSON:
    of_record: Any = type(value)
    of = hints(of_record)
    encoded: dict[str, JSON] = {}
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if item == field.default:
            continue
        encoded[wire_name(field.name)] = encode(item, f"{type(value).__name__}.{field.name}", of[field.name])
    return encoded


def _items(value: object, name: str) -> list[object]:
    if isinstance(value, str | bytes | Mapping):
        raise _wrong(value, name, "a list")
    try:
        return list(typing.cast("typing.Iterable[object]", value))
    except TypeError:
        raise _wrong(value, name, "a list") from None


def _wrong(value: object, name: str, wanted: str) -> RequestError:
    # The type says enough; the value may be a name.
    return RequestError(
        f"`{name}` is of type `{type(value).__name__}`; give {wanted}", code="wrong_type", field=name
    )


def decode(value: JSON, hint: Any) -> Any:
    """The value of a type that stands in an answer."""
    if hint is Any or hint is object:
        return value
    origin = get_origin(hint)
    if origin is Union or origin is types.UnionType:
        return _decode_union(value, get_args(hint))
    if origin is typing.Literal:
        return value
    if isinstance(origin, type) and issubclass(origin, Mapping):
        names, of = get_args(hint)
        return {decode(key, names): decode(item, of) for key, item in value.items()}
    if origin is tuple:
        of = get_args(hint)
        if of[-1] is Ellipsis:
            return tuple(decode(item, of[0]) for item in value)
        return tuple(decode(item, one) for item, one in zip(value, of, strict=True))
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return [decode(item, get_args(hint)[0]) for item in value]
    if hint is date:
        return date.fromisoformat(value)
    if hint is Fraction:
        return Fraction(value)
    if isinstance(hint, type) and issubclass(hint, enum.StrEnum):
        return hint(value)
    if dataclasses.is_dataclass(hint):
        return _decode_record(value, typing.cast(type, hint))
    return value


def _decode_record(value: dict[str, JSON], of: type) -> Any:
    types_of = hints(of)
    names = wire_names(of)
    return of(**{names[key]: decode(item, types_of[names[key]]) for key, item in value.items()})


@functools.cache
def wire_names(of: type) -> dict[str, str]:
    """The attribute for each key of the contract."""
    return {wire_name(field.name): field.name for field in dataclasses.fields(of)}


def wire_name(name: str) -> str:
    """The key of an attribute: one that would be a keyword of Python has an underscore at its end."""
    return name.removesuffix("_")


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING


def _decode_union(value: JSON, arms: tuple[Any, ...]) -> Any:
    if value is None:
        return None
    arms = tuple(arm for arm in arms if arm is not types.NoneType)
    if len(arms) == 1:
        return decode(value, arms[0])
    for arm in arms:
        if isinstance(arm, type) and issubclass(arm, enum.StrEnum) and value in list(arm):
            return arm(value)
    if isinstance(value, dict):
        record = typing.cast("dict[str, JSON]", value)
        for arm in arms:
            if dataclasses.is_dataclass(arm) and _is_of(record, typing.cast(type, arm)):
                return decode(value, arm)
    return value


def _is_of(record: dict[str, JSON], of: type) -> bool:
    names = wire_names(of)
    if not record.keys() <= names.keys():
        return False
    types_of = hints(of)
    for field in dataclasses.fields(of):
        key = wire_name(field.name)
        hint = types_of[field.name]
        if get_origin(hint) is typing.Literal and record.get(key) not in get_args(hint):
            return False
        if not _has_default(field) and key not in record:
            return False
    return True
