"""Questions about numbers alone. The core answers them; nothing is calculated here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from homeroom import _codec, _homeroom, answers, terms
from homeroom._ask import ask, question
from homeroom.policy import Policy, chosen

__all__ = [
    "amount",
    "bands",
    "code",
    "day_rule",
    "fraction",
    "rate",
    "relative_change",
    "status_history",
    "threshold",
]


def _value(asked: dict[str, Any], policy: Policy | str | None = None) -> Any:
    return ask(_homeroom.ask_json, {"ask": asked, "policy": None if policy is None else chosen(policy)})


def rate(part: int, whole: int, *, decimals: int | None = None) -> str | None:
    """A rate in percent as it is published: rounded half up on the exact ratio, to one decimal where nothing is
    said; ``None`` where the whole is 0.

    >>> rate(1, 16)
    '6.3'
    """
    given = {"part": _codec.whole(part, "part"), "whole": _codec.whole(whole, "whole")}
    percent: str | None = _value(question("rate", **given, decimals=_optional(decimals, "decimals")))["percent"]
    return percent


def amount(units: int, *, per: int, decimals: int | None = None) -> str:
    """An amount of units, of which ``per`` make one, as text with at most so many decimals, one where nothing is said.

    >>> amount(35, per=2)
    '17.5'
    """
    given = {"units": _codec.whole(units, "units"), "per": _codec.whole(per, "per")}
    text: str = _value(question("amount", **given, decimals=_optional(decimals, "decimals")))["text"]
    return text


def fraction(text: str) -> Fraction:
    """A share as policies write it, read exactly.

    >>> fraction("10%"), fraction("0.95"), fraction("1/3")
    (Fraction(1, 10), Fraction(19, 20), Fraction(1, 3))
    """
    return Fraction(_value(question("fraction", text=_codec.text(text, "text")))["fraction"])


def relative_change(before: int, after: int, *, decimals: int | None = None) -> str | None:
    """A relative change in percent, to one decimal where nothing is said; ``None`` where there was nothing before.

    >>> relative_change(40, 30)
    '-25.0'
    """
    given = {"before": _codec.whole(before, "before"), "after": _codec.whole(after, "after")}
    asked = question("relative_change", **given, decimals=_optional(decimals, "decimals"))
    percent: str | None = _value(asked)["percent"]
    return percent


def threshold(
    of: Iterable[tuple[int, int]],
    *,
    comparator: terms.Comparator | str,
    share: Fraction | str | None = None,
    count: int | None = None,
    units: int | None = None,
) -> list[bool]:
    """Whether each part of a whole meets a line, which is a share or a number of days of ``units`` parts,
    of one where nothing is said.

    >>> threshold([(17, 180), (18, 180)], comparator="at_least", share="10%")
    [False, True]
    """
    met: list[bool] = _value(
        question(
            "threshold",
            comparator=_codec.encode(comparator, "comparator"),
            share=None if share is None else _codec.exact(share, "share"),
            count=None if count is None else _codec.whole(count, "count"),
            units=_optional(units, "units"),
            of=_pairs(of),
        )
    )["met"]
    return met


def bands(of: Iterable[tuple[int, int]], *, policy: Policy | str, units: int | None = None) -> list[str | None]:
    """The policy's band of each part of a whole.

    >>> bands([(0, 180), (18, 180)], policy="edfacts")
    ['satisfactory', 'moderate_chronic']
    """
    asked = question("bands", units=_optional(units, "units"), of=_pairs(of))
    found: list[str | None] = _value(asked, policy)["bands"]
    return found


def day_rule(missed: Iterable[Fraction | str], *, policy: Policy | str) -> list[Fraction]:
    """How much of a day of absence the policy makes of each part of a day that was missed.

    >>> day_rule(["1/2", "1/3"], policy="edfacts")
    [Fraction(1, 1), Fraction(0, 1)]
    """
    asked = question("day_rule", missed=_codec.encode(missed, "missed", list[Fraction]))
    return [Fraction(part) for part in _value(asked, policy)["counts"]]


def code(code: str, *, table: Mapping[str, Any]) -> answers.CodeAnswer:
    """What a system's attendance code means in a table of one's own; ``meaning`` is ``None`` where it has no such code.

    >>> code("T", table={"T": {"status": "tardy"}}).extent
    Fraction(1, 1)
    """
    asked = question("code", table=_codec.encode(table, "table"), code=_codec.text(code, "code"))
    found: answers.CodeAnswer = _codec.decode(_value(asked), answers.CodeAnswer)
    return found


def status_history(
    history: Sequence[tuple[terms.InterventionStatus | str, date]], *, on: Sequence[date] = ()
) -> answers.StatusHistory:
    """A history of an intervention's statuses: the last, what may follow, and the status ``on`` dates.

    >>> status_history([("completed", date(2022, 1, 3)), ("active", date(2022, 1, 4))])
    Traceback (most recent call last):
    homeroom.errors.StatusError: ...
    """
    asked = {
        "status_history": {
            "history": [
                {"status": str(status), "date": _codec.day(since, "history")} for status, since in history
            ],
            "on": [_codec.day(one, "on") for one in on],
        }
    }
    found: answers.StatusHistory = _codec.decode(_value({"mentoring": asked}), answers.StatusHistory)
    return found


def _optional(value: int | None, name: str) -> int | None:
    return None if value is None else _codec.whole(value, name)


def _pairs(of: Iterable[tuple[int, int]]) -> Any:
    return _codec.encode(of, "of", list[tuple[int, int]])
