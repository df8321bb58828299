"""The conformance suite through the JSON door: text in, text out."""

import json

import homeroom
from homeroom._ask import answered

from vectors import Case, through


def test_every_case() -> None:
    def answer(case: Case) -> object:
        return answered(homeroom.ask_json(json.dumps(case["input"])))

    through("Python JSON door", answer, left_out={})
