"""The committed stub is the one that the extension's code gives, and says what the extension has."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STUB = ROOT / "python" / "homeroom" / "_homeroom.pyi"


def test_the_stub_is_current(tmp_path: Path) -> None:
    command = ["maturin", "generate-stubs", "--out", str(tmp_path), "--profile", "wheel"]
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)
    generated = next(tmp_path.rglob("*.pyi"))
    assert generated.read_text(encoding="utf-8") == STUB.read_text(encoding="utf-8"), "run `maturin generate-stubs`"


def test_stubtest_with_nothing_allowed() -> None:
    subprocess.run([sys.executable, "-m", "mypy.stubtest", "--mypy-config-file", "pyproject.toml", "homeroom._homeroom"], cwd=ROOT, check=True)
