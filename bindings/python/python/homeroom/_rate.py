"""Rates in words."""

from __future__ import annotations

from fractions import Fraction


def told(part: Fraction | int, whole: Fraction | int, percent: str) -> str:
    """Part, whole and percentage; the percentage is the core's own.

    >>> told(230, Fraction(1010), "22.8")
    '230 of 1,010 (22.8 %)'
    >>> told(Fraction(35, 2), 180, "9.7")
    '35/2 of 180 (9.7 %)'
    """
    return f"{_exact(part)} of {_exact(whole)} ({percent} %)"


def _exact(number: Fraction | int) -> str:
    return f"{number.numerator:,}" if number.denominator == 1 else str(number)
