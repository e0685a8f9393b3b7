"""Ask a running server what its description allows, and see if it keeps to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import parse_qsl

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core import NOT_SET
from schemathesis.specs.openapi import checks

from tests import make
from tests.api.access_table import A_FILE, TABLE

Operation = schemathesis.APIOperation[Any, Any, Any, Any]
Request = schemathesis.Case[Any]
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
METHODS = ["get", "post", "put", "patch", "delete"]
FORM = "multipart/form-data"
LAST = "DELETE /api/v1/session/"
"""After which nobody is signed in any more."""
ENTRIES = {
    (one.method.lower(), re.sub(r"<\w+:(\w+)>", r"{\1}", one.route)): one
    for one in TABLE
}
BEFORE = "/api/v1/"
OF_THE_SERVER = {414}
"""What gunicorn refuses, before anything of the application has heard of it."""
REAL = 0.9
"""How many of valid requests are about what there is, and not about made-up ids."""
HALF = 0.5
SECONDS = 30


@dataclass
class Asking:
    """Requests made of a server's own description, and what was wrong with answers."""

    address: str
    names: dict[str, Any]
    examples: int
    is_thorough: bool = False
    chance: Random = field(default_factory=lambda: Random(7))
    asked: int = 0
    done: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)

    def ask_all(self, leader: str, sessions: dict[str, requests.Session]) -> None:
        """Ask everything as the leader, and a part of it as each of the others."""
        others = [who for who in sessions if who != leader]
        for operation in self.operations():
            known, cases = self.known(operation), [*self.cases(operation)]
            for place, who in enumerate(others):
                for case in [known, *cases[place :: len(others)]]:
                    self.ask(case, who, sessions[who])
            for case in [*cases, known]:
                self.ask(case, leader, sessions[leader])

    def operations(self) -> list[Operation]:
        """Give what can be asked: what only reads first, what ends the most last."""
        schema = schemathesis.openapi.from_url(f"{self.address}/api/v1/schema/")
        found: list[Operation] = [
            one.ok()  # type: ignore[union-attr]
            for one in schema.get_all_operations()
        ]
        return sorted(
            found, key=lambda one: (one.label == LAST, METHODS.index(one.method))
        )

    def known(self, operation: Operation) -> Request:
        """Give a request that somebody may make, and that is answered in full."""
        entry = ENTRIES[operation.method, operation.path.removeprefix(BEFORE)]
        body = entry.body(self.names) if callable(entry.body) else entry.body
        if body is A_FILE:
            table = make.jsonl({"text": make.TEXT})
            is_list = entry.route.endswith("imports/")
            body = {"file": [table.read()] if is_list else table.read()}
        return operation.Case(
            path_parameters={
                one.name: self.names[one.name] for one in operation.path_parameters
            },
            query=dict(parse_qsl(entry.query)),
            body=NOT_SET if body is None else body,
            media_type=FORM if entry.body is A_FILE else "application/json",
        )

    def cases(self, operation: Operation) -> Iterator[Request]:
        """Give requests that the description allows, and some that it does not."""
        for case in drawn(operation, GenerationMode.POSITIVE, self.examples):
            if self.chance.random() < REAL:
                self.make_real(case)
            yield case
        yield from drawn(operation, GenerationMode.NEGATIVE, self.examples)
        if self.is_thorough:
            yield from self.edges(operation)

    def edges(self, operation: Operation) -> Iterator[Request]:
        """Give requests with each value at its limits, and just beyond them."""
        schema = operation.schema
        for case in schema.iter_coverage_cases(
            operation,
            generation_modes=[*GenerationMode],
            generation_config=schema.config.generation_for(operation=operation),
        ):
            if case.method == operation.method.upper():
                if self.chance.random() < HALF:
                    self.make_real(case)
                yield case

    def make_real(self, case: Request) -> None:
        """Let a request be about what there is."""
        for name in case.path_parameters or {}:
            case.path_parameters[name] = self.names.get(name)

    def ask(self, case: Request, who: str, session: requests.Session) -> None:
        """Ask once, and keep what is wrong with the answer."""
        self.asked += 1
        answer = case.call(base_url=self.address, session=session, timeout=SECONDS)
        label, status = case.operation.label, answer.status_code
        if status in OF_THE_SERVER:
            return
        if status < 400:
            self.done.add(label)
        try:
            case.validate_response(answer, checks=CHECKS)
        except BaseExceptionGroup as group:
            said = "\n".join(str(one) for one in group.exceptions)
            self.wrong.setdefault(f"{label} {status}", f"As {who}: {said}")


def drawn(operation: Operation, mode: GenerationMode, examples: int) -> list[Request]:
    """Draw requests, the same ones each time; none where there can be none."""
    found: list[Request] = []

    @seed(7)
    @settings(
        max_examples=examples,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(operation.as_strategy(generation_mode=mode))
    def keep(case: Request) -> None:
        found.append(case)

    try:
        keep()
    except Unsatisfiable:
        assert mode == GenerationMode.NEGATIVE, operation.label
    return found
