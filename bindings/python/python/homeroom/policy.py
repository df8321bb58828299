"""Policies: what counts as absent, and from when on as chronically absent."""

from __future__ import annotations

import json
from html import escape
from typing import Any, Self, final

from homeroom import _codec, _document, _homeroom, _html
from homeroom._document import Document

__all__ = ["Policy"]


@final
class Policy(Document):
    """A definition as data: what counts as absent, the line, the bands, who is counted, and its source.

    A policy is a value: it is compared, hashed and pickled by what it says.

    >>> from homeroom import Policy
    >>> policy = Policy.preset("massachusetts")
    >>> policy
    Policy('massachusetts', version='2026.1')
    >>> policy == Policy.from_json(policy.to_json())
    True
    """

    __slots__ = ()

    def __init__(self) -> None:
        raise TypeError("use Policy.preset, Policy.from_json or Policy.from_toml")

    @classmethod
    def preset(cls, id: str) -> Self:
        """A policy that comes with the library.

        >>> Policy.preset("california").title
        'California CALPADS and DataQuest: absent on 10 % or more of the expected days, at each school'
        """
        choice = {"preset": _codec.text(id, "id")}
        return cls._of(_homeroom.policy_document(json.dumps(choice)))

    @staticmethod
    def presets() -> list[str]:
        """The identifiers of the policies that come with the library.

        >>> "edfacts" in Policy.presets()
        True
        """
        return _homeroom.policy_presets()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """A policy of one's own, as JSON. Raises :class:`~homeroom.PolicyError` with the ``field`` to blame.

        >>> Policy.from_json('{"id": "ours"}')
        Traceback (most recent call last):
        homeroom.errors.PolicyError: ...
        """
        return cls._of(_homeroom.policy_from_json(_codec.text(text, "text")))

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """A policy of one's own, as TOML, the form in which the presets are written."""
        return cls._of(_homeroom.policy_from_toml(_codec.text(text, "text")))

    def changed(self, **patch: Any) -> Self:
        """The policy with some of it said otherwise: a JSON merge patch, in which ``None`` removes.

        >>> ours = Policy.preset("edfacts").changed(id="ours", chronic={"share": "15%"})
        >>> ours.id, ours.to_dict()["chronic"]["share"]
        ('ours', '3/20')
        """
        choice = {"document": self._document, "overrides": _codec.encode(patch, "patch")}
        return type(self)._of(_homeroom.policy_document(json.dumps(choice)))

    @property
    def source(self) -> dict[str, Any]:
        """Where it is written."""
        return dict(self._document["source"])

    def _repr_html_(self) -> str:
        told = {
            key: item for key, item in self._document.items() if key not in ("id", "version", "title", "source")
        }
        rows = [(key, _flat(item)) for key, item in told.items() if item not in ({}, [], None)]
        source = self._document["source"]
        return (
            _html.heading(self.title, f"{self.id}, version {self.version}")
            + _html.facts(rows)
            + f"<p><small>{escape(str(source.get('citation', '')))}</small></p>"
        )


_PLAIN = ("comparator", "share", "count", "part", "id")


def _flat(item: object) -> str:
    if isinstance(item, dict):
        pairs: dict[str, object] = item
        if "comparator" in pairs or "id" in pairs:
            return " ".join(_flat(value) if key in _PLAIN else f"{key} {_flat(value)}" for key, value in pairs.items())
        return ", ".join(f"{key}: {_flat(value)}" for key, value in pairs.items())
    if isinstance(item, list):
        items: list[object] = item
        return "; ".join(_flat(value) for value in items)
    return _html.shown(item)


def chosen(policy: Policy | str, name: str = "policy") -> dict[str, Any]:
    """What a request says of a policy: a preset's name, or the policy itself."""
    return _document.chosen(Policy, policy, name)
