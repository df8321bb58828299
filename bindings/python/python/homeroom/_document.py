"""Definitions as data: what policies and ladders have in common."""

from __future__ import annotations

import json
from typing import Any, Self

from homeroom.errors import RequestError


class Document:
    """A document that the core has read: compared, hashed and pickled by what it says."""

    __slots__ = ("_document", "_text")

    _document: dict[str, Any]
    _text: str

    @classmethod
    def _of(cls, text: str) -> Self:
        document = object.__new__(cls)
        document._text = text
        document._document = json.loads(text)
        return document

    @classmethod
    def from_json(cls, text: str) -> Self:
        """A document of its JSON."""
        raise NotImplementedError

    def to_json(self) -> str:
        """The whole of it as JSON."""
        return self._text

    def to_dict(self) -> dict[str, Any]:
        """The whole of it as a dict of one's own."""
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
        return self._text == other._text if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        # Read again: another version of the library may read it otherwise.
        return type(self).from_json, (self._text,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r}, version={self.version!r})"


def chosen(of: type[Document], given: Document | str, name: str) -> dict[str, Any]:
    """What a request says of a document: a preset's name, or the document itself."""
    if isinstance(given, of):
        return given._wire()
    if isinstance(given, str):
        return {"preset": str(given)}
    raise RequestError(
        f"`{name}` is of type `{type(given).__name__}`; give a `{of.__name__}` or the name of a preset",
        code="wrong_type",
        field=name,
    )
