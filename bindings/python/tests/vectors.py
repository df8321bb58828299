"""The cases of the conformance suite, and how an answer is judged."""

from __future__ import annotations

import dataclasses
import enum
import json
import struct
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from homeroom import HomeroomError, Table

DATA = Path(__file__).parents[3] / "crates" / "homeroom-vectors" / "data"
Case = dict[str, Any]
# Numbers of projections and means come from division by a hand calculator: the suite allows them 1e-9.
NEAR = 1e-9


def cases() -> Iterator[Case]:
    for file in sorted(DATA.glob("*.json")):
        if file.name != "schema.json":
            yield from json.loads(file.read_text(encoding="utf-8"))


def family(case: Case) -> str:
    return case["id"].split("/")[0]


def skipped(case: Case) -> str | None:
    return next((skip["reason"] for skip in case.get("skip", ()) if skip["door"] == "python"), None)


def through(door: str, answer: Callable[[Case], Any], *, left_out: dict[str, str]) -> None:
    """Asks every case at a door. A family runs, or is left out with a reason; one that would run is not left out."""
    ran: Counter[str] = Counter()
    out: Counter[str] = Counter()
    wrong: list[str] = []
    for case in cases():
        reason = skipped(case) or left_out.get(family(case)) or left_out.get(case["id"])
        if reason is not None:
            out[f"{family(case) if family(case) in left_out else case['id']}: {reason}"] += 1
            continue
        ran[family(case)] += 1
        problem = judged(case, answer)
        if problem:
            wrong.append(f"{case['id']}: {problem}\n    {case['why']}")
    print(f"\n{ran.total()} cases in {len(ran)} families through the {door}")
    for reason, number in sorted(out.items()):
        print(f"left out {number}: {reason}")
    assert not wrong, f"{len(wrong)} cases disagree:\n" + "\n".join(wrong)
    assert ran.total() > 0
    families = {family(case) for case in cases()}
    assert families == set(ran) | {name for name in families if name in left_out}
    ids = families | {case["id"] for case in cases()}
    assert not left_out.keys() - ids, "what is left out is no longer there"


def judged(case: Case, answer: Callable[[Case], Any]) -> str | None:
    expected = case.get("error")
    try:
        got = answer(case)
    except HomeroomError as error:
        if expected is None:
            return f"refused: {error.code}: {error}"
        if error.code != expected["code"] or expected.get("field", error.field) != error.field:
            return f"refused as {error.code} at {error.field}, not as {expected}"
        return None
    except Exception as error:  # What is wrong with one case must not hide the others.
        return f"{type(error).__name__}: {error}"
    if expected is not None:
        return f"expected {expected}, got an answer"
    return differs(case["expect"], got, near=True)


def differs(expected: Any, got: Any, path: str = "", *, near: bool = False) -> str | None:
    """Where a value, of any door, does not say what is expected. Objects may hold more; lists are compared whole."""
    if isinstance(expected, dict):
        for key, item in expected.items():
            found = member(got, key)
            if found is Missing:
                return f"{path}.{key} is missing"
            problem = differs(item, found, f"{path}.{key}", near=near)
            if problem:
                return problem
        return None
    if isinstance(expected, list):
        if not isinstance(got, Sequence | Table) or isinstance(got, str) or len(got) != len(expected):
            return f"{path}: expected {expected}, got {got!r}"
        for place, (one, other) in enumerate(zip(expected, got, strict=True)):
            problem = differs(one, other, f"{path}[{place}]", near=near)
            if problem:
                return problem
        return None
    if not same(expected, got, near):
        return f"{path}: expected {expected!r}, got {got!r}"
    return None


class Missing:
    """What an answer does not say."""


def member(got: Any, key: str) -> Any:
    if isinstance(got, dict):
        return got.get(key, Missing)
    if dataclasses.is_dataclass(got):
        named = {field.name.removesuffix("_"): field.name for field in dataclasses.fields(got)}
        return getattr(got, named[key]) if key in named else Missing
    return Missing


def same(expected: Any, got: Any, near: bool) -> bool:
    if isinstance(got, date):
        return got.isoformat() == expected
    if isinstance(got, Fraction):
        return expected is not None and not isinstance(expected, bool) and Fraction(expected) == got
    if isinstance(got, enum.Enum):
        return got.value == expected
    if isinstance(expected, float) or isinstance(got, float):
        if expected is None or got is None:
            return expected is got
        if near:
            return abs(expected - got) <= NEAR
        return struct.pack("<d", expected) == struct.pack("<d", got)
    return type(expected) is type(got) and expected == got
