"""Ladders of outreach: which step is due from when on."""

from __future__ import annotations

from typing import Any, Self, final

from homeroom import _codec, _document, _homeroom, _html
from homeroom._document import Document
from homeroom.errors import UnknownIdError

__all__ = ["Ladder"]


@final
class Ladder(Document):
    """Rules as data: what triggers which step of outreach, and what clears it.

    A ladder is a value: it is compared, hashed and pickled by what it says.

    >>> from homeroom import Ladder
    >>> ladder = Ladder.preset("attendance_works")
    >>> ladder.id
    'attendance_works'
    """

    __slots__ = ()

    def __init__(self) -> None:
        raise TypeError("use Ladder.preset, Ladder.from_json or Ladder.from_toml")

    @classmethod
    def preset(cls, id: str) -> Self:
        """A ladder that comes with the library.

        >>> Ladder.preset("jacobs")
        Traceback (most recent call last):
        homeroom.errors.UnknownIdError: ...
        """
        text = _homeroom.ladder_preset(_codec.text(id, "id"))
        if text is None:
            known = ", ".join(_homeroom.ladder_presets())
            raise UnknownIdError(f"no ladder is called `{id}`; there are {known}", code="unknown_preset", field="id")
        return cls._of(text)

    @staticmethod
    def presets() -> list[str]:
        """The identifiers of the ladders that come with the library."""
        return _homeroom.ladder_presets()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """A ladder of one's own, as JSON. Raises :class:`~homeroom.LadderError` with the ``field`` to blame."""
        return cls._of(_homeroom.ladder_from_json(_codec.text(text, "text")))

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """A ladder of one's own, as TOML, the form in which the presets are written."""
        return cls._of(_homeroom.ladder_from_toml(_codec.text(text, "text")))

    def _repr_html_(self) -> str:
        rules: list[dict[str, Any]] = self._document["rules"]
        rows = [(rule["id"], rule["step"]) for rule in rules]
        return _html.heading(self.title, f"{self.id}, version {self.version}") + _html.table(("rule", "step"), rows)


def chosen(ladder: Ladder | str, name: str = "ladder") -> dict[str, Any]:
    """What a request says of a ladder: a preset's name, or the ladder itself."""
    return _document.chosen(Ladder, ladder, name)
