"""The page of the notebooks: one file that asks nothing of any other place, for phones, in light and dark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import mistune
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1e; --soft: #57575c; --paper: #fff; --code: #f4f5f7; --line: #dcdde1; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8ea; --soft: #a9a9b0; --paper: #17181a; --code: #212327; --line: #3a3c41; --link: #8ec2f5; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; padding: 1rem 1rem 4rem; color: var(--ink); background: var(--paper); font: 1rem/1.6 system-ui, sans-serif; }
main, header, footer { max-width: 49rem; margin: 0 auto; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 1rem 0 .5rem; }
article { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1.5rem; }
article h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .4rem; }
a { color: var(--link); }
nav ol { padding-left: 1.3rem; }
nav li { margin: .5rem 0; }
nav small, footer { color: var(--soft); }
pre { margin: .8rem 0 0; padding: .7rem .9rem; overflow-x: auto; background: var(--code); border-radius: .4rem; font-size: .84rem; line-height: 1.5; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
p code, li code, td code { font-size: .88em; background: var(--code); padding: .1em .3em; border-radius: .25em; }
.out { margin: .2rem 0 1.1rem; padding: .3rem 0 .3rem .9rem; border-left: 3px solid var(--line); overflow-x: auto; }
.out pre { margin: 0; padding: .2rem 0; background: none; white-space: pre-wrap; }
.out p { margin: .4rem 0; }
.out table { border: 0; border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums; }
.out th, .out td { padding: .22rem .9rem .22rem 0; border: 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.out thead th { font-weight: 600; white-space: nowrap; }
.out small { color: var(--soft); }
.out svg { display: block; overflow: visible; max-width: 100%; height: auto; color: var(--ink); }
.out svg > rect:first-child, .out svg .background { fill: none; }
.out svg text { fill: currentColor; font-family: Arial, "Liberation Sans", Helvetica, sans-serif; }
.out svg .role-axis-grid line, .out svg .background { stroke: var(--line); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
"""


def page(notebooks: Mapping[str, Any]) -> str:
    """All notebooks, with their outputs, as one page."""
    told = [_article(name, notebook) for name, notebook in notebooks.items()]
    contents = "".join(
        f'<li><a href="#{name}">{escape(title)}</a><br><small>{escape(about)}</small></li>' for name, title, about, _ in told
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Homeroom in notebooks</title>\n"
        f"<style>{_STYLE}{_colours()}</style>\n</head>\n<body>\n"
        "<header><h1>Homeroom in notebooks</h1>\n"
        "<p>Who is missing school, by whose definition, as of today, and how sure are we? Three notebooks for analysts, over "
        "a sample of three fictional districts. No child in it is real.</p>\n"
        f"<nav><ol>{contents}</ol></nav></header>\n<main>\n{''.join(body for *_, body in told)}</main>\n"
        "<footer><p>Written by <code>run.py</code> from the notebooks beside this page, which the tests run.</p></footer>\n"
        "</body>\n</html>\n"
    )


def _article(name: str, notebook: Any) -> tuple[str, str, str, str]:
    first = notebook.cells[0].source.splitlines()
    title = first[0].lstrip("# ")
    about = next(line for line in first[1:] if line).replace("*", "")
    body = "\n".join(_cell(cell) for cell in notebook.cells)
    return name, title, about, f'<article id="{name}">\n{body}\n</article>\n'


def _cell(cell: Any) -> str:
    if cell.cell_type == "markdown":
        return re.sub(r'href="(\w+)\.ipynb"', r'href="#\1"', str(mistune.html(cell.source)))
    code = highlight(cell.source, PythonLexer(), HtmlFormatter(nowrap=True)).rstrip("\n")
    shown = "".join(_output(output) for output in cell.outputs)
    out = f'<div class="out" tabindex="0" role="region" aria-label="output">{shown}</div>' if shown else ""
    return f'<pre class="source" tabindex="0"><code>{code}</code></pre>\n{out}'


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return f"<pre>{escape(output.text)}</pre>"
    data = output.get("data", {})
    if "image/svg+xml" in data:
        return str(data["image/svg+xml"])
    if "text/html" in data:
        # polars writes texts in quotation marks; a reader of the page does not need them.
        return re.sub(r"<td>&quot;(.*?)&quot;</td>", r"<td>\1</td>", str(data["text/html"]))
    return f"<pre>{escape(data['text/plain'])}</pre>"


def _colours() -> str:
    light = HtmlFormatter(style="xcode").get_style_defs(".source")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".source")
    kept = "\n".join(_tokens(light)), "\n".join(_tokens(dark))
    return f"{kept[0]}\n@media (prefers-color-scheme: dark) {{\n{kept[1]}\n}}\n"


def _tokens(style: str) -> list[str]:
    used = ("k", "kn", "kc", "ow", "n", "nb", "nf", "o", "s1", "s2", "sa", "si", "mi", "mf", "c1")
    rules = (re.sub(r"\s*/\*.*?\*/", "", line) for line in style.splitlines())
    return [rule for rule in rules if re.match(rf"\.source \.({'|'.join(used)}) ", rule)]
