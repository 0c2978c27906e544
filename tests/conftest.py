"""For all tests: Hypothesis judges what it finds, not how busy the machine is, and known gaps are expected to fail."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("guide", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("guide")

GAPS_FILE = Path(__file__).parent / "cases" / "gaps.toml"
GAPS: list[dict[str, Any]] = tomllib.loads(GAPS_FILE.read_text(encoding="utf-8"))["gap"]
"""What is not read rightly yet, by its kind; the head of the file says how it is written."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Expect the listed tests to fail, each one of them; one that passes, or that is not there, is an error."""
    named = [item for item in items if isinstance(item, pytest.Function)]
    for gap in GAPS:
        for test, says in gap["tests"].items():
            of_test = [item for item in named if item.originalname == test]
            for said in says:
                meant = [item for item in of_test if said in _said(item)]
                for item in meant:
                    item.add_marker(pytest.mark.xfail(reason=gap["kind"], strict=True, raises=AssertionError))
                if of_test and not meant and not any("::" in argument for argument in config.args):
                    raise pytest.UsageError(f"tests/cases/gaps.toml: {test} has no case {said!r}")


def _said(item: pytest.Function) -> list[object]:
    """What a case may be listed by: one of its parameters, its id, or "" where a test has only one case."""
    if not hasattr(item, "callspec"):
        return [""]
    return [item.callspec.id, *item.callspec.params.values()]
