"""The description of the service agrees with what it does."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from api.app import create_app
from api.describe import EXAMPLES
from api.errors import STATUSES
from api.settings import Settings

DOCS = (Path(__file__).parents[1] / "docs" / "api.md").read_text("utf-8")
OPENAPI: dict[str, Any] = create_app(Settings()).openapi()
OPERATIONS = [(path, method, told) for path, methods in OPENAPI["paths"].items() for method, told in methods.items()]


def references(node: Any) -> set[str]:
    if isinstance(node, dict):
        return {node["$ref"]} if "$ref" in node else set().union(*map(references, node.values()))
    return set().union(*map(references, node)) if isinstance(node, list) else set()


def test_every_reference_leads_somewhere() -> None:
    for reference in references(OPENAPI):
        node = OPENAPI
        for name in reference.removeprefix("#/").split("/"):
            node = node[name]


@pytest.mark.parametrize(
    ("path", "method", "told"), OPERATIONS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_address_tells_of_its_answers_and_its_problems(path: str, method: str, told: dict[str, Any]) -> None:
    assert told["summary"] or told["description"]
    answers = told["responses"]
    assert "200" in answers
    for status, answer in answers.items():
        if status >= "400":
            assert set(answer["content"]) == {"application/problem+json"}
    if path != "/":
        assert any(status >= "400" for status in answers)


def test_every_list_and_page_has_an_example() -> None:
    for path, _, told in OPERATIONS:
        if path.startswith(("/statements", "/actors", "/articles", "/places")):
            assert told["responses"]["200"]["content"]["application/json"]["example"]
    ids = [told["operationId"] for _, _, told in OPERATIONS]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("body", EXAMPLES, ids=lambda body: body.__name__)
def test_an_example_is_what_its_schema_says(body: type) -> None:
    given = json.loads(json.dumps(EXAMPLES[body]))
    assert TypeAdapter(body).validate_python(given, strict=True) == given
    required = OPENAPI["components"]["schemas"][body.__name__]["required"]
    assert sorted(required) == sorted(given)


def test_the_documentation_names_every_address_parameter_setting_and_problem() -> None:
    for path, _, told in OPERATIONS:
        assert f"`{path}`" in DOCS or f" {path}" in DOCS, path
        for parameter in told.get("parameters", ()):
            if parameter["in"] == "query":
                assert f"`{parameter['name']}`" in DOCS, parameter["name"]
    for field in dataclasses.fields(Settings):
        assert f"`QUOTH_{field.name.upper()}`" in DOCS, field.name
    for status, kind in STATUSES.values():
        assert re.search(rf"`{kind}`.*{int(status)}", DOCS), kind
