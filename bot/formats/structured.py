"""JSON and YAML texts as plain tables and lists, with nothing that a hostile or careless writer could slip in.

YAML is read from its events, for reasons the usual loaders do not serve: every scalar stays text (so that a title of
007 or 2:22 and an answer of no arrive as written), anchors, aliases and tags are refused before they can grow into
anything, nesting is bounded, a doubled key is an error and not a silent loss, and every field's line is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from bot.domain.errors import InvalidReviewError
from bot.formats.refusals import shown

DEEPEST_NESTING = 20
"""Levels of tables and lists in a document; the interchange format itself needs five."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class YamlDocument:
    """One document of a YAML text: its value and where in the text its fields begin."""

    value: object
    line: int
    """1-based line of its first token."""
    lines: dict[str, int] = field(default_factory=dict)
    """Dotted place (list members counted from 1) to 1-based line."""

    def line_of(self, place: str | None) -> int:
        """The line of a dotted place, or of the nearest one around it."""
        while place:
            if place in self.lines:
                return self.lines[place]
            place = place.rpartition(".")[0]
        return self.line


class _Open:
    """A table or list that is being filled."""

    __slots__ = ("key", "place", "value")

    def __init__(self, value: dict[str, Any] | list[Any], place: str) -> None:
        self.value = value
        self.place = place
        self.key: str | None = None


def yaml_documents(text: str) -> Iterator[YamlDocument]:
    """Yield the documents of a YAML text, empty ones left out; raises InvalidReviewError with the line."""
    document = YamlDocument(None, 1)
    stack: list[_Open] = []
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            match event:
                case yaml.ScalarEvent():
                    _refuse_magic(event)
                    plain = event.implicit[0]
                    _put(document, stack, None if plain and event.value in _NULLS else event.value, event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    _refuse_magic(event)
                    if len(stack) == DEEPEST_NESTING:
                        raise _too_deep(_line(event))
                    value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
                    stack.append(_Open(value, _put(document, stack, value, event)))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    stack.pop()
                case yaml.DocumentEndEvent():
                    if document.value is not None:
                        yield document
                    document = YamlDocument(None, _line(event))
                case yaml.AliasEvent():
                    raise InvalidReviewError(
                        "uses a YAML alias (*name), which this format does not have; write the text out",
                        line=_line(event),
                    )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise InvalidReviewError(
            f"is not valid YAML: {error.problem or error.context}; check the indents, and put text that holds "
            "a colon or a # in quotes",
            line=None if mark is None else mark.line + 1,
        ) from error
    except yaml.YAMLError as error:
        raise InvalidReviewError("is not valid YAML: it holds a control character") from error


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return 1 if mark is None else mark.line + 1


def _refuse_magic(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    if event.anchor is not None:
        raise InvalidReviewError(
            "uses a YAML anchor (&name), which this format does not have; write the text out",
            line=_line(event),
        )
    if event.tag is not None:
        raise InvalidReviewError(
            "uses a YAML tag (!name), which this format does not have; take it out", line=_line(event)
        )


def _put(document: YamlDocument, stack: list[_Open], value: object, event: yaml.NodeEvent) -> str:
    """Put a value where the document stands and return its dotted place; a table's key waits for its value."""
    line = _line(event)
    if not stack:
        document.value, document.line = value, line
        return ""
    parent = stack[-1]
    prefix = f"{parent.place}." if parent.place else ""
    if isinstance(parent.value, list):
        parent.value.append(value)
        place = f"{prefix}{len(parent.value)}"
        document.lines[place] = line
        return place
    if parent.key is None:
        if not isinstance(event, yaml.ScalarEvent):
            raise InvalidReviewError("has a table or list where a field's name should be", line=line)
        name = event.value
        place = f"{prefix}{name}"
        if name in parent.value:
            raise InvalidReviewError(f"names the field {shown(name)} twice", field=place, line=line)
        parent.key = name
        document.lines[place] = line
        return place
    place = f"{prefix}{parent.key}"
    parent.value[parent.key] = value
    parent.key = None
    return place


def json_value(text: str, *, line: int = 1) -> object:
    """Return the value of a JSON text; `line` is where the text begins in its file.

    Raises InvalidReviewError with the line for what is no JSON, a doubled key, NaN, an endless number or nesting.
    """
    try:
        value = json.loads(text, object_pairs_hook=_table, parse_constant=_refuse_constant)
    except InvalidReviewError as error:
        error.line = line if "\n" not in text else None
        raise
    except json.JSONDecodeError as error:
        raise InvalidReviewError(
            f"is not valid JSON: {error.msg.removesuffix(' at')} at column {error.colno}", line=line + error.lineno - 1
        ) from error
    except RecursionError as error:
        raise _too_deep(line) from error
    except ValueError as error:  # Python refuses to read a number of more than 4,300 digits
        raise InvalidReviewError("holds a number of thousands of digits", line=line) from error
    level: list[Any] = [value] if isinstance(value, (dict, list)) else []
    for _ in range(DEEPEST_NESTING):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) is dict or type(inner) is list
        ]
        if not level:
            return value
    raise _too_deep(line)


def _too_deep(line: int) -> InvalidReviewError:
    return InvalidReviewError(f"nests more than {DEEPEST_NESTING} levels deep", line=line)


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise InvalidReviewError(f"names the field {shown(name)} twice", field=name)
            seen.add(name)
    return table


def _refuse_constant(name: str) -> NoReturn:
    raise InvalidReviewError(f"holds {name}, which is no JSON number")


def located_json(text: str) -> YamlDocument | None:
    """Return the lines of a valid JSON text's fields; None when they cannot be told.

    JSON is all but a part of YAML, so the reader that knows the lines serves for both.
    """
    try:
        return next(yaml_documents(text), None)
    except InvalidReviewError:
        return None
