"""Questions as JSON texts, answers as values or exceptions."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from homeroom import errors


def answered(text: str) -> Any:
    """The value of an answer; raises what it says is wrong."""
    answer: dict[str, Any] = json.loads(text)
    if answer["ok"]:
        return answer["value"]
    problem: dict[str, Any] = answer["problems"][0]
    raise errors.problem(problem["kind"], problem["code"], problem["message"], problem.get("field"))


def ask(door: Callable[[str], str], request: dict[str, Any]) -> Any:
    """Asks and answers. What is ``None`` is left out."""
    return answered(door(json.dumps({key: item for key, item in request.items() if item is not None})))


def question(name: str, **given: Any) -> dict[str, Any]:
    """A question with what is given for it."""
    return {name: {key: item for key, item in given.items() if item is not None}}
