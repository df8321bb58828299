"""Runs the notebooks from a clean state, and writes their outputs and the page that shows them.

    python run.py            run all, write the outputs back, and write index.html
    python run.py --check    run all, and fail where what came out is not what is committed
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from traitlets.config import Config

from page import page

HERE = Path(__file__).resolve().parent
NAMES = ("first_steps", "a_programs_week", "comparing_definitions")
PAGE = HERE / "index.html"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
# What would differ on another machine, or next time.
CHANGING = re.compile(r"\b0x[0-9a-f]{6,}|/tmp/|" + "|".join(re.escape(str(path)) for path in (Path.home(), HERE.parents[1])))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where an output is not the committed one")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as clean:
        _without_settings_of_the_user(clean)
        failed = [name for name in NAMES if not _run(name, check)]
    committed = {name: _read(name) for name in NAMES}
    if check:
        stale = not failed and (not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(committed))
        print(f"index.html: {'not of these notebooks; run `python run.py`' if stale else 'checked' if not failed else 'not checked'}")
        return 1 if failed or stale else 0
    if not failed:
        PAGE.write_text(page(committed), encoding="utf-8", newline="\n")
        print(f"index.html: {PAGE.stat().st_size / 1000:.0f} kB")
    return 1 if failed else 0


def _without_settings_of_the_user(folder: str) -> None:
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        os.environ[name] = os.path.join(folder, name.lower())
    os.environ |= {"JUPYTER_NO_CONFIG": "1", "JUPYTER_PREFER_ENV_PATH": "1", "PYTHONHASHSEED": "0", "POLARS_MAX_THREADS": "1"}


def _read(name: str) -> Any:
    return nbformat.read(HERE / f"{name}.ipynb", as_version=4)


def _run(name: str, check: bool) -> bool:
    """Runs one notebook and says in one line what became of it."""
    committed, notebook = _read(name), _read(name)
    for cell in _code(notebook):
        cell.outputs, cell.execution_count, cell.metadata = [], None, {}
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(HERE)}},
        config=Config({"KernelManager": {"transport": "ipc" if sys.platform == "linux" else "tcp"}}),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        print(f"{name}: {error.ename}: {error.evalue}\n{_source_of(error)}")
        return False
    notebook.metadata = METADATA
    for cell in notebook.cells:
        cell.metadata = {}
    cells = list(_code(notebook))
    charts = sum("image/svg+xml" in output.get("data", {}) for cell in cells for output in cell.outputs)
    problem = next(_problems(notebook), None) or (next(_differences(committed, notebook), None) if check else None)
    print(f"{name}: {len(cells)} cells run, {charts} charts, {problem or ('as committed' if check else 'written')}")
    if not check and not problem:
        nbformat.validate(notebook)
        nbformat.write(notebook, HERE / f"{name}.ipynb")
    return problem is None


def _code(notebook: Any) -> Iterator[Any]:
    return (cell for cell in notebook.cells if cell.cell_type == "code")


def _source_of(error: CellExecutionError) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", error.traceback)[-1500:]


def _problems(notebook: Any) -> Iterator[str]:
    for number, cell in enumerate(_code(notebook), 1):
        for output in cell.outputs:
            if output.output_type == "stream" and output.name == "stderr":
                yield f"cell {number} warns: {output.text.strip()[:300]}"
            for kind, text in _texts(output):
                if found := CHANGING.search(text):
                    yield f"cell {number} shows `{found[0]}` in its {kind}, which is not the same everywhere"


def _differences(committed: Any, ran: Any) -> Iterator[str]:
    for number, (then, now) in enumerate(zip_longest(_code(committed), _code(ran)), 1):
        before = [pair for output in then.outputs for pair in _texts(output)]
        after = [pair for output in now.outputs for pair in _texts(output)]
        for (kind, old), (new_kind, new) in zip_longest(before, after, fillvalue=("nothing", "")):
            if (kind, old) != (new_kind, new):
                yield f"cell {number} differs: {kind} {_around(old, new)} was committed, {new_kind} {_around(new, old)} came out"


def _around(text: str, other: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip_longest(text, other)) if a != b), 0)
    return repr(text[max(0, at - 30) : at + 50])


def _texts(output: Any) -> Iterator[tuple[str, str]]:
    """What an output says. Of a chart, its words: how its lines are drawn may differ between machines."""
    if output.output_type == "stream":
        yield output.name, output.text
    for kind, of in sorted(output.get("data", {}).items()):
        text = of if isinstance(of, str) else repr(of)
        yield kind, " ".join(re.findall(r"<text[^>]*>([^<]*)", text)) if kind == "image/svg+xml" else text


if __name__ == "__main__":
    sys.exit(main())
