"""Small pieces of HTML for notebooks: escaped, and without colours of their own, for light and dark pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_TERMS = ("reason", "kind", "sign", "what", "status", "step", "comparator", "share")
_NUMBER = ' style="text-align:right"'


def heading(text: str, note: str = "") -> str:
    """A line above a table."""
    small = f" <small>{escape(note)}</small>" if note else ""
    return f"<p><strong>{escape(text)}</strong>{small}</p>"


def table(names: Sequence[str], rows: Iterable[Sequence[object]], numbers: Sequence[bool] | None = None) -> str:
    """A table. Columns of numbers stand to the right."""
    right = numbers or [False] * len(names)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(
        "<tr>" + "".join(_cell(item, of) for item, of in zip(row, right, strict=True)) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def facts(pairs: Iterable[tuple[str, object]]) -> str:
    """Names and values, one a row."""
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{escape(name)}</th><td>{escape(shown(item))}</td></tr>'
        for name, item in pairs
    )
    return f"<table><tbody>{rows}</tbody></table>"


def shown(item: object) -> str:
    """A value as a reader wants it."""
    return "" if item is None else str(item)


def told(item: object) -> str:
    """What a list or an object says, in words: terms stand for themselves, numbers and the rest are named."""
    if isinstance(item, list):
        items: list[object] = item
        return "; ".join(told(one) for one in items)
    if isinstance(item, dict):
        pairs: dict[str, object] = item
        words = [told(value) if isinstance(value, dict) or key in _TERMS else f"{key} {told(value)}" for key, value in pairs.items()]
        return ", ".join(words)
    return {True: "yes", False: "no"}[item] if isinstance(item, bool) else shown(item)


def _cell(item: object, number: bool) -> str:
    return f"<td{_NUMBER if number else ''}>{escape(shown(item))}</td>"
