"""The typing test runs, and mypy and pyright in their strict modes find nothing in it nor in the package."""

import subprocess
import sys
from pathlib import Path

import typing_test
from homeroom import terms

ROOT = Path(__file__).parent.parent


def test_it_runs() -> None:
    typing_test.asked()
    assert typing_test.told(terms.Comparator("at_least")) == "at least"


def test_mypy() -> None:
    subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, check=True)


def test_pyright() -> None:
    subprocess.run([sys.executable, "-m", "pyright", "--pythonpath", sys.executable], cwd=ROOT, check=True)
