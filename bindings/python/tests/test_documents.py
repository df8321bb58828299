"""Every example of the documentation is executed: docstrings, and the README's Python blocks."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import homeroom
import pytest

FLAGS = doctest.IGNORE_EXCEPTION_DETAIL | doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MODULES = sorted(
    f"homeroom.{module.name}"
    for module in pkgutil.iter_modules(homeroom.__path__)
    if module.name != "_homeroom"
)


@pytest.mark.parametrize("name", ["homeroom", *MODULES])
def test_docstrings(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name), optionflags=FLAGS)
    print(f"\n{tried} examples in {name}")
    assert failed == 0


def test_the_modules_have_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    tests = [test for name in ["homeroom", *MODULES] for test in finder.find(importlib.import_module(name), name)]
    assert sum(len(test.examples) for test in tests) > 40


def test_readme() -> None:
    text = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert blocks, "the README has no example"
    names: dict[str, object] = {}
    for block in blocks:
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, names, "README.md", None, 0)
            runner = doctest.DocTestRunner(optionflags=FLAGS)
            runner.run(test, clear_globs=False)
            assert runner.failures == 0
            names.update(test.globs)
        else:
            exec(compile(block, "README.md", "exec"), names)
