"""The examples in the API's description: they are there, and they are true to it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from api import article_examples, export_examples
from tests.api.declared import described, description, operations


def contents() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each body that is sent or answered, by a name for people."""
    for name, operation in operations():
        bodies = {"body": operation.get("requestBody", {})}
        answers = {**bodies, **operation["responses"]}
        for what, told in answers.items():
            for kind, content in described(told).get("content", {}).items():
                yield f"{name} {what} {kind}", content


@cache
def components() -> dict[str, Any]:
    """Give the described shapes; here, but not for clients, nothing may be added."""
    closed: dict[str, Any] = close(description()["components"])
    return closed


def close(schema: Any) -> Any:
    """Let objects whose fields are described have no others, at any depth."""
    if isinstance(schema, list):
        return [close(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: close(one) for name, one in schema.items()}
    if "properties" in found and "type" in found:
        found.setdefault("additionalProperties", False)
    return found


def faults(content: dict[str, Any]) -> list[str]:
    """Say what of a body's examples its schema does not have so."""
    validator = Draft202012Validator(
        {**close(content["schema"]), "components": components()},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [
        f"{title}: {fault.json_path}: {fault.message}"
        for title, example in content.get("examples", {}).items()
        for fault in validator.iter_errors(example["value"])
    ]


class TestExamples:
    def test_show_every_answer_that_is_no_mere_bytes(self):
        bare = [
            name
            for name, content in contents()
            if " 2" in name and content["schema"].get("format") != "binary"
            if "examples" not in content
        ]

        assert not bare

    def test_are_as_they_are_described(self):
        wrong = {name: said for name, one in contents() if (said := faults(one))}

        assert not wrong

    def test_are_looked_at_closely(self):
        schema = {"$ref": "#/components/schemas/TokenOutput"}
        found = faults({"schema": schema, "examples": {"Bad": {"value": {"ids": 7}}}})

        assert any("'ids' was unexpected" in one for one in found)
        assert any("'name' is a required property" in one for one in found)

    def test_have_offsets_that_select_the_quotes(self):
        stored = article_examples.STORED
        rows = [*export_examples.CLAIMS.rows, *export_examples.ANNOTATIONS.rows]
        for one in [*stored["claims"], *rows]:
            assert stored["text"][one["start"] : one["end"]] == one["quote"]

    def test_have_each_column_of_the_exports(self):
        for table in (export_examples.CLAIMS, export_examples.ANNOTATIONS):
            names = [column.name for column in table.columns]
            assert [list(row) for row in table.rows] == [names]
