"""Ladders of outreach: which step is due from when on."""

from __future__ import annotations

import json
from typing import Any, Self, final

from homeroom import _codec, _homeroom, _html
from homeroom.errors import RequestError, UnknownIdError

__all__ = ["Ladder"]


@final
class Ladder:
    """Rules as data: what triggers which step of outreach, and what clears it.

    A ladder is a value: it is compared, hashed and pickled by what it says.

    >>> from homeroom import Ladder
    >>> ladder = Ladder.preset("attendance_works")
    >>> ladder.id
    'attendance_works'
    """

    __slots__ = ("_document", "_text")

    _document: dict[str, Any]
    _text: str

    def __init__(self) -> None:
        raise TypeError("use Ladder.preset, Ladder.from_json or Ladder.from_toml")

    @classmethod
    def _of(cls, text: str) -> Self:
        ladder = object.__new__(cls)
        ladder._text = text
        ladder._document = json.loads(text)
        return ladder

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

    def to_json(self) -> str:
        """The whole ladder as JSON."""
        return self._text

    def to_dict(self) -> dict[str, Any]:
        """The whole ladder as a dict of one's own."""
        document: dict[str, Any] = json.loads(self._text)
        return document

    @property
    def id(self) -> str:
        """Its identifier."""
        return str(self._document["id"])

    @property
    def version(self) -> str:
        """Its version."""
        return str(self._document["version"])

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self._document["title"])

    def _wire(self) -> dict[str, Any]:
        return {"document": self._document}

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Ladder) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return type(self).from_json, (self._text,)

    def __repr__(self) -> str:
        return f"Ladder({self.id!r}, version={self.version!r})"

    def _repr_html_(self) -> str:
        rules: list[dict[str, Any]] = self._document["rules"]
        rows = [(rule["id"], rule["step"]) for rule in rules]
        return _html.heading(self.title, f"{self.id}, version {self.version}") + _html.table(("rule", "step"), rows)


def chosen(ladder: Ladder | str, name: str = "ladder") -> dict[str, Any]:
    """What a request says of a ladder: a preset's name, or the ladder itself."""
    if isinstance(ladder, Ladder):
        return ladder._wire()
    if isinstance(ladder, str):
        return {"preset": str(ladder)}
    raise RequestError(
        f"`{name}` is of type `{type(ladder).__name__}`; give a `Ladder` or the name of a preset",
        code="wrong_type",
        field=name,
    )
